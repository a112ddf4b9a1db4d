"""The configuration of a web server for the site, from the templates beside this module: for nginx and for Caddy."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from site_gen.outputs.hosting import policy
from site_gen.outputs.hosting.policy import TYPES, Host


def nginx(hosts: Sequence[Host], root: str, listen: str, copies: Collection[str], notes: Iterable[str]) -> str:
    """One file for `sites-available`.

    Args:
        hosts: What is published, a server for each.
        root: The output folder, an absolute path.
        listen: Port, or address and port.
        copies: Endings of the compressed copies beside the files: `gz`, `br`.
        notes: Comments for its beginning.
    """
    texts = [type_ for ending, type_ in TYPES.items() if ending != "html"]
    return _rendered("nginx.conf.jinja", hosts=hosts, root=root, listen=listen, copies=copies, notes=notes, texts=texts)


def caddy(hosts: Sequence[Host], root: str, listen: str, copies: Collection[str], notes: Iterable[str]) -> str:
    """A Caddyfile; see `nginx` for what is given. Without `listen` a site with a name gets its certificate by itself."""
    names = [name for ending, name in (("br", "br"), ("gz", "gzip")) if ending in copies]
    return _rendered("Caddyfile.jinja", hosts=hosts, root=root, listen=listen, copies=names, notes=notes)


def _rendered(template: str, **values: Any) -> str:
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        undefined=StrictUndefined,
        autoescape=False,  # no HTML: `quoted` does what these files need
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["quoted"] = _quoted
    return environment.get_template(template).render(policy=policy, below=_below, **values)


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _below(host: Host, names: Iterable[str]) -> str:
    """The expression for paths in folders of these names, of the host or of any site on it."""
    site = "(?:[^/]+/)?" if host.sites else ""
    return f"^{re.escape(host.prefix)}{site}(?:{'|'.join(re.escape(name) for name in names)})/"
