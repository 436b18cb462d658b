"""Chinese numerals as numbers."""

DIGITS = {
    char: value
    for value, chars in enumerate(("〇零○", "一", "二", "三", "四", "五", "六", "七", "八", "九"))
    for char in chars
}
DIGITS |= {"廿": 20, "卅": 30}


def arabic(numeral: str) -> int | None:
    """The number that a numeral below a thousand, or a year spelled digit by digit, stands for.

    >>> arabic("二〇二五"), arabic("十二"), arabic("三十一"), arabic("廿八"), arabic("12")
    (2025, 12, 31, 28, 12)
    """
    if numeral.isdecimal():
        return int(numeral)
    if not numeral or any(char not in DIGITS and char not in "十百" for char in numeral):
        return None
    if "十" not in numeral and "百" not in numeral and not set(numeral) & {"廿", "卅"}:
        return int("".join(str(DIGITS[char]) for char in numeral))
    total, pending = 0, 0
    for char in numeral:
        if char in "十百":
            total += (pending or 1) * (10 if char == "十" else 100)
            pending = 0
        elif char in "廿卅":
            total += DIGITS[char]
        else:
            pending = DIGITS[char]
    return total + pending
