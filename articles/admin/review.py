"""What waits for an editor: conflicts and uncertain things."""

from django.contrib import admin, messages
from django.contrib.contenttypes.prefetch import GenericPrefetch
from django.core.exceptions import ValidationError
from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import corrections
from articles.models import Article, Conflict, Contribution, Issue, Page, ReviewItem

from .base import CorrectingAdmin
from .filters import KindFilter
from .reports import nested

NAMED = GenericPrefetch(
    "object",
    [
        Article.objects.defer("layout"),
        Issue.objects.select_related("newspaper"),
        Page.objects.select_related("issue__newspaper"),
        Contribution.objects.select_related("person"),
    ],
)


def object_name(row):
    """What kind of object a row speaks of, and its name; its number where it is no more."""
    return (
        f"{row.content_type.name}：{row.object}" if row.object else f"{row.content_type.name} {row.object_id}"
    )


def object_link(row, label):
    """A link to the form of the object that a row of the ledger or of the review queue speaks of."""
    kind = row.content_type
    try:
        address = reverse(f"admin:{kind.app_label}_{kind.model}_change", args=[row.object_id])
    except NoReverseMatch:
        return label
    return format_html('<a href="{}">{}</a>', address, label)


class SettledAdmin(CorrectingAdmin):
    """Only the state is the editor's."""

    settled = ""
    actions = ("settle",)

    @admin.action(description=gettext_lazy("标为已处理"), permissions=["change"])
    def settle(self, request, queryset):
        rows = list(queryset)
        done = sum(bool(corrections.change(row, "state", self.settled, request.user)) for row in rows)
        message = _("%d 项已标为已处理。") % done
        self.message_user(request, message, messages.SUCCESS if done else messages.INFO)


@admin.register(Conflict)
class ConflictAdmin(SettledAdmin):
    settled = Conflict.State.RESOLVED
    actions = ("settle", "take")
    list_display = ("__str__", "page", "batch", "state", "created")
    list_filter = ("state", "kind", ("batch", admin.RelatedOnlyFieldListFilter), "created")
    list_select_related = ("page__issue__newspaper", "batch", "pin")
    deferred = ("theirs", "ours")
    date_hierarchy = "created"
    search_fields = ("source", "reason", "page__issue__newspaper__name")
    search_help_text = gettext_lazy("在来源文件、缘由和报名中查找。")
    readonly_fields = ("kind", "page", "batch", "pin", "source", "reason", "given_table", "sides", "created")
    fieldsets = (
        (
            None,
            {
                "fields": ("kind", "page", "reason", "state"),
                "description": gettext_lazy(
                    "两份文字都在下面。新来的文字若是同一版的更好录文，在列表中选“采用等待的文字”；"
                    "否则按“缘由”所说的办好之后（改日期、版次，或重新固定），把状态改为已处理。"
                ),
            },
        ),
        (gettext_lazy("两边"), {"fields": ("sides", "given_table")}),
        (gettext_lazy("来历"), {"fields": ("source", "batch", "pin", "created")}),
    )

    @admin.action(description=gettext_lazy("采用等待的文字（同一版的更好录文）"), permissions=["change"])
    def take(self, request, queryset):
        for conflict in queryset:
            try:
                corrections.take_waiting_text(conflict, request.user)
            except ValidationError as error:
                self.message_user(request, f"{conflict}：{'；'.join(error.messages)}", messages.ERROR)
            else:
                said = _("“%s”已换用等待的文字，编辑的决定都已带过去。") % conflict.page
                self.message_user(request, said, messages.SUCCESS)

    @admin.display(description=gettext_lazy("现有的和新来的"))
    def sides(self, conflict):
        return format_html(
            '<div class="sides"><div><h3>{}</h3><pre>{}</pre></div><div><h3>{}</h3><pre>{}</pre></div></div>',
            _("现有的文字"),
            conflict.ours or "—",
            _("新来的文字"),
            conflict.theirs or "—",
        )

    @admin.display(description=gettext_lazy("外部所述"))
    def given_table(self, conflict):
        return nested(conflict.given)


@admin.register(ReviewItem)
class ReviewItemAdmin(SettledAdmin):
    settled = ReviewItem.State.DONE
    list_display = ("message", "kind", "about", "urgency", "state", "created")
    list_filter = ("state", "kind", KindFilter, "created")
    list_select_related = ("content_type",)
    search_fields = ("message",)
    search_help_text = gettext_lazy("在说明中查找。")
    readonly_fields = ("kind", "about", "message", "urgency", "created")
    fieldsets = (
        (
            None,
            {
                "fields": ("kind", "about", "message", "urgency", "state", "created"),
                "description": gettext_lazy("打开所指的对象，看过并改好之后，把状态改为已看。"),
            },
        ),
    )

    @admin.display(description=gettext_lazy("所指"))
    def about(self, item):
        return object_link(item, object_name(item))

    @admin.display(description=gettext_lazy("轻重"), ordering="weight")
    def urgency(self, item):
        return f"{item.weight:.2f}"

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related(NAMED)
