"""Whether a short line reads as names of people: bylines, credits, lists of names."""

import re

from articles.segmentation.lines import Line

SURNAMES = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方"
    "俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧"
    "计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫"
    "经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊惠甄家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗"
    "山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘厉戎祖武符刘景詹束龙叶幸司韶黎薄印宿白怀蒲从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双"
    "闻莘党翟谭贡劳逄姬申扶堵冉宰雍桑桂牛寿通边扈燕冀浦尚农温别庄晏柴瞿阎充慕连茹习艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘"
    "匡国文寇广禄阙东欧沃利蔚越隆师巩聂晁勾敖融冷訾辛阚那简饶空曾沙养鞠须丰关查后荆红游权盖益桓公仉督岳帅缑亢况有琴商佘佟"
    "墨哈谯笪年爱阳佴言福苟覃辜揭战由肖涂邸戢啜闫麦练付佐冼洛展晋楚苑亓仝代布才官宾"
)
DOUBLE = "欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|令狐|慕容|司徒|端木|夏侯|太史|申屠|公冶|宗政|濮阳|淳于|单于|闻人|钟离|宇文|长孙|鲜于|司空|独孤|南宫|西门|东郭|百里|呼延|轩辕"
FOREIGN = r"[\u4e00-\u9fff]{1,6}(?:·[\u4e00-\u9fff]{1,6}){1,3}"
NAME = rf"(?:(?:{DOUBLE})\s?[\u4e00-\u9fff]{{1,2}}|[{SURNAMES}](?:\s{{1,2}}[\u4e00-\u9fff]|[\u4e00-\u9fff]{{1,2}}))"
POST = (
    r"(?:本报|本刊|本社|本台|新华社|中新社|人民日报|[\u4e00-\u9fff]{2,5}报|见习|实习|特派|特约|首席|学生|高级){0,3}"
    r"(?:记者|通讯员|特派员|撰稿人?|撰文|实习生|评论员|编译|整理|采写|摄影|口述|主持人?|摄|文|图|文并摄|文并图|摄影报道|报道|编辑|作者|翻译|译)"
)
ONE_NAME = re.compile(rf"[■□●◎○·•*/\s]*{NAME}[·\s]*\Z")
NAMES_ONLY = re.compile(rf"[■□●◎○·•*\s]*{NAME}(?:[\s、]+{NAME})+\s*\Z")
ANY_NAME = re.compile(r"[■□●◎○·•*\s]*[\u4e00-\u9fff]{1,2}\s{1,2}[\u4e00-\u9fff]{1,2}[·\s]*\Z")
POSTED = re.compile(rf"[■□●◎○·•*(\s]*(?:文|图|文字|图片|采访|主持|整理)?[/::\s]*{POST}[\s/::]*{NAME}")
POSTED_END = re.compile(rf"{NAME}[\s/]*{POST}(?:\s\S{{2,6}}报道)?[)\s]*\Z")
FOREIGN_NAME = re.compile(rf"\s*{FOREIGN}\s*\Z")
TITLED = re.compile(rf"\S{{3,16}}\s+{NAME}\s*\Z")
MANY_NAMES = 3


def name_evidence(line: Line) -> list[str]:
    text = line.text
    if not 2 <= len(text) <= 60:
        return []
    found = []
    if POSTED.match(text):
        found.append("names=posted")
    elif POSTED_END.search(text):
        found.append("names=posted_end")
    if ONE_NAME.match(text):
        found.append("names=one spaced" if " " in text.strip("■□●◎○·•* ") else "names=one")
    elif NAMES_ONLY.match(text):
        found.append("names=list" if len(text.split()) >= MANY_NAMES else "names=two")
    elif ANY_NAME.match(text) or FOREIGN_NAME.match(text):
        found.append("names=like")
    elif len(text) <= 30 and TITLED.match(text):
        found.append("names=titled")
    return found
