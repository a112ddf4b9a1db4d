"""What static hosts (Cloudflare Pages, Netlify and those that follow them) read from the folder: `_headers`, `_redirects`."""

from __future__ import annotations

from site_gen.outputs.hosting.policy import ASK, FIXED, KEEP, OPEN, Headers, Host, always


def headers_file(host: Host) -> bytes:
    """`_headers`: one block for each pattern.

    Where several patterns fit, Cloudflare joins values of one name with a comma; so no two blocks say the same name
    of one file. What no block says of keeping has the hosts' own rule, which is to ask each time.
    """
    below = ["", *([":trang/"] if host.sites else [])]
    blocks: list[tuple[str, Headers]] = [("*", always(host.secure)), ("*.html", (("Cache-Control", ASK),))]
    blocks += [(f"{site}{name}/*", (("Cache-Control", KEEP),)) for name in FIXED for site in below]
    blocks += [(f"{site}{name}/*", (("Access-Control-Allow-Origin", "*"),)) for name in OPEN for site in below]
    lines = []
    for pattern, said in blocks:
        lines += [host.prefix + pattern, *(f"  {name}: {value}" for name, value in said)]
    return ("\n".join(lines) + "\n").encode()


def redirects_file(host: Host) -> bytes:
    """`_redirects`: old path, new path, status. Empty where nothing has moved."""
    return "".join(f"{old} {new} 301\n" for old, new in host.redirects()).encode()
