"""Whole addresses: whether a host can be one, and what the address of a website may be."""

from __future__ import annotations

import re
from ipaddress import ip_address
from urllib.parse import urlsplit

from site_gen.base.dataclass import dataclass
from site_gen.base.messages import Message, msg
from site_gen.base.plain_text import without_invisible

_LABEL = re.compile(r"(?!-)[\w-]{1,63}(?<!-)")
_SCHEME = re.compile(r"(?:(?P<name>h?t+ps?)\s*[:;]?\s*[/\\]+|//)\s*", re.IGNORECASE)
"""What begins a web address, and what hurried fingers make of it: `https:/`, `htps://`, `https//`, `https:\\`."""
_PATH = re.compile(r"(?:/[\w.~%!$&'()*+,;=:@-]+)*", re.ASCII)


@dataclass(frozen=True, slots=True)
class Home:
    """The address of a website as it was given.

    Attributes:
        address: As it is used: without a slash at its end, host in ASCII letters; empty where something is wrong.
        fault: What is wrong.
        suggestion: The address that was probably meant; empty where that cannot be guessed.
    """

    address: str = ""
    fault: Message | None = None
    suggestion: str = ""


def home_address(text: str) -> Home:
    """Judges the address at which a site is published: scheme, host and path, nothing that belongs to one page."""
    given = without_invisible(text)
    reason, address = _reason(given)
    if reason is None:
        return Home(address)
    fault = msg("`{value}` cannot be the address of the website: {reason}", value=given[:100], reason=reason)
    again, meant = _reason(_corrected(given))
    return Home("", fault, meant if again is None else "")


def home_hint(home: Home) -> Message:
    """How to write an address that was refused."""
    if home.suggestion:
        return msg("write `{address}`", address=home.suggestion)
    return msg("write the whole address, for example `{address}`", address="https://xamau.gov.vn")


def _reason(given: str) -> tuple[Message | None, str]:
    """What is wrong with an address, or the address as it is used."""
    if re.search(r"\s", given):
        return msg("it holds a blank"), ""
    if not re.match(r"https?://", given, re.IGNORECASE):
        return msg("it does not begin with `https://`"), ""
    if (fault := host_fault(_ascii(given))) is not None:
        return fault, ""
    parts = urlsplit(_ascii(given))
    if parts.query or parts.fragment or given.endswith(("?", "#")):
        return msg("what follows `?` or `#` belongs to one page"), ""
    path = parts.path.rstrip("/")
    if re.search(r"/[^/]+\.(?:html?|php|aspx?)$", path, re.IGNORECASE):
        return msg("it names one page"), ""
    if not _PATH.fullmatch(path):
        return msg("its path holds signs that no address may hold"), ""
    port = f":{parts.port}" if parts.port and (parts.scheme, parts.port) not in (("http", 80), ("https", 443)) else ""
    host = (parts.hostname or "").removesuffix(".")
    return None, f"{parts.scheme}://{f'[{host}]' if ':' in host else host}{port}{path}"


def _corrected(given: str) -> str:
    """The address that was probably meant; empty where a blank could stand for anything, or a mailbox is given."""
    if re.search(r"[^/:]/[^/]*\S\s+\S", given) or (not _SCHEME.match(given) and "@" in given):
        return ""
    text = re.sub(r"\s+", "", given).replace("\\", "/").strip("<>\"'“”.,;")
    hit = _SCHEME.match(text)
    rest = text[hit.end() :] if hit else text
    scheme = "http" if hit and (hit["name"] or "").lower() == "http" else "https"
    rest = re.split(r"[?#]", rest)[0]
    host, slash, path = rest.partition("/")
    path = re.sub(r"/?[^/]+\.(?:html?|php|aspx?)$", "", path, flags=re.IGNORECASE)
    return f"{scheme}://{host.rpartition('@')[2]}{slash}{re.sub('/+', '/', path)}".rstrip("/")


def _ascii(target: str) -> str:
    """The address with its host as computers ask for it; Vietnamese letters may stand in names of hosts."""
    scheme, mark, rest = target.partition("://")
    host, slash, path = rest.partition("/")
    return scheme + mark + ascii_host(host) + slash + path


def ascii_host(host: str) -> str:
    """A host in ASCII letters; as it is where no such form exists."""
    try:
        return host if host.isascii() else host.encode("idna").decode("ascii")
    except UnicodeError:
        return host


def host_fault(target: str) -> Message | None:
    """What is wrong with the host of a web address; None where nothing is."""
    try:
        parts = urlsplit(target)
        port = parts.port
    except ValueError:
        return msg("its host or port cannot be read")
    if "@" in parts.netloc:
        return msg("it gives away a name or a password")
    host = (parts.hostname or "").removesuffix(".")
    if not host:
        return msg("no host is named")
    if port == 0:
        return msg("its host or port cannot be read")
    if ":" in host or host == "localhost":  # an IPv6 address, which urlsplit has read
        return None
    labels = host.split(".")
    numbers = all(label.isdecimal() for label in labels)
    if len(labels) < 2 or not all(map(_LABEL.fullmatch, labels)) or (numbers and not _is_number(host)):
        return msg("`{host}` is no name of a host", host=host[:60])
    return None


def _is_number(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True
