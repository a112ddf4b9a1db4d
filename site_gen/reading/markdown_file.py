"""A Markdown file: front matter through the YAML reader, the text checked with its true lines."""

from __future__ import annotations

import re

from site_gen.base.diagnostics import Diagnostic, Span
from site_gen.base.messages import msg
from site_gen.base.plain_text import SourceFile
from site_gen.reading.document import Document
from site_gen.reading.markdown_text import check_text
from site_gen.reading.refusals import refuse
from site_gen.reading.yaml_reader import parse


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
        return None, [_no_front_matter(source)]
    document, found = parse(head, first_line=2)
    text = body.lstrip("\n")
    found += check_text(text.rstrip("\n"), source.path, line + len(body) - len(text))
    if document is None:
        return None, found
    if "body" in document.data:
        message = msg("the text does not stand under `body`")
        hint = msg("write it below the second `---`")
        return document, [*found, refuse("KEY001", document.at(("body",), key=True), message, hint)]
    text_marks = (line, 1, 0, line, 1, 0)
    data = {**document.data, "body": text.rstrip("\n")}
    return Document(source.path, data, document.marks + text_marks), found


def _no_front_matter(source: SourceFile) -> Diagnostic:
    rows = source.text.split("\n")
    first = next((n for n, row in enumerate(rows, 1) if row.strip()), 1)
    message = msg("the file does not begin with front matter")
    hint = msg("begin with a line `---`, then `title: …`, then `---`, then the text")
    if rows[first - 1].rstrip() == "---":
        if first > 1:
            message = msg("blank lines stand before the front matter")
            hint = msg("delete them: `---` must be the first line of the file")
        else:
            message = msg("the front matter that begins here has no end")
            hint = msg("put a line `---` between the last key and the text")
    return refuse("MARK001", Span(source.path, first, 1), message, hint)
