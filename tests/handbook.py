"""Following a page of the documentation to the letter: writes the files it shows and runs its commands.

A page is Markdown. What is done with a fenced block is said in its first line, after the language:

    ```sh                     run, must succeed        ```sh exit=1     run, must end so
    ```sh no-run              shown only               ```text          what the commands above it print
    ```yaml file=PATH         write this file          ```yaml append=PATH    add these lines to it
    ```yaml edit=PATH         put these lines in the place of those with the same keys
    ```yaml like=FORM         shown only; its keys and values must fit that form of content

A line `…` in a `text` block stands for any lines; seconds, and how many pages and files a site has, may differ. What a reader does by hand and the page tells in
words stands in a comment `<!-- run: COMMAND -->`.
"""

from __future__ import annotations

import io
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from unittest.mock import patch

from site_gen.cli import report
from site_gen.cli.language import language
from site_gen.cli.main import main

ROOT = Path(__file__).parents[1]
EPOCH = "1795237200"  # 21/11/2026 at noon in Vietnam
_VARYING = re.compile(
    r"\b\d+[.,]\d+(?= s\b| giây\b)"
    # How many pages and files a site has says nothing to its reader, and changes with every content type; none is told.
    r"|\b[1-9]\d*(?= trang của \d+ trang web\b)|(?<=thay đổi: )[1-9]\d*(?= trang\b)|(?<=ghi )[1-9]\d*(?= tệp\b)"
)
_STEP = re.compile(
    r"^(?P<indent> *)```(?P<info>[^\n`]+)\n(?P<body>.*?)^ *```[ ]*$|<!-- run: (?P<hidden>.*?) -->",
    re.DOTALL | re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block or a hidden command.

    Attributes:
        words: Language and what is to be done with it.
        body: The lines between the fences.
        span: Where the body stands in the page.
        line: The line of the opening fence.
        hidden: Whether it is a command in a comment; nobody sees what it prints.
    """

    words: tuple[str, ...]
    body: str
    span: tuple[int, int]
    line: int
    hidden: bool = False

    @property
    def language(self) -> str:
        """The first word."""
        return self.words[0]

    def value(self, name: str) -> str:
        """What stands behind `name=`, empty where it is not said."""
        return next((w.partition("=")[2] for w in self.words if w.startswith(name + "=")), "")


def blocks(page: str) -> Iterator[Block]:
    """The blocks of a page in order."""
    for hit in _STEP.finditer(page):
        line = page.count("\n", 0, hit.start()) + 1
        if hit["hidden"]:
            yield Block(("sh",), hit["hidden"], hit.span("hidden"), line, hidden=True)
        else:
            body = "\n".join(row.removeprefix(hit["indent"]) for row in hit["body"].split("\n"))
            yield Block(tuple(hit["info"].split()), body, hit.span("body"), line)


@dataclass(slots=True)
class Reader:
    """Somebody who follows a page in a folder of his own.

    Attributes:
        folder: Where he works.
        package: The folder that holds the `site_gen` his command runs.
        printed: What the commands since the last text said.
    """

    folder: Path
    package: Path = ROOT
    printed: str = ""

    def follow(self, page: Path, renew: bool = False) -> None:
        """Does what the page says; `renew` writes what was printed into the page instead of comparing."""
        text = page.read_text(encoding="utf-8")
        new: list[tuple[tuple[int, int], str]] = []
        for block in blocks(text):
            where = f"{page.name}:{block.line}"
            if block.language == "sh" and "no-run" not in block.words:
                printed = self.run(block.body, int(block.value("exit") or 0), where)
                self.printed += "" if block.hidden else printed
            elif block.language == "text":
                if renew and not like(self.printed, block.body):
                    new.append((block.span, self.printed))
                else:
                    assert like(self.printed, block.body), f"{where}: it prints\n{self.printed}"
                self.printed = ""
            else:
                self.write(block, where)
        for (start, end), printed in reversed(new):
            text = text[:start] + printed + text[end:]
        if new:
            page.write_text(text, encoding="utf-8", newline="\n")

    def run(self, commands: str, code: int, where: str) -> str:
        """What the commands print. Raises AssertionError where they do not end with `code`."""
        ended, printed = 0, ""
        for here, lines in _ways(commands) if self.package == ROOT else [(False, [commands])]:
            ended, more = self._here(lines) if here else self._shell("\n".join(lines))
            printed += more
            if ended:
                break
        assert ended == code, f"{where}: {commands.strip()} ended with {ended}\n{printed}"
        return printed

    def _here(self, lines: Sequence[str]) -> tuple[int, str]:
        """Runs commands of `sitegen` in this process, which has imported everything already."""
        written = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True)
        ended = 0
        with chdir(self.folder), patch.dict(os.environ, self._environment()):
            for line in lines:
                language.cache_clear()
                report._rows.cache_clear()  # it remembers files by their path as shown
                with patch.object(sys, "argv", shlex.split(line)), redirect_stdout(written), redirect_stderr(written):
                    try:
                        main()
                    except SystemExit as stop:
                        ended = int(stop.code or 0)
                if ended:
                    break
        language.cache_clear()
        return ended, written.buffer.getvalue().decode()  # the BytesIO above

    def _shell(self, commands: str) -> tuple[int, str]:
        """Runs commands as a shell does, with `sitegen` meaning the package of this reader."""
        ran = subprocess.run(
            ["bash", "-e", "-c", 'sitegen() { "$PYTHON" -m site_gen "$@"; }\n' + commands],
            cwd=self.folder,
            env={**self._environment(), "PATH": os.environ["PATH"], "HOME": str(self.folder)},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            check=False,
        )
        return ran.returncode, ran.stdout

    def _environment(self) -> dict[str, str]:
        return {
            "LC_ALL": "C.UTF-8",
            "PYTHON": sys.executable,
            "PYTHONPATH": str(self.package),
            "PYTHONDONTWRITEBYTECODE": "1",
            "SOURCE_DATE_EPOCH": EPOCH,
            "SITEGEN_LANG": "vi",
            "COLUMNS": "100",
            "NO_COLOR": "1",
        }

    def write(self, block: Block, where: str) -> None:
        """Does with a file what the block says; nothing where it says nothing."""
        for way in ("file", "append", "edit"):
            if named := block.value(way):
                path = self.folder / named
                path.parent.mkdir(parents=True, exist_ok=True)
                old = path.read_text(encoding="utf-8") if way != "file" else ""
                new = _edited(old, block.body, where) if way == "edit" else old + block.body
                path.write_text(new, encoding="utf-8", newline="\n")


_OURS = re.compile(r"(?:^|;) *(sitegen [^&|;<>]*)(?:;|$)")
"""A command of `sitegen` that needs nothing of a shell, alone in its line or between others."""


def _ways(commands: str) -> Iterator[tuple[bool, list[str]]]:
    """The commands in order, those together for which no process need begin, and those that are for a shell."""
    parts = ((n % 2 == 1, part) for line in commands.strip().split("\n") for n, part in enumerate(_OURS.split(line)))
    for here, some in groupby((part for part in parts if part[1].strip()), lambda part: part[0]):
        yield here, [command.strip() for _, command in some]


def _edited(old: str, body: str, where: str) -> str:
    """`old` with each line of `body` in the place of the first line that has the same indent and key."""
    lines = old.split("\n")
    for row in body.rstrip("\n").split("\n"):
        key = row.partition(":")[0]
        index = next((i for i, line in enumerate(lines) if line.partition(":")[0] == key), None)
        assert index is not None, f"{where}: there is no line `{key}:` to edit"
        lines[index] = row
    return "\n".join(lines)


def like(printed: str, shown: str) -> bool:
    """Whether the page shows what was printed; `…` lines leave some of it out, what varies may differ."""
    if shown.strip() == "…":
        return True
    parts = [_VARYING.sub("1", part).strip("\n") for part in re.split(r"^…\n", shown, flags=re.MULTILINE)]
    pattern = r"\n(?:.*\n)*?".join(re.escape(part) for part in parts if part or len(parts) == 1)
    start = r"(?:.*\n)*?" if shown.startswith("…\n") else ""
    end = r"(?:\n.*)*" if shown.endswith("…\n") else ""
    return re.fullmatch(start + pattern + end, _VARYING.sub("1", printed).strip("\n")) is not None


def pages(folder: Path) -> Sequence[Path]:
    """The Markdown files of a folder in order of their names."""
    return sorted(folder.rglob("*.md"))
