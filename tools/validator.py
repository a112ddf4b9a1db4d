"""Makes sure the HTML checker of the W3C's validator (vnu) is there for the test of all pages, where Java is.

    python tools/validator.py     installs the npm package `vnu-jar` into node_modules, once

With CI=true a checker that cannot be installed although Java and npm are there fails; elsewhere its test is skipped visibly.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
PACKAGE = "vnu-jar@26.9.27"


def checker() -> Path | None:
    """The checker, if it was installed and there is a Java to run it."""
    jar = ROOT / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
    return jar if jar.is_file() and shutil.which("java") else None


def main() -> int:
    """Installs it where that is possible; 1 where it should have been."""
    able = shutil.which("java") and (npm := shutil.which("npm"))
    if checker() is None and able:
        # A folder without package.json of its own: nothing of npm's is written beside it.
        command = [
            npm,
            "install",
            "--no-save",
            "--no-package-lock",
            "--no-audit",
            "--no-fund",
            "--ignore-scripts",
            "--loglevel=error",
        ]
        subprocess.run([*command, "--prefix", str(ROOT), PACKAGE], check=False, stdout=subprocess.DEVNULL)
    found = checker()
    sys.stdout.write(f"HTML checker: {found or 'none'}\n")
    return 1 if found is None and able and os.environ.get("CI") == "true" else 0


if __name__ == "__main__":
    sys.exit(main())
