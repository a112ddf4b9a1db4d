"""`sitegen export`: the site's headers, redirects and rules of keeping, as a web server wants to be told."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import click

from site_gen.base.diagnostics import Severity
from site_gen.cli import options, placeholders
from site_gen.cli.language import language, tr
from site_gen.cli.refuse import writing

_UNFIT = re.compile(r'[\x00-\x1f"$\\{}]')


@click.command(
    "export",
    options_metavar=placeholders.OPTIONS,
    help=tr(
        "Print the configuration of a web server that gives this site away: headers, redirects, what is kept how long, “not found”."
    )
    + "\n\n"
    + tr("Example:")
    + "\n\n\b\n  sitegen export nginx -o trang.conf\n  sitegen export caddy -d /srv/trang --base-url https://xamau.example.gov.vn",
)
@click.argument("server", type=click.Choice(["nginx", "caddy"]))
@options.places
@click.option(
    "-d",
    "--destination",
    type=click.Path(path_type=Path),
    default=Path("output"),
    metavar=placeholders.FOLDER,
    help=tr("the folder that the server gives away (default: output)"),
)
@click.option(
    "--listen",
    default="",
    metavar=placeholders.NUMBER,
    help=tr("port, or address and port (default: 80; Caddy: 443 with a certificate where the address is known)"),
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar=placeholders.FILE,
    help=tr("write it to this file"),
)
def command(
    server: str,
    source: Path,
    as_of: date | None,
    base_url: str,
    lang: str | None,
    destination: Path,
    listen: str,
    output: Path | None,
) -> None:
    """Exit 1 where the content has an error: redirects would lead astray."""
    if listen and not re.fullmatch(r"(?:(?:[\d.]+|\[[0-9a-fA-F:]+\]|localhost):)?\d{1,5}", listen):
        raise click.BadParameter(
            tr("`{value}` is neither a port nor an address and a port, as `127.0.0.1:8080`").format(value=listen),
            param_hint="--listen",
        )
    root = destination.absolute().as_posix()
    if _UNFIT.search(root):
        raise click.UsageError(tr("the folder `{folder}` has a sign in its name that web servers read otherwise").format(folder=root))  # fmt: skip
    from site_gen.cli import report
    from site_gen.pipeline.export import export

    given = export(options.request(source, destination, as_of, base_url))
    if given.found:
        report.put(given.found, "full", language(), None, Severity.ERROR)
        raise click.exceptions.Exit(1)
    notes = [tr("Written by `sitegen export {server}`; export again when addresses or redirects change.").format(server=server)]  # fmt: skip
    if server == "nginx":
        from site_gen.outputs.hosting.nginx import nginx

        notes.append(tr("Put it into /etc/nginx/conf.d/, then: nginx -t && systemctl reload nginx. For https: certbot --nginx"))  # fmt: skip
        text = nginx(given.hosts, root, listen or "80", given.copies, notes)
    else:
        from site_gen.outputs.hosting.caddy import caddy

        notes.append(tr("Import it in /etc/caddy/Caddyfile, then: systemctl reload caddy"))
        text = caddy(given.hosts, root, listen, given.copies, notes)
    if output is None:
        click.echo(text, nl=False)
        return
    with writing(output):
        output.write_text(text, encoding="utf-8", newline="\n")
