"""Our own labelled text (`labelled_names.txt`) as gold pages, its slots filled with names by chance (a fixed one)."""

import random
import re
from pathlib import Path

from gold_pages import GoldPage, lay

from articles.recognition.tables import tables
from articles.transcription import PageText

FILE = Path(__file__).with_name("labelled_names.txt")
COPIES = 4  # of the text, each with other names
GIVEN = (
    "明华国建文志军平海波伟东林春辉永强玉兰秀英桂芳丽红梅雪晓燕婷静敏娟磊鹏飞宇航浩然子涵欣怡雨晨思远嘉诚"
    "德福长庆占山守义广田树仁宝贵金生水根有才大勇铁柱云霞凤仙素琴翠莲彩月冬青夏秋"
)
ABROAD = [
    "约翰",
    "大卫",
    "玛丽亚",
    "安娜",
    "皮埃尔",
    "马丁",
    "托马斯",
    "索菲",
    "卡洛斯",
    "伊万",
    "娜塔莎",
    "奥斯卡",
    "埃里克",
    "米格尔",
    "法比奥",
    "克里斯",
]
FAMILY = [
    "史密斯",
    "布朗",
    "安德森",
    "费尔南德斯",
    "科斯塔",
    "彼得罗夫",
    "穆勒",
    "杜邦",
    "罗西",
    "桑切斯",
    "卡尔松",
    "维兰德",
    "奥康纳",
    "哈里斯",
    "贝克尔",
    "莫里斯",
]
LATIN = ["Peter Lang", "Maria Costa", "Tom Baker", "Ingrid Olsen", "Paul Martin", "Anna Weiss"]
UNIVERSITIES = [
    "北京大学",
    "复旦大学",
    "武汉大学",
    "浙江大学",
    "西北工业大学",
    "华东师范大学",
    "中国农业大学",
    "东北林业大学",
    "青岛科技大学",
    "南方医科大学",
]
ROOTS = [
    "恒通",
    "鑫源",
    "华盛",
    "瑞丰",
    "天泽",
    "宏远",
    "金岭",
    "润和",
    "正大",
    "联创",
    "海晟",
    "新航",
    "安泰",
    "博远",
    "长虹",
    "光明",
]
TRADES = [
    "机械",
    "电子",
    "纺织",
    "建材",
    "化工",
    "食品",
    "物流",
    "科技",
    "重工",
    "电力",
    "药业",
    "服饰",
    "汽车零部件",
    "环保",
    "信息技术",
    "建筑工程",
]
LEGAL = ["有限公司", "有限公司", "有限公司", "股份有限公司", "集团有限公司", "有限责任公司", "集团"]
OFFICES = [
    "人力资源和社会保障局",
    "人社局",
    "市场监督管理局",
    "交通运输局",
    "教育局",
    "公安局",
    "总工会",
    "民政局",
    "住建局",
    "应急管理局",
    "卫健委",
    "妇联",
]


def own_pages() -> list[GoldPage]:
    """Every article of the file, `COPIES` times, each a page of its own."""
    chance = random.Random(7)
    articles = re.split(r"\n\s*\n", "\n".join(_lines()))
    return [
        _page(f"own{copy}-{n}", text, chance) for copy in range(COPIES) for n, text in enumerate(articles)
    ]


def _lines() -> list[str]:
    lines = FILE.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if not line.startswith("#")]


def _page(name: str, marked: str, chance: random.Random) -> GoldPage:
    filled = _Slots(chance).fill(marked.strip())
    article = {"kind": "news", "paragraphs": [], "people": [], "organizations": []}
    for key, marks in (("people", "‹›"), ("organizations", "«»")):
        names = dict.fromkeys(re.findall(f"{marks[0]}([^{marks[1]}]+)", filled))
        article[key] = [{"name": form, "forms": [form]} for form in names]
    plain = re.sub("[‹›«»]", "", filled)
    article["paragraphs"] = plain.split("\n")
    gold = {"page": {}, "articles": [article], "furniture": []}
    return GoldPage(name, PageText(plain), gold, lay(plain, gold))


class _Slots:
    """The names of one article: its place and its surname stay the same, people come back."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        known = tables()
        self.cities = [name for name, kind in known.regions.items() if kind == "city" and name[-1] != "市"]
        self.bodies = sorted(form for form in known.bodies if len(form) > 2)
        self.common = [name for name, usual in known.surnames.items() if usual in ("common", "compound")]
        self.rare = [name for name, usual in known.surnames.items() if usual == "rare"]
        self.city = chance.choice(self.cities)
        self.surname = chance.choice(self.common[:100])
        self.people: list[str] = []

    def fill(self, text: str) -> str:
        return re.sub(r"\{(\w+)\}", lambda match: getattr(self, f"_{match[1]}")(), text)

    def _p(self) -> str:
        if self.people and self.chance.random() < 0.35:
            return self.chance.choice(self.people)
        surname = self.chance.choice(self.common if self.chance.random() < 0.85 else self.rare)
        self.people.append(surname + "".join(self.chance.sample(GIVEN, self.chance.choice((1, 2, 2)))))
        return self.people[-1]

    def _q(self) -> str:
        """In a list a name of two characters is spread to the width of three."""
        name = self._p()
        return f"{name[0]}\u3000{name[1]}" if len(name) == 2 else name

    def _f(self) -> str:
        family = self.chance.choice(FAMILY)
        return family if self.chance.random() < 0.4 else f"{self.chance.choice(ABROAD)}·{family}"

    def _l(self) -> str:
        return self.chance.choice(LATIN)

    def _s(self) -> str:
        return self.surname

    def _n(self) -> str:
        return self.chance.choice(GIVEN)

    def _city(self) -> str:
        return self.city

    def _b(self) -> str:
        return self.chance.choice(self.bodies)

    def _u(self) -> str:
        return self.chance.choice(UNIVERSITIES)

    def _d(self) -> str:
        place = self.chance.choice((f"{self.city}市", f"{self.city}市", "市"))
        return place + self.chance.choice(OFFICES)

    def _c(self) -> str:
        place = self.chance.choice(("", self.city, f"{self.city}市"))
        name = place + self.chance.choice(ROOTS) + self.chance.choice(TRADES)
        return name if self.chance.random() < 0.2 else name + self.chance.choice(LEGAL)
