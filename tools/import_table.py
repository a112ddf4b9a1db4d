"""How much of the five plans `sitegen import` gets right unaided: python tools/import_table.py FOLDER [-v]

FOLDER holds the plans as they came, `000_….txt` to `004_….txt`. Prints the table of docs/importing.md; with `-v` every field that differs.
"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from import_proof import PLANS, compared, imported

from site_gen.importers.importing import Asked


def main(folder: Path, verbose: bool) -> None:
    """Prints the table."""
    sys.stdout.write("| plan | taken for | fields | right | doubts reported |\n|---|---|---|---|---|\n")
    for number, (site, (target, _)) in enumerate(PLANS.items()):
        (path,) = folder.glob(f"{number:03}_*")
        found = imported(path, target, Asked(date(2026, 11, 30)))
        score = compared(site, found.drafts[-1])
        sys.stdout.write(
            f"| {site} | {target} | {score.compared} | {100 * score.share:.1f} % | {len(found.doubts)} |\n"
        )
        for place, one, other in score.wrong if verbose else ():
            sys.stdout.write(f"    {place}: {one} / {other}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), "-v" in sys.argv)
