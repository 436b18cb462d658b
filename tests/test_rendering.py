"""The renderer: the text itself, escaped once, always balanced, whatever the spans are."""

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from articles.rendering import Mark, Span, located, render


class Reader(HTMLParser):
    """Reads HTML strictly: text content, and every element closed in order, no link in a link."""

    def __init__(self, html):
        super().__init__(convert_charrefs=True)
        self.text, self.open, self.links = "", [], []
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        assert tag in ("a", "ins", "mark", "span")
        assert not (tag == "a" and "a" in self.open)
        self.open.append(tag)
        if tag == "a":
            self.links.append((dict(attrs)["href"], len(self.text)))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text += data


# NUL and carriage return never reach a text: transcription takes them out.
TEXTS = st.text(
    st.one_of(
        st.sampled_from("桥上行<>&\"'□�{}%\n /aéx;#"),
        st.characters(exclude_characters="\0\r", exclude_categories=("Cs",)),
    ),
    max_size=30,
)
SPANS = st.lists(
    st.builds(
        Span, st.integers(-2, 32), st.integers(-2, 34), st.sampled_from(Mark), st.text('/1"<&桥', max_size=4)
    ),
    max_size=8,
)


@given(TEXTS, SPANS)
def test_text_content_is_the_text_and_elements_balance(text, spans):
    assert Reader(render(text, spans)).text == text


@given(TEXTS, SPANS, st.integers(0, 30), st.integers(0, 30))
def test_a_slice_shows_exactly_its_characters(text, spans, start, end):
    assert Reader(render(text, spans, start, max(start, end))).text == text[start : max(start, end)]


@given(TEXTS, SPANS)
def test_every_character_of_a_link_is_linked(text, spans):
    links = [span for span in spans if span.mark in (Mark.PERSON, Mark.ORGANIZATION)]
    covered = {at for span in links for at in range(max(span.start, 0), min(span.end, len(text)))}
    linked = set()

    class Linked(Reader):
        def handle_data(self, data):
            if "a" in self.open:
                linked.update(range(len(self.text), len(self.text) + len(data)))
            super().handle_data(data)

    Linked(render(text, spans))
    assert linked == covered


def test_crossing_spans_are_split():
    html = render("甲乙丙丁", [Span(0, 3, Mark.HIT), Span(1, 4, Mark.PERSON, "/p/")])
    assert html == '<mark>甲</mark><a class="person" href="/p/"><mark>乙丙</mark>丁</a>'


def test_of_two_links_the_shorter_one_has_the_characters():
    html = render(
        "河口市总工会", [Span(0, 6, Mark.ORGANIZATION, "/o/1/"), Span(0, 3, Mark.ORGANIZATION, "/o/2/")]
    )
    assert html == (
        '<a class="organization" href="/o/2/">河口市</a><a class="organization" href="/o/1/">总工会</a>'
    )


def test_lost_characters_are_marked():
    assert "□□</span>" in render("桥长□□米")


def test_address_cannot_break_out_of_its_attribute():
    assert 'href="&quot;&gt;' in render("甲", [Span(0, 1, Mark.PERSON, '">')])


def test_printed_spans_are_located_in_the_shown_text():
    runs = [[0, 2, 10, 2], [2, 2, 12, 3]]
    spans = [Span(10, 11, Mark.PERSON, "/p/"), Span(13, 14, Mark.PERSON, "/p/"), Span(40, 41, Mark.PERSON)]
    assert [(span.start, span.end) for span in located(runs, spans)] == [(0, 1), (2, 4)]
