"""Bringing a staged site in, so that a kill at any moment can be made good.

All changed files lie complete in a staging folder; a journal then names every step to come. It is on
the disk before the first step, so there are only two cases for the next command: no journal, and
nothing has happened; or a journal, and the steps are taken again, those already taken being skipped.

The journal lives in the output folder, the staging folder usually in the state folder. So the state
folder may vanish at any time: then what stands on the disk is measured and recorded as it is, and
the next build renews it. The same holds if power fails and staged bytes never reached the disk.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from site_gen.base.dataclass import dataclass
from site_gen.outputs.writer import swap
from site_gen.outputs.writer.lock import hold
from site_gen.outputs.writer.record import Record, read_record, record_bytes
from site_gen.outputs.writer.refused import OutputHeld, OutputRefused, is_held, refusing
from site_gen.outputs.writer.safety import JOURNAL, MANIFEST, STAGING, check_path, fold, settled
from site_gen.outputs.writer.staging import Brought, output_lock, staging_places
from site_gen.outputs.writer.tree import (
    Standing,
    Tree,
    discard,
    measure,
    move,
    sync_folder,
    with_those_above,
    write_new,
)

PATIENCE = 60.0
"""Seconds to wait for a process that is publishing this very moment."""


@dataclass(frozen=True, slots=True)
class Journal:
    """The steps that lead from the old site to the new one.

    `bring` are staged files in the order they come in, `adopt` files found with the right bytes,
    `remove` those that go.
    """

    bring: tuple[Brought, ...] = ()
    adopt: tuple[str, ...] = ()
    remove: tuple[str, ...] = ()


def recover(out: Path, state: Path, wait: float = PATIENCE) -> bool:
    """Finishes or throws away what a killed build left, and says whether it finished one.

    Costs a few looks at the disk when there is nothing to do. Raises `OutputRefused` if the disk does
    not let it, or if a living build does not end within `wait` seconds.
    """
    out, state = settled(out), settled(state)
    if out.is_symlink():
        return False
    begun = any(map(os.path.lexists, (out / JOURNAL, swap.aside(out))))
    if not begun and not any(map(os.path.lexists, (*staging_places(out, state), swap.beside(out)))):
        return False
    try:
        with hold(output_lock(out, state), wait if begun else 0):
            return recover_held(out, state)
    except OutputRefused:
        if begun:
            raise
        return False  # a living build is staging there, or the disk is read-only: no harm either way


def recover_held(out: Path, state: Path) -> bool:
    """`recover`, for who holds the lock already."""
    with refusing(out, begun=True):
        finished = swap.complete(out)
        if os.path.lexists(out / JOURNAL):
            finished = _resume(out, state) or finished
        for place in staging_places(out, state):
            discard(str(place))
    return finished


def commit(journal: Journal, record: bytes, staging: Path, out: Path) -> None:
    """Makes the journal durable; from here on the new site will come, whatever happens."""
    write_new(str(staging / "record"), record, durable=True)
    body = json.dumps([journal.bring, journal.adopt, journal.remove], ensure_ascii=False).encode()
    write_new(str(staging / "journal"), _seal(body) + body, durable=True)
    sync_folder(str(staging))
    move(str(staging / "journal"), str(out / JOURNAL))
    sync_folder(str(out))


def roll_forward(journal: Journal, staging: Path, out: Path, resumed: bool = False) -> None:
    """Takes the steps of `journal`; `resumed` skips those already taken.

    A file that another program holds is left, and the others are brought in. Raises `OutputHeld` at the end.
    """
    replacing: dict[str, OSError] = {}
    removing: dict[str, OSError] = {}
    new = {path for _, path, _, _ in journal.bring}
    folded = {fold(path) for path in new}
    # A page whose name changed only in its case: on some systems old and new are one file, so the old
    # one goes just before the new one comes, and never after.
    same_name = {fold(path): path for path in journal.remove if fold(path) in folded}
    going = [path for path in journal.remove if fold(path) not in same_name]
    tree = Tree(out)
    _make_way(tree, going, new)
    for number, path, size, digest in journal.bring:
        source = str(staging / str(number))
        if resumed and measure(source) != (size, digest):
            continue
        tree.make_folder(path.rpartition("/")[0])
        with _passing_over(tree, path, replacing):
            if same_name and fold(path) in same_name:
                tree.drop(same_name[fold(path)])
            move(source, tree.full(path))
    for path in going:
        with _passing_over(tree, path, removing):
            tree.drop(path)
    tree.drop_empty(path.rpartition("/")[0] for path in journal.remove)
    if resisting := [*removing.values(), *replacing.values()]:
        raise OutputHeld(tree.root, tuple(replacing), tuple(removing)) from resisting[0]


@contextmanager
def _passing_over(tree: Tree, path: str, held: dict[str, OSError]) -> Iterator[None]:
    """Notes in `held` that `path` resists."""
    try:
        yield
    except OSError as error:
        if not is_held(error, tree.full(path)):
            raise
        held[path] = error


def _make_way(tree: Tree, going: list[str], new: set[str]) -> None:
    """Removes first the files that become folders, and those in folders that become files."""
    folders = with_those_above(path.rpartition("/")[0] for path in new)
    first = [path for path in going if path in folders or not new.isdisjoint(with_those_above([path]))]
    for path in first:
        tree.drop(path)
    tree.drop_empty(path.rpartition("/")[0] for path in first)


def conclude(journal: Journal, staging: Path, out: Path) -> None:
    """Puts the new record in place and ends the journal."""
    tree = Tree(out)
    touched = [*(path for _, path, _, _ in journal.bring), *journal.remove]
    for folder in sorted(with_those_above(path.rpartition("/")[0] for path in touched)):
        if tree.folder(folder) is Standing.FOLDER:
            sync_folder(tree.full(folder))
    sync_folder(tree.root)
    move(str(staging / "record"), tree.full(MANIFEST))
    sync_folder(tree.root)
    tree.drop(JOURNAL)
    with suppress(OSError):  # the site is complete; the next command sweeps
        discard(str(staging))


def _resume(out: Path, state: Path) -> bool:
    journal, record = _read(out / JOURNAL), read_record(out)
    known = journal is not None
    if journal is None and not record:
        Tree(out).drop(JOURNAL)
        return False
    if journal is None:
        # It was durable before the first step, so no step was taken, unless somebody edited it since.
        # Measuring every file makes the record true in either case.
        journal = Journal(adopt=tuple(record))
    places = [place for place in staging_places(out, state) if Tree(place).folder("") is Standing.FOLDER]
    staging = places[0] if places else out / STAGING
    roll_forward(journal, staging, out, resumed=True)
    discard(str(staging))
    Tree(staging).make_folder("")
    write_new(str(staging / "record"), record_bytes(_measured(journal, record, out)), durable=True)
    conclude(journal, staging, out)
    return known


def _measured(journal: Journal, record: Record, out: Path) -> Record:
    """`record` after `journal`, from what stands on the disk."""
    tree, found = Tree(out), dict(record)
    # Also what should have gone: an old spelling stays where its new one was lost with the staging.
    for path in (*(path for _, path, _, _ in journal.bring), *journal.adopt, *journal.remove):
        made = measure(tree.full(path)) if tree.look(path) else None
        if made is None:
            found.pop(path, None)
        else:
            found[path] = made
    return found


def _seal(body: bytes) -> bytes:
    return hashlib.sha256(body).hexdigest().encode() + b"\n"


def _read(file: Path) -> Journal | None:
    """The journal in `file`, None if it is not one that we wrote."""
    if file.is_symlink() or not file.is_file():
        return None
    seal, _, body = file.read_bytes().partition(b"\n")
    if seal + b"\n" != _seal(body):
        return None
    try:
        bring, adopt, remove = json.loads(body)
        brought = tuple((int(n), str(path), int(size), str(digest)) for n, path, size, digest in bring)
        for path in (*(path for _, path, _, _ in brought), *adopt, *remove):
            check_path(path)
    except (ValueError, TypeError, OutputRefused):
        return None
    return Journal(brought, tuple(adopt), tuple(remove))
