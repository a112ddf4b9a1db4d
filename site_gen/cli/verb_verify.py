"""`sitegen verify`: whether a published site is what the publication log says."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import click

from site_gen.cli import options, usage
from site_gen.cli.language import tr


@usage.verb(
    "verify",
    tr(
        "Compare a published site with the publication log of the content: an output folder, what `wget --mirror` left, or a ZIP of either."
    ),
    "sitegen verify output",
    "sitegen verify ban-sao.zip -s content",
)
@click.argument("published", metavar=tr("SITE"), type=click.Path(exists=True, path_type=Path))
@options.places
@options.format_of(tr("form of the list (default: text)"), "text", "json")
def command(published: Path, source: options.Source, format_: str) -> None:
    """Exit 0 where everything is as the log says, 1 where something is not or the log itself was changed."""
    from site_gen.pipeline.gather import gather
    from site_gen.pipeline.publication_log import log_of
    from site_gen.pipeline.verify import Dump, State, verdicts
    from site_gen.reading.site_files import LOG

    try:
        dump = Dump(published)
    except (OSError, zipfile.BadZipFile):
        message = tr("`{path}` holds no published site: it has no `index.html`").format(path=published)
        raise click.UsageError(message) from None
    gathered = gather(source.request(Path("output"), writes=False))
    told = {
        State.OTHER: tr("is not what was published"),
        State.MISSING: tr("is missing"),
        State.STILL_THERE: tr("was taken down and is still there"),
        State.UNLOGGED: tr("is published and not in the log"),
    }
    rows, fine, same = [], True, 0
    for site in gathered.sites:
        log, shown = log_of(site), f"{site.shown}/{LOG}"
        if log.broken:
            fine = False
            text = tr("the past of the log was changed at line {n}; what stands before it is compared")
            rows.append(
                {
                    "site": site.shown,
                    "path": f"{shown}:{log.broken}",
                    "state": "broken",
                    "what": text.format(n=log.broken),
                }
            )
        elif not log.lines:
            text = tr("there is no log yet; write `publication_log: có` in site.yml and build")
            rows.append({"site": site.shown, "path": shown, "state": "none", "what": text})
            continue
        for one in verdicts(log, dump, site.prefix):
            if one.state is State.SAME:
                same += 1
            else:
                fine = False
                rows.append(
                    {
                        "site": site.shown,
                        "path": site.prefix + one.path,
                        "state": one.state.value,
                        "what": told[one.state],
                    }
                )
    fine = fine and same > 0
    if format_ == "json":
        click.echo(json.dumps({"same": same, "others": rows}, ensure_ascii=False, indent=1))
    else:
        for row in rows:
            click.echo(f"{row['path']}: {row['what']}")
        click.echo(tr("{n} addresses are as the log says, {m} are not").format(n=same, m=len(rows)))
    if not fine:
        raise click.exceptions.Exit(1)
