"""A newspaper: its issues by year and month."""

from itertools import groupby

from django.http import Http404
from django.views.generic import TemplateView

from articles.models import Issue, Newspaper

from .mixins import AnswersMixin, Moved

UNKNOWN = "unknown"


class NewspaperDetail(AnswersMixin, TemplateView):
    template_name = "articles/newspaper.html"
    query_names = ("year",)

    def get_context_data(self, slug, **kwargs):
        newspaper = newspaper_at(slug)
        issues = Issue.objects.visible_to(self.request.user).filter(newspaper=newspaper)
        years = [day.year for day in issues.filter(date__isnull=False).dates("date", "year", order="DESC")]
        undated = issues.filter(date=None).count()
        year = self.year(years, undated)
        shown = issues.filter(date=None) if year == UNKNOWN else issues.filter(date__year=year)
        shown = list(shown.order_by("date", "edition", "pk")) if year else []
        for issue in shown:
            issue.newspaper = newspaper
        return super().get_context_data(
            newspaper=newspaper,
            names=newspaper.names.exclude(kind="misread"),
            years=years,
            year=year,
            undated=undated,
            months=[(day, list(found)) for day, found in groupby(shown, key=month_of)],
            count=len(shown),
            **kwargs,
        )

    def year(self, years, undated):
        """The year that is asked for, else the newest."""
        asked = self.request.GET.get("year", "")
        if not asked:
            return years[0] if years else UNKNOWN if undated else None
        if asked == UNKNOWN and undated:
            return UNKNOWN
        if asked.isdecimal() and int(asked) in years:
            return int(asked)
        raise Http404


def month_of(issue):
    return issue.date.replace(day=1) if issue.date else None


def newspaper_at(slug, rest=""):
    """The newspaper of a slug; one that was merged has moved to its heir, with the `rest` of the path."""
    newspaper = Newspaper.objects.filter(slug=slug).select_related("merged_into").first()
    if newspaper is None:
        raise Http404
    if newspaper.merged_into:
        raise Moved(newspaper.merged_into.get_absolute_url() + rest)
    return newspaper
