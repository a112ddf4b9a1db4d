"""What an editor writes reaches a page: asked of every field of every form, with entries made from the models alone."""

from __future__ import annotations

import base64
import html
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from full_entries import DAY, Full, Word
from site_folders import BASE_SITE, lay_out, read_site

from site_gen.base.diagnostics import Diagnostic, Severity
from site_gen.joined.records import records
from site_gen.kind import Kind
from site_gen.kinds import KINDS
from site_gen.model.entry import Form
from site_gen.pipeline.decide import decide
from site_gen.pipeline.gather import Gathered, GatheredSite
from site_gen.pipeline.request import Request
from site_gen.render.html import render_one
from site_gen.render.job import Job
from site_gen.rules.snapshot import Snapshot

FORMS = [(kind, form) for kind in KINDS for form in kind.forms]
each_form = pytest.mark.parametrize(("kind", "form"), FORMS, ids=lambda x: x.pattern if isinstance(x, Form) else "")

FIXED: dict[str, Any] = {
    # A scorecard's deepest criteria, a plan's rows: what ties entries together is not free.
    "Plan.areas": [{"code": "I", "name": "Lĩnh vực Một", "canonical": "procedures", "budget_declared": "77"}],
    "Task.area": "I",
    "PlanTarget.area": "I",
    "Task.id": "nv-1",
    "PlanTarget.id": "mt-1",
    "Task.targets": ["mt-1"],
    "Measure.id": "cs-1",
    "Update.item": "nv-1/1",
    "TargetResult.target": "mt-1",
    "TargetResult.measure": "cs-1",
    "Plan.scorecard": "chi-so",
    # A paper kept inside hides what else is written of it, which has tests of its own.
    "Evidence.inside": None,
    "Plan.area_scheme": None,
    # Days by which something is on the site at all on the day of building.
    "Plan.date": "05/01/2026",
    "Plan.year": "2026",
    "Plan.year_to": None,
    "Progress.date": "01/10/2026",
    "Unit.valid_from": None,
    "Unit.valid_to": None,
    "Unit.succession": None,
    "Unit.level": "internal",
    "Parent.since": None,
    "Parent.until": None,
    "Term.since": "01/02/2026",
    "Term.until": "31/12/2026",
    "RosterDuty.since": None,
    "RosterDuty.until": "31/12/2026",
    "Apology.received_on": "02/11/2026",
    "Apology.due_on": "19/11/2026",
    "Apology.sent_on": "18/11/2026",
    "Apology.date": "20/11/2026",
    "Apology.posted_from": "21/11/2026",
    "Apology.posted_to": "20/12/2026",
    "Apology.new_due_on": "09/12/2026",
    "Apology.resolved_on": None,
    "Consultation.opened_on": "01/6/2026",
    "Consultation.closes_on": "30/6/2026",
    "Feedback.type": "procedure",
    "Procedure.code": "1.004999",
    "Procedure.state": "in_force",
    "Procedure.ended_on": None,
    "Procedure.successor": None,
    "ListedProcedure.code": "1.004998",
    "Person.photo": "files/chan-dung.png",
    "Image.file": "files/ban-do.png",
    "Unit.map": "files/ban-do.png",
    # A blank cell that takes the value of the row above has a test of its own.
    "Task.inherited": None,
    "Part.inherited": None,
}
"""Values without which an entry is on no page, or which name something beside it."""
MORE: dict[str, list[dict[str, Any]]] = {
    # What a field leads to that the entry above cannot hold at the same time.
    "plans/*/tasks.yml": [{"Task.parts": None}],
    "units/*.yml": [{"Unit.valid_to": "30/06/2025"}],
    "procedures/*.yml": [
        {"Procedure.state": "abolished", "Procedure.ended_on": "01/03/2026", "Procedure.successor": "1.004873"}
    ],
}
PICTURE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
PLAN = {
    "title": "Kế hoạch thử",
    "kind": "par_year",
    "year": "2026",
    "issuer": "ubnd-xa",
    "money_unit": "million",
    "areas": [{"code": "I", "name": "Lĩnh vực Một"}],
}
TASKS = {
    "targets": [{"id": "mt-1", "text": "Đích", "measures": [{"id": "cs-1", "value": "5"}]}],
    "tasks": [{"id": "nv-1", "area": "I", "text": "Việc", "parts": [{"text": "Phần"}]}],
}
BESIDE: dict[str, dict[str, dict[str, Any]]] = {
    "plans/*/tasks.yml": {"plans/*/plan.md": PLAN},
    "plans/*/progress/*.yml": {"plans/*/plan.md": PLAN, "plans/*/tasks.yml": TASKS},
}
"""What an entry of a form needs beside it to be shown at all."""
REFERRED: dict[str, tuple[str, str, dict[str, Any]]] = {
    "unit": ("units/ref-{}.yml", "name", {"type": "department", "level": "internal"}),
    "person": ("people/ref-{}.yml", "role", {"unit": "ubnd-xa"}),
    "procedure": ("procedures/2.00000{}.yml", "name", {"code": "2.00000{}", "procedure_field": "Lĩnh vực"}),
    "plan": ("plans/ref-{}/plan.md", "title", {**PLAN, "title": ""}),
    "document": (
        "documents/ref-{}.yml",
        "number",
        {"type": "decision", "date": "01/02/2026", "issuer": "ubnd-xa", "abstract": "Việc {}"},
    ),
}
"""Entries that stand for what a reference names: path, field of the name, and the rest."""


def write(root: Path, pattern: str, entry: dict[str, Any]) -> None:
    path = root / pattern.replace("*", "day-du", 1).replace("*", "quy-3")
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in entry.items() if key != "body"]
    text = "".join(lines)
    path.write_text(f"---\n{text}---\n{entry.get('body', '')}\n" if path.suffix == ".md" else text, encoding="utf-8")


def site_with(root: Path, form: Form, full: Full) -> Path:
    """A small site that holds one full entry of the form, all it refers to and all its files."""
    lay_out(root, (BASE_SITE,))
    for path in sorted((root / "plans").rglob("*.*")):
        path.unlink()
    for pattern, entry in BESIDE.get(form.pattern, {}).items():
        write(root, pattern, entry)
    write(root, form.pattern, full.entry(form.model))
    for kind, names in full.references.items():
        place, key, rest = REFERRED[kind]
        for number, name in enumerate(names):
            told = {k: v.format(number) if isinstance(v, str) else v for k, v in rest.items()}
            write(root, place.format(number), {**told, key: name})
    for file in full.files:
        (root / file).write_bytes(b"%PDF-1.4\n" + file.encode())
    for name in ("ban-do.png", "chan-dung.png"):
        (root / "files" / name).write_bytes(PICTURE)
    settings = root / "site.yml"
    english = "english: {name: Commune, short_name: Commune, place: Province, address: Road, hours: mornings}\n"
    settings.write_text(settings.read_text(encoding="utf-8") + english, encoding="utf-8")
    return root


def edition_with(root: Path) -> Snapshot:
    loaded = read_site(root)
    assert [(d.code, d.at, str(d.message)) for d in loaded.found if d.severity is Severity.ERROR] == []
    assert loaded.catalog is not None
    return Snapshot(loaded.catalog, DAY)


KNOWN: dict[str, tuple[Job, str, str]] = {}
"""What pages showed last, by path: a page of the same values is the same page and is not rendered again."""


def visible(snapshot: Snapshot, root: Path) -> tuple[str, str]:
    """What a reader of all pages can read, and all their links."""
    request = Request(root, root.parent / "out", as_of=DAY, jobs=1)
    jobs = decide(Gathered(None, (GatheredSite(snapshot, root, "content"),), ()), request)[0]
    for job in jobs:
        if job.path not in KNOWN or KNOWN[job.path][0] != job:
            KNOWN[job.path] = (job, *read(job, request))
    shown = [KNOWN[job.path] for job in jobs]
    return "\n".join(text for _, text, _ in shown), "\n".join(links for _, _, links in shown)


def read(job: Job, request: Request) -> tuple[str, str]:
    """What a reader of one page can read, and its links."""
    made = render_one(job, request.whole_theme)
    assert not isinstance(made, Diagnostic), f"{made.at}: {made.message}"
    page = re.sub(r"<(script|style|head)\b.*?</\1>", "", made.data.decode(), flags=re.DOTALL)
    links = re.findall(r'(?:href|src)="([^"]*)"', page)
    page = re.sub(r'<[^>]*?\balt="([^"]*)"[^>]*>', r" \1 ", page)
    text = html.unescape(re.sub(r"<[^>]+>", " ", page)).replace("\u00a0", " ")
    return " ".join(text.split()), "\n".join(links)


def stands_in(word: Word, text: str, links: str) -> bool:
    if word.link:
        return any(way.split("/")[-1] in links or way in text for way in word.shown)
    return any(re.search(rf"(?<!\w){re.escape(way)}(?!\w)", text, re.IGNORECASE) for way in word.shown)


def ways(form: Form) -> Iterator[dict[str, Any]]:
    yield FIXED
    for more in MORE.get(form.pattern, ()):
        yield {**FIXED, **more}


@each_form
def test_every_field_of_it_is_on_a_page(kind: Kind, form: Form, tmp_path: Path) -> None:
    lost: set[str] | None = None
    for number, fixed in enumerate(ways(form)):
        full = Full(fixed)
        root = site_with(tmp_path / str(number) / "site", form, full)
        text, links = visible(edition_with(root), root)
        missing = {word.path for word in full.words if not stands_in(word, text, links)}
        lost = missing if lost is None else lost & (missing | (lost - {w.path for w in full.words}))
    assert sorted(lost or ()) == []


NOT_WHOLE = {
    "people/*.yml": "names and numbers of people end with their terms",
    "apologies/*.yml": "a notice is taken down without a trace",
    "dossiers/*.yml": "small numbers are hidden",
    "feedback/*.yml": "some cases may not be shown",
    "registers/*.yml": "its rows are a table already",
    "pages/*.md": "a text is not data",
}
"""Forms of which not every field of every entry is offered as open data, and why."""


def test_every_form_offers_whole_entries_or_has_a_reason() -> None:
    assert {form.pattern for _, form in FORMS if not form.records} == set(NOT_WHOLE)


@pytest.mark.parametrize("form", [form for _, form in FORMS if form.records], ids=lambda form: form.pattern)
def test_every_field_of_it_is_open_data(form: Form, tmp_path: Path) -> None:
    full = Full(FIXED)
    snapshot = edition_with(site_with(tmp_path / "site", form, full))
    rows = [row for table in records(snapshot) if table.name.startswith(form.records) for row in table.rows]
    cells = "\n".join(str(cell) for row in rows for cell in row)
    assert [word.path for word in full.words if not any(way in cells for way in as_data(word))] == []


def as_data(word: Word) -> Iterator[str]:
    """How data writes what pages show: days in ISO form, numbers with a point, choices by value."""
    yield from word.shown
    yield from word.written
    for way in word.shown:
        if hit := re.fullmatch(r"(\d\d?)/(\d\d)/(\d{4})", way):
            yield f"{hit[3]}-{hit[2]}-{int(hit[1]):02}"
        if re.fullmatch(r"[\d.]+(?:,\d+)?", way):
            yield way.replace(".", "").replace(",", ".")


@each_form
def test_every_yes_or_no_of_it_changes_a_page(kind: Kind, form: Form, tmp_path: Path) -> None:
    def told(number: int, negated: str) -> tuple[Full, tuple[str, str]]:
        full = Full(FIXED, negated)
        root = site_with(tmp_path / str(number) / "site", form, full)
        return full, visible(edition_with(root), root)

    full, before = told(0, "")
    flags = dict.fromkeys(full.flags)
    assert [flag for number, flag in enumerate(flags, 1) if told(number, flag)[1] == before] == []


@each_form
def test_an_entry_with_nothing_but_what_it_must_have_is_shown(kind: Kind, form: Form, tmp_path: Path) -> None:
    told = {key: value for key, value in FIXED.items() if value is not None}
    full = Full({**told, "Appendix.title": "Phụ lục"}, bare=True)  # a file of nothing at all is refused
    root = site_with(tmp_path / "site", form, full)
    text, links = visible(edition_with(root), root)
    assert [word.path for word in full.words if not stands_in(word, text, links)] == []
