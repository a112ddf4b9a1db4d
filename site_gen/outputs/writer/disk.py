"""The one writer: publishes a site to the output folder, changed bytes only, and never half of it.

Changed files are staged complete, a journal names the steps to come, renames bring the files in, and
the record of what is published comes last. A kill at any moment leaves every file whole, and
`recover`, which every command that writes there calls first, leads to the old site or the new one. A power cut may in
addition lose the bytes of files that were just written (waiting for each would cost 3 ms a file);
`damaged` notices such a file by its size.

Files in the output folder that were not published from here are never changed or removed.
"""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from pathlib import Path

from site_gen.base.dataclass import dataclass
from site_gen.base.messages import Message
from site_gen.outputs.writer import swap as swapping
from site_gen.outputs.writer.journal import PATIENCE, Journal, commit, conclude, recover_held, roll_forward
from site_gen.outputs.writer.lock import hold
from site_gen.outputs.writer.record import Record, read_record, record_bytes
from site_gen.outputs.writer.refused import NotKept, refusing
from site_gen.outputs.writer.safety import JOURNAL, MANIFEST, check_folder, check_path, check_paths, fold, settled
from site_gen.outputs.writer.staging import Staging, output_lock
from site_gen.outputs.writer.tree import Made, Standing, Tree, in_the_way, with_those_above


@dataclass(frozen=True, slots=True)
class Published:
    """What a publication did, in sorted paths; `unchanged` counts the files left as they were."""

    written: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: int


def publish(
    out: Path,
    state: Path,
    fresh: Mapping[str, bytes],
    keep: Collection[str],
    *,
    digests: Mapping[str, str] | None = None,
    never: Collection[Path] = (),
    swap: bool = False,
    verify: bool = False,
    wait: float = PATIENCE,
    on_wait: Callable[[Message], None] | None = None,
) -> Published:
    """Makes `out` hold exactly the files `fresh` and `keep`, besides those that are not ours.

    Each value of `fresh` is asked for once and not held, so a mapping may make or read it on demand.
    `keep` are files published before that stay. `digests` are the SHA-256 that files of `keep` must be
    recorded with: give what an earlier build remembered, as a later one may have been killed after its
    site came in and before it took note.
    `state` is a folder for locks and staging, which may be lost at any time. `never` are folders that
    the output must neither be nor hold. `swap` exchanges the whole folder in one step. A file is taken
    as published by its recorded digest and its size; `verify` reads it.

    Raises `NotKept` if files of `keep` must be made again, `OutputRefused` if the folder must not or
    cannot be written (`OutputBusy` if another build holds it for `wait` seconds). Whatever is raised
    before the first file comes in, out of `fresh` too, leaves the old site untouched.
    """
    out, state = settled(out), settled(state)
    check_folder(out, state, never)
    check_paths({*fresh, *keep})
    with hold(output_lock(out, state), wait, on_wait):
        recover_held(out, state)
        check_folder(out, state, never)  # again: a broken journal may be all that made it look ours
        old = read_record(out)
        plan = _Plan(out, state, old, old.keys() - set(fresh) - set(keep))
        plan.check_kept(set(keep) - set(fresh), digests or {}, verify)
        try:
            for path in fresh:
                data = fresh[path]
                plan.add(path, data, verify)
            record = plan.record()
            if record == old and not plan.staging.brought and (out / MANIFEST).is_file():
                return Published((), (), len(record))
            with refusing(out):
                (plan.swap if swap else plan.commit)(record_bytes(record))
        except BaseException:
            with suppress(OSError):  # the next command sweeps what resists
                Tree(out).drop(JOURNAL)
                swapping.complete(out)
            plan.staging.discard()
            raise
        with refusing(out, begun=True):
            if swap:
                swapping.sweep(out)
                plan.staging.discard()
            else:
                _bring_in(plan.journal, plan.staging.folder, out, state)
        written = tuple(sorted(path for _, path, _, _ in plan.staging.brought))
        return Published(written, plan.gone, len(record) - len(written))


def _bring_in(journal: Journal, staging: Path, out: Path, state: Path) -> None:
    try:
        roll_forward(journal, staging, out)
        conclude(journal, staging, out)
    except KeyboardInterrupt:
        recover_held(out, state)  # a few milliseconds more, rather than a site half old and half new
        raise


class _Plan:
    """What is to change in the output folder, gathered file by file and staged on the way."""

    def __init__(self, out: Path, state: Path, old: Record, gone: Collection[str]) -> None:
        for path in gone:
            check_path(path)  # the record could have been edited
        self.out = out
        self.old = old
        self.gone = tuple(sorted(gone))
        self.staging = Staging(out, state)
        self.adopted: list[str] = []
        self.made: Record = {}
        self._tree = Tree(out)
        self._gone = frozenset(gone)
        self._gone_folded = frozenset(map(fold, gone))

    @property
    def journal(self) -> Journal:
        """The steps, pages last: a new page never stands there before what it shows."""
        brought = sorted(self.staging.brought, key=lambda b: (b[1].endswith(".html"), b[1]))
        return Journal(tuple(brought), tuple(self.adopted), self.gone)

    def record(self) -> Record:
        """What will be published when the plan is carried out."""
        new = self.old | self.made
        return {path: made for path, made in new.items() if path not in self._gone}

    def check_kept(self, keep: set[str], digests: Mapping[str, str], verify: bool) -> None:
        """Raises `NotKept` for those of `keep` that do not stand there as recorded."""
        unfit = set()
        with refusing(self.out):
            for path in keep:
                made = self.old.get(path)
                if (
                    made is None
                    or digests.get(path, made[1]) != made[1]
                    or (self._gone and fold(path) in self._gone_folded)
                    or not self._tree.holds(path, made, verify)
                ):
                    unfit.add(path)
        if unfit:
            raise NotKept(unfit)

    def add(self, path: str, data: bytes, verify: bool) -> None:
        """Stages `data`, unless `path` holds it already. Raises `OutputRefused`."""
        made = (len(data), hashlib.sha256(data).hexdigest())
        with refusing(self._tree.full(path)):
            self.made[path] = made
            if self._stands(path, made, verify):
                return
            self._check_way(path)
            self.staging.add(path, data, made)

    def commit(self, record: bytes) -> None:
        """Makes the plan irrevocable."""
        commit(self.journal, record, self.staging.folder, self.out)

    def swap(self, record: bytes) -> None:
        """Carries the plan out in a new folder and exchanges it with the old one."""
        swapping.swap_in(self.out, self.staging, self.gone, record)

    def _stands(self, path: str, made: Made, verify: bool) -> bool:
        if fold(path) in self._gone_folded:
            return False  # what stands there may be the page's former spelling, about to go
        if path in self.old:
            return self.old[path] == made and self._tree.holds(path, made, verify)
        seen = self._tree.look(path)
        if seen is None or stat.S_ISDIR(seen.st_mode):
            return False
        if not self._tree.holds(path, made, verify=True):
            raise in_the_way(self._tree.full(path))
        self.adopted.append(path)
        return True

    def _check_way(self, path: str) -> None:
        """Refuses to write through or over what we did not make."""
        above = with_those_above([path.rpartition("/")[0]])
        for folder in sorted(above, key=len):
            if self._tree.folder(folder) is Standing.BLOCKED:
                if folder not in self._gone:
                    raise in_the_way(self._tree.full(folder))
                break
        seen = self._tree.look(path)
        if seen is None or not stat.S_ISDIR(seen.st_mode):
            return
        folders = with_those_above(self._gone)
        prefix = len(self._tree.root) + 1
        for folder, inner, files in os.walk(self._tree.full(path)):
            for name in (*inner, *files):
                inside = f"{folder}/{name}"
                if inside[prefix:] not in folders:
                    raise in_the_way(inside)
