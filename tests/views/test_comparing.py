"""A page's transcription beside its reading: every block leads to what is shown of it, and back."""

from html.parser import HTMLParser

import pytest

from articles.corrections import change
from articles.models import Block
from articles.segmentation import Role
from articles.views.comparing import compare
from articles.writing import refresh_fields
from tests.make import make_article, make_block, make_page

pytestmark = pytest.mark.django_db


class Shown(HTMLParser):
    """The links inside the page, its ids, and the text that stands under each id."""

    def __init__(self, html):
        super().__init__()
        self.links, self.text, self.open = [], {}, []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        if tag in ("link", "meta", "input", "br"):
            return
        attrs = dict(attrs)
        self.open.append(attrs.get("id"))
        if attrs.get("id"):
            self.text[attrs["id"]] = ""
        if attrs.get("href", "").startswith("#"):
            self.links.append(attrs["href"][1:])

    def handle_endtag(self, tag):
        self.open.pop()

    def handle_data(self, data):
        for name in filter(None, self.open):
            self.text[name] += data


@pytest.fixture
def page():
    return make_page()


@pytest.fixture
def look(client, page):
    def get():
        return client.get(page.get_absolute_url()).content.decode()

    return get


def add(article, role, text, joins=False):
    make_block(article.page, Role(role), text, article, joins=joins)
    refresh_fields(article)


def test_every_block_says_its_role_and_leads_to_its_text_in_the_reading_and_back(page, look):
    make_block(page, "furniture", "第1版 要闻")
    make_article(page, ("kicker", "两岸一家"), ("headline", "石桥合龙"), ("paragraph", "桥长八百米。"))
    shown = Shown(look())
    assert set(shown.links) <= shown.text.keys()
    labels = ["版面杂件", "引题", "主题", "正文"]
    for number, (label, text) in enumerate(
        zip(labels, ["第1版 要闻", "两岸一家", "石桥合龙", "桥长八百米。"], strict=True), 1
    ):
        assert shown.text[f"b{number}"].startswith(label)
        assert shown.text[f"b{number}"].endswith(text)
        assert shown.text.get(f"r{number}") == (text if number > 1 else None)
        assert shown.links.count(f"r{number}") == shown.links.count(f"b{number}") == (number > 1)


def test_each_line_of_a_broken_paragraph_leads_to_its_own_words(page, look):
    article = make_article(page, ("headline", "石桥合龙"), ("paragraph", "桥上的灯"))
    add(article, "paragraph", "亮了一夜。", joins=True)
    shown = Shown(look())
    assert (shown.text["r2"], shown.text["r3"]) == ("桥上的灯", "亮了一夜。")
    assert "接上一块" in shown.text["b3"]
    assert "b3" in shown.links


def test_lines_of_a_stanza_and_cells_of_a_row_are_kept_apart(page, look):
    make_article(page, ("headline", "船歌"), ("verse", "桨声远了\n灯火近了"))
    make_article(page, ("headline", "水位"), ("table_row", "| 上游 | 三米 |"))
    shown = Shown(look())
    assert shown.text["r2"].strip() == "桨声远了"
    assert shown.text["r3"] == "灯火近了"
    assert shown.text["r5"] == "上游"
    assert "三米</span>" in look()


def test_block_of_markup_alone_leads_nowhere(page, look):
    make_article(page, ("table_row", "| 上游 | 三米 |"), ("table_row", "|---|---|"))
    shown = Shown(look())
    assert "表格行" in shown.text["b2"]
    assert "r2" not in shown.links
    assert set(shown.links) <= shown.text.keys()


def test_text_is_escaped_in_both_columns(page, look):
    make_article(page, ("headline", "大桥<通车>"), ("paragraph", "</span><script>x</script>"))
    html = look()
    assert "<script>x" not in html
    assert html.count("&lt;script&gt;x") >= 2


def test_emendation_is_read_in_the_reading_and_the_print_stays_in_the_transcription(page, look):
    make_article(page, ("headline", "河囗大桥"), emended=[("囗", "口")])
    shown = Shown(look())
    assert shown.text["b1"].endswith("河囗大桥")
    assert shown.text["r1"] == "河口大桥"


def test_emendation_over_the_edge_of_two_blocks_is_shown_once(page, look):
    article = make_article(page, ("paragraph", "灯亮了一"))
    add(article, "paragraph", "液天。", joins=True)
    text = page.transcription.text
    page.transcription.emendations.create(
        start=text.index("一"), end=text.index("液") + 1, printed="一\n液", replacement="一整夜"
    )
    refresh_fields(article)
    shown = Shown(look())
    assert (shown.text["r1"], shown.text["r2"]) == ("灯亮了一整夜", "天。")


def test_editors_headline_answers_to_every_printed_line_of_it(page, look, django_user_model):
    article = make_article(page, ("headline", "石轿合拢"), ("paragraph", "桥长八百米。"))
    Block.objects.filter(article=article, role="headline").update(end=2)
    Block.objects.create(
        transcription=page.transcription,
        article=article,
        start=2,
        end=4,
        role="headline",
        order=9,
        joins=True,
    )
    refresh_fields(article)
    change(article, "headline", "石桥合龙", django_user_model.objects.create(username="editor"), "误植")
    shown = Shown(look())
    assert shown.text["r1"] == "石桥合龙"
    assert shown.links.count("r1") == 2
    assert "石轿" in shown.text["b1"]


def test_editors_deck_where_none_is_printed_is_shown_without_a_link(page, look, django_user_model):
    article = make_article(page, ("headline", "石桥合龙"), ("paragraph", "桥长八百米。"))
    change(article, "deck", "昨夜试灯", django_user_model.objects.create(username="editor"), "补")
    html = look()
    assert "<dt>副题</dt>" in html
    assert "昨夜试灯</span>" in html


def test_articles_are_numbered_and_a_box_names_its_story(page, look):
    story = make_article(page, ("headline", "石桥合龙"), ("paragraph", "桥长八百米。"))
    make_article(page, ("headline", "桥名由来"), parent=story)
    make_block(page, "paragraph", "灯亮了。", story)
    refresh_fields(story)
    shown = Shown(look())
    html = look()
    assert "附于第 1 篇" in html
    assert html.count("（续）") == 1
    assert shown.links.count(f"article-{story.pk}") == 2


def test_withdrawn_article_shows_no_text_and_no_link_in_either_column(page, look):
    gone = make_article(page, ("headline", "旧闻撤稿"), ("paragraph", "不该再见的话。"), withdrawn=True)
    make_article(page, ("headline", "石桥合龙"), parent=gone)
    html = look()
    shown = Shown(html)
    assert "撤稿" not in html
    assert "不该再见" not in html
    assert "附于" not in html
    assert "这里的文字已经撤下" in html
    assert not {"b1", "b2", "r1", "r2", f"article-{gone.pk}"} & (shown.text.keys() | set(shown.links))
    assert shown.text["r3"] == "石桥合龙"


def test_page_of_nothing_but_furniture_has_an_empty_reading(page, look):
    make_block(page, "furniture", "第1版 要闻")
    assert "没有单独成篇的文章" in Shown(look()).text["content"].split("解读")[-1]


def test_bits_of_a_piece_laid_together_are_the_text_that_is_shown(page):
    article = make_article(
        page, ("headline", "石桥 合龙"), ("paragraph", "**灯**亮了，☆"), ("verse", "桨声\n灯火")
    )
    add(article, "paragraph", "  车来了□ 人也来了。", joins=True)
    compared = compare(page, [article], [article])
    shown = ["".join(str(bit.html) for bit in piece.bits) for piece in compared.readings[0].pieces]
    plain = [text.replace('<span class="lost" title="原版缺字或无法辨认">□</span>', "□") for text in shown]
    assert plain == [part["text"] for part in article.layout]
