"""What static hosts (Cloudflare Pages, Netlify and those that follow them) read from the folder: `_headers`, `_redirects`;
and the page at an old address, for servers that cannot redirect and for USB sticks."""

from __future__ import annotations

import posixpath
from html import escape

from site_gen.base.messages import msg, say
from site_gen.outputs.hosting.policy import (
    FINGERPRINTED,
    KEEP,
    OPEN_DATA,
    REFERRER,
    REVALIDATE,
    Headers,
    Host,
    common_headers,
)


def headers_file(host: Host) -> bytes:
    """`_headers`: one block for each pattern.

    Where several patterns fit, Cloudflare joins values of one name with a comma; so no two blocks say the same name
    of one file. What no block says of keeping has the hosts' own rule, which is to ask each time.
    """
    below = ["", *([":trang/"] if host.sites else [])]
    blocks: list[tuple[str, Headers]] = [
        ("*", common_headers(host.secure)),
        ("*.html", (("Cache-Control", REVALIDATE),)),
    ]
    blocks += [(f"{site}{name}/*", (("Cache-Control", KEEP),)) for name in FINGERPRINTED for site in below]
    blocks += [(f"{site}{name}/*", (("Access-Control-Allow-Origin", "*"),)) for name in OPEN_DATA for site in below]
    lines = []
    for pattern, said in blocks:
        lines += [host.prefix + pattern, *(f"  {name}: {value}" for name, value in said)]
    return ("\n".join(lines) + "\n").encode()


def redirects_file(host: Host) -> bytes:
    """`_redirects`: old path, new path, status. Empty where nothing has moved."""
    return "".join(f"{old} {new} 301\n" for old, new in host.redirects()).encode()


def stub(file: str, new: str, address: str, language: str) -> bytes:
    """The page at an old address, which leads on by itself, without a script.

    Args:
        file: Its path from the site's root.
        new: Where it leads, from the site's root.
        address: The site's own address, empty where nobody said it.
        language: The language of its one sentence.
    """
    path, mark, place = new.partition("#")
    target = escape(posixpath.relpath(path, posixpath.dirname(file) or ".") + mark + place)
    canonical = f'<link rel="canonical" href="{escape(address)}/{escape(path)}">\n' if address else ""
    title = escape(say(msg("This page has moved"), language))
    words = escape(say(msg("Go to its new address"), language))
    return (
        f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{title}</title>\n'
        f"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; base-uri 'none'\">\n"
        f'<meta name="referrer" content="{REFERRER}">\n<meta name="robots" content="noindex">\n'
        f'<meta http-equiv="refresh" content="0; url={target}">\n{canonical}</head>\n'
        f'<body>\n<main>\n<h1>{title}</h1>\n<p><a href="{target}">{words}</a></p>\n</main>\n</body>\n</html>\n'
    ).encode()
