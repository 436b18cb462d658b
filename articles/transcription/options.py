"""What the operator says on the command line."""

from .dates import ImpossibleDate, parse_date
from .labels import UnknownEdition, normal_edition, normal_label
from .page_text import Given
from .unreadable import gettext_noop


class BadOption(ValueError):
    """An option that says nothing sensible: `message` with `value` in it, to translate at the edge."""

    def __init__(self, message: str, value: str) -> None:
        super().__init__(message % {"value": value})
        self.message, self.value = message, value


def given_from_options(
    newspaper: str | None = None,
    date: str | None = None,
    edition: str | None = None,
    page: str | None = None,
) -> Given:
    """The options as facts; raises BadOption."""
    stated = None
    try:
        stated = parse_date(date) if date else None
        code = normal_edition(edition) if edition is not None else None
    except ImpossibleDate:
        raise BadOption(gettext_noop("日期“%(value)s”不存在或写法不明，请写成 2025-12-29。"), date) from None
    except UnknownEdition:
        message = gettext_noop("版别“%(value)s”不明，可用：早版、晚版、号外、地方版、增刊。")
        raise BadOption(message, edition) from None
    return Given(
        newspaper=(newspaper or "").strip() or None,
        date=stated.date if stated else None,
        date_precision=stated.precision if stated else "day",
        edition=code,
        label=normal_label(page or "") or None,
    )
