"""The message catalogues: extract the English ids, keep the translations, compile, check.

    python tools/catalogues.py update     bring sitegen.po up to date with the code; no word is guessed
    python tools/catalogues.py compile    write sitegen.mo from it (tools/compiled_catalogue.py)
    python tools/catalogues.py check      exit 1 where one of the two is incomplete, unsorted or stale

Ids come from six places: calls of `msg` and `tr` in Python, calls of `_` in templates, calls of `tr` in the
templates of board sheets, docstrings of rules, the few tables whose values reach `tr` by name, and what Click says
of the command line.
"""

from __future__ import annotations

import ast
import io
import re
import sys
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from string import Formatter
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po
from compiled_catalogue import FIRST_WRITTEN, HEADER, MO, PO, ROOT, compile_words, mo_bytes, pin, read
from jinja2 import Environment
from jinja2.ext import extract_from_ast

PACKAGE = ROOT / "site_gen"

PYTHON, TEMPLATE, CLICK = "python", "template", "click"

Id = str | tuple[str, str]
"""An English id; two of them where Click tells one from many."""

CLICKS: tuple[Id, ...] = (
    # Help.
    "Usage:",
    "Options",
    "Commands",
    "Show this message and exit.",
    # What was typed is not one of our options, or is no option at all.
    "No such option {name!r}.",
    ("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)"),
    ("Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})"),
    "Missing argument",
    "Choose from:\n\t{choices}",
    # The option is ours, its value is not one it takes: --strict=x, a bare --jobs, --jobs 0, --jobs x, --format x,
    # --theme of a folder that is none or may not be read.
    "Option {name!r} does not take a value.",
    ("Option {name!r} requires an argument.", "Option {name!r} requires {nargs} arguments."),
    "Invalid value for {param_hint}: {message}",
    "{value} is not in the range {range}.",
    "{value!r} is not a valid {number_type}.",
    ("{value!r} is not {choice}.", "{value!r} is not one of {choices}."),
    "{name} {filename!r} does not exist.",
    "{name} {filename!r} is a file.",
    "{name} {filename!r} is a directory.",
    "{name} {filename!r} is not readable.",
)
"""What our commands can make Click say; the rest of its words is about features that we do not use."""


@dataclass(slots=True)
class Use:
    """Where an id is used, and by which of the two ways of filling its holes."""

    files: list[str] = field(default_factory=list)
    ways: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Found:
    """One id at one place."""

    id: Id
    file: str
    way: str


class Unreadable(Exception):
    """A call that extraction cannot follow: the id is not written out where it is used."""


# --- extraction ---------------------------------------------------------------------------------------
def in_python(source: str, file: str) -> Iterator[Found]:
    """The first arguments of `msg(...)` and `tr(...)`.

    Raises Unreadable where such an argument is an expression; values of the tables that `in_tables`
    lists pass (`tr(SHORT[name])`), and so does the id of a message that exists already.
    """
    for node in ast.walk(ast.parse(source)):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("msg", "tr")):
            continue
        given = node.args[0] if node.args else None
        if isinstance(given, ast.Constant) and isinstance(given.value, str):
            yield Found(given.value, file, PYTHON)
        elif not _known_elsewhere(given):
            raise Unreadable(f"{file}:{node.lineno}: the id is not a literal string")


def _known_elsewhere(given: ast.expr | None) -> bool:
    match given:
        case ast.Subscript(value=ast.Name(id="SHORT" | "REASONS")) | ast.Attribute(attr="id"):
            return True
        case ast.Name(id="reason" | "r" | "text"):  # verb_build: REASONS, joined; language: `tr` itself
            return True
    return False


def in_template(source: str, file: str) -> Iterator[Found]:
    """The first arguments of `_("...")` in a template."""
    tree = Environment(extensions=["jinja2.ext.i18n", "jinja2.ext.do"]).parse(source)
    for line, _, given in extract_from_ast(tree, ("_",)):
        id = given if isinstance(given, str) else given[0] if given else None
        if id is None:
            raise Unreadable(f"{file}:{line}: the id is not a literal string")
        yield Found(id, file, TEMPLATE)


def in_board(source: str, file: str) -> Iterator[Found]:
    """The first arguments of `tr("...")` in a template of a board sheet; holes are those of Python."""
    from site_gen.outputs.board.words import ids

    for id in ids(source):
        yield Found(id, file, PYTHON)


def in_rules() -> Iterator[Found]:
    """Why each rule is there: the docstring of its check."""
    from site_gen.authoring.explanations import explanation_id
    from site_gen.joined.all_rules import RULES

    for rule in RULES:
        yield Found(explanation_id(rule), _shown(Path(rule.check.__code__.co_filename)), PYTHON)


def in_tables() -> Iterator[Found]:
    """Words that reach `tr` through a table."""
    from site_gen.cli.group import SHORT
    from site_gen.pipeline.freshness import REASONS

    for words in SHORT.values():
        yield Found(words, "site_gen/cli/group.py", PYTHON)
    for words in REASONS.values():
        yield Found(words, "site_gen/pipeline/freshness.py", PYTHON)


def in_click() -> Iterator[Found]:
    """Click's own words, which it looks up in the catalogue of the program that uses it."""
    for id in CLICKS:
        yield Found(id, "click", CLICK)


def everywhere() -> dict[Id, Use]:
    """Every id with its uses, in order of file."""
    out: dict[Id, Use] = {}
    for found in _walk():
        if found.id:
            use = out.setdefault(found.id, Use())
            use.ways.add(found.way)
            use.files = sorted({*use.files, found.file})
    return out


def _walk() -> Iterator[Found]:
    for path in sorted(PACKAGE.rglob("*.py")):
        yield from in_python(path.read_text(encoding="utf-8"), _shown(path))
    for path in sorted([*(ROOT / "themes").rglob("*.html"), *PACKAGE.rglob("*.html")]):
        yield from in_template(path.read_text(encoding="utf-8"), _shown(path))
    for path in sorted((ROOT / "themes").rglob("*.typ")):
        yield from in_board(path.read_text(encoding="utf-8"), _shown(path))
    yield from in_rules()
    yield from in_tables()
    yield from in_click()


def _shown(path: Path) -> str:
    return path.resolve().relative_to(ROOT).as_posix()


# --- the two files ------------------------------------------------------------------------------------
def template_of(uses: Mapping[Any, Use]) -> Catalog:
    """A catalogue of the ids alone."""
    catalog = _empty()
    for id, use in uses.items():
        catalog.add(id, locations=[(file, 0) for file in use.files])
    return catalog


def _empty() -> Catalog:
    return Catalog(
        locale="vi",
        domain="sitegen",
        project="sitegen",
        header_comment=HEADER,
        creation_date=FIRST_WRITTEN,
        revision_date=FIRST_WRITTEN,
        last_translator="sitegen",
        language_team="vi",
        fuzzy=False,
    )


def merged(kept: Catalog, uses: Mapping[Any, Use]) -> Catalog:
    """`kept` with the ids of today: what stays keeps its words, what is new waits for its own. Nothing is guessed."""
    kept.update(template_of(uses), no_fuzzy_matching=True, update_header_comment=True)
    for name in list(kept.obsolete):
        del kept.obsolete[name]
    return kept


def po_bytes(catalog: Catalog) -> bytes:
    """The text of a .po file, by place, without line numbers and the release that wrote it: only changed words change it."""
    pin(catalog)
    out = io.BytesIO()
    write_po(out, catalog, width=120, sort_by_file=True, include_lineno=False, ignore_obsolete=True)
    return re.sub(rb'"Generated-By: [^"]*"\n', b"", out.getvalue())


# --- judging ------------------------------------------------------------------------------------------
_NAMED = re.compile(r"%\((\w+)\)s")
_CODE = re.compile(r"`[^`]*`")
_NEW_STYLE_TONES = re.compile(r"\b[bcdđghklmnprstvx]{0,3}(?:o[àáảãạ]|o[èéẻẽẹ]|u[ỳýỷỹỵ])\b", re.IGNORECASE)


def holes(text: str, way: str) -> list[str]:
    """The named holes of a sentence, sorted; a text that `str.format` cannot read has none."""
    if way == TEMPLATE:
        return sorted(_NAMED.findall(text))
    try:
        return sorted({name for _, name, _, _ in Formatter().parse(text) if name})
    except ValueError:
        return []


def faults(catalog: Catalog, uses: Mapping[Any, Use]) -> list[str]:
    """What is missing, left over, unsure or filled differently; one line for each."""
    kept = {message.id: message for message in catalog if message.id}
    out = [f"not in vi.po: {id!r}" for id in uses if id not in kept]
    out += [f"no longer used: {id!r}" for id in kept if id not in uses]
    for id, use in uses.items():
        message = kept.get(id)
        if message is None:
            continue
        if message.fuzzy:
            out.append(f"unsure (fuzzy): {id!r}")
        first = message.string[0] if isinstance(message.string, list | tuple) else message.string
        words = first or ""  # Vietnamese has no plural; what is new has no words
        if not words.strip():
            out.append(f"not translated: {id!r}")
            continue
        whole = id if isinstance(id, str) else " ".join(id)
        out += [f"{fault}: {id!r} → {words!r}" for fault in wrong_with(whole, words, use.ways)]
    return out


def wrong_with(id: str, words: str, ways: Iterable[str]) -> Iterator[str]:
    """What is wrong with one translation."""
    for way in sorted(ways):
        if way == CLICK:
            if not set(holes(words, way)) <= set(holes(id, way)):  # its English nouns may stay away
                yield f"holes differ ({way})"
        elif holes(id, way) != holes(words, way):
            yield f"holes differ ({way})"
    if TEMPLATE in ways and "%" in _NAMED.sub("", words).replace("%%", ""):
        yield "a percent sign in a template is written %%"
    if CLICK not in ways and sorted(_CODE.findall(id)) != sorted(_CODE.findall(words)):
        yield "words in `code` differ"
    if id.count("\n\n") != words.count("\n\n"):
        yield "paragraphs differ"
    if words != unicodedata.normalize("NFC", words):
        yield "not in NFC"
    if words.replace(words.strip(), "") != id.replace(id.strip(), ""):
        yield "blanks at the ends differ"
    plain = _CODE.sub("", words)
    if '"' in plain:
        yield "straight quotation marks"
    if hit := _NEW_STYLE_TONES.search(plain):
        yield f"tone mark on the other vowel in {hit[0]!r}"


def unsorted(uses: Mapping[Any, Use]) -> list[str]:
    """Whether the words stand elsewhere than `update` would put them, such as under a file that an id has left."""
    if po_bytes(merged(read(), uses)) != PO.read_bytes():
        return ["sitegen.po is not as it would be written: run `make messages`"]
    return []


def stale(catalog: Catalog) -> list[str]:
    """Whether the compiled file is not the one these words give."""
    if not MO.exists() or MO.read_bytes() != mo_bytes(catalog):
        return ["sitegen.mo is stale: run `make messages`"]
    return []


# --- verbs --------------------------------------------------------------------------------------------
def update() -> int:
    """Merge today's ids into vi.po."""
    catalog = merged(read(), everywhere())
    PO.write_bytes(po_bytes(catalog))
    waiting = sum(1 for message in catalog if message.id and not message.string)
    _say(f"{len(catalog)} ids, {waiting} wait for a translation")
    return 0


def compile() -> int:
    """Write the .mo."""
    compile_words()
    return 0


def check() -> int:
    """Print every fault; 1 where there is one."""
    catalog, uses = read(), everywhere()
    found = [*faults(catalog, uses), *unsorted(uses), *stale(catalog)]
    for line in found:
        _say(line)
    return 1 if found else 0


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")


VERBS: dict[str, Callable[[], int]] = {"update": update, "compile": compile, "check": check}


def main() -> int:
    """Run the verb named on the command line."""
    if len(sys.argv) != 2 or sys.argv[1] not in VERBS:
        _say(str(__doc__))
        return 2
    try:
        return VERBS[sys.argv[1]]()
    except Unreadable as problem:
        _say(str(problem))
        return 1


if __name__ == "__main__":
    sys.exit(main())
