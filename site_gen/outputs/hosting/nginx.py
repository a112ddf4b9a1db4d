"""The site as nginx publishes it: one file for `sites-available`."""

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

MIME = "/etc/nginx/mime.types"
"""Where nginx's own packages and Debian's keep the usual types."""


def nginx(hosts: Sequence[Host], root: str, listen: str, copies: Iterable[str], notes: Iterable[str]) -> str:
    """The file's text.

    Args:
        hosts: What is published, a server for each.
        root: The output folder, an absolute path.
        listen: Port, or address and port.
        copies: Endings of the compressed copies that stand beside the files: `gz`, `br`.
        notes: What is to be said at its beginning.
    """
    there = set(copies)
    lines = [f"# {note}".rstrip() for note in notes]
    for number, host in enumerate(hosts):
        tail = f"_{number + 1}" if number else ""
        lines += ["", *_maps(host, tail), "", *_server(host, root, listen, there, tail)]
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _below(host: Host, names: Iterable[str]) -> str:
    site = "(?:[^/]+/)?" if host.sites else ""
    return _quoted(f"~^{re.escape(host.prefix)}{site}(?:{'|'.join(re.escape(name) for name in names)})/")


def _maps(host: Host, tail: str) -> Iterator[str]:
    yield f"map $uri $sitegen_keep{tail} {{"
    yield f"    default {_quoted(REVALIDATE)};"
    yield f"    {_below(host, FINGERPRINTED)} {_quoted(KEEP_FOR_EVER)};"
    yield "}"
    yield f"map $uri $sitegen_open{tail} {{"
    yield '    default "";'
    yield f'    {_below(host, OPEN_DATA)} "*";'
    yield "}"
    if moved := host.redirects():
        # Long addresses and many of them need more room than nginx reserves.
        yield f"map $uri $sitegen_moved{tail} {{"
        yield '    default "";'
        yield from (f"    {_quoted(old)} {_quoted(new)};" for old, new in moved)
        yield "}"


def _server(host: Host, root: str, listen: str, copies: set[str], tail: str) -> Iterator[str]:
    folder = f"{root}/{host.folder}" if host.folder else root
    yield "server {"
    yield f"    listen {listen};"
    yield f"    server_name {host.name or '_'};"
    yield "    server_tokens off;"
    yield "    absolute_redirect off;"
    yield "    index index.html;"
    if host.prefix == "/":
        yield f"    root {_quoted(folder)};"
    else:
        yield f"    location {_quoted(host.prefix)} {{ alias {_quoted(folder + '/')}; }}"
    yield ""
    yield f"    include {MIME};"
    yield "    types { " + " ".join(f"{type_} {ending};" for ending, type_ in TYPES.items()) + " }"
    yield "    charset utf-8;"
    texts = [type_ for ending, type_ in TYPES.items() if ending != "html"]
    yield f"    charset_types {' '.join(texts)};"
    yield "    gzip on;"
    yield "    gzip_vary on;"
    yield "    gzip_min_length 512;"
    yield f"    gzip_types {' '.join(texts)};"
    if "gz" in copies:
        yield "    gzip_static on;"
    if "br" in copies:
        yield "    # brotli_static on;  # libnginx-mod-http-brotli-static"
    yield ""
    for name, value in common_headers(host.secure):
        yield f"    add_header {name} {_quoted(value)} always;"
    yield f"    add_header Cache-Control $sitegen_keep{tail} always;"
    yield f"    add_header Access-Control-Allow-Origin $sitegen_open{tail} always;"
    yield ""
    if host.moves:
        yield f"    if ($sitegen_moved{tail}) {{ return 301 $sitegen_moved{tail}; }}"
    yield f"    error_page 404 {host.prefix}404.html;"
    if host.prefix == "/":
        yield from (f"    location /{site}/ {{ error_page 404 /{site}/404.html; }}" for site in host.sites)
    yield r'    location ~ "/(?:\.(?!well-known/)|_(?:headers|redirects)$)" { return 404; }'
    yield "}"
