"""Site folders laid out from pieces, and read: the shared one, and over it the files of a case."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from site_gen.build.gather import RULES as RULES  # the one list, for the tests beside
from site_gen.kinds import KINDS
from site_gen.model.catalog import Name
from site_gen.model.entry import Entry
from site_gen.reading.load import Loaded, ParseCache, load

BASE_SITE = Path(__file__).parent / "kinds" / "base_site"
CONTENT = Path(__file__).parents[1] / "content"
FORMS = tuple(form for kind in KINDS for form in kind.forms)
PLACES = {
    "unit.yml": "units/don-vi.yml",
    "person.yml": "people/chuc-danh.yml",
    "plan.md": "plans/ke-hoach/plan.md",
    "tasks.yml": "plans/ke-hoach/tasks.yml",
    "progress.yml": "plans/ke-hoach/progress/quy-1.yml",
    "scorecard.yml": "scorecards/bang-diem.yml",
    "page.md": "pages/trang.md",
}
"""Where a case's file goes when it is not kept under its true path; anything else lies where the case has it."""
_KEPT_BESIDE = frozenset({"expected.txt", ".gitattributes"})


def case_files(case: Path) -> dict[str, Path]:
    """The files of a case by their path in the site folder."""
    kept = (p for p in sorted(case.rglob("*")) if p.is_file() and p.name not in _KEPT_BESIDE)
    return {PLACES.get(name := p.relative_to(case).as_posix(), name): p for p in kept}


def lay_out(root: Path, layers: Iterable[Path]) -> Path:
    """The site folder `root`, made of the layers, the later over the earlier."""
    for layer in layers:
        for name, path in case_files(layer).items():
            target = root / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
    return root


def read_site(root: Path, shown: str = "content") -> Loaded:
    """What a site folder holds, its paths shown below `shown`."""
    return load(root, shown, "", FORMS, _names, ParseCache())


def _names(entry: Entry[Any]) -> Iterable[Name]:
    kind = next(k for k in KINDS if k.name == entry.kind)
    if isinstance(entry.model, kind.forms[0].model):
        for text in filter(None, (entry.id, *kind.names(entry))):
            yield Name(kind.name, entry.id, text, kind.label_of(entry), kind.url_of(entry))


@cache
def shipped_sites() -> dict[str, Loaded]:
    """The sites that ship in `content/`, by folder, read once."""
    return {p.parent.name: read_site(p.parent, f"content/{p.parent.name}") for p in sorted(CONTENT.glob("*/site.yml"))}
