"""Bodies that a draft names, against the units of the site: an unknown one is a doubt with the nearest name."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from site_gen.base.messages import Message, msg
from site_gen.base.vietnamese import fold
from site_gen.importers.draft import Doubt, Noted
from site_gen.importers.importing import Asked
from site_gen.importers.table import Place
from site_gen.model.lists import parts

KEYS = ("lead", "coordinating", "unit")


def with_unknown_units(data: dict[str, object], asked: Asked) -> None:
    """Notes every body that is not one of the site's units, in a draft's data and all that it holds."""
    if not asked.units:
        return
    for key, value in data.items():
        if key in KEYS:
            data[key] = _noted(value, asked)
        elif key != "headings":  # there the same keys hold what columns are called
            for inner in _groups(value):
                with_unknown_units(inner, asked)


def _groups(value: object) -> Iterable[dict[str, object]]:
    if isinstance(value, Noted):
        value = value.value
    if isinstance(value, dict):
        yield value
    elif isinstance(value, list):
        for one in value:
            yield from _groups(one)


def _noted(value: object, asked: Asked) -> object:
    before = value.doubts if isinstance(value, Noted) else ()
    said = value.value if isinstance(value, Noted) else value
    texts = said if isinstance(said, list) else [said]
    unknown = [
        name for text in texts for name in parts(str(text), asked.knows_unit) if name and not asked.knows_unit(name)
    ]
    if not unknown:
        return value
    doubts = tuple(Doubt("IMP022", Place(), name, _message(name, asked)) for name in unknown)
    return Noted(said, (*before, *doubts))


def _message(name: str, asked: Asked) -> Message:
    names = {fold(one): one for one in asked.units}
    near = get_close_matches(fold(name), names, 1, 0.6)
    if near:
        return msg("“{name}” is not one of the units here; the nearest is “{near}”", name=name, near=names[near[0]])
    return msg("“{name}” is not one of the units here; begin it, or write the name of one", name=name)
