import os
import socket
import sys

from django.conf import settings
from django.core.management import BaseCommand, CommandError, call_command

EVERYWHERE = ("0.0.0.0", "::")


class Command(BaseCommand):
    help = "Bring the database up to date, fill an empty archive, and serve the site with gunicorn."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument(
            "--host", default="127.0.0.1", help="the address to listen on (default: %(default)s)"
        )
        parser.add_argument(
            "--port", default=8000, type=int, help="the port to listen on (default: %(default)s)"
        )
        parser.add_argument(
            "--pages", help="a folder of your own pages to import instead of the sample newspaper"
        )

    def handle(self, *args, host, port, pages, **options):
        self.require_free(host, port)
        call_command("migrate", verbosity=0)
        call_command("collectstatic", interactive=False, verbosity=0)
        try:
            call_command("first_import", *([pages] if pages else []))
        except SystemExit:
            self.stderr.write("Some pages could not be imported (see above); the others are being served.")
        self.welcome(host, port)
        self.serve(host, port)

    def require_free(self, host, port):
        """Say at once, not after a long import, that somebody else listens there."""
        try:
            family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
            with socket.socket(family, socket.SOCK_STREAM) as probe:
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                probe.bind((host, port))
        except (OSError, OverflowError) as error:
            raise CommandError(
                f"Cannot listen on {host}, port {port}: {error}.\n"
                "Is Newsroom, or another server, running there already? "
                f"Another port: make run PORT={port + 1 if port < 65535 else 8000}"
            ) from None

    def welcome(self, host, port):
        address = f"http://{shown(host)}:{port}/"
        self.stdout.write(f"\nNewsroom: {address}   (Ctrl+C 停止 / stops it)")
        self.stdout.write(f"编辑 / editors: {address}admin/   (建立账号 / create an account: make editor)")
        if host in EVERYWHERE and "*" not in settings.ALLOWED_HOSTS:
            names = ", ".join(settings.ALLOWED_HOSTS)
            self.stdout.write(f"It answers to {names} only; for other names set ALLOWED_HOSTS=name,name")
        self.stdout.flush()

    def serve(self, host, port):
        """Become gunicorn: signals then reach it directly. What is asked for by address is answered there."""
        environment = {**os.environ, "HOST": host, "PORT": str(port)}
        if host not in EVERYWHERE:
            environment["ALLOWED_HOSTS"] = ",".join(dict.fromkeys([*settings.ALLOWED_HOSTS, shown(host)]))
        os.chdir(settings.BASE_DIR)
        os.execve(sys.executable, [sys.executable, "-m", "gunicorn", "newsroom.wsgi"], environment)


def shown(host):
    """A host as addresses write it."""
    if host in EVERYWHERE:
        return "127.0.0.1"
    return f"[{host}]" if ":" in host else host
