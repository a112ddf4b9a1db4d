"""The deadline grammar: from the words of a plan to days.

`deadline = part (";" part)*`, `part = [action ":"] expression`. An expression is a day, month,
quarter or year with a preposition, a recurrence, "Thường xuyên", an event, or somebody else's
decision. The words are kept beside what they were understood to mean, with how sure that is.
"""

from site_gen.model.deadline.explanation import explain
from site_gen.model.deadline.reader import parse
from site_gen.model.deadline.values import DATED, Confidence, Deadline, Kind, Part

__all__ = ["DATED", "Confidence", "Deadline", "Kind", "Part", "explain", "parse"]
