"""Begins an entry of a site from the example of its form: the commands below `sitegen new` but `site`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

import click

from site_gen.base.dataclass import dataclass
from site_gen.cli import options, usage
from site_gen.cli.language import tr
from site_gen.cli.usage import refuse, suggestion, writing
from site_gen.model.refusing import BLANK

if TYPE_CHECKING:
    from site_gen.kind import Kind
    from site_gen.model.catalog import Catalog
    from site_gen.model.entry import Form
    from site_gen.model.period import Period

Option = Callable[[click.Command], click.Command]

EXAMPLES = {
    "unit": 'sitegen new unit phong-kinh-te --name "Phòng Kinh tế xã"',
    "person": "sitegen new person pho-chu-tich",
    "plan": "sitegen new plan cchc-2030",
    "progress": "sitegen new progress cchc-2026 2026-q1",
    "scorecard": "sitegen new scorecard chi-so-2025",
    "page": "sitegen new page lich-tiep-dan",
    "procedure": "sitegen new procedure 1.001193",
    "procedure-lists": "sitegen new procedure-lists cap-xa",
    "apology": "sitegen new apology 2026-008",
    "dossier_statistics": "sitegen new dossier_statistics 2026-11",
    "indicator": 'sitegen new indicator so-hoa --name "Tỷ lệ số hóa hồ sơ"',
    "survey": "sitegen new survey 2026-11-mot-cua",
    "feedback": "sitegen new feedback 2026-013",
    "dialogue": "sitegen new dialogue 2027",
    "consultation": "sitegen new consultation quy-che-dan-chu",
    "document": "sitegen new document 2026-qd-15",
    "document-lists": "sitegen new document-lists het-hieu-luc-2026",
    "budget": "sitegen new budget 2026-quy-3",
    "report": "sitegen new report cchc-2026-q4",
    "news": "sitegen new news hop-dan-thon",
    "register": "sitegen new register 2026-q3",
}


def forms_to_begin() -> dict[str, tuple[Kind, Form]]:
    """What can be begun: every form that no other one brings along."""
    from site_gen.authoring.forms import forms
    from site_gen.authoring.new_entry import together

    return {name: (kind, form) for name, (kind, form) in forms().items() if together(kind, form)[0] is form}


def entry_command(kind: Kind, form: Form) -> click.Command:
    """The command that begins an entry of one form."""
    from site_gen.authoring.forms import form_name
    from site_gen.authoring.new_entry import parents_of
    from site_gen.kind import form_label

    name = form_name(kind, form)
    names, label = parents_of(kind, form), form_label(kind, form)

    def begin(source: Path, as_of: date | None, title: str = "", unit: str = "", period: str = "", **ids: str) -> None:
        named = [ids[f"id_{n}".replace("-", "_")] for n in names]
        _begin(kind, form, named, source, _Given(title, unit, period), as_of)

    text = tr("Begin an entry: {label}. Fill in each `{blank}`. It is a draft until you delete the line `draft: có`.")
    example = EXAMPLES.get(name, f"sitegen new {' '.join([*names[:-1], name, 'id'])}")
    made = usage.verb(name, text.format(label=label, blank=BLANK), example, short=label)(begin)
    above = kind.label.upper().replace(" ", "_")  # what is there already, and what the entry belongs to
    metavars = [above, usage.ID][-len(names) :]
    made.params = [click.Argument([f"id_{n}"], metavar=metavar) for n, metavar in zip(names, metavars, strict=True)]
    source_folder: Option = options.source_folder(tr("the site's folder (default: content)"))
    more: list[Option] = [options.lang, as_of, *_facts(form), source_folder]
    for option in more:
        made = option(made)
    return made


as_of = click.option(
    "--as-of", type=options.Day(), help=tr("the day of writing (default: SOURCE_DATE_EPOCH, else today)")
)


def write_new(folder: Path, files: Mapping[str, str]) -> None:
    """Writes files that are not there yet; one that is stays as it is."""
    for path, text in files.items():
        target = folder / path
        with writing(target):
            target.parent.mkdir(parents=True, exist_ok=True)
            try:
                file = target.open("x", encoding="utf-8", newline="\n")
            except FileExistsError:
                continue
            with file:
                file.write(text)
        click.echo(str(target))


def _facts(form: Form) -> Iterator[Option]:
    """An option for each fact that the command can put in its place; a form without a name has no `--name`."""
    from site_gen.authoring.new_entry import has_period, name_key, unit_key

    text = usage.TEXT
    if name_key(form):
        yield click.option("--name", "title", default="", metavar=text, help=tr("what it is called"))
    if unit_key(form):
        yield click.option("--unit", default="", metavar=text, help=tr("the unit it is of, by any of its names"))
    if has_period(form):
        yield click.option(
            "--period",
            default="",
            metavar=text,
            help=tr("what time it is about, for example “quý III/2026” (default: what the id says)"),
        )


@dataclass(frozen=True, slots=True)
class _Given:
    """What the command line says of the entry, as it was typed."""

    name: str
    unit: str
    period: str


def _begin(kind: Kind, form: Form, ids: list[str], source: Path, given: _Given, as_of: date | None) -> None:
    from site_gen.authoring.new_entry import Asked, new_entry
    from site_gen.pipeline.request import today

    refuse_portal(source)
    for id in ids:
        _refuse_odd(id)
    day = today(as_of)
    _refuse_orphan(kind, form, ids, source)
    catalog, id = catalog_of(source), "/".join(ids)
    if given.unit:
        _refuse_stranger(given.unit, catalog)
    period = _period(form, id, given.period, day)
    name, unit = (" ".join(text.split()) for text in (given.name, given.unit))
    files = new_entry(Asked(kind, form, id, day, name, unit, period), catalog)
    for path in files:
        if (source / path).exists():
            refuse(tr("{path} exists already; nothing was written").format(path=source / path), tr("choose another id"))
    write_new(source, files)
    if any(BLANK in text for text in files.values()):
        next_step = tr(
            "It is a draft. Fill in each `{blank}`, delete the lines you do not need and the line `draft: có`, then run: {command}"
        )
    else:
        next_step = tr("It is a draft. Read it through, delete the line `draft: có`, then run: {command}")
    check = "sitegen check" + ("" if source == Path("content") else f" -s {source}")
    click.echo(next_step.format(blank=BLANK, command=check))


def _period(form: Form, id: str, words: str, day: date) -> Period | None:
    """The period that the command names, else that of the id. Refuses words that name none."""
    from site_gen.authoring.new_entry import has_period
    from site_gen.authoring.periods import looks_like_a_period, period_in
    from site_gen.model.period import read_period

    forms = tr("write `tháng 10/2026`, `quý III/2026`, `6 tháng đầu năm 2026` or `năm 2026`")
    if words and (named := read_period(words)) is None:
        raise click.UsageError(tr("`{text}` is not a period; {hint}").format(text=words[:60], hint=forms))
    if words:
        return named
    found = period_in(id, day)
    if found is None and has_period(form) and looks_like_a_period(id.split("/")[-1]):
        hint = tr("write for example `2026-10`, `2026-q3` or `2026`, or say it with `--period`")
        raise click.UsageError(tr("`{id}` names no month, quarter or year; {hint}").format(id=id, hint=hint))
    return found


def _refuse_stranger(unit: str, catalog: Catalog | None) -> None:
    """A unit must be one of the site's."""
    from site_gen.base.vietnamese import fold

    if catalog is None or catalog.named("unit", unit) is not None:
        return
    known = {fold(name.text): name.text for name in catalog.names("unit") if name.text != name.id}
    near = get_close_matches(fold(unit), known, 1, 0.5)
    otherwise = tr("begin it with `{command}`").format(command='sitegen new unit ma-don-vi --name "…"')
    hint = usage.did_you_mean([known[near[0]]]) if near else otherwise
    raise click.UsageError(tr("there is no unit `{name}`; {hint}").format(name=unit[:60], hint=hint))


def refuse_portal(source: Path) -> None:
    """A specimen goes into a site; in the folder of a portal the site must be named."""
    if (source / "site.yml").exists():
        return
    sites = sorted(p.parent.name for p in source.glob("*/site.yml"))
    if sites:
        refuse(
            tr("{folder} holds several sites: {sites}").format(folder=source, sites=", ".join(sites)),
            tr("say which one you mean, for example `-s {example}`").format(example=source / sites[0]),
        )
    refuse(
        tr("there is no site in `{folder}`").format(folder=source),
        tr("begin with `sitegen new site {folder}`, or name the site's folder with `-s`").format(folder=source),
    )


def _refuse_odd(id: str) -> None:
    from site_gen.base.vietnamese import slug

    if not re.fullmatch(r"[a-z0-9]+(?:[.-][a-z0-9]+)*", id) or len(id) > 80:
        better = slug(id)[:80]
        hint = usage.did_you_mean([better]) if better else tr("use small letters without marks, digits and `-`")
        raise click.UsageError(tr("`{id}` cannot be an id; {hint}").format(id=id[:80], hint=hint))


def _refuse_orphan(kind: Kind, form: Form, ids: list[str], source: Path) -> None:
    """An entry below another one needs that one."""
    if len(ids) < 2:
        return
    above = kind.forms[0].pattern
    known = sorted(p.parent.name for p in source.glob(above))
    if ids[0] in known:
        return
    otherwise = tr("begin it with `{command}`").format(command=f"sitegen new {kind.name} {ids[0]}")
    hint = suggestion(ids[0], known, otherwise, cutoff=0.4)
    raise click.UsageError(tr("there is no {path}; {hint}").format(path=source / above.replace("*", ids[0]), hint=hint))


def catalog_of(source: Path) -> Catalog | None:
    """What the site holds, as far as it can be read; its faults are the business of `check`."""
    from site_gen.kinds import FORMS
    from site_gen.pipeline.gather import naming
    from site_gen.reading.load import load
    from site_gen.reading.parse_cache import ParseCache

    return load(source, source.as_posix(), "", FORMS, naming, ParseCache()).catalog
