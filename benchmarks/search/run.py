"""Asks the kept questions, and those of citizens, of sitegen's search and of others, over the example sites, in one Chromium.

    .venv/bin/python benchmarks/search/run.py            # needs node and npm; installs the other engines beside itself

Prints a table for docs/search.md. Every engine gets the same documents: title, codes, other names, place and text of what
sitegen finds; Pagefind reads the built pages instead, and is forgiven for not leading to a row inside a page.
"""

from __future__ import annotations

import gzip
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import yaml
from playwright.sync_api import Page, sync_playwright

from site_gen.joined.search_entries import search_entries
from site_gen.joined.site import pages_of
from site_gen.outputs.search.thesaurus import phrases_of
from site_gen.outputs.search.words import words
from site_gen.pages.contributions import SearchEntry
from site_gen.pipeline.build import build
from site_gen.pipeline.gather import gather
from site_gen.pipeline.request import Request
from site_gen.reading.shipped import search_words

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
DAY = date(2026, 11, 21)
QUERIES: list[dict[str, Any]] = yaml.safe_load((ROOT / "tests/browser/search_queries.yml").read_text("utf-8"))
CITIZENS: list[dict[str, Any]] = yaml.safe_load((ROOT / "tests/outputs/search/questions.yml").read_text("utf-8"))
CITY = "cam-giang"
"""The site that citizens' questions are asked of."""
SITES = sorted({q.get("site", "cam-giang") for q in QUERIES})
ENGINES = (
    ("bm25", False), ("bm25", True), ("minisearch", False), ("minisearch", True), ("lunr", False), ("lunr", True), ("fuse", False), ("fuse", True), ("pagefind", False),
)  # fmt: skip  # a table: a case in a line
LIBRARIES = {
    "minisearch": "minisearch/dist/umd/index.js",
    "lunr": "lunr/lunr.min.js",
    "fuse": "fuse.js/dist/fuse.min.mjs",
}
OURS = """async (queries) => {
  const answers = [];
  for (const query of queries) {
    const ask = (done) => sitegenSearch.ask(query, {}, done);
    await new Promise(ask); // what it needs of the index is loaded before the clock starts
    const begun = performance.now();
    const found = await new Promise(ask);
    const urls = found.hits.slice(0, 10).map(hit => hit.entry.url);
    answers.push({urls, took: performance.now() - begun});
  }
  return answers;
}"""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The folder on a port of this machine."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()


def right(query: dict[str, Any], urls: list[str], pages_only: bool) -> bool:
    """Whether the answer is the kept one."""
    if query.get("none"):
        return urls == []
    wanted = query.get("first") or query["among"]
    shown = urls[:1] if "first" in query else urls
    if pages_only:
        return wanted.partition("#")[0] in [url.partition("#")[0] for url in shown]
    return wanted in shown


def packed(data: bytes) -> int:
    """Bytes as they travel."""
    return len(gzip.compress(data, 9))


def row(name: str, found: dict[str, list[dict[str, Any]]], engine: int, index: int, pages_only: bool = False) -> str:
    """One line of the table, for the answers by site."""
    good, times = 0, []
    for site in SITES:
        mine = [q for q in QUERIES if q.get("site", "cam-giang") == site]
        for query, answer in zip(mine, found[site], strict=False):
            good += right(query, answer["urls"][:3], pages_only)
            times.append(answer["took"])
    citizens = [place(q, a["urls"], pages_only) for q, a in zip(CITIZENS, found[CITY][-len(CITIZENS) :], strict=True)]
    of_citizens = " / ".join(f"{100 * sum(n < most for n in citizens) / len(citizens):.0f}" for most in (1, 3, 10))
    took = f"{statistics.median(times):.1f} / {max(times):.1f}"
    return f"| {name} | {of_citizens} % | {good} of {len(QUERIES)} | {engine / 1000:.1f} kB | {index / 1000:.1f} kB | {took} ms |"


def place(question: dict[str, Any], urls: list[str], pages_only: bool) -> int:
    """Where the first right answer to a citizen's question stands, from 0; where only pages are told, the page of a row will do."""
    rights = [
        url for url in PROCEDURES if url.rpartition("#")[2] in question["codes"] or page_code(url) in question["codes"]
    ]
    if pages_only:
        rights = [url.partition("#")[0] for url in rights]
    return next((n for n, url in enumerate(urls) if url in rights), 99)


def page_code(url: str) -> str:
    """The code of a guide by its address."""
    return url.removeprefix("thu-tuc/").removesuffix(".html")


PROCEDURES: list[str] = []
"""Addresses of the procedures of the site that citizens ask."""


def asked(site: str) -> list[str]:
    """The questions of one site."""
    kept = [q["q"] for q in QUERIES if q.get("site", "cam-giang") == site]
    return kept + [q["q"] for q in CITIZENS] if site == CITY else kept


def documents() -> dict[str, list[dict[str, Any]]]:
    """What each site holds, as the other engines are given it."""
    out = {}
    for snapshot in gather(Request(ROOT / "content", HERE / "nowhere", DAY)).snapshots:
        found = search_entries(snapshot, pages_of(snapshot))
        said = said_of(found)
        out[snapshot.catalog.folder] = [
            {
                "id": str(n), "url": f.url, "title": f.title, "codes": " ".join(f.codes), "also": " ".join(f.also),
                "place": f.place, "text": f.text, "said": said[n],
            }
            for n, f in enumerate(found)
        ]  # fmt: skip  # a table: a case in a line
        if snapshot.catalog.folder == CITY:
            PROCEDURES[:] = [f.url for f in found if f.url.startswith("thu-tuc/") and f.codes]
    return out


def said_of(found: Sequence[SearchEntry]) -> list[list[str]]:
    """The phrases of the thesaurus that lead to each entry; whatever stands for a class is left out."""
    shipped = search_words().model_copy(update={"elsewhere": ()})
    said: list[list[str]] = [[] for _ in found]
    for phrase in phrases_of(found, [words(f.title) for f in found], shipped):
        for number in phrase.main:
            said[number].append(" ".join(word for word in phrase.words if not word.isupper()))
    return said


def ours(page: Page, address: str, site_folder: Path) -> str:
    """Our own line."""
    found, index, engine = {}, 0, 0
    for site in SITES:
        page.goto(f"{address}/site/{site}/tim-kiem.html")
        found[site] = page.evaluate(OURS, asked(site))
    folder = site_folder / CITY
    index = sum(packed(p.read_bytes()) for p in (folder / "tim-kiem").glob("*.js"))
    engine = packed(next((folder / "assets").glob("search.*.js")).read_bytes())
    return row("**sitegen**", found, engine, index)


def main() -> None:
    """Build, ask, print."""
    if not (HERE / "node_modules").is_dir():
        subprocess.run(
            ["npm", "install", "--omit-lockfile-registry-resolved", "--no-audit", "--no-fund"], cwd=HERE, check=True
        )
    chromium = shutil.which("chromium")
    with tempfile.TemporaryDirectory() as made, sync_playwright() as playwright:
        root = Path(made)
        outcome = build(Request(ROOT / "content", root / "site", DAY))
        assert outcome.published is not None
        for name in ("bench.html", "bench.mjs"):
            shutil.copy(HERE / name, root)
        (root / "node_modules").symlink_to(HERE / "node_modules")
        for site in SITES:
            subprocess.run(
                ["npx", "pagefind", "--site", str(root / "site" / site), "--quiet"],
                cwd=HERE,
                check=True,
                stdout=sys.stderr,
            )
        browser = playwright.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--disable-background-networking"]
        )
        page = browser.new_page()
        everything = documents()
        with served(root) as address:
            print(
                "| | citizens: 1 / 3 / 10 | kept | engine, packed | index, packed | median / slowest |\n|---|---|---|---|---|---|"
            )
            print(ours(page, address, root / "site"))
            for name, folded in ENGINES:
                found, index = {}, 0
                for site in SITES:
                    page.goto(f"{address}/bench.html")
                    page.wait_for_function("window.ready")
                    answer = page.evaluate(
                        "([name, folded, site, documents, queries]) => bench(name, folded, site, documents, queries)",
                        [name, folded, site, everything[site], asked(site)],
                    )
                    found[site] = answer["answers"]
                    if site == "cam-giang":
                        index = packed(answer["index"].encode())
                if name == "pagefind":
                    files = [p for p in (root / "site" / "cam-giang" / "pagefind").rglob("*") if p.is_file()]
                    index = sum(p.stat().st_size for p in files if p.suffix.startswith(".pf"))
                    engine = sum(
                        packed(p.read_bytes())
                        for p in files
                        if p.name in ("pagefind.js", "pagefind-worker.js", "wasm.vi.pagefind", "wasm.unknown.pagefind")
                    )
                    print(row("Pagefind 1.5.2", found, engine, index, pages_only=True), f"<!-- {len(files)} files -->")
                else:
                    engine = packed((HERE / "node_modules" / LIBRARIES[name]).read_bytes()) if name in LIBRARIES else 0
                    print(
                        row(
                            f"{name}{(', pairs and phrases' if name == 'bm25' else ', folded') if folded else ''}",
                            found,
                            engine,
                            index,
                        )
                    )
        browser.close()


if __name__ == "__main__":
    main()
