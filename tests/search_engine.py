"""The search of a site outside a browser, run by the node that Playwright brings."""

from __future__ import annotations

import gzip
import json
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from unittest.mock import patch

from builds import REPOSITORY, SHIPPED
from playwright._impl._driver import compute_driver_executable

from site_gen.joined.search_entries import search_entries
from site_gen.joined.site import pages_of
from site_gen.outputs.assets import scripts
from site_gen.outputs.search import index as of_index
from site_gen.outputs.search import search_files
from site_gen.pages.contributions import SearchEntry
from site_gen.pages.page import Artifact
from site_gen.pipeline.gather import gather
from site_gen.pipeline.request import Request
from site_gen.reading.shipped import search_words


@dataclass(frozen=True)
class Answer:
    """What was found: addresses, best first, how many more were not looked at, the files loaded so far, and what is others' business."""

    rest: int
    urls: tuple[str, ...]
    loaded: tuple[str, ...]
    elsewhere: str = ""


@cache
def engine() -> bytes:
    return scripts(SHIPPED)["search.js"]


def packed(data: bytes) -> int:
    return len(gzip.compress(data, 9, mtime=0))


def ask(files: Sequence[Artifact], questions: Iterable[Mapping[str, object]], *, fresh: bool = True) -> list[Answer]:
    """What each question (`q`, and `texts` or `all` where they are wished) is answered; `fresh` asks each as the first one."""
    named = {file.path.rpartition("/")[2]: file.data.decode() for file in files}
    root = files[0].path.rpartition("/")[2]
    asked = {"engine": engine().decode(), "files": named, "root": root, "questions": list(questions), "fresh": fresh}
    run = subprocess.run(
        [compute_driver_executable()[0], Path(__file__).with_suffix(".cjs")],
        input=json.dumps(asked).encode(),
        capture_output=True,
        check=True,
    )
    return [
        Answer(a["rest"], tuple(a["urls"]), tuple(a["loaded"]), a["elsewhere"] or "") for a in json.loads(run.stdout)
    ]


@cache
def real_entries() -> tuple[SearchEntry, ...]:
    """What the richest of the example sites holds."""
    (snapshot,) = gather(Request(REPOSITORY / "content" / "cam-giang", Path("nowhere"), date(2026, 11, 21))).snapshots
    return search_entries(snapshot, pages_of(snapshot))


@cache
def parted_index() -> tuple[Artifact, ...]:
    """The index of that site."""
    return search_files(real_entries(), search_words())


@cache
def whole_index() -> tuple[Artifact, ...]:
    """The same index as if it were short."""
    with patch.object(of_index, "WHOLE", 10**9):
        return search_files(real_entries(), search_words())


def weight(files: Sequence[Artifact], answer: Answer) -> int:
    """Packed bytes that a first question takes: the engine, and all that was loaded."""
    named = {file.path.rpartition("/")[2]: file.data for file in files}
    return packed(engine()) + sum(packed(named[name]) for name in answer.loaded)
