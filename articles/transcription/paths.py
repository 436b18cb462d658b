"""What the folders and the name of a file say of the page in it: 工人日报/2025-12-29/01.txt."""

import re
from pathlib import Path

from .combining import PRECISIONS, Statement, combine
from .dates import ImpossibleDate, StatedDate, find_date
from .labels import EDITIONS, normal_edition, normal_label
from .page_text import Given

DEEPEST = 6  # folders above a file that are looked at
MOST_SILENT = 1  # folders in a row that say nothing (ocr, txt), above the imported one

NEWSPAPER = re.compile(r"《?([\u4e00-\u9fff]{2,18}(?:报|報|周刊|週刊|周末))》?")
ENGLISH_NEWSPAPER = re.compile(
    r"((?:[A-Z][A-Za-z']*[ _])+(?:Daily|News|Times|Post|Weekly|Herald|Gazette|Tribune))(?![A-Za-z])"
)
NO_NEWSPAPERS = ("剪报", "简报", "海报", "情报", "电子报", "数字报", "旧报", "汇总报")

EDITION = re.compile("|".join(name for names in EDITIONS.values() for name in names if not name.isascii()))
# 第1版, A08版, 第4-5版, 头版; page_01
PRINTED_LABEL = re.compile(
    r"第\s*([A-Z]?\d{1,3}(?:[-—、]\d{1,3})?|[一二三四五六七八九十]{1,3}|[增特]\d{1,2})\s*版"
    r"|(?<![A-Za-z\d])([A-Z]?\d{1,3}(?:[-—、]\d{1,3})?)版|(头版)|(?<![A-Za-z])(?:[Pp]age|[Pp])[ _.-]?0*(\d{1,3})(?!\d)"
)
BARE_LABEL = re.compile(r"\d{1,3}|[A-OQ-Z]\d{1,3}|[增特]\d{1,2}")
DOUBLE_PAGE = re.compile(r"\s*(\d{1,3})[-—](\d{1,3})\s*")
BEFORE_NAME = re.compile(r"(?<![A-Za-z\d])([A-OQ-Z]?\d{1,3})(?=[\u4e00-\u9fff])")
SEPARATORS = re.compile(r"[\s_\-–—.,，、：:;；·+（）()\[\]【】《》/]+")

PAGE_NAME = re.compile(
    "(?:头版)?(?:要闻|综合|副刊|国内|国际|经济|财经|文化|文体|体育|教育|民生|社会|评论|言论|理论|法治|健康|科技|时政|本地|都市"
    "|广告|专题|专版|专刊|人物|对话|周末|读书|文艺|娱乐|生活|农村|工会|维权|班组|天下|深度|特刊|特稿|城事|便民|读者来信)"
    "(?:新闻|·?深度|周刊|专刊|专版|综合|要闻)?"
)


def given_from_path(path: Path, root: Path | None = None) -> Given:
    """What a path says, nearest to the file first. `root`: the folder that is imported; from there
    upwards folders are looked at until two in a row say nothing."""
    path = Path(path).absolute()
    folders = _folders(path.parent, (root or path.parent).absolute())
    name = read_name(path.stem, is_file=True)
    inner = [Statement("文件夹", read_name(folder, is_file=False)) for folder in reversed(folders)]
    dated = Statement("文件夹", _folder_date(folders))
    return combine([Statement("文件名", name), dated, *inner])


def read_name(name: str, *, is_file: bool) -> Given:
    """What one file name without ending, or one folder's name, says. A folder's date is read elsewhere:
    it may be spread over several folders."""
    sentences: tuple[str, ...] = ()
    date, rest = None, name
    try:
        found = find_date(name) if is_file and not name.isdigit() or len(name) > 4 else None
        date, rest = found or (None, name)
    except ImpossibleDate as error:
        sentences = (impossible(error, "文件名" if is_file else "文件夹"),)
        rest = name.replace(error.printed, " ")
    newspaper, edition, rest = _take_names(rest)
    label, rest = _take_printed_label(rest)
    tokens = [token for token in SEPARATORS.split(rest) if token]
    if is_file and label is None:
        label, tokens = _take_bare_label(rest, tokens, dated=date is not None)
    names = [token for token in tokens if PAGE_NAME.fullmatch(token)]
    return Given(
        newspaper=newspaper,
        date=date.date if date and is_file else None,
        date_precision=date.precision if date else "day",
        edition=edition,
        label=label,
        page_name=names[0] if names and label and is_file else None,
        contradictions=sentences,
    )


def impossible(error: ImpossibleDate, source: str) -> str:
    return f"{source}中的日期“{error.printed}”不存在，未采用。"


def _take_names(text: str) -> tuple[str | None, str | None, str]:
    """Newspaper and edition, and the text without them."""
    newspaper = edition = None
    for token in SEPARATORS.split(text):
        if (match := NEWSPAPER.fullmatch(EDITION.sub("", token))) and not token.endswith(NO_NEWSPAPERS):
            newspaper = match[1]
            text = text.replace(newspaper, " ", 1)
            break
    if newspaper is None and (match := ENGLISH_NEWSPAPER.search(text)):
        newspaper = match[1].replace("_", " ")
        text = text.replace(match[1], " ", 1)
    if match := EDITION.search(text):
        edition = normal_edition(match.group())
        text = text.replace(match.group(), " ", 1)
    return newspaper, edition, text


def _take_printed_label(text: str) -> tuple[str | None, str]:
    match = PRINTED_LABEL.search(text)
    if not match:
        return None, text
    label = normal_label(next(group for group in match.groups() if group))
    return label or None, f"{text[: match.start()]} {text[match.end() :]}"


def _take_bare_label(text: str, tokens: list[str], *, dated: bool) -> tuple[str | None, list[str]]:
    """A number that stands for the page: alone in the name, or beside a date or words that are understood."""
    if pair := DOUBLE_PAGE.fullmatch(text.strip(" _-")):
        if int(pair[2]) == int(pair[1]) + 1:
            return normal_label(pair.group()), []
        return None, tokens
    tokens = [part for token in tokens for part in SEPARATORS.split(BEFORE_NAME.sub(r"\1 ", token))]
    numbers = [token for token in tokens if BARE_LABEL.fullmatch(token)]
    others = [token for token in tokens if token not in numbers]
    understood = dated or all(PAGE_NAME.fullmatch(token) for token in others)
    if len(numbers) == 1 and understood:
        return normal_label(numbers[0]) or None, others
    return None, tokens


def _folders(folder: Path, root: Path) -> list[str]:
    """The names of the folders that are looked at, outermost first."""
    inside = folder.parts[len(root.parts) :] if folder.is_relative_to(root) else ()
    above: list[str] = []
    silent = 0
    for name in reversed(folder.parts[1 : len(folder.parts) - len(inside)]):
        silent = 0 if _says_something(name) else silent + 1
        if silent > MOST_SILENT:
            break
        above.insert(0, name)
    return [*above, *inside][-DEEPEST:]


def _says_something(name: str) -> bool:
    if re.fullmatch(r"\d{1,2}[月日]?|\d{4}年?|\d{1,2}[-.月]\d{1,2}日?", name):
        return True
    try:
        return find_date(name) is not None or read_name(name, is_file=False) != Given()
    except ImpossibleDate:
        return True


def _folder_date(folders: list[str]) -> Given:
    """The innermost date, from one folder's name or from year, month and day in folders of their own."""
    best: StatedDate | None = None
    for count in range(1, len(folders) + 1):
        try:
            found = find_date("/".join(folders[-count:]))
        except ImpossibleDate as error:
            return Given(contradictions=(impossible(error, "文件夹"),))
        if found and (best is None or _refines(found[0], best)):
            best = found[0]
    return Given(date=best.date, date_precision=best.precision) if best else Given()


def _refines(new: StatedDate, old: StatedDate) -> bool:
    """Whether `new` says more of the same date."""
    if PRECISIONS.index(new.precision) >= PRECISIONS.index(old.precision):
        return False
    same_month = old.precision == "year" or new.date.month == old.date.month
    return new.date.year == old.date.year and same_month
