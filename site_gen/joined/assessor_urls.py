"""Where the pages for the assessor are."""

from __future__ import annotations

from site_gen.base.messages import msg
from site_gen.joined.proofs import DUTIES
from site_gen.pages.proofs import ProofSet

URL = "minh-chung/index.html"
TITLE = msg("For the assessor: evidence")
FOLDERS = {"scorecard": "chi-so", "plan": "ke-hoach"}
SINGLE = {DUTIES: "cong-khai", "apologies": "thu-xin-loi"}
"""Sets of which a site has one."""


def set_url(found: ProofSet) -> str:
    """The assessor's page of a set."""
    path = SINGLE.get(found.kind) or f"{FOLDERS[found.kind]}/{found.id}"
    return f"minh-chung/{path}.html"
