"""What every content type owes its editor, its reader and the tools: asked of each, so that a new one is asked too."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from pydantic import BaseModel
from site_folders import BASE_SITE, RULES, case_files, lay_out, read_site

from site_gen.base.diagnostics import Severity
from site_gen.base.vietnamese import slug
from site_gen.kind import Kind
from site_gen.kinds import KINDS
from site_gen.model.annotations import inner_model
from site_gen.model.choice import Choice
from site_gen.model.entry import Form
from site_gen.model.published import Published
from site_gen.model.settings import Fleet, Site
from site_gen.rules.run import run
from site_gen.rules.snapshot import Snapshot

each_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
each_form = pytest.mark.parametrize(
    ("kind", "form"), [(k, f) for k in KINDS for f in k.forms], ids=lambda x: x.pattern if isinstance(x, Form) else ""
)


def models_within(model: type[BaseModel], seen: set[type[BaseModel]] | None = None) -> Iterator[type[BaseModel]]:
    """A model and every model its fields hold, each once."""
    seen = set() if seen is None else seen
    if model not in seen:
        seen.add(model)
        yield model
        for info in model.model_fields.values():
            if (inner := inner_model(info.annotation)) is not None:
                yield from models_within(inner, seen)


ROOTS: list[type[BaseModel]] = [Site, Fleet, *(form.model for kind in KINDS for form in kind.forms)]
MODELS = list(dict.fromkeys(model for root in ROOTS for model in models_within(root)))
each_model = pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)


@each_kind
def test_it_says_in_vietnamese_what_it_is(kind: Kind) -> None:
    assert kind.label
    assert len(kind.help) > 20


@each_kind
def test_it_lives_in_its_own_folder(kind: Kind) -> None:
    assert kind.folder.name == kind.name
    assert kind.folder.is_dir()


@each_form
def test_its_forms_carry_its_name_and_a_published_model(kind: Kind, form: Form) -> None:
    assert form.kind == kind.name
    assert issubclass(form.model, Published)
    assert "*" in form.pattern
    assert form.pattern.endswith((".yml", ".md"))


def test_no_two_forms_read_the_same_files() -> None:
    patterns = [form.pattern for kind in KINDS for form in kind.forms]
    assert sorted(set(patterns)) == sorted(patterns)


@each_model
def test_every_field_has_a_vietnamese_label_and_a_sentence_of_help(model: type[BaseModel]) -> None:
    for name, info in model.model_fields.items():
        assert info.title, name
        assert info.description, name
        assert info.title != name


@each_model
def test_no_two_fields_of_a_model_are_called_alike(model: type[BaseModel]) -> None:
    names: dict[str, str] = {}
    for name, info in model.model_fields.items():
        extra: Any = info.json_schema_extra or {}
        for text in {slug(x) for x in (name, info.title or "", *extra.get("x-aliases", []))}:
            assert names.setdefault(text, name) == name


@each_model
def test_every_choice_has_a_vietnamese_label(model: type[BaseModel]) -> None:
    for info in model.model_fields.values():
        if isinstance(info.annotation, type) and issubclass(info.annotation, Choice):
            assert all(member.label for member in info.annotation)


@pytest.mark.parametrize("model", ROOTS, ids=lambda model: model.__name__)
def test_its_json_schema_is_one(model: type[BaseModel]) -> None:
    schema = model.model_json_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["additionalProperties"] is False


@each_kind
def test_every_entry_can_be_called_and_linked(kind: Kind) -> None:
    loaded = read_site(BASE_SITE)
    assert loaded.catalog is not None
    for entry in loaded.catalog.all(kind.forms[0].model):
        assert any(kind.names(entry))
        assert kind.label_of(entry)
        assert kind.url_of(entry).split("#")[0].endswith(".html")


@each_kind
def test_every_rule_of_it_has_a_wrong_and_a_right_case(kind: Kind) -> None:
    cases = Path(__file__).parent / kind.name / "cases"
    for rule in kind.rules:
        sides = {path.name.split("-")[0] for path in (cases / rule.code).glob("*")}
        assert {"wrong", "right"} <= sides, rule.code


@each_kind
def test_its_example_lies_where_its_forms_read_it(kind: Kind) -> None:
    patterns = [form.pattern for form in kind.forms]
    names = case_files(kind.folder / "example")
    assert names
    assert all(any(Path(name).match(pattern) for pattern in patterns) for name in names)


@each_kind
def test_its_example_is_read_without_a_finding(kind: Kind, tmp_path: Path) -> None:
    loaded = read_site(lay_out(tmp_path / "site", (BASE_SITE, kind.folder / "example")))
    assert [(d.at, str(d.message)) for d in loaded.found] == []


@each_kind
def test_its_example_breaks_no_rule_but_for_names_of_the_site_it_is_laid_into(kind: Kind, tmp_path: Path) -> None:
    examples = [k.folder / "example" for k in KINDS if (k.folder / "example").is_dir()]
    own = {f"content/{name}" for name in case_files(kind.folder / "example")}
    root = lay_out(tmp_path / "site", examples)
    shutil.copyfile(BASE_SITE / "site.yml", root / "site.yml")
    loaded = read_site(root)
    assert loaded.catalog is not None
    found = run(RULES, loaded.catalog, date(2026, 11, 21), "content/site.yml").found
    told = [(d.code, d.at.path, d.at.line) for d in found if d.at.path in own and d.severity > Severity.INFO]
    assert [t for t in told if t[0] != "REF001"] == []


@each_kind
def test_every_entry_of_its_example_has_a_page(kind: Kind, tmp_path: Path) -> None:
    root = lay_out(tmp_path / "site", [k.folder / "example" for k in KINDS])
    shutil.copyfile(BASE_SITE / "site.yml", root / "site.yml")
    catalog = read_site(root).catalog
    assert catalog is not None
    pages = {page.url for page in kind.pages(Snapshot(catalog, date(2026, 11, 21)))}
    assert pages
    assert {kind.url_of(entry).split("#")[0] for entry in catalog.all(kind.forms[0].model)} <= pages
