"""Site folders laid out from pieces, and read: the shared one, and over it the files of a case."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from site_gen.joined.all_rules import RULES as RULES  # the one list, for the tests beside
from site_gen.kinds import FORMS
from site_gen.pipeline.gather import naming
from site_gen.reading.load import Loaded, load
from site_gen.reading.parse_cache import ParseCache

__all__ = ["BASE_SITE", "CONTENT", "FORMS", "RULES", "case_files", "lay_out", "read_site", "shipped_sites"]
BASE_SITE = Path(__file__).parent / "kinds" / "base_site"
CONTENT = Path(__file__).parents[1] / "content"
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


PARSED = ParseCache(Path("never-saved"))
"""The same file, such as those of the shared site, is parsed once for each test process."""


def read_site(root: Path, shown: str = "content") -> Loaded:
    """What a site folder holds, its paths shown below `shown`."""
    return load(root, shown, "", FORMS, naming, PARSED)


@cache
def shipped_sites() -> dict[str, Loaded]:
    """The sites that ship in `content/`, by folder, read once."""
    return {p.parent.name: read_site(p.parent, f"content/{p.parent.name}") for p in sorted(CONTENT.glob("*/site.yml"))}
