"""Whatever is there twice is told, for every form of every kind, at the copy, and never with advice that loses the original."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from site_folders import BASE_SITE, RULES, case_files, lay_out, read_site

from site_gen.base.diagnostics import Diagnostic
from site_gen.base.messages import say
from site_gen.kinds import KINDS
from site_gen.model.entry import Form
from site_gen.rules.run import run

EXAMPLES = [kind.folder / "example" for kind in KINDS]
FORMS = [form for kind in KINDS for form in kind.forms]
AS_OF = date(2026, 11, 30)
OF_COPIES = tuple(rule for rule in RULES if rule.code == "DUPLICATE001")


def copies(form: Form, name: str) -> Iterator[str]:
    """Where a copy of the form's example may lie."""
    folder, _, file = name.rpartition("/")
    stem, _, ending = file.rpartition(".")
    if form.pattern.endswith("*.yml") or form.pattern.endswith("*.md"):
        for other in (f"{stem} (1)", f"{stem} - Copy", f"{stem}-LAPTOP-5QK2", f"a-{stem}", f"{stem}-2"):
            yield f"{folder}/{other}.{ending}"
    else:
        yield f"{folder}-2/{file}"


def told(root: Path) -> list[Diagnostic]:
    loaded = read_site(root)
    assert loaded.catalog is not None
    return [d for d in run(RULES, loaded.catalog, AS_OF, "content/site.yml").found if d.at.path != "content/site.yml"]


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.pattern)
def test_a_copy_of_any_example_is_told_at_the_copy(form: Form, tmp_path: Path) -> None:
    kind = next(kind for kind in KINDS if form in kind.forms)
    files = case_files(kind.folder / "example")
    name = next(name for name in files if Path(name).match(form.pattern) and name.count("/") == form.pattern.count("/"))
    for number, copy in enumerate(copies(form, name)):
        root = lay_out(tmp_path / f"{number}" / "site", (BASE_SITE, *EXAMPLES))
        (root / copy).parent.mkdir(parents=True, exist_ok=True)
        (root / copy).write_bytes((root / name).read_bytes())
        loaded = read_site(root)
        if any(d.at.path == f"content/{copy}" for d in loaded.found):
            continue  # its very name says that it is a copy: it is told so and not read
        assert loaded.catalog is not None
        found = run(OF_COPIES, loaded.catalog, AS_OF, "content/site.yml").found
        assert [d.at.path for d in found] == [f"content/{copy}"], copy
        assert f"content/{name}" in say(found[0].message, "vi")


def test_no_advice_would_lose_the_original(tmp_path: Path) -> None:
    root = lay_out(tmp_path / "site", (BASE_SITE, *EXAMPLES))
    (root / "procedures/1.009999.yml").write_bytes((root / "procedures/1.004873.yml").read_bytes())
    (root / "registers/2026-q2 (1).yml").write_bytes((root / "registers/2026-q2.yml").read_bytes())
    hints = [say(d.hint, "en") for d in told(root) if d.hint and ("1.009999" in d.at.path or "(1)" in d.at.path)]
    assert not [hint for hint in hints if "rename it" in hint or "rename the" in hint]


def test_the_examples_together_have_nothing_twice(tmp_path: Path) -> None:
    root = lay_out(tmp_path / "site", (BASE_SITE, *EXAMPLES))
    assert [d for d in told(root) if d.code == "DUPLICATE001"] == []


def test_two_letters_about_one_dossier_on_different_days_are_no_copy(tmp_path: Path) -> None:
    root = lay_out(tmp_path / "site", (BASE_SITE, *EXAMPLES))
    text = (root / "apologies/2026-007.yml").read_text("utf-8")
    changed = text.replace("number: 07/", "number: 08/").replace("date: 06/7/2026", "date: 07/7/2026")
    (root / "apologies/2026-008.yml").write_text(changed, "utf-8")
    assert [d.at.path for d in told(root) if d.code == "DUPLICATE001"] == []
