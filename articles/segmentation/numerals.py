"""Chinese numerals as numbers."""

DIGITS = {
    char: value
    for value, chars in enumerate(("〇零○o", "一", "二", "三", "四", "五", "六", "七", "八", "九"))
    for char in chars
}
DIGITS |= {"廿": 20, "卅": 30}
UNITS = {"十": 10, "百": 100, "千": 1000}

# A number below ten thousand, or one spelled digit by digit, in a regular expression over folded text.
NUMERAL = "[〇零○一二三四五六七八九十百千廿卅]"


def arabic(numeral: str) -> int | None:
    """The number that a numeral below ten thousand, or a year spelled digit by digit, stands for.

    >>> arabic("二〇二五"), arabic("十二"), arabic("三十一"), arabic("廿八"), arabic("12")
    (2025, 12, 31, 28, 12)
    >>> arabic("一千二百零五"), arabic("卅日")
    (1205, None)
    """
    if numeral.isdecimal():
        return int(numeral)
    if not numeral or any(char not in DIGITS and char not in UNITS for char in numeral):
        return None
    if not set(numeral) & {*UNITS, "廿", "卅"}:
        return int("".join(str(DIGITS[char]) for char in numeral))
    total, pending = 0, 0
    for char in numeral:
        if char in UNITS:
            total += (pending or 1) * UNITS[char]
            pending = 0
        elif char in "廿卅":
            total += DIGITS[char]
        else:
            pending = DIGITS[char]
    return total + pending
