from articles.segmentation import Pin, PinKind, Role

PARAGRAPH = "夜校在河湾开课。车工苗玉兰说，河湾的灯亮到十点。"


def _pin(kind, text, surface, **more):
    start = text.index(surface)
    return Pin(kind, start, start + len(surface), **more)


def test_added_name_stands_at_its_span_with_name_and_key(recognise_parts):
    pin = _pin(PinKind.NAME, PARAGRAPH, "河湾", value="organization", name="河湾机床厂", key=12)
    _, names = recognise_parts((Role.PARAGRAPH, PARAGRAPH), pins=[pin])
    added = [m for m in names.mentions if m.surface == "河湾"]
    assert [(m.start, m.name, m.kind, m.key, m.evidence) for m in added] == [
        (PARAGRAPH.index("河湾"), "河湾机床厂", "organization", 12, ("pin",))
    ]


def test_added_name_holds_everywhere_in_its_article(recognise_parts):
    pin = _pin(PinKind.NAME, PARAGRAPH, "河湾", value="organization", name="河湾机床厂", everywhere=True)
    _, names = recognise_parts((Role.PARAGRAPH, PARAGRAPH), pins=[pin])
    assert len([m for m in names.mentions if m.name == "河湾机床厂"]) == 2


def test_refused_name_is_gone(recognise_parts):
    pin = _pin(PinKind.NOT_NAME, PARAGRAPH, "苗玉兰", value="person")
    _, names = recognise_parts((Role.PARAGRAPH, PARAGRAPH), pins=[pin])
    assert "苗玉兰" not in {m.surface for m in names.mentions}


def test_added_name_wins_over_a_longer_one_found(recognise_parts):
    paragraph = "青石市总工会主席邓怀山说，夜校要办到车间。"
    pin = _pin(PinKind.NAME, paragraph, "青石市", value="organization", name="青石市")
    _, names = recognise_parts((Role.PARAGRAPH, paragraph), pins=[pin])
    assert "青石市" in {m.surface for m in names.mentions}


def test_pin_with_white_space_at_its_edge_names_without_it(recognise_parts):
    paragraph = "来者有 河湾 等处的人。"
    start = paragraph.index(" 河湾 ")
    pin = Pin(PinKind.NAME, start, start + 4, value="person", name="河湾")
    _, names = recognise_parts((Role.PARAGRAPH, paragraph), pins=[pin])
    assert [m.surface for m in names.mentions if m.evidence == ("pin",)] == ["河湾"]


def test_pin_outside_every_article_changes_nothing(recognise_parts):
    pin = Pin(PinKind.NAME, 900, 903, value="person", name="某人")
    with_pin = recognise_parts((Role.PARAGRAPH, PARAGRAPH), pins=[pin])
    assert with_pin == recognise_parts((Role.PARAGRAPH, PARAGRAPH))
