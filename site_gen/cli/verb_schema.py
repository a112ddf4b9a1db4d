"""`sitegen schema`: JSON Schema of content files, so that editors complete keys and show their meaning."""

from __future__ import annotations

from pathlib import Path

import click

from site_gen.cli import options, usage
from site_gen.cli.language import tr


@usage.verb(
    "schema",
    tr("Print the JSON Schema of a content file; without a name, list the schemas."),
    "sitegen schema unit",
    "sitegen schema --out schemas",
    "sitegen schema --check schemas",
)
@click.argument("name", required=False, metavar=usage.SCHEMA)
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    metavar=usage.FOLDER,
    help=tr("write every schema into this folder"),
)
@click.option(
    "--check",
    "kept",
    type=click.Path(path_type=Path, file_okay=False),
    metavar=usage.FOLDER,
    help=tr("fail where the schemas in this folder are out of date"),
)
@options.lang
def command(name: str | None, out: Path | None, kept: Path | None) -> None:
    """Exit 1 where `--check` finds a difference."""
    from site_gen.authoring.schemas import as_text, schemas

    known = schemas()
    if name is not None and name not in known:
        hint = usage.suggestion(name, known, tr("there are: {names}").format(names=", ".join(known)))
        raise click.UsageError(tr("there is no schema `{name}`; {hint}").format(name=name, hint=hint))
    texts = {n: as_text(schema) for n, schema in known.items() if name in (None, n)}
    if kept is not None:
        _check(kept, texts)
    if out is not None:
        _write(out, texts)
    if out is None and kept is None:
        if name is not None:
            click.echo(texts[name], nl=False)
        else:
            for n, schema in known.items():
                click.echo(f"{n:<10} {schema['title']}. {schema['description']}")


def _check(folder: Path, texts: dict[str, str]) -> None:
    stale = [n for n, text in texts.items() if _read(folder / f"{n}.json") != text]
    for n in stale:
        click.echo(tr("{path} is out of date").format(path=folder / f"{n}.json"))
    if stale:
        click.echo(tr("update them: sitegen schema --out {folder}").format(folder=folder))
        raise click.exceptions.Exit(1)


def _read(path: Path) -> str | None:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return None


def _write(folder: Path, texts: dict[str, str]) -> None:
    for n, text in texts.items():
        path = folder / f"{n}.json"
        with usage.writing(path):
            folder.mkdir(parents=True, exist_ok=True)
            if _read(path) != text:
                path.write_text(text, encoding="utf-8", newline="\n")
        click.echo(str(path))
