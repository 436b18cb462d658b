"""What all tests share: nothing of theirs touches the project's data folder or needs collected files."""

import pytest
from django.conf import settings
from django.utils import translation


def pytest_configure():
    # The manifest is made by `collectstatic`, which tests do without.
    settings.STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
    settings.WHITENOISE_AUTOREFRESH = True
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(autouse=True)
def index_folder(tmp_path):
    """An index of its own for every test, made when something is first written to it."""
    from haystack import connections

    folder = tmp_path / "index"
    connections.connections_info["default"]["PATH"] = str(folder)
    getattr(connections.thread_local, "connections", {}).pop("default", None)
    return folder


@pytest.fixture(autouse=True)
def site_language():
    """A request in English leaves its language behind: begin every test in the site's own."""
    translation.activate(settings.LANGUAGE_CODE)
