"""Every page by the checker that browsers' makers and the W3C keep (vnu). html5lib reads them in test_links, always."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "tools"))
from validator import checker

NOT_OURS = (
    # The checker takes `'self'` of a page opened as a file for another origin than the files beside it.
    "violates Content Security Policy",
)

FOR_A_SHORT_LIFE = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xss8m")
"""How Java is told not to compile and tidy up as for a server: half the work for the same answer."""


@pytest.mark.proves("structure")
def test_every_page_is_valid_html(built: Path) -> None:
    jar = checker()
    if jar is None:
        pytest.skip("no Java, or `python tools/validator.py` has not installed the checker")
    ran = subprocess.run(
        ["java", *FOR_A_SHORT_LIFE, "-jar", str(jar), "--skip-non-html", "--format", "json", str(built)],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    messages = json.loads(ran.stderr)["messages"]
    said = [m for m in messages if not any(words in m["message"] for words in NOT_OURS)]
    pages = {m["url"] for m in messages}

    assert len(pages) > 800  # each is at least told about its policy
    assert [f"{m['url'].partition('/output/')[2]}:{m.get('lastLine')}: {m['message']}" for m in said][:20] == []
