"""Kept cases of rules: small site folders in which every offending line names the code it must raise.

`# ✗ PLAN007` at the end of a line expects that finding on that line; `# ✗ PLAN018 +3` expects it three lines
further down, where a comment cannot stand. `# as of 30/6/2023` sets the day of building.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from site_folders import BASE_SITE, RULES, case_files, lay_out, read_site

from site_gen.base.diagnostics import Diagnostic, Severity
from site_gen.pipeline.signatures import SignatureReader
from site_gen.rules.run import run

HERE = Path(__file__).parent
AS_OF = date(2023, 4, 15)
COMMON_CASES = HERE.parent / "rules" / "cases"
BETWEEN_CASES = HERE.parent / "joined" / "cases"
Told = set[tuple[str, str, int]]


@dataclass(frozen=True)
class Case:
    """One folder `cases/<CODE>/<wrong or right …>`."""

    folder: Path

    @property
    def code(self) -> str:
        return self.folder.parent.name

    @property
    def is_right(self) -> bool:
        return self.folder.name.startswith("right")

    @property
    def name(self) -> str:
        return f"{self.code}-{self.folder.name}"

    def expected(self) -> Told:
        """Code, path and line of every finding that the case's comments announce."""
        out: Told = set()
        for path, file in case_files(self.folder).items():
            for number, row in enumerate(file.read_text(encoding="utf-8", errors="replace").split("\n"), 1):
                if hit := re.search(r"# ✗ ((?:[A-Z]+\d{3} ?)+)(?:\+(\d+))?", row):
                    out |= {(code, f"content/{path}", number + int(hit[2] or 0)) for code in hit[1].split()}
        return out

    def as_of(self) -> date:
        for file in case_files(self.folder).values():
            if hit := re.search(r"# as of (\d+)/(\d+)/(\d+)", file.read_text(encoding="utf-8", errors="replace")):
                return date(int(hit[3]), int(hit[2]), int(hit[1]))
        return AS_OF

    def found(self, tmp_path: Path) -> list[Diagnostic]:
        """What reading and the rules tell of the case."""
        root = lay_out(tmp_path / "site", (BASE_SITE, self.folder))
        loaded = read_site(root)
        assert loaded.catalog is not None
        if any(root.glob("files/*.pdf")):
            signatures = SignatureReader(tmp_path / "state")
            loaded.catalog.attachments, _ = signatures.read(root, "content", loaded.catalog.attachments)
        judged = run(RULES, loaded.catalog, self.as_of(), "content/site.yml")
        return [d for d in (*loaded.found, *judged.found) if not _is_of_reading(d)]

    def told(self, found: Iterable[Diagnostic]) -> Told:
        """The findings that count: warnings, errors, and information where the case is about it."""
        codes = {self.code, *(code for code, *_ in self.expected())}
        return {(d.code, d.at.path, d.at.line) for d in found if d.severity >= Severity.WARNING or d.code in codes}


def _is_of_reading(found: Diagnostic) -> bool:
    """A case may show that a file which cannot be read does not echo in a rule; how it is read is told elsewhere."""
    return found.code.startswith(("YAML", "KEY"))


def cases_below(folder: Path) -> list[Case]:
    """All cases of a `cases` folder, by name."""
    return [Case(path) for path in sorted(folder.glob("*/*")) if path.is_dir()]


CASES = [
    *cases_below(COMMON_CASES),
    *cases_below(BETWEEN_CASES),
    *(case for path in sorted(HERE.glob("*/cases")) for case in cases_below(path)),
]
