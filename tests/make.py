"""Rows for tests of what is shown: an archive made by hand, without reading a page.

A page's transcription grows with every article that is put on it, as if it had been read so.
"""

import datetime
import hashlib
from itertools import count

from articles.models import (
    Article,
    Batch,
    Block,
    Contribution,
    Emendation,
    Issue,
    Mention,
    Newspaper,
    Organization,
    Page,
    Person,
    Transcription,
)
from articles.segmentation import Role
from articles.writing import refresh_fields

numbers = count(1)


def make_newspaper(name="青禾日报", **fields):
    return Newspaper.objects.filter(name=name).first() or Newspaper.objects.create(name=name, **fields)


def make_issue(date="2025-12-29", newspaper=None, **fields):
    fields.setdefault("date_source", Issue.DateSource.GIVEN)
    day = datetime.date.fromisoformat(date) if date else None
    return Issue.objects.create(newspaper=newspaper or make_newspaper(), date=day, **fields)


def make_page(issue=None, label="1", **fields):
    batch, _ = Batch.objects.get_or_create(name="made by hand")
    page = Page.objects.create(issue=issue or make_issue(), label=label, batch=batch, **fields)
    page.transcription = Transcription.objects.create(
        page=page, text="", source=f"{label}.txt", encoding="utf-8"
    )
    page.save()
    return page


def make_person(name="沈青禾", **fields):
    return Person.objects.create(name=name, **fields)


def make_organization(name="河口市总工会", **fields):
    return Organization.objects.create(name=name, **fields)


def append(page, text):
    """Put `text` on the page as a line of its own; the offset where it starts."""
    transcription = page.transcription
    start = len(transcription.text) + 1 if transcription.text else 0
    transcription.text = f"{transcription.text}\n{text}" if transcription.text else text
    transcription.checksum = transcription.byte_checksum = hashlib.sha256(
        transcription.text.encode()
    ).hexdigest()
    transcription.save()
    return start


def make_block(page, role, text, article=None, joins=False):
    start = append(page, text)
    order = page.transcription.blocks.count()
    return Block.objects.create(
        transcription=page.transcription,
        article=article,
        start=start,
        end=start + len(text),
        role=role,
        order=order,
        joins=joins,
    )


def make_article(page=None, *parts, emended=(), **fields):
    """An article of `(role, text)` parts; `emended`: pairs of a printed form and what stands for it."""
    page = page or make_page()
    if not parts:
        parts = [("headline", f"河口第{next(numbers)}座桥通车"), ("paragraph", "桥长八百米，双向四车道。")]
    order = fields.pop("order", page.articles.count())
    article = Article.objects.create(page=page, order=order, **fields)
    for role, text in parts:
        for index, line in enumerate(text.split("\n") if role == "verse" else [text]):
            make_block(page, Role(role), line, article, joins=index > 0)
    for printed, replacement in emended:
        start = place_of(article, printed)
        Emendation.objects.create(
            transcription=page.transcription,
            start=start,
            end=start + len(printed),
            printed=printed,
            replacement=replacement,
        )
    refresh_fields(article)
    return article


def place_of(article, surface, nth=0):
    """Where the article prints `surface`: an offset into its page's transcription."""
    text = article.page.transcription.text
    start = article.blocks.order_by("start").first().start - 1
    for _ in range(nth + 1):
        start = text.index(surface, start + 1)
    return start


def make_mention(article, thing, surface=None, nth=0, **fields):
    surface = surface or thing.name
    start = place_of(article, surface, nth)
    field = thing._meta.model_name
    return Mention.objects.create(
        article=article, start=start, end=start + len(surface), surface=surface, **{field: thing}, **fields
    )


def make_contribution(article, person, role="本报记者", normal_role="reporter", **fields):
    start = fields.pop("start", None)
    if start is None and person.name in article.page.transcription.text:
        start = place_of(article, person.name)
    end = start + len(person.name) if start is not None else None
    return Contribution.objects.create(
        article=article, person=person, role=role, normal_role=normal_role, start=start, end=end, **fields
    )


def make_archive(articles):
    """So many articles, ten a page and five pages an issue, which name one person and one
    organisation; every page has a sidebar, every issue a jump."""
    person, organization = make_person(), make_organization()
    first = datetime.date(2025, 1, 1)
    made = []
    while len(made) < articles:
        day, place = divmod(len(made) // 10, 5)
        if place == 0:
            issue = make_issue((first + datetime.timedelta(days=day)).isoformat())
        page = make_page(issue, f"A{place + 1:02}", name="要闻")
        make_block(page, Role.FURNITURE, f"第{place + 1}版")
        for number in range(min(10, articles - len(made))):
            made.append(make_archived(page, number, person, organization, made))
    return made


def make_archived(page, number, person, organization, made):
    fields = {}
    if number == 1:
        fields["parent"] = made[-1]
    if number == 2 and page.label == "A02":
        fields["continues"] = made[-10]
    article = make_article(
        page,
        ("kicker", "两岸一家"),
        ("headline", f"河口第{len(made) + 1}座桥通车"),
        ("byline", f"本报记者 {person.name}"),
        ("paragraph", f"{organization.name}的班车驶上大桥，{person.name}在车上。桥长八百米，双向四车道。"),
        order=number,
        **fields,
    )
    make_contribution(article, person)
    make_mention(article, person, nth=1, title="记者", title_sort="occupation")
    make_mention(article, organization)
    return article
