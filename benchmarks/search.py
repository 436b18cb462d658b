"""How fast the index is written and asked: a generated newspaper, beside jieba's rate on this machine.

    python benchmarks/search.py [--articles 2000] [--seed 1]

Times of a shared machine mean little; "jieba" columns give them as what jieba would cut in that time:
for indexing as a share of jieba's rate, for a query as thousands of characters.
"""

import argparse
import os
import random
import resource
import statistics
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FIRST = "山川河湖云雨风雪松竹梅兰青蓝红白明清新远高平安宁和顺东西南北"
SECOND = "城乡村镇路桥港湾林田园厂站楼馆院校店社队组班市县区州岭坡滩渡"
VERBS = "推进 开展 落实 提升 加强 完成 组织 参加 举行 发布 建设 改造 服务 保障 培训 检查 看望 讲述 种下 修好"
NOUNS = "职工 工人 企业 项目 技术 师傅 车间 工会 活动 质量 安全 产品 设备 农民 学生 社区 书屋 工程 经验 故事"
LINKS = "的 了 在 和 为 与 把 对 从 向 今年 去年 昨天 日前 已经 正在 共同 全面 进一步 我们 他们"
SURNAMES = "赵钱孙李周吴郑王冯陈沈韩杨朱秦许何吕张孔曹严华金魏陶姜谢邹"
PARAGRAPHS, WORDS = (3, 8), (40, 90)


def main() -> None:
    options = _arguments()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["NEWSROOM_DATA"] = folder
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
        sys.path.insert(0, str(ROOT))
        import django
        from django.core.management import call_command

        django.setup()
        call_command("migrate", verbosity=0)
        newspaper = Newspaper(random.Random(options.seed))
        texts = newspaper.write(options.articles)
        report(texts, newspaper, jieba_rate(texts), Path(folder) / "index")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


class Newspaper:
    """Invented articles out of a word list with the unevenness of real text."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        places = [first + second for first in FIRST for second in SECOND]
        chance.shuffle(places)
        self.words = [*LINKS.split(), *NOUNS.split(), *VERBS.split(), *places]
        self.weights = [1 / (rank + 2) for rank in range(len(self.words))]
        self.people = ["".join([chance.choice(SURNAMES), *chance.sample(FIRST, 2)]) for _ in range(300)]

    def paragraph(self) -> str:
        words = self.chance.choices(self.words, self.weights, k=self.chance.randint(*WORDS))
        for place in range(8, len(words), 9):
            words[place] += "，" if self.chance.random() < 0.6 else "。"
        words.insert(self.chance.randrange(len(words)), self.chance.choice(self.people))
        return "".join(words) + "。"

    def write(self, count: int) -> list[str]:
        """Put so many articles into the database; their texts."""
        from datetime import date, timedelta

        from articles import models

        paper = models.Newspaper.objects.create(name="山川日报")
        batch = models.Batch.objects.create(name="benchmark")
        articles, page, texts = [], None, []
        for order in range(count):
            if order % 8 == 0:
                day = date(2020, 1, 1) + timedelta(days=order // 32)
                issue, _ = models.Issue.objects.get_or_create(newspaper=paper, date=day)
                page = models.Page.objects.create(issue=issue, label=str(order // 8 % 4 + 1), batch=batch)
            headline = "".join(self.chance.choices(self.words, self.weights, k=5))
            paragraphs = [self.paragraph() for _ in range(self.chance.randint(*PARAGRAPHS))]
            layout = [{"role": "headline", "text": headline, "runs": [], "emended": []}]
            layout += [{"role": "paragraph", "text": text, "runs": [], "emended": []} for text in paragraphs]
            body = "\n\n".join(paragraphs)
            articles.append(
                models.Article(page=page, order=order % 8, headline=headline, body=body, layout=layout)
            )
            texts.append(headline + body)
        models.Article.objects.bulk_create(articles, batch_size=500)
        return texts


def jieba_rate(texts: list[str]) -> float:
    """Characters a second that jieba cuts for a search here and now."""
    import logging

    import jieba

    jieba.setLogLevel(logging.ERROR)
    jieba.initialize()
    sample = texts[:100]
    start = time.perf_counter()
    for text in sample:
        list(jieba.cut_for_search(text))
    return sum(map(len, sample)) / (time.perf_counter() - start)


def report(texts: list[str], newspaper: Newspaper, rate: float, index: Path) -> None:
    from articles import search
    from articles.models import Article
    from articles.search import checking

    characters = sum(map(len, texts))
    print(f"{len(texts)} articles, {characters:,} characters; jieba cuts {rate:,.0f} characters/s here")
    start = time.perf_counter()
    checking.rebuild()
    seconds = time.perf_counter() - start
    size = sum(file.stat().st_size for file in index.iterdir())
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"index: {seconds:.1f} s, {characters / seconds / rate:.2f} of jieba's rate; "
          f"{size / 1e6:.1f} MB, {size / characters:.1f} bytes a character; {memory:.0f} MB of memory")  # fmt: skip
    chance = newspaper.chance
    person, place = newspaper.people[7], newspaper.words[200]
    kinds = {
        "one word": lambda: ((chance.choice(newspaper.words),), {}),
        "two words": lambda: ((" ".join(chance.sample(newspaper.words, 2)),), {}),
        "phrase of 6": lambda: ((f'"{_piece(chance, texts, 6)}"',), {}),
        "one character": lambda: ((chance.choice(FIRST + SECOND),), {}),
        "a name": lambda: ((chance.choice(newspaper.people),), {}),
        "not and or": lambda: ((f"{person} OR {place} -{newspaper.words[0]}",), {}),
        "everything, by date": lambda: (("",), {"sort": "newest"}),
    }
    search.search("热身")
    for name, ask in kinds.items():
        times, totals = [], []
        for _ in range(40):
            (text,), options = ask()
            start = time.perf_counter()
            totals.append(search.search(text, limit=10, **options).total)
            times.append(time.perf_counter() - start)
        middle = statistics.median(times)
        print(f"{name:20} p50 {middle * 1000:6.1f} ms = {middle * rate / 1000:6.2f} k characters of jieba; "
              f"p95 {sorted(times)[-3] * 1000:6.1f} ms; found {statistics.median(totals):.0f}")  # fmt: skip
    article = Article.objects.first()
    start = time.perf_counter()
    from articles.models import IndexTask

    IndexTask.objects.mark([article.number])
    search.drain()
    print(f"one article changed: {(time.perf_counter() - start) * 1000:.0f} ms")


def _piece(chance: random.Random, texts: list[str], length: int) -> str:
    text = chance.choice(texts).split("\n\n")[-1]
    start = chance.randrange(max(1, len(text) - length))
    return text[start : start + length]


if __name__ == "__main__":
    main()
