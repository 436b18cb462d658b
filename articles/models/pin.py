from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class PinQuerySet(models.QuerySet):
    def active(self):
        return self.filter(state=Pin.State.ACTIVE)


class Pin(models.Model):
    """An editor's structural decision: a constraint on the text, under which a page is read."""

    class Kind(models.TextChoices):
        ROLE = "role", _("这一段的角色是")
        START = "start", _("一篇文章从这里开始")
        NO_START = "no_start", _("没有文章从这里开始")
        TOGETHER = "together", _("这两段属于同一篇文章")
        NAME = "name", _("这是……的名字")
        NOT_NAME = "not_name", _("这不是……的名字")

    class State(models.TextChoices):
        ACTIVE = "active", _("有效")
        CONFLICT = "conflict", _("待处理")
        UNDONE = "undone", _("已撤销")

    page = models.ForeignKey("articles.Page", models.CASCADE, related_name="pins", verbose_name=_("版面"))
    transcription = models.ForeignKey(
        "articles.Transcription", models.CASCADE, related_name="pins", verbose_name=_("录文")
    )
    kind = models.CharField(_("种类"), max_length=10, choices=Kind)
    start = models.PositiveIntegerField(_("起"))
    end = models.PositiveIntegerField(_("止"))
    other_start = models.PositiveIntegerField(_("另一段起"), null=True, blank=True)
    other_end = models.PositiveIntegerField(_("另一段止"), null=True, blank=True)
    value = models.CharField(_("值"), max_length=20, blank=True)
    person = models.ForeignKey(
        "articles.Person", models.PROTECT, null=True, blank=True, related_name="pins", verbose_name=_("人物")
    )
    organization = models.ForeignKey(
        "articles.Organization", models.PROTECT, null=True, blank=True,
        related_name="pins", verbose_name=_("机构"),
    )  # fmt: skip
    everywhere = models.BooleanField(_("全文"), default=False)
    confirms = models.BooleanField(_("确认"), default=False, help_text=_("机器已经识出，编辑加以确认。"))
    surface = models.CharField(_("所印"), max_length=200, blank=True)
    title = models.CharField(_("头衔"), max_length=200, blank=True)
    title_sort = models.CharField(_("头衔种类"), max_length=10, blank=True)
    state = models.CharField(_("状态"), max_length=10, choices=State, default=State.ACTIVE)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, verbose_name=_("编辑")
    )
    created = models.DateTimeField(_("时间"), auto_now_add=True)

    objects = PinQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("固定")
        ordering = ["page", "start", "pk"]

    def __str__(self):
        return f"{self.get_kind_display()} {self.value} {self.surface}".strip()
