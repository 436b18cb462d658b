"""The sample newspaper, or an import that went wrong, is taken out of the archive again."""

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from articles.importing import CannotImport, remove_batch


class Command(BaseCommand):
    help = "Withdraw the pages of a batch; with --purge delete a batch that no editor has touched."

    def add_arguments(self, parser):
        parser.add_argument("name", metavar="NAME", help="the batch's name, as the admin lists it")
        parser.add_argument("--purge", action="store_true", help="delete it with all that only it named")

    def handle(self, *args, name, purge, **options):
        try:
            removed = remove_batch(name, purge=purge)
        except CannotImport as error:
            raise CommandError(str(error), returncode=2) from error
        if purge:
            message = _(
                "已删除 %(pages)s 个版面、%(articles)s 篇文章，以及只见于其中的 %(people)s 个人物和 %(organizations)s 个机构。"
            )
        else:
            message = _("已撤下 %(pages)s 个版面、%(articles)s 篇文章；它们的网址回答“已撤下”。")
        self.stdout.write(message % vars(removed))
