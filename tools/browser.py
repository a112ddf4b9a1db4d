"""Makes sure a Chromium and nginx are there for the tests that drive them, installing them where that is possible.

Debian's packages where apt and root are there; of Chromium otherwise the build that Playwright offers. With CI=true a
missing one fails; elsewhere its tests are skipped visibly.
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


def web_server() -> str | None:
    """The path of nginx; Debian keeps it where only root looks."""
    return shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")


def install(packages: list[str]) -> None:
    """Try the ways there are, in order."""
    if shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        subprocess.run(["apt-get", "update", "-qq"], check=False)
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(["apt-get", "install", "-y", "-qq", *packages], check=False, env=environment)
    if "chromium" in packages and found() is None:
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)


if __name__ == "__main__":
    lacking = [name for name, there in (("chromium", found), ("nginx", web_server)) if there() is None]
    if lacking:
        install(lacking)
    browser, server = found(), web_server()
    print(f"browser: {browser or 'none'}; web server: {server or 'none'}")  # noqa: T201 — the tool says what it found
    if os.environ.get("CI") == "true":
        if browser is None:
            sys.exit("no Chromium could be installed; the browser tests need one")
        if server is None:
            sys.exit("nginx could not be installed; the tests of its configuration need it")
