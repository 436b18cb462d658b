from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _


class IssueQuerySet(models.QuerySet):
    def visible_to(self, user=None):
        """The issues that have a page to show."""
        from .page import Page

        return self.filter(Exists(Page.objects.filter(issue=OuterRef("pk")).visible_to(user)))

    def on(self, day):
        return self.filter(date=day)

    def newest_first(self):
        return self.order_by(models.F("date").desc(nulls_last=True), "newspaper__name", "edition", "-pk")


class Issue(models.Model):
    class Edition(models.TextChoices):
        MORNING = "morning", _("早版")
        EVENING = "evening", _("晚版")
        EXTRA = "extra", _("号外")
        REGIONAL = "regional", _("地方版")
        SUPPLEMENT = "supplement", _("增刊")

    class DateSource(models.TextChoices):
        GIVEN = "given", _("来自文件名、清单或选项")
        MASTHEAD = "masthead", _("来自报头")
        INFERRED = "inferred", _("由正文推断")
        EDITOR = "editor", _("由编辑核定")

    class Precision(models.TextChoices):
        DAY = "day", _("日")
        MONTH = "month", _("月")
        YEAR = "year", _("年")

    newspaper = models.ForeignKey(
        "articles.Newspaper", models.PROTECT, null=True, blank=True,
        related_name="issues", verbose_name=_("报纸"),
        help_text=_("不知道时留空。"),
    )  # fmt: skip
    date = models.DateField(_("日期"), null=True, blank=True, help_text=_("不知道时留空，不要估计。"))
    date_source = models.CharField(_("日期来源"), max_length=10, choices=DateSource, blank=True)
    date_precision = models.CharField(_("日期精度"), max_length=5, choices=Precision, default=Precision.DAY)
    edition = models.CharField(
        _("版别"), max_length=20, choices=Edition, blank=True, help_text=_("同一天的第二种版本；通常为空。")
    )
    serial = models.CharField(_("期号"), max_length=200, blank=True, help_text=_("如报头所印。"))
    folder = models.CharField(
        _("文件夹"), max_length=500, blank=True, editable=False,
        help_text=_("报纸或日期不明时，同一文件夹的版面属于同一期。"),
    )  # fmt: skip

    objects = IssueQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("期")
        ordering = ["-date", "newspaper", "edition"]
        constraints = [
            models.UniqueConstraint(
                fields=["newspaper", "date", "date_precision", "edition"],
                condition=Q(newspaper__isnull=False, date__isnull=False) & ~Q(date_source="inferred"),
                name="issue_once",
            ),
            models.UniqueConstraint(
                fields=["folder"], condition=~Q(folder=""), name="issue_once_a_folder"
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"{self.newspaper_name} {self.date_text}{self.edition_text}"

    def get_absolute_url(self):
        if self.has_date_address:
            return reverse("issue", args=[self.newspaper.slug, self.key])
        return reverse("issue-by-id", args=[self.pk])

    @property
    def has_date_address(self):
        """Whether newspaper and day are known; an inferred date makes no address."""
        return bool(
            self.newspaper_id
            and self.date
            and self.date_precision == self.Precision.DAY
            and self.date_source != self.DateSource.INFERRED
        )

    @property
    def key(self):
        """The part of the address that tells this issue from the newspaper's others: 2025-12-29-extra."""
        return f"{self.date.isoformat()}-{self.edition}" if self.edition else self.date.isoformat()

    @property
    def newspaper_name(self):
        return self.newspaper.name if self.newspaper_id else str(_("报纸不详"))

    @property
    def date_text(self):
        """The date as far as it is known, marked where it is inferred."""
        if not self.date:
            return str(_("日期不详"))
        formats = {"day": "Y年n月j日", "month": "Y年n月", "year": "Y年"}
        text = date_format(self.date, str(_(formats[self.date_precision])))
        if self.date_source == self.DateSource.INFERRED:
            return str(_("%(date)s（推断）")) % {"date": text}
        return text

    @property
    def edition_text(self):
        return f" {self.get_edition_display()}" if self.edition else ""
