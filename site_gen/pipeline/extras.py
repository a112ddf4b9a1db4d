"""Extras of the package: which settings need one that is not installed, and how it is installed here.

On the common index the name `sitegen` belongs to somebody else, so no hint ever says to install it by its name: it is named the way
this copy was installed.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib import metadata
from importlib.util import find_spec
from urllib.parse import urlsplit
from urllib.request import url2pathname

from site_gen.base.diagnostics import Diagnostic, Severity
from site_gen.base.messages import msg
from site_gen.model.entry import Places
from site_gen.model.settings import Site

CODE = "SITE004"


def lacking(site: Site, places: Places) -> Iterator[Diagnostic]:
    """An error for each setting that asks for an extra which this machine lacks."""
    if site.open_data.xlsx and find_spec("xlsxwriter") is None:
        message = msg("Excel workbooks are switched on, but the library that writes them is not installed")
        hint = msg("install it with `{command}`, or delete `xlsx` under `open_data`", command=install_command("xlsx"))
        yield Diagnostic(CODE, Severity.ERROR, message, places.at(("open_data", "xlsx")), hint)


def install_command(extra: str) -> str:
    """The command that installs an extra of this very copy: from its folder, its wheel file, its address or its repository.

    A copy that nobody can tell the origin of is one whose libraries are installed by their own names.
    """
    origin = _origin()
    if origin.get("url"):
        return f'pip install "{_named(origin, extra)}"'
    return "pip install " + " ".join(f'"{library}"' for library in LIBRARIES[extra])


def _named(origin: dict[str, object], extra: str) -> str:
    """What pip takes for the place a copy came from, with the extra."""
    url = str(origin["url"])
    repository = origin.get("vcs_info")
    if isinstance(repository, dict):
        revision = repository.get("requested_revision") or repository.get("commit_id")
        return f"sitegen[{extra}] @ {repository.get('vcs', 'git')}+{url}" + (f"@{revision}" if revision else "")
    if not url.startswith("file:"):
        return f"sitegen[{extra}] @ {url}"
    return f"{url2pathname(urlsplit(url).path)}[{extra}]"


def _origin() -> dict[str, object]:
    """What the installer noted of where this copy came from (PEP 610); empty where it noted nothing."""
    try:
        noted = json.loads(metadata.distribution("sitegen").read_text("direct_url.json") or "{}")
    except (metadata.PackageNotFoundError, ValueError, OSError):
        return {}
    return noted if isinstance(noted, dict) else {}


LIBRARIES = {
    "import": ("lxml>=5.3", "pdfplumber>=0.11", "python-calamine>=0.9", "python-docx>=1.2"),
    "pdf": ("segno>=1.6", "typst>=0.15"),
    "sign": ("asn1crypto>=1.5", "pyhanko>=0.31", "pyhanko-certvalidator>=0.27"),
    "xlsx": ("xlsxwriter>=3.2",),
    "fast": ("brotli>=1.1",),
}
"""What each extra consists of; a test holds this to `pyproject.toml`."""
