"""The page at an old address, for servers that cannot redirect, and for USB sticks: it leads on by itself, without a script."""

from __future__ import annotations

import posixpath
from html import escape

from site_gen.base.messages import msg, say
from site_gen.outputs.hosting.policy import REFERRER


def stub(file: str, new: str, address: str, language: str) -> bytes:
    """The page.

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
