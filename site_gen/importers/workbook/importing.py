"""A workbook taken back into a site: the files as they would be, and everything that somebody must know."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from site_gen.base.dataclass import dataclass
from site_gen.base.diagnostics import Diagnostic, Severity, worst
from site_gen.base.messages import msg
from site_gen.base.plain_text import SourceFile, normalise
from site_gen.editing.changes import ordered
from site_gen.editing.files import BODY, NotEdited, edited
from site_gen.editing.splice import new_text
from site_gen.importers.draft import Doubt
from site_gen.importers.table import NotRead, Place
from site_gen.importers.workbook.contents import Contents
from site_gen.importers.workbook.filled import Filled
from site_gen.importers.workbook.fresh import Fresh, path_of
from site_gen.importers.workbook.merge import Applied, Merge
from site_gen.importers.workbook.trees import model_at
from site_gen.model.entry import Form, Loc
from site_gen.model.refusing import BLANK
from site_gen.reading.bind import bind
from site_gen.reading.markdown_file import read_markdown
from site_gen.reading.yaml_reader import parse


@dataclass(slots=True)
class Taken:
    """What came of a workbook.

    Attributes:
        files: The bytes of each file that is written; None for one that is removed.
        applied: What is changed, value by value.
        doubts: What somebody must look at.
        rows: How many rows the workbook has.
    """

    files: dict[Path, bytes | None]
    applied: list[Applied]
    doubts: list[Doubt]
    rows: int


def form_of_workbook(filled: Filled, forms: tuple[Form, ...]) -> Form:
    """What a workbook holds. Raises NotRead where this version knows nothing of that kind."""
    form = next((form for form in forms if form.pattern == filled.record.pattern), None)
    if form is None:
        raise NotRead(
            msg(
                "the workbook holds files `{pattern}`, which this version does not know", pattern=filled.record.pattern
            ),
            msg("export again with this version"),
        )
    return form


def refuse_other_site(filled: Filled, site: str) -> None:
    """Raises NotRead for a workbook of another site."""
    if filled.record.site != site:
        theirs, ours = (text.partition(" | ")[2] or text for text in (filled.record.site, site))
        raise NotRead(
            msg("the workbook is of another site: “{theirs}”, and this one is “{ours}”", theirs=theirs, ours=ours),
            msg("say with `-s` which site it belongs to; if this one was renamed, export again"),
        )


def take_back(filled: Filled, contents: Contents, source: Path, replace: bool = False, remove: bool = False) -> Taken:
    """What a workbook changes in a site. Nothing is written here."""
    refuse_other_site(filled, contents.site)
    merge = Merge(filled, contents, replace, remove, list(filled.doubts))
    fresh = Fresh(merge)
    fresh.read()
    merge.cells()
    files: dict[Path, bytes | None] = dict.fromkeys(merge.gone(fresh.changed_ids))
    for target in merge.targets.values():
        path = target.held.path
        changes = target.edits.done()
        if not changes or path in files:
            continue
        raw = path.read_bytes()
        try:
            made = edited(raw, path.name, changes, partial(_order, contents.form))
        except NotEdited:
            message = msg(
                "{file} is written in a way that only a person can change: {count} changes were not made",
                file=path.as_posix(),
                count=len([one for one in merge.applied if one.path == path]),
            )
            merge.doubts.append(Doubt("IMP037", Place(), "", message, Severity.ERROR))
            merge.applied = [one for one in merge.applied if one.path != path]
            continue
        if faults := _new_faults(raw, made, path, contents.form):
            message = msg(
                "{file} would have a fault, so none of its changes was made: {what}",
                file=path.as_posix(),
                what=faults[0].message,
            )
            merge.doubts.append(Doubt("IMP032", Place(), "", message, Severity.ERROR))
            merge.applied = [one for one in merge.applied if one.path != path]
        elif made != raw:
            files[path] = made
    for id, tree in fresh.files.items():
        path = path_of(merge, id, source)
        files[path] = _new_file(tree, contents.form, id in fresh.incomplete).encode("utf-8")
        merge.applied.append(Applied(path, "+", "", id))
    rows = sum(len(sheet.rows) for sheet in filled.sheets)
    return Taken(files, merge.applied, merge.doubts, rows)


def _order(form: Form, loc: Loc) -> tuple[str, ...]:
    return tuple(model_at(form.model, loc).model_fields)


def _new_faults(old: bytes, new: bytes, path: Path, form: Form) -> list[Diagnostic]:
    """The faults that a file has after the change, where it had none before."""
    if _faults(old, path, form):
        return []
    return _faults(new, path, form)


def _faults(raw: bytes, path: Path, form: Form) -> list[Diagnostic]:
    source = SourceFile(path.as_posix(), normalise(raw.decode("utf-8").removeprefix("\ufeff")))
    document, found = read_markdown(source) if path.suffix == ".md" else parse(source)
    if document is None:
        return found
    model, more = bind(document, form.model, found)
    errors = [fault for fault in (*found, *more) if fault.severity is Severity.ERROR]
    return errors if model is None or worst(errors) is not None else []


def _new_file(tree: dict[str, object], form: Form, incomplete: bool) -> str:
    """A new file, its keys in the order of the model; one that is not complete is a draft."""
    whole = ordered(tree, (), partial(_order, form))
    data = {key: value for key, value in whole.items() if key not in (BODY, "draft")}
    if incomplete:
        data = {"draft": "có", **data}
    elif "draft" in tree:
        data = {"draft": tree["draft"], **data}
    body = str(tree.get(BODY) or BLANK if incomplete else tree.get(BODY, "")) if form.pattern.endswith(".md") else None
    return new_text(data, body)
