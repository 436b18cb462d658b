"""Agency and dateline, as a printed 电头 names them."""

import pytest

from articles.segmentation.datelines import credit_agency, lead_facts


@pytest.mark.parametrize(
    ("lead", "agency", "dateline"),
    [
        ("据新华社云岭9月3日电（记者 林石）", "新华社", "云岭9月3日"),
        ("本报讯（记者 林石）", "", ""),
        ("本报云岭讯（通讯员 林石）", "", "云岭"),
        ("【本報香江十一日電】", "", "香江十一日"),
        ("【聯合社紐約十五日電】", "聯合社", "紐約十五日"),
        ("【本報石渡通訊】", "", "石渡"),
        ("據埃菲社電", "埃菲社", ""),
        ("東海社上海十五日電", "東海社", "上海十五日"),
        ("新华社专特稿", "新华社", ""),
        ("新华社供本报专电", "新华社", ""),
        ("马六甲电", "", "马六甲"),
        ("（大渡口讯）", "", "大渡口"),
        ("（云岭综合报道）", "", "云岭"),
        ("（本報記者林石綜合報道）", "", ""),
        ("【記者林大同屏江報導】", "", "屏江"),
        ("（本报记者林石 发自云岭）", "", "云岭"),
        ("综合新华社、法新社电", "新华社", ""),
        ("高新区又讯", "", ""),
        ("【本市訊】", "", ""),
        ("【本報特約通訊】", "", ""),
        ("新華社石渡十五日深夜電", "新華社", "石渡十五日"),
        ("中央社石渡十五日十時電", "中央社", "石渡十五日"),
        ("（上接第一版《东山社队来电》）", "", ""),
    ],
)
def test_lead_names_agency_and_dateline(lead: str, agency: str, dateline: str) -> None:
    assert lead_facts(lead) == (agency, dateline)


def test_credit_names_its_agency() -> None:
    assert credit_agency("新華社發（林石攝）") == "新華社"
    assert credit_agency("林石摄") == ""
