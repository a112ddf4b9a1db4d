"""The site as Caddy publishes it: a Caddyfile."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from site_gen.outputs.hosting.policy import (
    FINGERPRINTED,
    KEEP_FOR_EVER,
    OPEN_DATA,
    REVALIDATE,
    TYPES,
    Host,
    common_headers,
)


def caddy(hosts: Sequence[Host], root: str, listen: str, copies: Iterable[str], notes: Iterable[str]) -> str:
    """The file's text; see `nginx` for what is given. Without `listen` a site with a name gets its certificate by itself."""
    there = [name for ending, name in (("br", "br"), ("gz", "gzip")) if ending in set(copies)]
    lines = [f"# {note}".rstrip() for note in notes]
    for host in hosts:
        lines += ["", *_site(host, root, listen, there)]
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _address(host: Host, listen: str) -> str:
    if listen:
        return (
            f"http://{host.name}:{listen.rpartition(':')[2]}" if host.name else f"http://:{listen.rpartition(':')[2]}"
        )
    scheme = "" if host.secure or not host.name else "http://"
    return f"{scheme}{host.name}" if host.name else ":80"


def _below(host: Host, names: Iterable[str]) -> str:
    site = "(?:[^/]+/)?" if host.sites else ""
    return f"^{re.escape(host.prefix)}{site}(?:{'|'.join(re.escape(name) for name in names)})/"


def _headers(host: Host, indent: str) -> Iterator[str]:
    yield f"{indent}header {{"
    for name, value in common_headers(host.secure):
        yield f"{indent}\t{name} {_quoted(value)}"
    yield f"{indent}\t-Server"
    yield f"{indent}}}"


def _site(host: Host, root: str, listen: str, precompressed: list[str]) -> Iterator[str]:
    folder = f"{root}/{host.folder}" if host.folder else root
    yield f"{_address(host, listen)} {{"
    if listen and ":" in listen:
        yield f"\tbind {listen.rpartition(':')[0]}"
    yield f"\troot * {_quoted(folder)}"
    yield "\tencode gzip"
    yield from _headers(host, "\t")
    yield f"\t@keep path_regexp {_below(host, FINGERPRINTED)}"
    yield f"\theader @keep Cache-Control {_quoted(KEEP_FOR_EVER)}"
    yield f"\t@ask not path_regexp {_below(host, FINGERPRINTED)}"
    yield f"\theader @ask Cache-Control {_quoted(REVALIDATE)}"
    yield f"\t@open path_regexp {_below(host, OPEN_DATA)}"
    yield '\theader @open Access-Control-Allow-Origin "*"'
    for ending, type_ in TYPES.items():
        yield f"\t@{ending} path *.{ending}"
        yield f'\theader @{ending} Content-Type "{type_}; charset=utf-8"'
    yield from (f"\tredir {old} {new} 301" for old, new in host.redirects())
    if host.prefix != "/":
        yield f"\turi strip_prefix {host.prefix.rstrip('/')}"
    yield "\tfile_server {"
    yield "\t\thide .sitegen* _headers _redirects"
    if precompressed:
        yield f"\t\tprecompressed {' '.join(precompressed)}"
    yield "\t}"
    yield "\thandle_errors {"
    yield from _headers(host, "\t\t")  # an error begins with no headers at all
    yield '\t\theader Content-Type "text/html; charset=utf-8"'
    yield f"\t\theader Cache-Control {_quoted(REVALIDATE)}"
    if host.prefix == "/":
        for site in host.sites:
            yield f"\t\thandle /{site}/* {{"
            yield f"\t\t\trewrite * /{site}/404.html"
            yield "\t\t\tfile_server"
            yield "\t\t}"
    yield "\t\thandle {"
    yield "\t\t\trewrite * /404.html"
    yield "\t\t\tfile_server"
    yield "\t\t}"
    yield "\t}"
    yield "}"
