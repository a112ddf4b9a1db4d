"""Plain values and a model make an entry, or every fault of the file with its place."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches
from functools import cache
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from site_gen.base.diagnostics import Diagnostic, Severity
from site_gen.base.messages import Message, msg
from site_gen.base.vietnamese import excerpt, slug
from site_gen.model.annotations import inner_model
from site_gen.model.choice import choice_of
from site_gen.model.entry import Loc
from site_gen.model.fields import says_yes
from site_gen.model.lists import as_yaml, quoted
from site_gen.model.published import Published
from site_gen.model.refusing import BLANK, UNFILLED, WRONG, found
from site_gen.reading.document import Document
from site_gen.reading.refusals import refuse

M = TypeVar("M", bound=BaseModel)


def bind(document: Document, model: type[M], reported: Iterable[Diagnostic] = ()) -> tuple[M | None, list[Diagnostic]]:
    """The document as `model`, or None with all its faults.

    Args:
        document: What was read.
        model: What it should be.
        reported: Errors of reading; what follows from one of them at the same place is not reported again.
    """
    try:
        return model.model_validate(document.plain()), []
    except ValidationError as error:
        known = {(d.at.line, d.at.column) for d in reported if d.severity is Severity.ERROR}
        faults = _faults(error.errors(include_url=False), document, model)
        return None, [d for d in faults if (d.at.line, d.at.column) not in known]


def _faults(errors: list[ErrorDetails], document: Document, model: type[BaseModel]) -> list[Diagnostic]:
    out, explained = [], set()
    for error in errors:  # unknown keys first: a misspelt key explains the missing one beside it
        loc: Loc = tuple(error["loc"])
        if error["type"] == "extra_forbidden":
            owner = _model_at(model, loc[:-1])
            meant = meant_key(str(loc[-1]), owner) if owner else None
            explained.add((*loc[:-1], meant))
            out.append(_unknown(document, loc, meant, owner))
    blanks = []
    for error in errors:
        loc = tuple(error["loc"])
        if error["type"] == UNFILLED:
            blanks.append(_blank(document, loc, _field_at(model, loc)))
        elif error["type"] == "missing" and loc not in explained:
            out.append(_missing(document, loc, _model_at(model, loc[:-1])))
        elif error["type"] not in ("missing", "extra_forbidden"):
            out.append(_value(document, loc, error, model))
    return [*out, *(_unfinished(blanks) if is_open_draft(document) else blanks)]


def is_open_draft(document: Document) -> bool:
    """Whether the file says that it is a draft, so that what is not filled in may wait.

    A draft that names a grade of secrecy has no business in this folder, and is judged like everything else.
    """
    data = document.data
    return isinstance(data, dict) and says_yes(data.get("draft")) and "secrecy" not in data


def _unfinished(blanks: list[Diagnostic]) -> list[Diagnostic]:
    """One finding for all blanks of a draft, at the first of them."""
    if not blanks:
        return []
    message = msg("this draft has {count} places that are not filled in yet", count=len(blanks))
    hint = msg("fill in each `{blank}`, or delete the lines you do not need; then delete the line `draft`", blank=BLANK)
    return [refuse("VALUE004", min(blanks, key=lambda d: (d.at.line, d.at.column)).at, message, hint)]


def _blank(document: Document, loc: Loc, info: FieldInfo | None) -> Diagnostic:
    """A place that nobody has filled in, with what belongs there."""
    label, help = (info.title or "", info.description or "") if info else ("", "")
    message = msg("not filled in yet: {label}", label=label or str(loc[-1]))
    hint = msg("put the real value in the place of `{blank}`. {help}", blank=BLANK, help=help)
    if info and (choices := choice_of(info.annotation)) is not None:
        listed = ", ".join(choice.label for choice in choices)
        hint = msg("put one of these in the place of `{blank}`: {choices}", blank=BLANK, choices=listed)
    elif info and not info.is_required():
        hint = msg("put the real value in the place of `{blank}`, or delete the line. {help}", blank=BLANK, help=help)
    return refuse("VALUE003", document.at(loc), message, hint)


def _unknown(document: Document, loc: Loc, meant: str | None, owner: type[BaseModel] | None) -> Diagnostic:
    key = str(loc[-1])
    if meant and owner:
        label = owner.model_fields[meant].title or meant
        hint = msg("the key is named `{key}` ({label})", key=meant, label=label)
    else:
        names = sorted(owner.model_fields if owner else (), key=lambda n: n in Published.model_fields)
        hint = msg("the keys known here are: {names}", names=", ".join(names))
    return refuse("KEY001", document.at(loc, key=True), msg("the key `{key}` is not known", key=key), hint)


def _missing(document: Document, loc: Loc, owner: type[BaseModel] | None) -> Diagnostic:
    key = str(loc[-1])
    info = owner.model_fields.get(key) if owner else None
    label, help = (info.title or key, info.description or "") if info else (key, "")
    message = msg("`{key}` ({label}) is missing", key=key, label=label)
    return refuse("KEY002", document.at(loc[:-1]), message, msg("add a line `{key}: …`. {help}", key=key, help=help))


_LIST = ("tuple_type", "list_type")
_GROUP = ("dict_type", "model_type")


def _value(document: Document, loc: Loc, error: ErrorDetails, model: type[BaseModel]) -> Diagnostic:
    at, given = document.at(loc), error["input"]
    if error["type"] == WRONG:
        ctx: dict[str, Any] = error["ctx"]
        return refuse("VALUE001", at, ctx["message"], _without_curly(given) or ctx["hint"])
    is_list = error["type"] in _LIST
    if not is_list and error["type"] not in _GROUP:
        hint = msg("compare it with the example of `sitegen new`")
        return refuse("VALUE001", at, msg("the value does not fit here"), hint)
    if given is None:
        hint = msg("write its keys below, indented by two blanks, or delete the line")
        if is_list:
            hint = msg("begin each item with `- `, indented below the key, or delete the line")
        return refuse("VALUE001", at, msg("a value is missing here"), hint)
    wanted = msg("a list") if is_list else msg("a group of keys")
    got = msg("the text `{text}`", text=excerpt(given, 40)) if isinstance(given, str) else found(given)
    message = msg("expected {wanted}, found {found}", wanted=wanted, found=got)
    return refuse("VALUE002", at, message, _shaped(given, loc, is_list, _model_at(model, loc)))


def _without_curly(given: object) -> Message | None:
    """What to do about the quotation marks that Word sets round a value: YAML takes them for a part of it."""
    if isinstance(given, str) and (hit := re.fullmatch(r"\s*[“”„‟«‘’](.+)[“”»‘’]\s*", given)):
        return msg("delete the curly quotation marks of Word: `{value}`", value=hit[1].strip())
    return None


def _shaped(given: object, loc: Loc, is_list: bool, owner: type[BaseModel] | None) -> Message:
    """How a value of the wrong shape is written, with the value itself where it is sure where that belongs."""
    if isinstance(given, str) and given.strip():
        text = " ".join(given.split())
        needed = [name for name, info in owner.model_fields.items() if info.is_required()] if owner else []
        needed.sort(key=lambda name: name not in _WORDS)
        if needed:
            return msg("write it as:{fixed}", fixed=_as_group(text, needed, loc, is_list))
        if is_list:
            return msg("write each item in a line of its own:{fixed}", fixed=as_yaml([text]))
    if is_list and isinstance(given, dict) and given:
        return msg("put `- ` in front of `{key}` and indent the keys below it by two blanks", key=next(iter(given)))
    if is_list:
        return msg("begin each item with `- `, indented below the key")
    return msg("write its keys below, indented by two blanks")


_WORDS = frozenset(("title", "text", "name", "label", "role", "who", "abstract", "criterion"))
"""Keys that hold what a group is called or says: a text that stands for the group is most likely theirs."""


def _as_group(text: str, needed: list[str], loc: Loc, is_list: bool) -> str:
    """A text as the first key of the group that belongs in its place; what else is required is left to be filled."""
    lines = [f"{needed[0]}: {quoted(text)}", *(f"{name}: …" for name in needed[1:])]
    is_item = isinstance(loc[-1], int)
    if is_list or is_item:
        lines = [f"- {lines[0]}", *(f"  {line}" for line in lines[1:])]
    head = [] if is_item else [f"{loc[-1]}:"]
    return "".join(f"\n{line}" for line in (*head, *(f"  {line}" for line in lines)))


def meant_key(key: str, owner: type[BaseModel]) -> str | None:
    """The field a misspelt, Vietnamese or old key means; None where nothing comes near."""
    names = names_of(owner)
    near = get_close_matches(slug(key), names, 1, 0.7)
    return names[near[0]] if near else None


@cache
def names_of(owner: type[BaseModel]) -> dict[str, str]:
    """The fields of a model by everything people call them."""
    names: dict[str, str] = {}
    for name, info in owner.model_fields.items():
        extra = info.json_schema_extra if isinstance(info.json_schema_extra, dict) else {}
        aliases = extra.get("x-aliases", [])
        for text in (name, info.title or "", *(aliases if isinstance(aliases, list) else ())):
            names.setdefault(slug(str(text)), name)
    return names


def _field_at(model: type[BaseModel], loc: Loc) -> FieldInfo | None:
    """The field to which the value at a place belongs."""
    names = [index for index, step in enumerate(loc) if isinstance(step, str)]
    owner = _model_at(model, loc[: names[-1]]) if names else None
    return owner.model_fields.get(str(loc[names[-1]])) if owner else None


def _model_at(model: type[BaseModel], loc: Loc) -> type[BaseModel] | None:
    here: type[BaseModel] | None = model
    for step in loc:
        if isinstance(step, int) or here is None:
            continue
        info = here.model_fields.get(step)
        here = inner_model(info.annotation) if info else None
    return here
