"""Addresses as people write them: of other websites, of this one, of its files and pages, and those it once had."""

from __future__ import annotations

import re

from site_gen.base.messages import msg
from site_gen.base.vietnamese import excerpt
from site_gen.base.web_address import home_address, home_hint
from site_gen.model.refusing import typed, wrong


def url(value: object) -> str:
    """A link to another website, or to a mailbox or telephone."""
    text = typed(value)
    if not re.match(r"(?:https?://[^\s/]+|mailto:\S+@|tel:\+?\d)", text, re.IGNORECASE) or re.search(r"[\s<>\"]", text):
        wrong(
            msg("`{value}` is not a link that may be published", value=excerpt(text, 80)),
            msg("write a full address that begins with `https://`"),
        )
    return text


def link(value: object) -> str:
    """A page of this site, from its root, or a link to another website."""
    text = typed(value)
    return url(text) if ":" in text.partition("/")[0] else page(text)


def home(value: object) -> str:
    """The address of the whole website."""
    home = home_address(typed(value))
    if home.fault is not None:
        wrong(home.fault, home_hint(home))
    return home.address


def file(value: object) -> str:
    """A file below the site's `files/`."""
    text = typed(value)
    if not text.startswith("files/") or "\\" in text or any(p in ("", ".", "..") for p in text.split("/")):
        wrong(
            msg("`{value}` is not a file below `files/`", value=excerpt(text, 80)),
            msg("put the file in the site's `files/` folder and write `{name}`", name=_meant_file(text)),
        )
    return text


def _meant_file(text: str) -> str:
    """How a file that lies somewhere else, or is written the Windows way, is named once it lies below `files/`."""
    parts = [part for part in text.replace("\\", "/").split("/") if part not in ("", ".", "..")]
    below = parts[parts.index("files") + 1 :] if "files" in parts[:-1] else parts[-1:]
    return "/".join(("files", *(below or ("ten-tep.pdf",))))


def old_address(value: object) -> str:
    """Where a page of this site used to be."""
    text = typed(value).removeprefix("/")
    if not _OLD.fullmatch(text) or len(text) > 200 or _ENDS.search(text.removesuffix("/")):
        wrong(
            msg("`{value}` is not an address that this site can have had", value=excerpt(str(value), 80)),
            msg(
                "write it from the site's root, in Latin letters without marks, ending in `.html` or `/`: `tin/bai-cu.html`; other addresses are for the web server to redirect"
            ),
        )
    return text


_OLD = re.compile(r"(?:[A-Za-z0-9][A-Za-z0-9._~-]*/)*[A-Za-z0-9][A-Za-z0-9._~-]*(?:\.html?|/)", re.IGNORECASE)
_ENDS = re.compile(r"[.](?:/|$)|(?:^|/)(?:con|prn|aux|nul|com\d|lpt\d)(?:[./]|$)", re.IGNORECASE)
"""What no file may be called on Windows."""


def page(value: object) -> str:
    """A page of this site, from its root."""
    text = typed(value).removeprefix("/")
    if not re.fullmatch(r"[a-zA-Z0-9._~/-]+\.html(?:#[^\s\"<>]+)?", text):
        wrong(
            msg("`{value}` is not the address of a page of this site", value=excerpt(str(value), 80)),
            msg("write it from the site's root, for example `thu-tuc/index.html`"),
        )
    return text
