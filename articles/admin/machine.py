"""What the machine writes: to be read, so that an editor sees where a text came from."""

import json

from django.contrib import admin
from django.utils.html import format_html
from django.utils.translation import gettext_lazy

from articles.models import Batch, Block, IndexTask, Reading, Redirect, Transcription

from .base import ReadOnlyAdmin
from .reports import nested


@admin.register(Transcription)
class TranscriptionAdmin(ReadOnlyAdmin):
    list_display = ("source", "page", "encoding", "created")
    list_filter = ("encoding", "created")
    list_select_related = ("page__issue__newspaper",)
    deferred = ("text", "fingerprint")
    date_hierarchy = "created"
    search_fields = ("source", "checksum", "page__issue__newspaper__name", "text")
    search_help_text = gettext_lazy("在来源文件、校验和、报名和文字中查找。")
    fieldsets = (
        (
            None,
            {
                "fields": ("page", "source", "encoding", "created", "checksum", "byte_checksum"),
                "description": gettext_lazy("录文照导入时的原样保存，从不改动；错字用勘误来改。"),
            },
        ),
        (gettext_lazy("外部所述"), {"fields": ("given_table", "warning_list")}),
        (gettext_lazy("文字"), {"fields": ("whole_text",)}),
    )

    @admin.display(description=gettext_lazy("外部所述"))
    def given_table(self, row):
        return nested(row.given)

    @admin.display(description=gettext_lazy("提醒"))
    def warning_list(self, row):
        return nested(row.warnings)

    @admin.display(description=gettext_lazy("文字"))
    def whole_text(self, row):
        return format_html("<pre>{}</pre>", row.text)


@admin.register(Reading)
class ReadingAdmin(ReadOnlyAdmin):
    list_display = ("source", "page", "version", "created")
    list_filter = ("version", "created")
    list_select_related = ("transcription__page__issue__newspaper",)
    deferred = ("data", "transcription__text", "transcription__fingerprint")
    date_hierarchy = "created"
    search_fields = ("transcription__source", "transcription__page__issue__newspaper__name")
    search_help_text = gettext_lazy("在来源文件和报名中查找。")
    fields = ("transcription", "version", "created", "data_text")

    @admin.display(description=gettext_lazy("来源文件"))
    def source(self, row):
        return row.transcription.source

    @admin.display(description=gettext_lazy("版面"))
    def page(self, row):
        return row.transcription.page

    @admin.display(description=gettext_lazy("解读"))
    def data_text(self, row):
        return format_html("<pre>{}</pre>", json.dumps(row.data, ensure_ascii=False, indent=1))


@admin.register(Block)
class BlockAdmin(ReadOnlyAdmin):
    list_display = ("__str__", "order", "article", "transcription", "joins")
    list_filter = ("role", "joins")
    list_select_related = ("article", "transcription")
    deferred = ("article__layout", "transcription__text", "transcription__fingerprint")
    search_fields = ("article__headline", "transcription__source")
    search_help_text = gettext_lazy("在文章标题和来源文件中查找。")
    fields = ("transcription", "article", "role", "start", "end", "joins", "order", "printed")

    @admin.display(description=gettext_lazy("所印"))
    def printed(self, block):
        return block.transcription.text[block.start : block.end]


@admin.register(Batch)
class BatchAdmin(ReadOnlyAdmin):
    list_display = ("name", "user", "started", "finished")
    list_filter = (("user", admin.RelatedOnlyFieldListFilter), "started")
    list_select_related = ("user",)
    deferred = ("report",)
    date_hierarchy = "started"
    search_fields = ("name", "source", "user__username")
    search_help_text = gettext_lazy("在批次名、来源和导入者中查找。")
    fieldsets = (
        (
            None,
            {
                "fields": ("name", "user", "started", "finished", "source"),
                "description": gettext_lazy("一次导入。要整批撤下，请用命令 manage.py remove_batch。"),
            },
        ),
        (gettext_lazy("选项"), {"fields": ("options_table",)}),
        (gettext_lazy("报告"), {"fields": ("report_table",)}),
    )

    @admin.display(description=gettext_lazy("选项"))
    def options_table(self, batch):
        return nested(batch.options)

    @admin.display(description=gettext_lazy("报告"))
    def report_table(self, batch):
        return nested(batch.report)


@admin.register(IndexTask)
class IndexTaskAdmin(ReadOnlyAdmin):
    list_display = ("article_number", "created")
    list_filter = ("created",)
    search_fields = ("article_number",)
    search_help_text = gettext_lazy("按文章编号查找。")
    fields = ("article_number", "created")


@admin.register(Redirect)
class RedirectAdmin(ReadOnlyAdmin):
    list_display = ("old_path", "new_path")
    list_filter = (("new_path", admin.EmptyFieldListFilter),)
    search_fields = ("old_path", "new_path")
    search_help_text = gettext_lazy("在旧网址和新网址中查找。")
    fields = ("old_path", "new_path")
