"""A Markdown file: front matter through the YAML reader, the text checked with its true lines."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from site_gen.base.diagnostics import Diagnostic, Span
from site_gen.base.messages import msg
from site_gen.base.source import SourceFile
from site_gen.reading.refusals import refuse
from site_gen.reading.yaml_nodes import Document, parse

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

_SAFE_LINK = re.compile(r"(?:https?://[^/\s]|mailto:|tel:|#|(?!//)(?![a-z][a-z0-9+.-]*:))", re.IGNORECASE)


def split(source: SourceFile) -> tuple[SourceFile | None, str, int]:
    """Front matter, body, and the line on which the body begins; None where there is no front matter."""
    hit = re.match(r"---[ \t]*\n(.*?\n)?---[ \t]*(?:\n|\Z)", source.text, re.DOTALL)
    if not hit:
        return None, source.text, 1
    return SourceFile(source.path, hit[1] or ""), source.text[hit.end() :], hit[0].count("\n") + 1


def read_markdown(source: SourceFile) -> tuple[Document | None, list[Diagnostic]]:
    """The front matter as a Document with the text added as `body`."""
    head, body, line = split(source)
    if head is None:
        return None, [
            refuse(
                "MARK001",
                Span(source.path, 1, 1),
                msg("the file does not begin with front matter"),
                msg("begin with a line `---`, then `title: …`, then `---`, then the text"),
            )
        ]
    document, found = parse(head, first_line=2)
    found += check_text(body, source.path, line)
    if document is None:
        return None, found
    text_marks = (line, 1, 0, line, 1, 0)
    data = {**document.data, "body": body.strip("\n")}
    return Document(source.path, data, document.marks + text_marks), found


@lru_cache(maxsize=1)
def _scanner() -> MarkdownIt:
    """A parser that lets everything through, so that it can be named rather than dropped."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    parser.validateLink = lambda url: True  # type: ignore[method-assign]  # the library's own extension point
    return parser


def check_text(text: str, path: str, first_line: int) -> list[Diagnostic]:
    """Raw HTML, links that may not be published, and headings that compete with the title."""
    if not text.strip():
        return []
    found: list[Diagnostic] = []
    rows = text.split("\n")

    def place(start: int, end: int, sign: str) -> Span:
        for offset, row in enumerate(rows[start:end]):
            if sign and (column := row.find(sign)) >= 0:
                return Span(path, first_line + start + offset, column + 1, column + 1 + len(sign))
        return Span(path, first_line + start, 1)

    for token in _scanner().parse(text):
        start, end = token.map or (0, len(rows))
        if token.type == "html_block":
            tag = token.content.strip().split("\n")[0][:40]
            found.append(_html(place(start, end, tag), tag))
        elif token.type == "heading_open" and token.tag == "h1":
            found.append(
                refuse(
                    "MARK004",
                    Span(path, first_line + start, 1),
                    msg("`#` makes a second main heading"),
                    msg("begin it with `##`"),
                )
            )
        for child in token.children or ():
            if child.type == "html_inline":
                found.append(_html(place(start, end, child.content), child.content))
            elif child.type in ("link_open", "image"):
                target = str(child.attrs.get("href" if child.type == "link_open" else "src", ""))
                if not _SAFE_LINK.match(target):
                    found.append(
                        refuse(
                            "MARK003",
                            place(start, end, target.split(":")[0]),
                            msg("the link `{target}` may not be published", target=target[:80]),
                            msg("use an address that begins with `https://`, or one inside the site"),
                        )
                    )
    return found


def _html(at: Span, tag: str) -> Diagnostic:
    return refuse(
        "MARK002",
        at,
        msg("`{tag}` is HTML", tag=tag[:40]),
        msg("write it in Markdown; put `<` in front of a number as `&lt;`"),
    )
