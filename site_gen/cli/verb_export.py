"""`sitegen export`: the configuration of a web server for the site, or its content as a workbook to edit."""

from __future__ import annotations

import re
from pathlib import Path

import click

from site_gen.cli import options, usage
from site_gen.cli.language import tr

_UNFIT = re.compile(r'[\x00-\x1f"$\\{}]')


@usage.verb(
    "export",
    tr(
        "Print the configuration of a web server for this site: headers, redirects, how long browsers may keep files, “not found”. Or, with `--xlsx`, write content as a workbook that is edited in Excel and taken back by `sitegen import`."
    ),
    "sitegen export nginx -o trang.conf",
    "sitegen export caddy -d /srv/trang --base-url https://xamau.example.gov.vn",
    "sitegen export --xlsx document -o van-ban.xlsx",
)
@click.argument("server", type=click.Choice(["nginx", "caddy"]), required=False)
@click.option(
    "--xlsx",
    "kind",
    metavar=usage.KIND,
    help=tr("write a workbook of this kind of content to edit: `unit`, `tasks`, `document`, …"),
)
@options.places
@options.destination("output", tr("the folder that the server publishes (default: output)"))
@click.option(
    "--listen",
    default="",
    metavar=usage.NUMBER,
    help=tr("port, or address and port (default: 80; Caddy: 443 with a certificate where the address is known)"),
)
@options.output(tr("write it to this file"))
def command(
    server: str | None,
    kind: str | None,
    source: options.Source,
    destination: Path,
    listen: str,
    output: Path | None,
) -> None:
    """Exit 1 where the content has an error: redirects would lead astray."""
    if (server is None) == (kind is None):
        raise click.UsageError(tr("say either a web server, `nginx` or `caddy`, or `--xlsx` and a kind of content"))
    if server is None:
        from site_gen.cli.workbooks import write
        from site_gen.pipeline.request import today

        write(str(kind), source.folder, today(source.as_of), output)
        return
    if listen and not re.fullmatch(r"(?:(?:[\d.]+|\[[0-9a-fA-F:]+\]|localhost):)?\d{1,5}", listen):
        raise click.BadParameter(
            tr("`{value}` is neither a port nor an address and a port, as `127.0.0.1:8080`").format(value=listen),
            param_hint="--listen",
        )
    root = destination.absolute().as_posix()
    if _UNFIT.search(root):
        raise click.UsageError(
            tr(
                "the name of the folder `{folder}` contains a character that has a meaning of its own for web servers"
            ).format(folder=root)
        )
    from site_gen.pipeline.export import export

    given = export(source.request(destination))
    if given.found:
        options.Reporting().put(given.found)
        raise click.exceptions.Exit(1)
    notes = [
        tr("Written by `sitegen export {server}`; export again when addresses or redirects change.").format(
            server=server
        )
    ]
    if server == "nginx":
        from site_gen.outputs.hosting.servers import nginx

        notes.append(
            tr("Put it into /etc/nginx/conf.d/, then: nginx -t && systemctl reload nginx. For https: certbot --nginx")
        )
        text = nginx(given.hosts, root, listen or "80", given.copies, notes)
    else:
        from site_gen.outputs.hosting.servers import caddy

        notes.append(tr("Import it in /etc/caddy/Caddyfile, then: systemctl reload caddy"))
        text = caddy(given.hosts, root, listen, given.copies, notes)
    if output is None:
        click.echo(text, nl=False)
        return
    with usage.writing(output):
        output.write_text(text, encoding="utf-8", newline="\n")
