"""From bytes to Unicode: never silent mojibake. What can't be decoded for certain is refused."""

import codecs
import re
from typing import NamedTuple

from charset_normalizer import from_bytes as guess

from articles.folding import fold

from .unreadable import MixedEncoding, NotText, UnknownEncoding

BOMS = {  # the longer first: UTF-32's begins with UTF-16's
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
SIGNATURES = {
    b"\x89PNG": "PNG 图片",
    b"\xff\xd8\xff": "JPEG 图片",
    b"GIF8": "GIF 图片",
    b"II*\x00": "TIFF 图片",
    b"MM\x00*": "TIFF 图片",
    b"%PDF": "PDF 文档",
    b"PK\x03\x04": "ZIP 压缩包（Word 文档也是）",
    b"PK\x05\x06": "ZIP 压缩包",
    b"Rar!": "RAR 压缩包",
    b"7z\xbc\xaf": "7z 压缩包",
    b"\x1f\x8b": "gzip 压缩包",
    b"\xd0\xcf\x11\xe0": "旧式 Office 文档",
    b"{\\rtf": "RTF 文档",
    b"SQLite format 3": "数据库文件",
    b"\x7fELF": "程序文件",
}
CANDIDATES = ("gb18030", "big5hkscs", "utf_16_le", "utf_16_be")
ENCODING_NAMES = {"gb18030": "GB18030", "big5hkscs": "Big5", "utf_16_le": "UTF-16", "utf_16_be": "UTF-16"}

CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
UTF8_HAN = re.compile(rb"(?:[\xe4-\xe9][\x80-\xbf]{2}){4}")  # four in a row: chance in no other encoding
MOST_CONTROLS = 0.1  # share of bytes; more is no text
MOST_LOST = 0.01  # share of characters that may be lost in a UTF-8 text
LEAST_COMMON = 0.7  # share of common characters in rightly decoded Chinese; mojibake has under 0.5
LONGEST_CHARACTER = 4  # bytes, in UTF-8 and GB18030


class Decoded(NamedTuple):
    text: str
    encoding: str
    warnings: tuple[str, ...] = ()


def decode(data: bytes) -> Decoded:
    """The text of a file; raises NotText, UnknownEncoding or MixedEncoding."""
    for signature, looks_like in SIGNATURES.items():
        if data.startswith(signature):
            raise NotText(looks_like=looks_like)
    for bom, encoding in BOMS.items():
        if data.startswith(bom):
            return _decode_marked(data, encoding)
    try:
        decoded = Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        decoded = _decode_cut(data, error) or _decode_damaged(data, error) or _decode_other(data)
    if decoded.encoding == "utf-8" and len(CONTROL.findall(data)) > MOST_CONTROLS * len(data):
        raise NotText(looks_like="二进制文件")
    return decoded


def _decode_marked(data: bytes, encoding: str) -> Decoded:
    """A file whose byte-order mark names its encoding; a broken character is marked U+FFFD."""
    text = data.decode(encoding, errors="replace")
    lost = text.count("\ufffd")
    if lost > max(1, MOST_LOST * len(text)):
        raise UnknownEncoding(tried=encoding.upper())
    return Decoded(text, encoding.removesuffix("-sig"), _lost_warning(lost))


def _decode_cut(data: bytes, error: UnicodeDecodeError) -> Decoded | None:
    """UTF-8 whose end was cut off inside a character: what is left of that is dropped."""
    head = data[: error.start]
    if not UTF8_HAN.search(head) or len(data) - error.start > 2 * LONGEST_CHARACTER:
        return None
    if any(byte < 0x80 for byte in data[error.start :]):
        return None
    return Decoded(head.decode("utf-8"), "utf-8", ("文件末尾的字被截断，已略去残缺的最后一字。",))


def _decode_damaged(data: bytes, error: UnicodeDecodeError) -> Decoded | None:
    """UTF-8 with a few broken characters, each marked U+FFFD; raises MixedEncoding if they are many."""
    if not UTF8_HAN.search(data):
        return None
    text = data.decode("utf-8", errors="replace")
    lost = text.count("\ufffd")
    if lost > MOST_LOST * len(text):
        raise MixedEncoding(line=data.count(b"\n", 0, error.start) + 1)
    return Decoded(text, "utf-8", _lost_warning(lost))


def _lost_warning(lost: int) -> tuple[str, ...]:
    return (f"有 {lost} 处无法解读，已用 U+FFFD 标出。",) if lost else ()


def _decode_other(data: bytes) -> Decoded:
    """GB18030 and what else Chinese text comes in, if the result reads like Chinese."""
    best = guess(data, cp_isolation=list(CANDIDATES)).best()
    for encoding in dict.fromkeys((best.encoding if best else CANDIDATES[0], *CANDIDATES)):
        text, cut = _strictly(data, encoding)
        if text and _common_share(text) >= LEAST_COMMON:
            warning = f"文件不是 UTF-8，已按 {ENCODING_NAMES[encoding]} 解读。"
            cuts = ("文件末尾的字被截断，已略去残缺的最后一字。",) if cut else ()
            return Decoded(text, encoding, (warning, *cuts))
    if len(CONTROL.findall(data)) > MOST_CONTROLS * len(data) / 2:
        raise NotText(looks_like="二进制文件")
    raise UnknownEncoding(tried="UTF-8、GB18030、Big5、UTF-16")


def _strictly(data: bytes, encoding: str) -> tuple[str, bool]:
    """The text, and whether a broken last character was left out; "" if it isn't this encoding."""
    try:
        return data.decode(encoding), False
    except UnicodeDecodeError as error:
        if len(data) - error.start >= LONGEST_CHARACTER:
            return "", False
        return data[: error.start].decode(encoding), True


def _common_share(text: str) -> float:
    """Share of characters beyond ASCII that a Chinese newspaper commonly uses."""
    foreign = [char for char in fold(text) if ord(char) > 0x7F and not char.isspace()]
    return sum(map(_is_common, foreign)) / len(foreign) if foreign else 0.0


def _is_common(char: str) -> bool:
    """Punctuation, or one of the 3,755 commonest characters (the first level of GB 2312)."""
    try:
        row = char.encode("gb2312")[0]
    except UnicodeEncodeError:
        return "\u2010" <= char <= "\u206f" or "\u3000" <= char <= "\u303f" or "\uff00" <= char <= "\uff65"
    return 0xA1 <= row <= 0xA3 or 0xB0 <= row <= 0xD7
