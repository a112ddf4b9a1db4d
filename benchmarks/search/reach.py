"""How many of a file's questions lead to the right procedure: first, among three, among ten. Outside a browser, in seconds.

    .venv/bin/python benchmarks/search/reach.py tests/outputs/search/questions.yml
    .venv/bin/python benchmarks/search/reach.py FILE --site cam-giang --misses

The file is a list of `{q, codes, who}`. Each question is the first one that a phone asks: what a parted index loads for it is what is
ranked, and is weighed. A guide (`thu-tuc/CODE.html`) or a row (`…#CODE`) counts; pages of fields and of events of life do not.
"""

from __future__ import annotations

import argparse
import statistics
import sys
from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tests"))

from search_engine import Answer, ask, weight  # noqa: E402  # the tests' own way to run the engine

from site_gen.joined.search_entries import search_entries  # noqa: E402  # after the path above
from site_gen.joined.site import pages_of  # noqa: E402  # the same
from site_gen.outputs.search import search_files  # noqa: E402  # the same
from site_gen.pipeline.gather import gather  # noqa: E402  # the same
from site_gen.pipeline.request import Request  # noqa: E402  # the same
from site_gen.reading.shipped import search_words  # noqa: E402  # the same


def code_of(url: str) -> str:
    """The code of the guide or row that an address leads to; empty for anything else."""
    page, _, fragment = url.partition("#")
    if not page.startswith("thu-tuc/"):
        return ""
    return fragment or (page.removeprefix("thu-tuc/").removesuffix(".html") if page.count("/") == 1 else "")


def place(question: dict[str, Any], answer: Answer) -> int | None:
    """Where the first right answer stands, from 0."""
    return next((n for n, url in enumerate(answer.urls) if code_of(url) in question["codes"]), None)


def share(places: Sequence[int | None], most: int) -> float:
    """Per cent of the questions whose right answer is among the first `most`."""
    return 100 * sum(n is not None and n < most for n in places) / len(places)


def main() -> None:
    """Ask and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("questions", type=Path)
    parser.add_argument("--site", default="cam-giang")
    parser.add_argument("--misses", action="store_true", help="print each question whose right answer is not the first")
    options = parser.parse_args()
    gathered = gather(Request(ROOT / "content", ROOT / "nowhere", date(2026, 11, 21)))
    (snapshot,) = (e for e in gathered.snapshots if e.catalog.folder == options.site)
    files = search_files(
        search_entries(snapshot, pages_of(snapshot)), search_words(), snapshot.catalog.site.search.synonyms
    )
    questions = yaml.safe_load(options.questions.read_text(encoding="utf-8"))
    answers = ask(files, [{"q": question["q"], "first": True} for question in questions])
    places = [place(*pair) for pair in zip(questions, answers, strict=True)]
    voices: defaultdict[str, list[int | None]] = defaultdict(list)
    for question, found in zip(questions, places, strict=True):
        voices[question.get("who", "")].append(found)
    print("| who | questions | first | among 3 | among 10 |\n|---|---|---|---|---|")
    for who, mine in [*sorted(voices.items()), ("**all**", places)]:
        print(f"| {who} | {len(mine)} | {share(mine, 1):.0f} % | {share(mine, 3):.0f} % | {share(mine, 10):.0f} % |")
    weights = sorted(weight(files, answer) for answer in answers)
    print(f"\nfirst question, packed: {statistics.median(weights):,} bytes in the middle, {weights[-1]:,} at most")
    if options.misses:
        for question, found, answer in zip(questions, places, answers, strict=True):
            if found != 0:
                print(found, question["q"], question["codes"], answer.urls[:1], sep="\t")


if __name__ == "__main__":
    main()
