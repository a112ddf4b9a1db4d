"""The small site, kept whole: what a change of theme, kinds or engine does to the pages is read here like prose.

`pytest --update-golden` keeps it anew.
"""

import posixpath
import re
import shutil
from collections import Counter
from pathlib import Path

import pytest
from builds import SMALL, built, tree

from site_gen.outputs.writer.record import damaged, manifest

KEPT = SMALL.parent / "expected"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site, built."""
    out = tmp_path_factory.mktemp("golden") / "output"
    outcome = built(SMALL, out)
    assert outcome.published is not None, outcome.found
    return out


def test_the_whole_tree_is_as_kept(site: Path, request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--update-golden"):
        shutil.rmtree(KEPT, ignore_errors=True)
        shutil.copytree(site, KEPT)
    assert KEPT.is_dir(), "run `pytest --update-golden` and read what it keeps"
    kept, found = tree(KEPT), tree(site)
    assert sorted(found) == sorted(kept)
    for path in sorted(found):
        assert found[path].decode("utf-8", "replace") == kept[path].decode("utf-8", "replace"), path
    assert found == kept


def test_every_link_inside_the_site_leads_to_a_file_of_it(site: Path) -> None:
    files = set(tree(site))
    astray = []
    for path in sorted(files):
        if not path.endswith(".html"):
            continue
        html = (site / path).read_text(encoding="utf-8")
        ids = set(re.findall(r' id="([^"]+)"', html))
        for target in re.findall(r' (?:href|src)="([^"]*)"', html):
            if target.startswith(("http:", "https:", "mailto:", "tel:", "data:")):
                continue
            inner, _, fragment = target.partition("#")
            # "Not found" is shown at any depth, so its links begin at the root of the host.
            inner = inner.removeprefix("/") if path == "404.html" else inner
            full = posixpath.normpath(posixpath.join(posixpath.dirname(path), inner)) if inner else path
            if full not in files or (fragment and full == path and fragment not in ids):
                astray.append((path, target))
    assert astray == []


def test_no_page_bears_an_id_twice(site: Path) -> None:
    twice = {
        path.name: again
        for path in sorted(site.rglob("*.html"))
        if (again := [i for i, n in Counter(re.findall(r' id="([^"]+)"', path.read_text("utf-8"))).items() if n > 1])
    }
    assert twice == {}


def test_what_is_published_is_what_the_record_lists(site: Path) -> None:
    assert set(manifest(site)) == set(tree(site)) - {".sitegen.json"}
    assert damaged(site, verify=True) == set()
