import datetime

from articles.transcription import Given, Statement, combine

DAY = datetime.date(2031, 4, 8)


def test_the_strongest_statement_of_each_field_is_believed():
    given = combine(
        [
            Statement("选项", Given(newspaper="云岭晨报")),
            Statement("清单", Given(newspaper="云岭晨报", date=DAY)),
            Statement("路径", Given(label="2")),
        ]
    )
    assert given == Given(newspaper="云岭晨报", date=DAY, label="2")


def test_a_contradiction_names_both_sides_in_one_sentence():
    given = combine(
        [
            Statement("选项", Given(date=DAY)),
            Statement("路径", Given(date=datetime.date(2031, 4, 9))),
        ]
    )
    assert given.date == DAY
    assert given.contradictions == ("日期说法不一：选项为“2031-04-08”，路径为“2031-04-09”；取前者。",)


def test_other_writings_of_one_value_are_no_contradiction():
    given = combine(
        [
            Statement("清单", Given(newspaper="云岭晨报", label="A08")),
            Statement("报头", Given(newspaper="雲嶺晨報", label="A8")),
        ]
    )
    assert given == Given(newspaper="云岭晨报", label="A08")


def test_a_day_refines_a_month_that_is_believed_more():
    month = Given(date=datetime.date(2031, 4, 1), date_precision="month")
    assert combine([Statement("路径", month), Statement("报头", Given(date=DAY))]) == Given(date=DAY)
    other = Given(date=datetime.date(2031, 5, 8))
    refused = combine([Statement("路径", month), Statement("报头", other)])
    assert (refused.date, refused.date_precision) == (month.date, "month")
    assert refused.contradictions


def test_an_empty_edition_is_a_statement():
    given = combine([Statement("选项", Given(edition="")), Statement("路径", Given(edition="extra"))])
    assert given.edition == ""
    assert given.contradictions
