"""`docs/performance.md`, written from what was measured."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from figures import BASE, COMMUNE, GOAL_PAGES, GROWING, Goal, growth, judged, median, ratio, ratios
from generators import BARE, OURS
from records import Run
from scenarios import COLD, MEMORY, SCENARIOS

COMMAND = ".venv/bin/python benchmarks/ssg/run.py all"


def share(value: float) -> str:
    """A ratio as people say it: 2.4, 0.61, 1/2.5, 1/30."""
    if value > 0.5:
        return f"{value:.2f}" if value < 10 else f"{value:.0f}"
    return f"1/{1 / value:.2g}" if value > 0.1 else f"1/{1 / value:.0f}"


def percent(value: float) -> str:
    """A share in hundredths, with a true minus sign."""
    return f"{100 * value:.0f} %".replace("-", "−")


def bound(goal: Goal, value: float | None) -> str:
    """A goal's bound, or what was measured of it, in the goal's own unit."""
    if value is None:
        return "–"
    if goal.figure == "cpu" and goal.scenario == COLD:
        return percent(value)
    return f"{value:.2f} s" if goal.absolute else share(value)


def goals_table(runs: Mapping[str, Run], pages: str = str(GOAL_PAGES)) -> list[str]:
    """The goals, a row each."""
    lines = ["| goal | at most | aim | measured | |", "|---|---|---|---|---|"]
    for one in judged(runs, pages):
        goal = one.goal
        measured = bound(goal, one.value)
        lines.append(
            f"| {goal.name} | {bound(goal, goal.must)} | {bound(goal, goal.aim)} | {measured} | {one.verdict} |"
        )
    return lines


def costs_table(run: Run) -> list[str]:
    """What every generator cost in each scenario, and as a multiple of Hugo."""
    generators = list(dict.fromkeys(c["generator"] for c in run.costs))
    lines = [f"| | {' | '.join(generators)} |", "|---" * (1 + len(generators)) + "|"]
    for scenario, title in SCENARIOS.items():
        for figure, unit in (("peak", "MiB"),) if scenario == MEMORY else (("cpu", "CPU s"), ("wall", "wall s")):
            cells = [_cell(run, generator, scenario, figure) for generator in generators]
            if any(cells):
                lines.append(f"| {title}, {unit} | {' | '.join(cell or '–' for cell in cells)} |")
    return lines


def _cell(run: Run, generator: str, scenario: str, figure: str) -> str:
    value = median(run.costs, generator, scenario, figure)
    if value is None:
        return ""
    shown = f"{value:.0f}" if figure == "peak" else f"{value:.2f}"
    multiple = ratio(run.costs, generator, scenario, figure)
    return shown if generator == BASE or multiple is None else f"{shown} ({share(multiple)})"


def spread(run: Run) -> list[str]:
    """How far the rounds' ratios of a cold build lie apart; nothing with a single round."""
    told = []
    for one in OURS:
        found = ratios(run.costs, one.name, COLD, "wall")
        if len(found) > 1:
            told.append(f"{one.name} {share(min(found))}–{share(max(found))}")
    return [f"Single rounds of the cold build, wall against Hugo: {', '.join(told)}."] if told else []


def commune_table(run: Run) -> list[str]:
    """What the example site of one commune costs."""
    lines = ["| one commune | CPU s | wall s |", "|---|---|---|"]
    for scenario in dict.fromkeys(c["scenario"] for c in run.costs):
        cpu, wall = (median(run.costs, "sitegen", scenario, figure) for figure in ("cpu", "wall"))
        lines.append(f"| {scenario} | {cpu:.2f} | {wall:.2f} |")
    return lines


def profiles(runs: Mapping[str, Run], pages: str = str(GOAL_PAGES)) -> list[str]:
    """Where the time of sitegen's builds goes, as the last of each scenario said it; nothing where none did."""
    costs = runs[pages].costs if pages in runs else ()
    said = {c["scenario"]: c["profile"] for c in costs if c["generator"] == "sitegen" and "profile" in c}
    lines = []
    for scenario, title in SCENARIOS.items():
        if scenario in said:
            lines += [
                f"### {title[0].upper()}{title[1:]}",
                "",
                "```text",
                *said[scenario].rstrip().split("\n"),
                "```",
                "",
            ]
    head = f"What `sitegen build --profile` said of {int(pages):,} procedures; seconds of all processes, those of the clock first."
    return ["## Where the time goes", "", head, "", *lines] if lines else []


def growth_lines(runs: Mapping[str, Run]) -> list[str]:
    """What a page costs in sites of several sizes."""
    lines = ["| pages | CPU ms a page, cold | more than in the smaller site |", "|---|---|---|"]
    grown = {larger: by for (_, larger), by in growth(runs, "sitegen").items()}
    for size in GROWING:
        cost = median(runs[str(size)].costs, "sitegen", COLD, "cpu") if str(size) in runs else None
        more = percent(grown[size]) if size in grown else "–"
        lines.append(f"| {size:,} | {f'{1000 * cost / size:.2f}' if cost else 'not measured'} | {more} |")
    return lines


def page(runs: Mapping[str, Run]) -> str:
    """The whole page."""
    newest = max(runs.values(), key=lambda run: run.begun)
    machine = newest.machine
    results = judged(runs)
    missed = [one.goal.name for one in results if one.missed]
    unmeasured = [one.goal.name for one in results if one.value is None]
    parts = [
        "# What a build costs",
        "",
        "sitegen beside Hugo, Eleventy, Pelican and MkDocs, with the same procedures to publish. Written by",
        "`benchmarks/ssg/run.py report` from its last complete runs; figures of another machine differ, ratios less.",
        "",
        *_named("Missed", missed),
        *_named("Not measured", unmeasured),
        "## Goals",
        "",
        f"Against Hugo in the same round, for {GOAL_PAGES:,} pages; seconds where one commune is meant.",
        "",
        *goals_table(runs),
        "",
        *in_the_way([one.goal for one in results if one.missed]),
        "## Measured",
        "",
        f"{machine['cores']} cores ({machine['processor']}), {machine['memory']}, {machine['system']}, files on"
        f" {machine['files']}; Python {machine['python']}. In brackets the multiple of Hugo, the median of the rounds.",
    ]
    for size in sorted(int(site) for site in runs if site.isdigit()):
        run = runs[str(size)]
        parts += ["", f"### {size:,} procedures", "", _circumstances(run), *spread(run), "", *costs_table(run)]
    if COMMUNE in runs:
        run = runs[COMMUNE]
        parts += [
            "",
            "### One commune",
            "",
            f"`content/{COMMUNE}`, the example with every content type. {_circumstances(run)}",
        ]
        parts += ["", *commune_table(run)]
    parts += ["", "### Growth", "", *growth_lines(runs), "", *profiles(runs), "## How it is measured", "", *_method()]
    return "\n".join(parts) + "\n"


def in_the_way(missed: Sequence[Goal]) -> list[str]:
    """What costs most of each goal that was missed."""
    said = [f"- {goal.name}: {goal.in_the_way}." for goal in missed if goal.in_the_way]
    return ["What is in the way:", "", *said, ""] if said else []


def _named(what: str, names: Sequence[str]) -> list[str]:
    """A list of goals under a word; nothing where it is empty."""
    return [f"{what}:", "", *(f"- {name}" for name in names), ""] if names else []


def _circumstances(run: Run) -> str:
    rounds = "One round" if run.rounds == 1 else f"Medians of {run.rounds} rounds"
    versions = ", ".join(f"{name} {version}" for name, version in run.versions.items())
    return f"{rounds}, {run.begun[:10]}, load when it began {run.machine['load']}; {versions}."


def _method() -> list[str]:
    return [
        "- A procedure has 27 fields, 2.8 kB of YAML, and 1.7 kB of Markdown with headings, a numbered list, a table, links, a quotation.",
        "  The others show all of it on a page of some 8 kB, and make lists by field and unit, an index of all, a sitemap, a feed of 50.",
        "- Before it is measured, the work is compared: rows, links, sitemap and feed of every site; fields and texts of 40 pages, which",
        "  must be equal among the others; of sitegen, that every procedure has page, lists, sitemap entry and open data.",
        f"- `{BARE.name}` leaves out what only sitegen writes: search, open data, the register, pictures for links (`benchmarks/ssg/bare.py`).",
        "  It also validates, looks for personal data, and keeps its pages below 50 kB.",
        "- CPU is user and system time of all processes; wall is from start to end. Memory is what all processes hold together, looked at",
        "  every 50 ms in builds of their own, each shared page counted once.",
        "- In each round a scenario is measured of every generator before the next begins, so that a slower hour meets all of them.",
        "- The layout is edited in a theme of the site's own (`--theme`); the other builds use the theme that comes with sitegen.",
        "- A check is of the whole commune, after one file was saved; what an earlier run knows of the others it need not find out again.",
        "- None of the others leaves out work when nothing changed: they build everything again, so their cost is that of a cold build.",
        "",
        "```sh no-run",
        f"{COMMAND}            # everything on this page, one or two hours",
        f"{COMMAND} --quick    # 200 pages, one round, nothing written here",
        "```",
    ]
