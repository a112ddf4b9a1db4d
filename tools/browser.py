"""Makes sure a Chromium is there for the browser tests, installing one where that is possible.

Debian's package where apt and root are there, otherwise the build that Playwright offers. With
CI=true a missing browser fails; elsewhere the browser tests are skipped visibly.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome")


def found() -> str | None:
    """The path of a browser that the tests can drive."""
    given = os.environ.get("CHROMIUM")
    return given or next((path for name in NAMES if (path := shutil.which(name))), None) or playwrights_own()


def playwrights_own() -> str | None:
    """The browser that Playwright installed, if it did."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if os.path.exists(path) else None  # noqa: PTH110 — a string for another program


def install() -> None:
    """Try the ways there are, in order."""
    if shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        subprocess.run(["apt-get", "update", "-qq"], check=False)
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(["apt-get", "install", "-y", "-qq", "chromium"], check=False, env=environment)
    if found() is None:
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)


if __name__ == "__main__":
    if found() is None:
        install()
    browser = found()
    print(f"browser: {browser or 'none'}")  # noqa: T201
    if browser is None and os.environ.get("CI") == "true":
        sys.exit("no Chromium could be installed; the browser tests need one")
