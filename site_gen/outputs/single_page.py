"""A page of the site as one file that opens from a stick: styles and pictures inside, no scripts, no forms, links that lead somewhere."""

from __future__ import annotations

import base64
import html as entities
import posixpath
import re
from collections.abc import Callable

POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'"
"""What such a page may load: nothing."""
MEDIA = {"svg": "image/svg+xml", "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "webp": "image/webp"}
_DROPPED = re.compile(r"<script\b.*?</script>\s*|<form\b.*?</form>\s*", re.DOTALL)
_POLICY = re.compile(r'(<meta http-equiv="Content-Security-Policy" content=")[^"]*')
_LINK = re.compile(r"<link\b[^>]*>\s*")
_PICTURE = re.compile(r"<img\b[^>]*>")
_WAY = re.compile(r'(<a\b[^>]*?)\shref="([^"]*)"')
_ABSOLUTE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)

Read = Callable[[str], bytes | None]
"""The bytes of a file of the site by its address, None where there is none."""
Lead = Callable[[str], str | None]
"""Where a link to an address of the site leads from this file; None where what it names is not at hand."""


def single_page(html: str, url: str, read: Read, lead: Lead) -> str:
    """The page at `url` as one file. A link that `lead` knows nothing of becomes plain text."""

    def style(tag: re.Match[str]) -> str:
        sheet = read(_target(tag[0], "href", url)) if 'rel="stylesheet"' in tag[0] else None
        return f"<style>{sheet.decode()}</style>\n" if sheet is not None else ""

    def picture(tag: re.Match[str]) -> str:
        where = _target(tag[0], "src", url)
        data, media = read(where), MEDIA.get(where.rpartition(".")[2].lower())
        if data is None or media is None:
            return ""
        inside = f'src="data:{media};base64,{base64.b64encode(data).decode()}"'
        return re.sub(r'\s(?:src|srcset|sizes)="[^"]*"', "", tag[0]).replace("<img", f"<img {inside}", 1)

    def way(tag: re.Match[str]) -> str:
        target = entities.unescape(tag[2])
        if not target or target.startswith("#") or _ABSOLUTE.match(target):
            return tag[0]
        path, sign, place = target.partition("#")
        leads = lead(posixpath.normpath(posixpath.join(posixpath.dirname(url), path))) if path else ""
        return f'{tag[1]} href="{entities.escape(leads + sign + place)}"' if leads is not None else tag[1]

    html = _POLICY.sub(lambda found: found[1] + POLICY, _DROPPED.sub("", html))
    return _WAY.sub(way, _PICTURE.sub(picture, _LINK.sub(style, html)))


def _target(tag: str, attribute: str, url: str) -> str:
    """The address of the site that an attribute of a tag names; empty where it names none."""
    found = re.search(rf'\s{attribute}="([^"]*)"', tag)
    target = entities.unescape(found[1]) if found else ""
    return (
        ""
        if not target or _ABSOLUTE.match(target)
        else posixpath.normpath(posixpath.join(posixpath.dirname(url), target))
    )
