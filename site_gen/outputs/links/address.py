"""An address on a page: where inside the folder it leads, or what is wrong with it."""

from __future__ import annotations

import posixpath
import re
from urllib.parse import unquote

from site_gen.base.dataclass import dataclass
from site_gen.base.messages import Message, msg
from site_gen.base.web_address import host_fault

_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
_UNFIT = re.compile(r"[\x00-\x20\x7f<>\"\\^`{|}]")
_MAIL = re.compile(r"[^@\s]+@[^@\s.]+(?:\.[^@\s.]+)+")
_GEO = re.compile(r"-?\d{1,2}\.\d+,-?\d{1,3}\.\d+")
"""Latitude and longitude (RFC 5870)."""
_PHONE = re.compile(r"\+?[0-9][0-9().;=a-z-]*")


@dataclass(frozen=True, slots=True)
class Inside:
    """A path from the folder's root, and the place on that page; `path` is None where it leads out of the folder."""

    path: str | None
    place: str


@dataclass(frozen=True, slots=True)
class Rooted:
    """An address that begins at the root of the host."""

    path: str
    place: str


def inside(target: str, page: str) -> Inside | Rooted | None:
    """Where an address leads as seen from `page`; None where it names a scheme or a host."""
    if _SCHEME.match(target) or target.startswith("//"):
        return None
    path, _, place = target.partition("#")
    path, place = unquote(path.partition("?")[0]), unquote(place)
    if path.startswith("/"):
        return Rooted(path, place)
    if not path:
        return Inside(page, place)
    return Inside(below(posixpath.dirname(page), path), place)


def below(folder: str, path: str) -> str | None:
    """The path from the root of what `path` names inside `folder`; a slash at its end is kept, None if it leads out."""
    full = posixpath.normpath(posixpath.join(folder, path))
    if full.startswith("../") or full == "..":
        return None
    return full + "/" if path.endswith(("/", "/.", "/..")) or path in (".", "..") else full


def outside_fault(target: str) -> Message | None:
    """What is wrong with an address that leaves the site; None where nothing is."""
    if _UNFIT.search(target):
        return msg("it contains a blank or a character that no address may contain")
    if target.startswith("//"):
        return msg("it does not say whether it is `https`")
    scheme, _, rest = target.partition(":")
    scheme = scheme.lower()
    if scheme == "data":
        return None
    if scheme == "mailto":
        return None if _MAIL.fullmatch(unquote(rest.partition("?")[0])) else msg("no mailbox is named")
    if scheme == "tel":
        return None if _PHONE.fullmatch(rest.lower()) else msg("no telephone number is named")
    if scheme == "geo":
        return None if _GEO.fullmatch(rest) else msg("no place is named")
    if scheme not in ("http", "https"):
        return msg("`{scheme}:` may not be used", scheme=scheme[:20])
    return host_fault(target)
