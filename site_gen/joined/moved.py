"""Where pages used to be: what the content says of it, judged against the pages there are."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

from site_gen.base.dataclass import dataclass
from site_gen.base.diagnostics import Diagnostic, Severity, Span
from site_gen.base.messages import Message, msg
from site_gen.kinds import KINDS
from site_gen.rules.snapshot import Snapshot

PRESENT, CLAIMED, CHAIN, GONE = "URL002", "URL003", "URL004", "URL005"


@dataclass(frozen=True, slots=True)
class Move:
    """An old address and the page that it leads to now, both from the site's root."""

    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Moves:
    """The moves of one site that hold, by old address, and what is wrong with the others."""

    kept: tuple[Move, ...]
    found: tuple[Diagnostic, ...]


def file_of(old: str) -> str:
    """The file that answers at an old address: of a folder, its index page."""
    return f"{old}index.html" if old.endswith("/") else old


def moves_of(snapshot: Snapshot, pages: Collection[str], settings: Callable[[str], Span]) -> Moves:
    """What becomes of every old address of a site.

    Args:
        snapshot: The content.
        pages: Address of every page there is, from the site's root.
        settings: The place in `site.yml` at which a text stands.
    """
    present = {url.lower(): url for url in pages}
    claims = [*_of_entries(snapshot, pages), *_of_settings(snapshot, settings)]
    olds = {file_of(move.old).lower() for move, _ in claims}
    taken: dict[str, Span] = {}
    kept: list[Move] = []
    found: list[Diagnostic] = []
    for move, at in claims:
        file, target = file_of(move.old).lower(), move.new.partition("#")[0]
        if file == target.lower():
            found.append(_error(PRESENT, at, msg("`{old}` is where this page is today", old=move.old), _DELETE))
        elif file in present:
            message = msg("`{old}` is the address of a page there is", old=move.old)
            found.append(_error(PRESENT, at, message, _DELETE))
        elif file in taken:
            message = msg("`{old}` is claimed in {other} already", old=move.old, other=_shown(taken[file]))
            found.append(_error(CLAIMED, at, message, msg("an old address leads to one page; delete it in one place")))
        elif target in pages:
            kept.append(move)
        elif target.lower() in olds:
            message = msg("`{new}` is itself an old address", new=target)
            found.append(_error(CHAIN, at, message, msg("name the page that it leads to in the end")))
        else:
            near = present.get(target.lower())
            hint = msg("did you mean `{path}`?", path=near) if near else msg("name a page that the site has")
            found.append(_error(GONE, at, msg("there is no page `{new}`", new=target), hint))
        taken.setdefault(file, at)
    return Moves(tuple(sorted(kept, key=lambda move: move.old)), tuple(found))


_DELETE = msg("delete it here; only addresses at which nothing stands any more lead on")


def _shown(at: Span) -> str:
    return f"{at.path}:{at.line}" if at.line else at.path


def _error(code: str, at: Span, message: Message, hint: Message) -> Diagnostic:
    return Diagnostic(code, Severity.ERROR, message, at, hint)


def _of_entries(snapshot: Snapshot, pages: Collection[str]) -> Iterator[tuple[Move, Span]]:
    """What entries claim. One that has no page on this day, such as a notice before its posting, claims nothing yet."""
    kinds = {kind.name: kind for kind in KINDS}
    for entry in snapshot.catalog.entries():
        if not entry.model.formerly:
            continue
        kind = kinds[entry.kind]
        first = kind.forms[0].model
        owner = entry if isinstance(entry.model, first) else snapshot.catalog.get(first, entry.id.split("/")[0])
        url = kind.url_of(owner) if owner is not None else ""
        if url.partition("#")[0] in pages:
            for index, old in enumerate(entry.model.formerly):
                yield Move(old, url), entry.at("formerly", index)


def _of_settings(snapshot: Snapshot, settings: Callable[[str], Span]) -> Iterator[tuple[Move, Span]]:
    for moved in snapshot.catalog.site.moved:
        yield Move(moved.old, moved.new), settings(moved.old)
