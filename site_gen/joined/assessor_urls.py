"""Where the pages for the assessor are."""

from __future__ import annotations

from site_gen.base.messages import msg
from site_gen.joined.proofs import DUTIES
from site_gen.pages.proofs import ProofSet

URL = "minh-chung/index.html"
TITLE = msg("For the assessor: evidence")
FOLDERS = {"scorecard": "chi-so", "plan": "ke-hoach"}


def set_url(found: ProofSet) -> str:
    """The assessor's page of a set."""
    return "minh-chung/cong-khai.html" if found.kind == DUTIES else f"minh-chung/{FOLDERS[found.kind]}/{found.id}.html"
