"""What reading pages without names costs (segmenting and assembling), beside jieba cutting the same text in
the same run, and how the cost grows up to the limit of size. Processor time, the best of three.

python benchmarks/segmentation.py
"""

import logging
import random
import re
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import newsroom  # noqa: E402, F401, I001 (keeps linear algebra to one thread, and must be first)
import jieba  # noqa: E402

from articles.assembling import assemble  # noqa: E402
from articles.segmentation import segment  # noqa: E402
from articles.transcription import PageText  # noqa: E402
from tools.marked_pages import load, render  # noqa: E402

PAGES = ROOT / "tests" / "pages" / "src"
TIMES = 3
MEGABYTE = 1_000_000 // 3  # characters: three bytes each in UTF-8


def cut(texts):
    for text in texts:
        for _ in jieba.cut(text):
            pass


def segmented(texts):
    return [segment(PageText(text)) for text in texts]


def assembled(texts, drafts):
    for text, draft in zip(texts, drafts, strict=True):
        for blocks in (draft.furniture, *(article.blocks for article in draft.articles)):
            assemble(text, blocks)


def cost(work, *arguments):
    """Processor time in seconds."""
    spent = []
    for _ in range(TIMES):
        start = time.process_time()
        work(*arguments)
        spent.append(time.process_time() - start)
    return min(spent)


def costs(texts):
    """Of cutting, segmenting and assembling."""
    return cost(cut, texts), cost(segmented, texts), cost(assembled, texts, segmented(texts))


def line_of(texts, length):
    """One line without an end in it."""
    return repeated("".join("".join(text.split()) for text in texts), length)


def repeated(text, length):
    return (text * (length // len(text) + 1))[:length]


def page_of(texts, articles):
    """Short articles: a headline, a lead, two sentences."""
    sentences = [sentence for text in texts for sentence in re.findall(r"[^\s。！？]{8,60}。", text)]
    heads = [sentence[:-1] for sentence in sentences if len(sentence) <= 19 and "，" not in sentence]
    chance = random.Random(7)
    return "\n\n".join(
        f"{chance.choice(heads)}\n\n　　本报讯　{chance.choice(sentences)}\n　　{chance.choice(sentences)}"
        for _ in range(articles)
    )


def tell_growth(what, small, large):
    """Time per character of a large text over that of a small one, step by step: 1 is linear."""
    grown = [
        (later / len(large)) / (before / len(small))
        for before, later in zip(costs([small]), costs([large]), strict=True)
    ]
    print(f"{what:36} jieba {grown[0]:.2f}  segmenting {grown[1]:.2f}  assembling {grown[2]:.2f}")


def main():
    jieba.setLogLevel(logging.WARNING)
    jieba.initialize()
    texts = [render(load(path)).text for path in sorted(PAGES.glob("*.src"))]
    segmented(texts[:1])  # load what is loaded once
    cutting, segmenting, assembling = costs(texts)
    print(f"{len(texts)} pages, {sum(map(len, texts)):,} characters")
    for name, seconds in (
        ("jieba cutting", cutting),
        ("segmenting", segmenting),
        ("assembling", assembling),
        ("reading without names", segmenting + assembling),
    ):
        rate = sum(map(len, texts)) / seconds
        print(
            f"{name:22}{seconds:7.2f} s {rate:10,.0f} characters/s {seconds / cutting:7.2f} of jieba's cost"
        )
    print("Time per character, large over small:")
    quarter, whole = (line_of(texts, MEGABYTE * part // 4) for part in (1, 4))
    tell_growth("a line of 1 MB over one of 0.25 MB", quarter, whole)
    tell_growth("a page of 1,000 articles over 250", page_of(texts, 250), page_of(texts, 1000))


if __name__ == "__main__":
    main()
