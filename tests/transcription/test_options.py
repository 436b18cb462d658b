import datetime

import pytest

from articles.transcription import BadOption, Given, given_from_options


def test_options_become_facts():
    assert given_from_options("云岭晨报", "2031-04-08", "号外", "第03版") == Given(
        newspaper="云岭晨报", date=datetime.date(2031, 4, 8), edition="extra", label="3"
    )
    assert given_from_options() == Given()
    assert given_from_options(edition="").edition == ""


@pytest.mark.parametrize("options", [{"date": "2031-02-30"}, {"date": "昨天"}, {"edition": "豪华版"}])
def test_options_that_make_no_sense_are_refused(options):
    with pytest.raises(BadOption) as refused:
        given_from_options(**options)
    assert next(iter(options.values())) in str(refused.value)
