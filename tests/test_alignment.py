"""Spans carried from one transcription of a page to another."""

import random

from articles.alignment import Alignment

PARAGRAPHS = [
    "青禾县总工会昨天在县体育馆举行职工运动会，来自四十二家单位的一千多名职工参加了拔河和接力赛。",
    "县总工会主席柳闻笛说，运动会已经办了十一届，今年第一次设了外卖骑手组，报名的人比预想的多一倍。",
    "拔河比赛最后一轮，青禾机械厂队以三比二胜了县公交公司队，厂里的锻工魏大川把手掌磨破了也没有松绳。",
    "“明年还来。”魏大川笑着说。比赛结束后，各队在馆前的梧桐树下合影，奖品是每人一条毛巾和一个搪瓷缸。",
]
PAGE = "职工运动会开赛\n\n" + "\n\n".join(PARAGRAPHS)


def misread(text, share, seed=7):
    """`text` with a share of its characters replaced, as another reading of the same print has them."""
    rng = random.Random(seed)
    return "".join(rng.choice("口日目田曰") if not c.isspace() and rng.random() < share else c for c in text)


def wrapped(text, width):
    lines = []
    for line in text.split("\n"):
        lines += [line[i : i + width] for i in range(0, len(line), width)] or [""]
    return "\n".join(lines)


def carried(new, surface, old=PAGE):
    start = old.index(surface)
    span = Alignment(old, new).span(start, start + len(surface))
    return None if span is None else "".join(new[slice(*span)].split())


def test_span_keeps_its_place_in_the_same_text():
    assert carried(PAGE, "魏大川把手掌") == "魏大川把手掌"


def test_span_is_found_again_when_lines_are_wrapped_anew():
    assert carried(wrapped(PAGE, 9), "柳闻笛") == "柳闻笛"


def test_spans_survive_three_percent_of_misread_characters():
    new = wrapped(misread(PAGE, 0.03), 17)
    alignment = Alignment(PAGE, new)
    for start in range(0, len(PAGE) - 6, 5):
        surface = PAGE[start : start + 6]
        if "\n" in surface:
            continue
        span = alignment.span(start, start + 6)
        found = "".join(new[slice(*span)].split())
        assert sum(a == b for a, b in zip(found, surface, strict=True)) >= 4


def test_misread_span_keeps_its_place():
    new = PAGE.replace("柳闻笛", "柳间笛")
    assert carried(new, "柳闻笛") == "柳间笛"


def test_span_moves_with_its_article():
    moved = "\n\n".join([PARAGRAPHS[2], PARAGRAPHS[3], PARAGRAPHS[0], PARAGRAPHS[1]])
    assert carried(moved, "青禾机械厂队", old="\n\n".join(PARAGRAPHS)) == "青禾机械厂队"


def test_span_stays_when_an_article_is_inserted_above():
    new = "水库今冬蓄水\n\n河口水库今冬蓄水两千万方，比去年多一成。\n\n" + PAGE
    start = PAGE.rindex("魏大川")
    span = Alignment(PAGE, new).span(start, start + 3)
    assert span == (new.rindex("魏大川"), new.rindex("魏大川") + 3)


def test_span_that_is_gone_has_no_place():
    new = PAGE.replace(PARAGRAPHS[1], "")
    assert carried(new, "柳闻笛说，运动会") is None


def test_white_space_has_no_place():
    start = PAGE.index("\n\n")
    assert Alignment(PAGE, PAGE).span(start, start + 2) is None


def test_every_article_keeps_its_characters_when_the_articles_stand_in_another_order():
    articles = [
        f"{headline}\n{PARAGRAPHS[n]}" for n, headline in enumerate(["开赛", "骑手组", "拔河", "明年"])
    ]
    old = "\n\n".join(articles)
    new = wrapped(misread("\n\n".join(articles[n] for n in (3, 1, 0, 2)), 0.03), 21)
    alignment = Alignment(old, new)
    for article in articles:
        start = old.index(article)
        printed = [at for at in range(start, start + len(article)) if not old[at].isspace()]
        kept = [at for at in printed if (to := alignment.offset(at)) is not None and new[to] == old[at]]
        assert len(kept) > 0.9 * len(printed)


def test_no_two_characters_share_a_place_in_the_same_order():
    new = wrapped(misread(PAGE, 0.1), 13)
    alignment = Alignment(PAGE, new)
    places = [to for at in range(len(PAGE)) if (to := alignment.offset(at)) is not None]
    assert places == sorted(set(places))


def test_span_over_a_seam_that_came_apart_is_gone():
    one, other = PARAGRAPHS[0], PARAGRAPHS[1]
    start = len(one) - 4
    assert Alignment(one + other, other + one).span(start, start + 8) is None


def test_a_full_page_is_aligned_in_no_time():
    rng = random.Random(5)
    old = "".join(chr(0x4E00 + rng.randrange(2500)) for _ in range(30_000))
    alignment = Alignment(old, misread(old[15_000:] + old[:15_000], 0.05))
    assert sum(image is not None for image in alignment.images) > 29_000
