"""Why a file is no page: one class a cause. `reason` and `remedy` are messages to translate at the edge;
`values` fills their placeholders."""


def gettext_noop(message: str) -> str:
    """Marks a message for translation, as Django's does, without Django."""
    return message


class UnreadablePage(Exception):
    """A file that gives no transcription: what is wrong, and what its owner can do."""

    reason = gettext_noop("无法读取这个文件。")
    remedy = gettext_noop("请检查文件后再导入。")

    def __init__(self, **values: object) -> None:
        super().__init__(values)
        self.values = values

    def __str__(self) -> str:
        return f"{self.reason % self.values}{self.remedy % self.values}"


class EmptyFile(UnreadablePage):
    reason = gettext_noop("文件是空的。")
    remedy = gettext_noop("请确认转录已经完成，生成后再导入。")


class NoText(UnreadablePage):
    reason = gettext_noop("文件里没有文字。")
    remedy = gettext_noop("请重新转录这一版后再导入。")


class NotText(UnreadablePage):
    reason = gettext_noop("这不是文本文件，看来是 %(looks_like)s。")
    remedy = gettext_noop("请导出为纯文本（UTF-8）后再导入。")


class TooLarge(UnreadablePage):
    reason = gettext_noop("文件太大：%(size)s，上限是 %(limit)s。")
    remedy = gettext_noop("一个文件应是报纸的一个版面，请拆开后再导入。")


class UnknownEncoding(UnreadablePage):
    reason = gettext_noop("无法判定文字的编码（%(tried)s 都不通）。")
    remedy = gettext_noop("请转存为 UTF-8 后再导入。")


class MixedEncoding(UnreadablePage):
    reason = gettext_noop("文件里混有不止一种编码，从第 %(line)d 行起无法按 UTF-8 解读。")
    remedy = gettext_noop("请把全文转存为 UTF-8 后再导入。")


class NoPermission(UnreadablePage):
    reason = gettext_noop("没有读取这个文件的权限。")
    remedy = gettext_noop("请更改文件权限（chmod +r）后再导入。")


class NotAFile(UnreadablePage):
    reason = gettext_noop("这不是普通文件。")
    remedy = gettext_noop("请只导入普通的文本文件。")


class MissingFile(UnreadablePage):
    reason = gettext_noop("文件不存在，或链接指向的文件不存在。")
    remedy = gettext_noop("请补上文件后再导入。")


class CannotOpen(UnreadablePage):
    reason = gettext_noop("系统无法打开这个文件：%(error)s。")
    remedy = gettext_noop("请检查磁盘和文件名后再导入。")
