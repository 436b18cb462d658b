"""What a 电头 says: the agency, and the dateline (place and day)."""

import re
from pathlib import Path

from articles.folding import fold


def _agencies() -> str:
    lines = Path(__file__).with_name("agencies.txt").read_text(encoding="utf-8").splitlines()
    names = {name for line in lines if not line.startswith("#") for name in line.split()}
    return "|".join(sorted(names, key=lambda name: (-len(name), name)))


AGENCIES = _agencies()  # an alternation, longest first, in folded characters
# A name that is not in the table ends in 社 and stands where an agency's name stands.
UNKNOWN = r"(?<![一-鿿])(?:据|综合)?([一-鿿]{1,5}(?<![公报旅作本])社)(?=[^\s()【】,。:]{0,14}电)"
AGENCY = re.compile(rf"({AGENCIES})")
UNKNOWN_AGENCY = re.compile(UNKNOWN)
DAY = r"(?:[\d一二三四五六七八九十]{1,3}月)?[\d一二三四五六七八九十廿]{1,4}日"
PLACE = r"[^\s()【】\[\],。:;、电讯记专]{0,12}?"
TIME = r"(?:[上下中]午|午夜|清晨|凌晨|傍晚|深夜|晨|晚|夜)?(?:[\d一二三四五六七八九十]{1,3}[时点]半?)?"
WIRE = r"(?:综合)?(?:专|急|通|航|快)?(?:电|讯|信(?!息))|消息|特稿"
SOURCE = rf"(?:{AGENCIES}|[一-鿿]{{1,5}}社|本报|本刊|本台|本社|本校|[一-鿿]{{2,6}}报)"
DATELINE = re.compile(
    rf"{SOURCE}(?:、{SOURCE}){{0,2}}\s*({PLACE}\s*(?:{DAY})?){TIME}\s*(?:{WIRE}|(?:综合|专题)?报[道导])"
)
OWN = re.compile(rf"\W{{0,4}}([一-鿿·]{{2,8}}?\s*{DAY}|[一-鿿·]{{2,8}}?)\s*(?:专|急)?电")
BRACKETED = re.compile(
    rf"[(【\[〔]((?!记者|本报|本刊)[一-鿿·]{{2,8}}?(?:\s*{DAY})?)\s*(?:(?:{WIRE})|综合(?:报[道导]|消息))[)】\]〕]"
)
SENT_FROM = re.compile(r"发自\s*([一-鿿·]{2,10}?)(?=报[道导]|[\s):]|\Z)")
# 【记者林某屏东报导】: a name of two or three characters, then the place.
REPORTED = re.compile(
    r"记者\s*(?:[一-鿿]{3}|[一-鿿]{2})[\s/]*((?!.{0,3}综合|摄影|连续)[一-鿿]{2,3}?)(?:综合)?报[道导][)】\]〕]"
)
# What goes on from another page names its title, not where news comes from.
FROM_PAGE = re.compile(r"[(【\[]?(?:紧接|上接|续接|接)[^()】\]]{1,40}[)】\]]?|《[^》]{1,40}》")
NO_PLACE = re.compile(
    r"本[市县省港埠城校厂区]|各地|外埠|国内|国际|新闻|综合|特[约派写]|供|专|[一-鿿]{0,4}又\Z|据"
)


def lead_facts(lead: str) -> tuple[str, str]:
    """Agency and dateline (place and day) that a printed 电头 names, as printed; "" for none.

    >>> lead_facts("据新华社石家庄12月28日电（记者苏某）")
    ('新华社', '石家庄12月28日')
    >>> lead_facts("本报讯（记者苏某）")
    ('', '')
    >>> lead_facts("【本報廣州十一日電】")
    ('', '廣州十一日')
    """
    plain = FROM_PAGE.sub(lambda found: " " * len(found.group()), fold(lead))
    agency = AGENCY.search(plain) or UNKNOWN_AGENCY.search(plain)
    return _printed(lead, agency), _dateline(lead, plain)


def credit_agency(credit: str) -> str:
    """The agency that a credit names: 新华社发（尹某摄）."""
    return _printed(credit, AGENCY.match(fold(credit)))


def _dateline(lead: str, plain: str) -> str:
    found = DATELINE.search(plain)
    if not found:
        found = BRACKETED.match(plain) or OWN.match(plain)
    if found and found.group(1).strip() and not NO_PLACE.match(found.group(1)):
        return _printed(lead, found)
    return _printed(lead, SENT_FROM.search(plain) or REPORTED.search(plain))


def _printed(text: str, found: re.Match[str] | None) -> str:
    return text[found.start(1) : found.end(1)].strip() if found else ""
