from django import forms
from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import corrections
from articles.models import Article, Mention

from .base import CorrectingAdmin, asked_for
from .forms import CorrectingForm

AROUND = 30  # characters of the page before and after a mention

# What the recogniser calls its grounds.
EVIDENCE = {
    "form:called": gettext_lazy("称呼"),
    "form:ending": gettext_lazy("机构名的字尾"),
    "form:foreign": gettext_lazy("译名"),
    "form:known": gettext_lazy("常见的机构名"),
    "form:latin": gettext_lazy("外文姓名"),
    "form:surname": gettext_lazy("姓氏"),
    "form:title": gettext_lazy("头衔"),
    "network": gettext_lazy("前后文字"),
    "page": gettext_lazy("同版别处也有"),
    "pin": gettext_lazy("编辑所定"),
    "register": gettext_lazy("档案中已有"),
}

HERE, EVERYWHERE = "here", "everywhere"


class OneNamedForm(CorrectingForm):
    """A mention is of one person or of one organisation."""

    def clean(self):
        said = super().clean()
        person, organization = said.get("person"), said.get("organization")
        if person and organization and {"person", "organization"} <= set(self.changed_data):
            self.add_error("organization", _("提及须且只须属于一个人物或机构。"))
        if not (person or organization or self.errors):
            self.add_error("person", _("请选定人物或机构。"))
        return said


class MentionForm(OneNamedForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "state" in self.fields and self.instance.state != Mention.State.ADDED:
            choices = [c for c in Mention.State.choices if c[0] != Mention.State.ADDED]
            self.fields["state"].choices = choices

    def changes(self) -> dict:
        """The fields to set. Whoever gives a mention to an organisation takes it from the person."""
        changed = {name: self.cleaned_data[name] for name in self.changed_fields()}
        named = {name: changed.pop(name) for name in ("person", "organization") if name in changed}
        # Last, because a mention of another kind is another row.
        return changed | {name: value for name, value in named.items() if value is not None}


class AddMentionForm(OneNamedForm):
    place = forms.ChoiceField(
        label=gettext_lazy("范围"),
        choices=[(HERE, gettext_lazy("第一处")), (EVERYWHERE, gettext_lazy("全文各处"))],
        help_text=gettext_lazy("这几个字在文章里出现不止一次时，指的是第一处还是全文。"),
    )

    def clean(self):
        said = super().clean()
        article, surface = said.get("article"), said.get("surface")
        if article and surface:
            said["spans"] = corrections.printed_surfaces(article, surface)
            if not said["spans"]:
                self.add_error("surface", _("文章里没有“%s”这几个字，请照所显示的原样填写。") % surface)
        return said


FIELDSETS = (
    (
        None,
        {
            "fields": ("article", "surface", "around", "state"),
            "description": gettext_lazy(
                "确认或否定之后，以后重新识别都照编辑所定；改回“机器所识”就交还给机器。"
            ),
        },
    ),
    (
        gettext_lazy("是谁"),
        {
            "fields": ("person", "organization", "title", "title_sort"),
            "description": gettext_lazy("选定另一个人物或机构，这一处就改归他；另一项会自动清空。"),
        },
    ),
    (gettext_lazy("机器所识"), {"fields": ("evidence_text", "sureness")}),
)
ADD_FIELDSETS = (
    (
        None,
        {
            "fields": ("article", "surface", "place", "person", "organization", "title"),
            "description": gettext_lazy("照文章所显示的原样填写名字，再选定一个人物或机构。"),
        },
    ),
)


@admin.register(Mention)
class MentionAdmin(CorrectingAdmin):
    addable = True
    list_display = ("surface", "named", "title", "state", "article", "sureness")
    list_filter = (
        "state",
        "title_sort",
        "by_form",
        ("person", admin.EmptyFieldListFilter),
        ("organization", admin.EmptyFieldListFilter),
    )
    list_select_related = ("article__page", "person", "organization")
    deferred = ("article__layout",)
    search_fields = ("surface", "person__name", "organization__name", "article__headline")
    search_help_text = gettext_lazy("在所印的名字、人物和机构的名称、文章标题中查找。")
    autocomplete_fields = ("article", "person", "organization")
    actions = ("confirm", "reject")
    fieldsets = FIELDSETS
    add_fieldsets = ADD_FIELDSETS

    def get_form(self, request, obj=None, change=False, **kwargs):
        kwargs["form"] = MentionForm if obj else AddMentionForm
        return super().get_form(request, obj, change=change, **kwargs)

    def beside_new(self, request):
        article = asked_for(Article, request, "article")
        return article.layout if article else []

    def get_readonly_fields(self, request, obj=None):
        return ("article", "surface", "around", "evidence_text", "sureness") if obj else ()

    @admin.display(description=gettext_lazy("人物或机构"))
    def named(self, mention):
        return mention.named

    @admin.display(description=gettext_lazy("前后文字"))
    def around(self, mention):
        text = mention.article.page.transcription.text
        start, end = mention.start, mention.end
        pieces = (text[max(0, start - AROUND) : start], text[start:end], text[end : end + AROUND])
        return "…{}【{}】{}…".format(*("".join(piece.split()) for piece in pieces))

    @admin.display(description=gettext_lazy("依据"))
    def evidence_text(self, mention):
        return "、".join(str(EVIDENCE.get(found, found)) for found in mention.evidence)

    def save_model(self, request, obj, form, change):
        why = form.cleaned_data["why"]
        if not change:
            self._add(obj, form.cleaned_data, request.user, why)
            return
        here = {"article__page": obj.article.page_id, "start": obj.start, "end": obj.end}
        for field, value in form.changes().items():
            corrections.change(obj, field, value, request.user, why)
            # The page was read again: the mention may be another row, or none, if the machine does not find it.
            found = Mention.objects.filter(**here).first()
            if found is None:
                self.message_user(
                    request, _("机器在这里没有识出名字，这一处提及已不存在。"), messages.WARNING
                )
                return
            obj.pk = found.pk

    def _add(self, obj, said, user, why):
        start, end = said["spans"][0]
        mention = corrections.add_mention(
            said["article"],
            start,
            end,
            said["person"] or said["organization"],
            user,
            title=said["title"],
            everywhere=said["place"] == EVERYWHERE,
            why=why,
        )
        obj.pk = mention.pk
        obj.refresh_from_db()

    def response_change(self, request, obj):
        if "_continue" in request.POST and not Mention.objects.filter(pk=obj.pk).exists():
            return self.response_post_save_change(request, obj)
        return super().response_change(request, obj)

    @admin.action(description=gettext_lazy("确认所选的提及"), permissions=["change"])
    def confirm(self, request, queryset):
        self._decide(request, queryset, Mention.State.CONFIRMED)

    @admin.action(description=gettext_lazy("否定所选的提及"), permissions=["change"])
    def reject(self, request, queryset):
        self._decide(request, queryset, Mention.State.REJECTED)

    def _decide(self, request, queryset, state):
        done = 0
        for number in list(queryset.values_list("pk", flat=True)):
            mention = Mention.objects.filter(pk=number).first()
            try:
                done += bool(mention and corrections.change(mention, "state", state, request.user))
            except ValidationError as refusal:
                self.message_user(request, f"{mention}：{'；'.join(refusal.messages)}", messages.ERROR)
        said = _("%(count)d 处提及改为“%(state)s”。") % {"count": done, "state": state.label}
        self.message_user(request, said, messages.SUCCESS if done else messages.INFO)
