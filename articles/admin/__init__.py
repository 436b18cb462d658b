"""The editors' admin. One module a subject; importing them registers their models."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from . import articles, decisions, ledger, machine, mentions, named, newspapers, review

__all__ = ["articles", "decisions", "ledger", "machine", "mentions", "named", "newspapers", "review"]

admin.site.site_header = _("报纸编辑台")
admin.site.site_title = _("报纸编辑台")
admin.site.index_title = _("档案")
