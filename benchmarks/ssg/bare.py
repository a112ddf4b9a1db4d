"""`sitegen` without what only it writes: search, tables of open data, the register of what was made public.

No user can ask for that; it exists so that the comparison is seen both ways. Run by the Python of the measured installation,
with the arguments of `sitegen`.
"""

from __future__ import annotations

from site_gen.cli import main
from site_gen.joined import site
from site_gen.pages.page import Artifact
from site_gen.pipeline import decide


def leave_out() -> None:
    """From now on a build makes none of it; pages that would lead there stay, and are empty."""
    for name in ("disclosures_of", "tables_of", "search_entries"):
        assert callable(getattr(site, name))  # who renames it hears of it here
        setattr(site, name, lambda *_: ())
    assert callable(decide.search_files)
    decide.search_files = lambda *_: (Artifact("tim-kiem/muc-luc.js", b""),)


if __name__ == "__main__":
    leave_out()
    main.main()
