"""What the preview adds to a page on its way to the browser: livereload's script, and permission for it to run."""

from __future__ import annotations

import re

HEAD_END = b"</head>"
POLICY = re.compile(rb'(<meta http-equiv="Content-Security-Policy" content=")([^"]*)"')
CANONICAL = re.compile(rb'<link rel="canonical" href="([^"]+)/404\.html"')
RELATIVE = re.compile(rb'\b(href|src)="(?![a-z]+:|/|#)')


def with_reload_script(html: bytes, host: str) -> bytes:
    """`html` with the reload script. `host` is a Host header that has been checked."""
    html = POLICY.sub(lambda hit: hit[1] + _relaxed(hit[2].decode(), host).encode() + b'"', html, count=1)
    name, _, port = host.rpartition(":")  # named, because the script itself cannot read `[::1]`
    script = (
        f'<script src="/livereload.js?host={name}&amp;port={port}&amp;mindelay=250&amp;maxdelay=2000" defer></script>'
    )
    before, mark, after = html.partition(HEAD_END)
    return before + script.encode() + mark + after if mark else html + script.encode()


def _relaxed(policy: str, host: str) -> str:
    """The page's own policy, which also lets the reload script in. Older browsers' 'self' leaves out `ws:`."""
    rules = {name: sources for name, _, sources in (part.strip().partition(" ") for part in policy.split(";")) if name}
    for name, more in (("script-src", "'self'"), ("connect-src", f"'self' ws://{host}")):
        given = rules.get(name, rules.get("default-src", "")).replace("'none'", "").split()
        rules[name] = " ".join(dict.fromkeys([*given, *more.split()]))
    return "; ".join(f"{name} {sources}".strip() for name, sources in rules.items())


def not_found_page(html: bytes, folder: str) -> bytes:
    """The site's own page for a missing address, which may be at any depth: its links made absolute.

    `folder` is the site's folder below the preview, empty or with `/` at its end. Links to the address where the
    site is published are turned to the preview.
    """
    if published := CANONICAL.search(html):
        html = html.replace(b'href="' + published[1] + b"/", b'href="')
    return RELATIVE.sub(rb'\1="/' + folder.encode(), html)
