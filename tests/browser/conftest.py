"""A real browser: Debian's chromium, or none with the reason said."""

import os
from pathlib import Path

import pytest

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

# Playwright runs an event loop in this thread; the live server's database calls are not in it.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"


@pytest.fixture(scope="session")
def browser_type_launch_args():
    if not CHROMIUM.exists() and os.environ.get("CI") != "true":
        pytest.skip("no /usr/bin/chromium: install Debian's package to run the browser tests")
    return {"executable_path": str(CHROMIUM), "args": FLAGS}


@pytest.fixture
def reader(browser, live_server):
    """A tab that follows links on a small screen, without JavaScript."""
    with browser.new_context(
        base_url=live_server.url, viewport={"width": 390, "height": 844}, java_script_enabled=False
    ) as context:
        yield context.new_page()


@pytest.fixture
def desk(browser, live_server):
    """A tab on a large screen."""
    with browser.new_context(base_url=live_server.url, viewport={"width": 1280, "height": 900}) as context:
        yield context.new_page()
