"""Adding counts up, and what follows from them: received, done, pending, late, shares."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

from site_gen.base.dataclass import dataclass
from site_gen.kinds.dossier_statistics.model import Counts

RECEIVED = ("received_online", "received_direct", "received_post")
DONE = ("done_early", "done_on_time", "done_late")
PENDING = ("pending_in_time", "pending_late")
MAIN = ("carried_over", *RECEIVED, *DONE, *PENDING, "returned")
"""The counts between which the balance holds; all others accompany them and may be unstated."""
ALL = tuple(Counts.model_fields)
SIDE = tuple(name for name in ALL if name not in MAIN)


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of one or several rows; a count that no row states is None."""

    counts: Mapping[str, int | None]

    @classmethod
    def of(cls, rows: Iterable[Counts | Tally]) -> Tally:
        """The sum of rows."""
        total: dict[str, int | None] = dict.fromkeys(ALL)
        total |= dict.fromkeys(MAIN, 0)
        for row in rows:
            for name in ALL:
                value = row.counts[name] if isinstance(row, Tally) else getattr(row, name)
                if value is not None:
                    total[name] = (total[name] or 0) + value
        return cls(total)

    def sum(self, names: Iterable[str]) -> int:
        """Several counts together; what is not stated adds nothing."""
        return sum(self.counts[name] or 0 for name in names)

    @property
    def received(self) -> int:
        """What came in during the period, by whichever way."""
        return self.sum(RECEIVED)

    @property
    def done(self) -> int:
        """What was answered, early, on time or late."""
        return self.sum(DONE)

    @property
    def pending(self) -> int:
        """What waits for an answer when the period ends."""
        return self.sum(PENDING)

    @property
    def late(self) -> int:
        """Answered late, or waiting past its day."""
        return self.sum(("done_late", "pending_late"))

    @property
    def to_do(self) -> int:
        """All there was to answer."""
        return self.sum(("carried_over",)) + self.received

    @property
    def accounted(self) -> int:
        """All that became of it: done, pending, returned."""
        return self.done + self.pending + self.sum(("returned",))

    @property
    def on_time_rate(self) -> Decimal | None:
        """Percent of the answered dossiers that were answered by their day."""
        return percent(self.done - self.sum(("done_late",)), self.done)

    @property
    def online_rate(self) -> Decimal | None:
        """Percent of the received dossiers that came in online."""
        return percent(self.sum(("received_online",)), self.received)

    def newly_late(self, before: Tally | None) -> int:
        """How many became late in this period: those that were late already have had their apology.

        Whatever waited past its day when the period before ended is late in this one, too.
        """
        return max(self.late - (before.sum(("pending_late",)) if before else 0), 0)


def percent(part: int, whole: int) -> Decimal | None:
    """A share in percent with one decimal; what is short of the whole never rounds up to 100."""
    if whole <= 0:
        return None
    share = Decimal(100) * part / whole
    return share.quantize(Decimal("0.1"), ROUND_DOWN if share > Decimal("99.9") else ROUND_HALF_UP)
