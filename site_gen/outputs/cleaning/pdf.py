"""PDF without the name of who wrote it: names become blanks in their place, so that nothing else moves.

A PDF is an index of byte offsets. Rewriting it could lose forms, tags or a long-term archive's conformance, and the
old name would stay where a later version was only appended. So every name is overwritten with as many blanks, in all
versions that the file holds. What is packed or encrypted cannot be reached this way; it is found by `contents` and
refused. A signed file is left as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from site_gen.base.messages import msg
from site_gen.outputs.packed import Broken

# The people and houses that the two forms of metadata know. Programs (Creator, Producer) and titles stay: they name nobody.
_KEYS = rb"/(?:Author|Company|Manager|LastModifiedBy)(?![A-Za-z])"
_STRING = re.compile(_KEYS + rb"\s*(?=[(<])")
_NESTED = re.compile(rb"[()\\]")
_XMP = re.compile(rb"<(?P<tag>dc:creator|pdf:Author|xmp:Author|pdfx:(?:Company|Manager))(?:\s[^<>]*)?>")
_XMP_ATTRIBUTE = re.compile(rb"\b(?:pdf:Author|xmp:Author|pdfx:(?:Company|Manager))=(?P<text>\"[^\"<]*\"|'[^'<]*')")
_WORDS = re.compile(rb">(?P<text>[^<>]+)<")


_LONGEST, _MOST = 4000, 1000
"""Longer names and more of them are no document's; whoever writes them means to keep us busy."""


def _few(expression: re.Pattern[bytes], data: bytes) -> Iterator[re.Match[bytes]]:
    for count, hit in enumerate(expression.finditer(data)):
        if count >= _MOST:
            raise Broken(msg("the PDF names authors without end"))
        yield hit


def signed(data: bytes) -> bool:
    """Whether the file bears a digital signature."""
    return b"/ByteRange" in data


def pdf(data: bytes) -> bytes:
    """The file with its people blanked, as long as before."""
    if signed(data) or b"/Encrypt" in data:
        return data
    out = bytearray(data)
    for hit in _few(_STRING, data):
        start = hit.end()
        end = _closing(data, start)
        if end > 0:
            out[start + 1 : end] = (
                b" " * (end - start - 1) if data[start : start + 1] == b"(" else _hex_blanks(end - start - 1)
            )
    for hit in _few(_XMP, data):
        end = data.find(b"</" + hit["tag"], hit.end(), hit.end() + _LONGEST)
        for words in _WORDS.finditer(data, hit.end() - 1, max(end, hit.end()) + 1):
            out[slice(*words.span("text"))] = b" " * len(words["text"])
    for hit in _few(_XMP_ATTRIBUTE, data):
        start, end = hit.start("text") + 1, hit.end("text") - 1
        out[start:end] = b" " * (end - start)
    return bytes(out)


def _hex_blanks(length: int) -> bytes:
    return (b"20" * length)[: length - length % 2] + b" " * (length % 2)


def _closing(data: bytes, start: int) -> int:
    """Where the string that opens at `start` closes; -1 where it does not within reason or is no string."""
    if data[start : start + 2] == b"<<":
        return -1
    if data[start : start + 1] == b"<":
        return data.find(b">", start, start + _LONGEST)
    depth, at = 0, start
    while (hit := _NESTED.search(data, at, start + _LONGEST)) is not None:
        at = hit.end()
        if hit[0] == b"\\":
            at += 1
        else:
            depth += 1 if hit[0] == b"(" else -1
            if depth == 0:
                return hit.start()
    return -1
