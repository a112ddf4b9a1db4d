"""Laws of every list field and every table, whatever the kind: a list is never one item, a total never one row."""

from __future__ import annotations

import copy
from datetime import date
from pathlib import Path
from typing import Annotated, Any, get_args, get_origin

import pytest
import yaml
from pydantic import BaseModel, TypeAdapter, ValidationError
from site_folders import BASE_SITE, RULES, lay_out, read_site
from test_every_kind import MODELS

from site_gen.kind import Kind
from site_gen.kinds import KINDS
from site_gen.model.annotations import inner_model
from site_gen.model.choice import Choice
from site_gen.model.entry import Form
from site_gen.rules.run import run

WORDS = ("Nộp hồ sơ", "Nhận kết quả")
TEXTS = [
    "1. {0} 2. {1}",
    "1. {0}\n2. {1}",
    "a) {0}\nb) {1}",
    "+ {0} + {1}",
    "* {0}\n* {1}",
    "• {0} • {1}",
    "- {0}\n- {1}",
    "Bước 1. {0} Bước 2. {1}",
    "Bước 1: {0}\nBước 2: {1}",
    "{0}; {1}",
    "{0}\n{1}",
]


def text_lists() -> list[Any]:
    """Every field that is a list of texts, by its model and name."""
    found = []
    for model in MODELS:
        for name, info in model.model_fields.items():
            item = get_args(info.annotation)[0] if get_origin(info.annotation) is tuple else None
            base = get_args(item)[0] if get_origin(item) is Annotated else item
            if base is str:
                field = Annotated[info.annotation, *info.metadata] if info.metadata else info.annotation
                found.append(pytest.param(field, id=f"{model.__name__}.{name}"))
    return found


@pytest.mark.parametrize("field", text_lists())
@pytest.mark.parametrize("text", TEXTS)
def test_a_text_that_is_a_list_is_never_one_item(field: Any, text: str) -> None:
    reader: TypeAdapter[tuple[str, ...]] = TypeAdapter(field)
    try:
        items = reader.validate_python(text.format(*WORDS))
    except ValidationError:
        return  # refused: an id, an address or a code is no such text
    assert len(items) == 2
    assert [item.endswith(word) for item, word in zip(items, WORDS, strict=True)] == [True, True]


def choice_lists() -> list[Any]:
    """Every field that is a list of choices."""
    found = []
    for model in MODELS:
        for name, info in model.model_fields.items():
            item = get_args(info.annotation)[0] if get_origin(info.annotation) is tuple else None
            if isinstance(item, type) and issubclass(item, Choice):
                field = Annotated[info.annotation, *info.metadata] if info.metadata else info.annotation
                found.append(pytest.param(field, item, id=f"{model.__name__}.{name}"))
    return found


@pytest.mark.parametrize(("field", "choice"), choice_lists())
def test_choices_may_stand_in_one_line(field: Any, choice: type[Choice]) -> None:
    several = list(choice)[:2]
    assert TypeAdapter(field).validate_python(", ".join(one.label for one in several)) == tuple(several)


def tables(kind: Kind) -> list[tuple[Form, tuple[str, ...], str]]:
    """The lists of groups of a kind that its example fills, with a key of theirs that holds words."""
    found = []
    for form in kind.forms:
        written = "".join(path.read_text(encoding="utf-8") for path in (kind.folder / "example").glob(form.pattern))
        for name, info in form.model.model_fields.items():
            row = inner_model(info.annotation)
            if (
                row is None
                or f"\n{name}:\n" not in f"\n{written}"
                or getattr(row, "may_be_total", False)
                or get_origin(info.annotation) is not tuple
            ):
                continue
            found += [(form, (name,), key) for key in labels(row)]
    return found


def labels(row: type[BaseModel]) -> list[str]:
    """The key by which a row is known: the first required one that takes any words."""
    for key, info in row.model_fields.items():
        if info.is_required() and info.annotation is str:
            try:
                TypeAdapter(Annotated[str, *info.metadata]).validate_python("Tổng cộng")
            except ValidationError:
                continue
            return [key]
    return []


@pytest.mark.parametrize(
    ("kind", "form", "at", "key"),
    [
        pytest.param(kind, form, at, key, id=f"{form.pattern}-{'.'.join(at)}.{key}")
        for kind in KINDS
        for form, at, key in tables(kind)
    ],
)
def test_a_total_is_told_in_every_table(kind: Kind, form: Form, at: tuple[str, ...], key: str, tmp_path: Path) -> None:
    example = kind.folder / "example"
    root = lay_out(tmp_path / "site", (BASE_SITE, example))
    changed = []
    for path in sorted(root.glob(form.pattern)):
        head, _, body = path.read_text(encoding="utf-8").removeprefix("---\n").partition("\n---\n")
        data = yaml.load(head, yaml.BaseLoader)
        if not data.get(at[0]) or not (example / path.relative_to(root)).exists():
            continue
        data[at[0]].append({**copy.deepcopy(data[at[0]][-1]), key: "TỔNG CỘNG"})
        text = yaml.dump(data, allow_unicode=True)
        path.write_text(f"---\n{text}---\n{body}" if path.suffix == ".md" else text, encoding="utf-8")
        changed.append(path.relative_to(root).as_posix())
    assert changed
    loaded = read_site(root)
    assert loaded.catalog is not None
    judged = run(RULES, loaded.catalog, date(2026, 12, 1), "content/site.yml")
    told = {d.at.path.removeprefix("content/") for d in (*judged.found, *loaded.found) if d.code == "TABLE001"}
    assert told == set(changed), [str(d.message) for d in (*loaded.found, *judged.found)]
