"""What the index holds of an article: the passages that a reader sees, and the facts to narrow by.

A passage is what a phrase may run through: a headline, a paragraph with its dateline, a caption. A
chain of jumps is one document, its head's; where a jump cuts a paragraph, the two parts are one passage.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Prefetch, prefetch_related_objects

from articles.models import Article, Contribution, Mention

# How an article's fields join the lines of their role; a line end parts passages, a blank does not.
FIELDS = {"column": " ", "kicker": "\n", "headline": " ", "deck": "\n", "byline": "\n", "lead": " "}
HEAD = ("column", "kicker", "headline", "deck")
ENDS = tuple("。！？!?；;…：:”’」』）)》.")  # a paragraph that ends so is not cut by a jump


@dataclass
class Passage:
    """`text` as shown; `printed`: the same with its misreadings as they are printed."""

    role: str
    text: str
    printed: str

    @property
    def readings(self) -> list[str]:
        return [self.text] if self.printed == self.text else [self.text, self.printed]

    def extend(self, other: "Passage") -> None:
        self.text += other.text
        self.printed += other.printed


def load_names(articles: list[Article]) -> None:
    """Load whom the articles mention and who worked on them, for `document`."""
    prefetch_related_objects(
        articles,
        Prefetch(
            "mentions",
            Mention.objects.shown().select_related("person__merged_into", "organization__merged_into"),
            to_attr="shown_mentions",
        ),
        Prefetch("contributions", Contribution.objects.select_related("person__merged_into")),
    )


def chains(articles: Iterable[Article]) -> dict[int, list[Article]]:
    """For the number of every article: itself and the parts that go on with it, in reading order."""
    articles = list(articles)
    after: dict[int, list[Article]] = defaultdict(list)
    waiting = [article.number for article in articles]
    while waiting:
        parts = Article.objects.current().filter(continues__in=waiting).select_related("page").order_by()
        waiting = []
        for part in sorted(parts, key=lambda part: (part.page.sort_key, part.order)):
            after[part.continues_id].append(part)
            waiting.append(part.number)
    return {article.number: list(_chain(article, after)) for article in articles}


def _chain(article: Article, after: Mapping[int, list[Article]]) -> Iterable[Article]:
    yield article
    for part in after.get(article.number, ()):
        for following in _chain(part, after):
            if not (following.withdrawn or following.page.withdrawn):
                yield following


def passages(chain: Iterable[Article]) -> list[Passage]:
    """The passages of a chain of articles, in reading order; editors' words beside the printed ones."""
    found: list[Passage] = []
    for article in chain:
        cut = _cut_paragraph(found)
        found += _head(article)
        lead = None
        for part in article.layout:
            passage = _passage(part)
            if passage.role in HEAD:
                continue
            if passage.role == "lead":
                lead = passage
            elif passage.role == "end_mark" and found and found[-1].role == "paragraph":
                found[-1].extend(passage)
            elif cut and passage.role == "paragraph":
                cut.extend(passage)
                cut = None
            else:
                if lead and passage.role == "paragraph":
                    lead.extend(passage)
                    passage = Passage("paragraph", lead.text, lead.printed)
                    lead = None
                found.append(passage)
        if lead:
            found.append(lead)
    return found


def _passage(part: Mapping) -> Passage:
    text, printed, end = part["text"], "", 0
    for start, stop, form in sorted(part.get("emended", ())):
        printed += text[end:start] + form
        end = stop
    return Passage(part["role"], text, printed + text[end:])


def _head(article: Article) -> list[Passage]:
    """Column, kicker, headline and deck as printed, and every field that an editor worded otherwise."""
    found = []
    for field, separator in FIELDS.items():
        parts = [_passage(part) for part in article.layout if part["role"] == field]
        if field in HEAD:
            found += _joined(field, parts) if separator == " " else parts
        value = getattr(article, field)
        if value != separator.join(part.text for part in parts):
            found += [Passage(field, line, line) for line in value.split("\n") if line]
    return found


def _joined(role: str, parts: list[Passage]) -> list[Passage]:
    text = " ".join(part.text for part in parts)
    return [Passage(role, text, " ".join(part.printed for part in parts))] if text else []


def _cut_paragraph(found: list[Passage]) -> Passage | None:
    """The last paragraph so far, if it stops in mid-sentence."""
    last = next((passage for passage in reversed(found) if passage.role == "paragraph"), None)
    return None if last is None or last.text.rstrip().endswith(ENDS) else last


def named(chain: Iterable[Article]) -> tuple[dict, dict]:
    """The people and the organisations of a chain, by number: mentioned or, for people, at work on it."""
    people, organizations = {}, {}
    for article in chain:
        for mention in article.shown_mentions:
            things = people if mention.person_id else organizations
            heir = mention.named.heir
            things[heir.pk] = heir
        for contribution in article.contributions.all():
            heir = contribution.person.heir
            if not heir.withdrawn:
                people[heir.pk] = heir
    return people, organizations


def document(chain: list[Article]) -> dict:
    """The values of the index's fields for a chain of articles whose names are loaded."""
    article, issue = chain[0], chain[0].page.issue
    read = passages(chain)
    people, organizations = named(chain)
    names = [thing.name for thing in (*people.values(), *organizations.values())]
    return {
        "text": [reading for passage in read for reading in passage.readings],
        "names": names,
        "head_words": [passage.text for passage in read if passage.role in HEAD],
        "name_words": names,
        "body_words": [passage.text for passage in read if passage.role not in HEAD],
        "newspaper": [str(issue.newspaper_id)] if issue.newspaper_id else [],
        "year": [str(issue.date.year)] if issue.date else [],
        "page": [article.page.label] if article.page.label else [],
        "kind": [article.kind],
        "column": [article.column] if article.column else [],
        "agency": [article.agency] if article.agency else [],
        "person": [str(pk) for pk in people],
        "organization": [str(pk) for pk in organizations],
        "number": article.number,
        "day": issue.date.toordinal() if issue.date else 0,
        "date": issue.date,
    }
