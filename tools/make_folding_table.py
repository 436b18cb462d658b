"""Write articles/folding_table.txt: which single character stands for which in simplified script.

    pip install opencc==1.4.2
    python tools/make_folding_table.py

OpenCC is a tool only: the site reads the table, not OpenCC. Each character is converted by itself.
Phrase rules (頭髮 against 發展) depend on the neighbours, and a substring would fold differently
from the text that it was taken from.
"""

from collections import defaultdict
from pathlib import Path

import opencc

TABLE = Path(__file__).resolve().parent.parent / "articles" / "folding_table.txt"
HAN = (range(0x3400, 0xA000), range(0xF900, 0xFB00), range(0x20000, 0x32400))
HEAD = f"""# Traditional to simplified characters, each by itself: the first character of a line stands for those after it.
# Written by tools/make_folding_table.py with OpenCC {opencc.__version__} (t2s). Other variants: articles/folding_variants.txt.
"""


def traditional_forms() -> dict[str, list[str]]:
    """For every simplified character those that OpenCC turns into it."""
    simplify = opencc.OpenCC("t2s").convert
    forms = defaultdict(list)
    for char in (chr(code) for block in HAN for code in block):
        simple = simplify(char)
        if simple != char and len(simple) == 1:
            forms[simple].append(char)
    return forms


if __name__ == "__main__":
    forms = traditional_forms()
    lines = [f"{simple} {''.join(others)}\n" for simple, others in sorted(forms.items())]
    TABLE.write_text(HEAD + "".join(lines), encoding="utf-8")
    print(f"{sum(map(len, forms.values()))} characters in {TABLE}")
