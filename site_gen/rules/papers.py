"""What must be true of evidence wherever it is written: a digest is that of its file."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.base.diagnostics import Severity
from site_gen.base.messages import msg
from site_gen.model.entry import Entry
from site_gen.model.evidence import Evidence
from site_gen.model.published import Published
from site_gen.rules.rule import Finding, Rule, rule
from site_gen.rules.snapshot import Snapshot
from site_gen.rules.values import documents, item


@rule(
    "PAPER001",
    msg("a digest is not that of its file"),
    Severity.ERROR,
    wrong="file: files/bien-ban.pdf\nsha256: 9b87…   # của bản trước khi sửa",
    right="file: files/bien-ban.pdf   # để trống `sha256`: chương trình tự tính",
)
def digest_is_of_the_file(entry: Entry[Published], snapshot: Snapshot) -> Iterator[Finding]:
    """Whoever compares the paper with the digest on the page would take it for a forgery."""
    for loc, paper in documents(entry):
        if not isinstance(paper, Evidence) or not paper.sha256 or not paper.file:
            continue
        file = snapshot.catalog.attachments.get(paper.file)
        if file is not None and file.sha256 and file.sha256 != paper.sha256:
            yield Finding(
                entry.at(*loc, "sha256"),
                msg("`{file}` has the digest {digest}…", file=paper.file, digest=file.sha256[:12]),
                msg("delete `sha256`, and it is reckoned from the file; or put the file back that was meant"),
                item(entry.model, loc),
            )


PAPERS: tuple[Rule, ...] = (digest_is_of_the_file,)
