"""Which documents can be listed apart: by effect, by type, by subject, by year."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from site_gen.base.dataclass import dataclass
from site_gen.base.messages import Message, msg
from site_gen.base.vietnamese import slug, sort_key
from site_gen.kinds.document.model import Document, Validity
from site_gen.kinds.document.register import Filed
from site_gen.model.model import label_of
from site_gen.rules.snapshot import Snapshot

GONE_INDEX = "van-ban/het-hieu-luc.html"
"""The page of what is no longer in force takes the place of a filter: it says more."""
Some = tuple[Filed, ...]
K = TypeVar("K")


@dataclass(frozen=True, slots=True)
class Filter:
    """Some of the documents: what the link to them says, where their page is, and what that is called."""

    label: str
    url: str
    title: str
    some: Some


def filters(snapshot: Snapshot, everything: Some) -> Iterator[tuple[Message, list[Filter]]]:
    """Groups of filters, each with at least one document."""
    word, say = snapshot.word, snapshot.say
    by_state = _grouped(everything, lambda filed: filed.validity)
    yield (
        msg("By effect"),
        [
            Filter(
                word(state),
                GONE_INDEX if state is Validity.EXPIRED else f"van-ban/tinh-trang/{slug(state.label)}.html",
                say(msg("Documents {what}", what=word(state))),
                by_state[state],
            )
            for state in Validity
            if state in by_state
        ],
    )
    by_type = _grouped(everything, lambda filed: filed.entry.model.type)
    marked = (
        ("legal", "quy-pham-phap-luat", tuple(filed for filed in everything if filed.entry.model.legal)),
        ("iso", "cong-bo-iso", tuple(filed for filed in everything if filed.entry.model.iso)),
    )
    yield (
        msg("By type"),
        [
            Filter(label, f"van-ban/loai/{name}.html", label, some)
            for field, name, some in marked
            if some and (label := label_of(Document, field, snapshot.site.language.value))
        ]
        + [
            Filter(
                word(kind),
                f"van-ban/loai/{slug(kind.label)}.html",
                say(msg("Documents of the type “{type}”", type=word(kind))),
                by_type[kind],
            )
            for kind in sorted(by_type, key=lambda kind: sort_key(word(kind)))
        ],
    )
    by_field = _grouped(
        (filed for filed in everything if filed.entry.model.field), lambda filed: slug(filed.entry.model.field or "")
    )
    yield (
        msg("By subject"),
        sorted(
            (
                Filter(
                    some[0].entry.model.field or "",
                    f"van-ban/linh-vuc/{name}.html",
                    say(msg("Documents on “{subject}”", subject=some[0].entry.model.field or "")),
                    some,
                )
                for name, some in by_field.items()
            ),
            key=lambda one: sort_key(one.label),
        ),
    )
    by_year = _grouped(everything, lambda filed: filed.entry.model.date.year)
    yield (
        msg("By year"),
        [
            Filter(str(year), f"van-ban/nam/{year}.html", say(msg("Documents of {year}", year=str(year))), some)
            for year, some in sorted(by_year.items(), reverse=True)
        ],
    )


def _grouped(everything: Iterable[Filed], key: Callable[[Filed], K]) -> dict[K, Some]:
    out: dict[K, list[Filed]] = {}
    for filed in everything:
        out.setdefault(key(filed), []).append(filed)
    return {value: tuple(some) for value, some in out.items()}
