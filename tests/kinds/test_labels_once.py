"""What a field is called is said once, by its model: templates, Python and catalogues ask for it."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from site_gen.base.messages import catalogue
from site_gen.base.theme import theme_of
from site_gen.kind import Kind
from site_gen.kinds import KINDS
from site_gen.model.annotations import inner_model
from site_gen.model.model import label_of
from site_gen.render.html import templates

COMMON = {"dữ liệu mẫu", "số"}
"""Words of the language that are also labels: the tag of sample data, and “no.” before the number of any document."""
ENVIRONMENT = templates(theme_of(), "vi").environment


def models(kind: Kind) -> Iterator[type[BaseModel]]:
    """The models of a kind's forms and all inside them that the kind declares itself."""
    waiting: list[type[BaseModel]] = [form.model for form in kind.forms]
    seen: set[type[BaseModel]] = set()
    while waiting:
        model = waiting.pop()
        if model in seen or not model.__module__.startswith(f"site_gen.kinds.{kind.name}."):
            continue
        seen.add(model)
        yield model
        waiting += [inner for info in model.model_fields.values() if (inner := inner_model(info.annotation))]


def labels(kind: Kind) -> dict[str, str]:
    """What fields of a kind's own models are called, in editors' words and in those of pages."""
    found: dict[str, str] = {}
    for model in models(kind):
        for name, info in model.model_fields.items():
            if name in model.__annotations__:
                for words in (str(info.title), label_of(model, name)):
                    found.setdefault(words.casefold(), f"{model.__name__}.{name}")
    return found


def messages(kind: Kind) -> Iterator[tuple[str, str]]:
    """Every message that the templates of a kind use, with its place."""
    for path in sorted((kind.folder / "templates").glob("*.html")):
        for line, _, words in ENVIRONMENT.extract_translations(path.read_text(encoding="utf-8")):
            yield f"{path.name}:{line}", words if isinstance(words, str) else str(words[0])


def literals(path: Path) -> Iterator[tuple[int, str]]:
    """Every text in a Python file that is not a docstring."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    prose = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in prose:
            yield node.lineno, node.value


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_no_label_of_a_field_is_spelt_a_second_time(kind: Any) -> None:
    known = labels(kind)
    names = {kind.label.casefold(), *(form.label.casefold() for form in kind.forms), *COMMON}
    declared = {sys.modules[model.__module__].__file__ for model in models(kind)}
    words = catalogue("vi")
    again = {
        f'{place}: _("{id}") says what {known[said]} is called'
        for place, id in messages(kind)
        if (said := words.gettext(id).casefold()) in known and said not in names
    }
    again |= {
        f"{path.name}:{line}: {text!r} is what {known[text.casefold()]} is called"
        for path in sorted(kind.folder.glob("*.py"))
        if str(path) not in declared and path.name not in ("__init__.py", "choices.py")
        for line, text in literals(path)
        if text.casefold() in known and text.casefold() not in names
    }
    assert again == set()
