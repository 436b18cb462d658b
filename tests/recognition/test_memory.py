import pytest

from articles.recognition.memory import recalled, short_forms
from articles.recognition.passages import passages_of
from articles.segmentation import ArticleDraft, Block, Kind, Role


def _recalled(text, accepted):
    article = ArticleDraft(Kind.NEWS, (Block(0, len(text), Role.PARAGRAPH),))
    return recalled(passages_of(text, [article], None), accepted)


def test_accepted_name_is_looked_for_everywhere():
    found, _ = _recalled("苗玉兰来了。大家都认得苗玉兰。", {"person": ["苗玉兰"]})
    assert [c.start for c in found if c.plain == "苗玉兰"] == [0, 11]


def test_declared_short_form_is_licensed():
    text = "青石钢铁集团有限公司（以下简称“青钢”）停炉检修，青钢说不影响交货。"
    found, licensed = _recalled(text, {"organization": ["青石钢铁集团有限公司"]})
    assert licensed["青钢"] == "青石钢铁集团有限公司"
    assert [c.start for c in found if c.plain == "青钢"] == [16, 25]


@pytest.mark.parametrize("text", ["青石来了客人", ""])
def test_common_beginning_is_no_short_form(text):
    assert not list(short_forms(text, "青石重型机械集团有限公司"))
