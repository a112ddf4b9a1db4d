"""Lets Lighthouse measure pages of the example sites, as a phone on a slow network would meet them.

    .venv/bin/python benchmarks/lighthouse/run.py            # needs node, npm and a Chromium; installs Lighthouse beside itself
    .venv/bin/python benchmarks/lighthouse/run.py -n 1       # each page once instead of three times

Prints the table of docs/page-weight.md: the median of the runs, for a busy machine makes single ones slower. The example sites are
illustrations and keep out of search engines on purpose, so a copy without the mark is built. It is served from this machine,
packed, with the headers of a real host.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

from site_gen.pipeline.build import build
from site_gen.pipeline.request import Request

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
DAY = date(2026, 11, 21)
PAGES = {
    "home": "cam-giang/index.html",
    "procedure": "cam-giang/thu-tuc/1.001193.html",
    "plan": "cam-giang/ke-hoach/cchc-2023.html",
    "appendix": "tuy-phuoc/ke-hoach/khac-phuc-2024/phu-luc.html",
    "scorecard": "phu-thuong/chi-so/chi-so-2021.html",
    "statistics": "cam-giang/thong-ke/index.html",
    "search": "cam-giang/tim-kiem.html?q=khai+sinh",
}
GOALS = {"performance": 99, "accessibility": 100, "best-practices": 100, "seo": 100}
FIGURES = {
    "largest-contentful-paint": "largest paint, s",
    "total-blocking-time": "blocked, ms",
    "cumulative-layout-shift": "layout shift",
    "total-byte-weight": "loaded, kB",
}
PACKED = (".html", ".css", ".js", ".svg", ".json")


class Host(SimpleHTTPRequestHandler):
    """Files packed, with the headers of a host."""

    def send_head(self) -> BytesIO | BinaryIO | None:
        """Answers with a file, packed where that helps."""
        path = Path(self.translate_path(self.path))
        if path.suffix not in PACKED or not path.is_file():
            return super().send_head()
        data = gzip.compress(path.read_bytes(), 6, mtime=0)
        self.send_response(200)
        self.send_header("Content-Type", f"{self.guess_type(str(path))}; charset=utf-8")
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        return BytesIO(data)

    def end_headers(self) -> None:
        """Adds what a host says of every file."""
        fingerprinted = "/assets/" in self.path or re.search(r"\.[0-9a-f]{10}\.", self.path)
        self.send_header("Cache-Control", "public, max-age=31536000, immutable" if fingerprinted else "no-cache")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Referrer-Policy", "no-referrer")
        self.send_header("Cross-Origin-Opener-Policy", "same-origin")
        super().end_headers()

    def log_message(self, *args: object) -> None:
        """Says nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The folder on a port of this machine."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Host, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()


def as_if_real(content: Path, address: str) -> None:
    """Takes the mark of an illustration off every site, so that search engines would be let in, and names its address."""
    for file in (content / "fleet.yml", *content.glob("*/site.yml")):
        text = re.sub(r"^illustration:\n(?:[ \t]+.*\n|\n)+", "", file.read_text(encoding="utf-8"), flags=re.MULTILINE)
        text = re.sub(r"^base_url:.*\n", "", text, flags=re.MULTILINE)
        own = address if file.name == "fleet.yml" else f"{address}/{file.parent.name}"
        file.write_text(f"{text}\nbase_url: {own}\n", encoding="utf-8")


def measured(address: str, chromium: str) -> dict[str, Any]:
    """One run of Lighthouse with its own settings: a phone and a slow network, simulated."""
    command = [
        "npx",
        "lighthouse",
        address,
        "--quiet",
        "--output=json",
        "--chrome-flags=--headless=new --no-sandbox --disable-gpu",
    ]
    for _ in range(3):  # now and then the browser's debugger does not answer
        ran = subprocess.run(
            command, cwd=HERE, check=False, capture_output=True, env={**os.environ, "CHROME_PATH": chromium}
        )
        if ran.returncode == 0:
            break
        sys.stderr.write(ran.stderr.decode()[-600:])
    else:
        sys.exit(f"Lighthouse failed three times on {address}")
    report: dict[str, Any] = json.loads(ran.stdout)
    return report


def failing(report: dict[str, Any]) -> list[str]:
    """The audits that cost points."""
    weighed = {ref["id"] for c in GOALS for ref in report["categories"][c]["auditRefs"] if ref["weight"]}
    return sorted(i for i in weighed if (score := report["audits"][i]["score"]) is not None and score < 0.9)


def main() -> int:
    """Build, serve, measure, print; 1 where a goal is missed."""
    parser = argparse.ArgumentParser()
    parser.add_argument("-n", type=int, default=3, help="how often each page is measured")
    parser.add_argument("pages", nargs="*", choices=[[], *PAGES], help="only these")
    given = parser.parse_args()
    runs, wanted = given.n, given.pages or list(PAGES)
    chromium = os.environ.get("CHROME_PATH") or shutil.which("chromium")
    if not chromium:
        sys.exit("no Chromium: set CHROME_PATH")
    if not (HERE / "node_modules").is_dir():
        subprocess.run(
            ["npm", "install", "--no-package-lock", "--no-audit", "--no-fund"], cwd=HERE, check=True, stdout=sys.stderr
        )
    missed = 0
    with tempfile.TemporaryDirectory() as made:
        content, site = Path(made) / "content", Path(made) / "site"
        shutil.copytree(ROOT / "content", content)
        site.mkdir()
        with served(site) as address:
            as_if_real(content, f"{address}/out")
            outcome = build(Request(content, site / "out", DAY))
            if outcome.published is None:
                sys.exit("\n".join(str(d.message) for d in outcome.found))
            print("| page |", " | ".join((*GOALS, *FIGURES.values())), "|")
            print("|---" * (1 + len(GOALS) + len(FIGURES)) + "|")
            for name in wanted:
                reports = [measured(f"{address}/out/{PAGES[name]}", chromium) for _ in range(runs)]
                scores = {
                    c: round(100 * statistics.median(r["categories"][c]["score"] for r in reports)) for c in GOALS
                }
                medians = {f: statistics.median(r["audits"][f]["numericValue"] for r in reports) for f in FIGURES}
                lcp, tbt, cls, weight = medians.values()
                print("|", name, "|", " | ".join(str(n) for n in scores.values()), "|", end=" ")
                print(f"{lcp / 1000:.1f} | {tbt:.0f} | {cls:.3f} | {weight / 1000:.1f} |", flush=True)
                if any(scores[c] < goal for c, goal in GOALS.items()):
                    missed = 1
                    sys.stderr.write(f"{name}: {', '.join(failing(reports[0]))}\n")
    return missed


if __name__ == "__main__":
    sys.exit(main())
