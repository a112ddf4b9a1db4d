"""Every paper that proves a line, or is asked for, as open data; a line without any has a row of its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from site_gen.base.messages import msg
from site_gen.model.evidence import Evidence, EvidenceState
from site_gen.model.instances import InstanceState, name_of
from site_gen.pages.columns import cells, column, computed
from site_gen.pages.contributions import Table
from site_gen.pages.evidence import Paper
from site_gen.pages.proofs import ProofLine, ProofSet
from site_gen.pages.recurring import DatedProof
from site_gen.rules.snapshot import Snapshot

NAME = "minh-chung"
TEXT = msg("A row for each paper; of papers kept inside only number and digest are told.")
_Row = tuple[ProofSet, ProofLine, Paper | None]


def _of_paper(value: Callable[[Paper], object]) -> Callable[[_Row], object]:
    return lambda row: value(row[2]) if row[2] else None


def _told(name: str) -> Callable[[_Row], object]:
    return _of_paper(lambda paper: getattr(paper.evidence.published, name))


COLUMNS = (
    computed("of", "Kế hoạch, bảng điểm", lambda row: row[0].title),
    computed("no", "Số dòng trong văn bản", lambda row: row[1].no),
    computed("line", "Cần chứng minh", lambda row: row[1].text),
    computed("stake", "Điểm đang mất", lambda row: row[1].stake if row[1].unproved else None, "number"),
    column(Evidence, "title", _told("title")),
    *(column(Evidence, name, _told(name)) for name in ("number", "period", "role", "due", "unfit", "sha256")),
    computed("units", "Nơi nộp", _of_paper(lambda paper: paper.units)),
    computed("until", "Chậm nhất", _of_paper(lambda paper: paper.until), "date", help="Ngày cuối còn kịp nộp."),
    computed("state", "Tình trạng", _of_paper(lambda paper: paper.state), choice=EvidenceState),
    computed("url", "Địa chỉ trên trang", lambda row: row[1].url),
)


def proof_table(snapshot: Snapshot, sets: Sequence[ProofSet]) -> Table:
    """The papers of all sets."""
    rows = [(found, line, paper) for found in sets for line in found.lines for paper in (line.papers or (None,))]
    return Table(
        NAME,
        snapshot.say(msg("Evidence")),
        COLUMNS,
        cells(COLUMNS, rows),
        tuple(dict.fromkeys(path for found in sets for path in found.sources)),
        sample=any(found.sample for found in sets),
        shown=("assessor.html", "proofs.html", "supplier.html", "owed_papers_panel.html", "winning_panel.html"),
        text=snapshot.say(TEXT),
    )


DATED = "minh-chung-tung-ky"
_DatedRow = tuple[ProofSet, ProofLine, DatedProof]
DATED_COLUMNS = (
    computed("of", "Kế hoạch", lambda row: row[0].title),
    computed("no", "Số dòng trong văn bản", lambda row: row[1].no),
    computed("line", "Cần chứng minh", lambda row: row[1].text),
    computed("units", "Nơi nộp", lambda row: row[1].units),
    computed("period", "Kỳ", lambda row: name_of(row[2].instance)),
    computed("due", "Thời hạn", lambda row: row[2].instance.due, "date"),
    computed("state", "Tình trạng", lambda row: row[2].state, choice=InstanceState),
    computed("papers", "Minh chứng", lambda row: tuple(p.evidence.published.title for p in row[2].papers)),
    computed("url", "Địa chỉ trên trang", lambda row: row[1].url),
)


def dated_table(snapshot: Snapshot, sets: Sequence[ProofSet]) -> Table:
    """What comes again, a row for each instance."""
    rows: list[_DatedRow] = [
        (found, line, one) for found in sets for line in found.lines if line.series for one in line.series.dated
    ]
    return Table(
        DATED,
        snapshot.say(msg("Evidence of each period")),
        DATED_COLUMNS,
        cells(DATED_COLUMNS, rows),
        tuple(dict.fromkeys(path for found, _, _ in rows for path in found.sources)),
        sample=any(found.sample for found, _, _ in rows),
        shown=("assessor.html", "proofs.html", "reporting_panel.html"),
        text=snapshot.say(msg("A row for each period in which something is due.")),
    )
