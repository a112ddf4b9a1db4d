"""Contexts and templates agree: a misspelt name or a field that nobody shows is found here, not by a reader."""

from __future__ import annotations

import dataclasses
import typing
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from jinja2 import meta, nodes

from site_gen.base.theme import theme_of
from site_gen.base.values import Record
from site_gen.kinds import KINDS
from site_gen.pages.frames import Shown
from site_gen.render.html import templates

assert KINDS  # importing them defines every context
ENVIRONMENT = templates(theme_of(), "vi").environment
FRAME = {"page", "site", "url", "headings", "panels", "panel", *ENVIRONMENT.globals}
"""What every template sees besides its context."""
ATTRIBUTES = {
    "template",
    "first",
    "last",
    "index",
    "index0",
    "length",
    "revindex",
    "split",
    "items",
    "append",
    "strip",
    "lower",
}
"""Of loops, texts and lists, and the template of a panel."""


def contexts() -> list[type[Shown]]:
    """Every context of a page or panel."""
    found: list[type[Shown]] = []
    waiting = list(Shown.__subclasses__())
    while waiting:
        cls = waiting.pop()
        waiting += cls.__subclasses__()
        found.append(cls)
    return sorted((cls for cls in found if "template" in vars(cls)), key=lambda cls: (cls.template, cls.__name__))


@cache
def tree(template: str) -> nodes.Template:
    assert ENVIRONMENT.loader is not None
    return ENVIRONMENT.parse(ENVIRONMENT.loader.get_source(ENVIRONMENT, template)[0])


@cache
def family(template: str) -> tuple[str, ...]:
    """The template with all that it extends, includes and imports from."""
    found = [template]
    for name in found:
        for other in meta.find_referenced_templates(tree(name)):
            if other and other not in found:
                found.append(other)
    return tuple(found)


@cache
def attributes(template: str) -> frozenset[str]:
    """Every name that stands behind a dot, or in brackets, anywhere in the template's family."""
    found: set[str] = set()
    for name in family(template):
        found |= {node.attr for node in tree(name).find_all(nodes.Getattr)}
        found |= {n.arg.value for n in tree(name).find_all(nodes.Getitem) if isinstance(n.arg, nodes.Const)}
        found |= {str(k.value.value) for k in tree(name).find_all(nodes.Keyword) if isinstance(k.value, nodes.Const)}
        found |= {
            str(arg.value).split(".")[-1]
            for f in tree(name).find_all(nodes.Filter)
            for arg in f.args
            if isinstance(arg, nodes.Const)
        }
        found |= {
            part
            for k in tree(name).find_all(nodes.Keyword)
            if isinstance(k.value, nodes.Const)
            for part in str(k.value.value).split(".")
        }
    return frozenset(found)


def top_level(template: str) -> set[str]:
    """The names that the template asks of its context."""
    imported = {
        name[-1] if isinstance(name, tuple) else name
        for node in tree(template).find_all(nodes.FromImport)
        for name in node.names
    }
    macros = {node.name for node in tree(template).find_all(nodes.Macro)}
    return meta.find_undeclared_variables(tree(template)) - FRAME - imported - macros


def records(cls: Any) -> Iterator[type[Record]]:
    """The records inside a context, at any depth."""
    seen: set[type[Record]] = set()
    waiting: list[Any] = [cls]
    while waiting:
        here = waiting.pop()
        for hint in typing.get_type_hints(here, include_extras=False).values():
            for inner in parts(hint):
                if inner not in seen:
                    seen.add(inner)
                    waiting.append(inner)
                    yield inner


def parts(hint: Any) -> Iterator[type[Record]]:
    if isinstance(hint, type) and issubclass(hint, Record):
        yield hint
    for arg in typing.get_args(hint):
        yield from parts(arg)


def names(cls: Any) -> set[str]:
    return {field.name for field in dataclasses.fields(cls)}


def is_panel(cls: type[Shown]) -> bool:
    """Whether its template is included below `panel`, not a page of its own."""
    return not list(tree(cls.template).find_all(nodes.Extends))


ALL = contexts()


@pytest.mark.parametrize("cls", ALL, ids=lambda cls: f"{cls.template}-{cls.__name__}")
def test_a_template_asks_for_nothing_that_its_context_lacks(cls: type[Shown]) -> None:
    shared = set().union(*(names(other) for other in ALL if other.template == cls.template))
    if is_panel(cls):
        asked = {n.attr for n in tree(cls.template).find_all(nodes.Getattr) if getattr(n.node, "name", "") == "panel"}
        assert asked - shared - {"template"} == set()
    else:
        assert top_level(cls.template) - shared == set()


@pytest.mark.parametrize("cls", ALL, ids=lambda cls: f"{cls.template}-{cls.__name__}")
def test_every_field_of_a_context_is_shown(cls: type[Shown]) -> None:
    known = names(cls)
    used = attributes(cls.template) if is_panel(cls) else top_level(cls.template)
    assert known - used == set()


def test_every_field_of_a_record_is_shown_by_some_template() -> None:
    shows: dict[type[Record], set[str]] = {}
    for cls in ALL:
        for record in records(cls):
            shows.setdefault(record, set()).update(attributes(cls.template))
    everywhere = set().union(*(attributes(str(name)) for name in ENVIRONMENT.list_templates(["html"])))
    unused = {
        f"{record.__module__}.{record.__name__}.{name}"
        for record, used in shows.items()
        for name in names(record) - (everywhere if record.__module__.startswith("site_gen.rules") else used)
    }
    assert unused == set()


def test_a_template_asks_records_for_nothing_that_none_has() -> None:
    known = set().union(*(names(record) for cls in ALL for record in (cls, *records(cls)))) | ATTRIBUTES
    asked = {
        (cls.template, node.attr)
        for cls in ALL
        for node in tree(cls.template).find_all(nodes.Getattr)
        if getattr(node.node, "name", "") not in ("page", "site", "loop", "ns")
    }
    assert {(template, name) for template, name in asked if name not in known} == set()
