"""A rule: a code, a title, a severity, the model it judges, and a function that finds.

The function's docstring is the rule's public explanation: `sitegen explain` and the reference page
print it. A rule only finds; `run` stamps code, severity and law, and matches what the content
acknowledges.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable
from typing import Any

from site_gen.base.dataclass import dataclass
from site_gen.base.diagnostics import LawRef, Severity, Span
from site_gen.base.messages import Message
from site_gen.model.published import Published
from site_gen.rules.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found.

    Attributes:
        at: The place.
        message: What is wrong with the actual value.
        hint: How to correct it.
        item: The item inside the entry (task id, criterion number) for acknowledging it.
        declared: What the document says, for the citizen's note.
        computed: What it adds up to.
        working: The addition written out.
        law: The clause that holds for this case, where that is not the rule's own.
    """

    at: Span
    message: Message
    hint: Message
    item: str = ""
    declared: str = ""
    computed: str = ""
    working: str = ""
    law: LawRef | None = None


Check = Callable[[Any, Snapshot], Iterable[Finding]]


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """See the module.

    Attributes:
        code: For example `PLAN003`.
        title: What is wrong, in one line.
        severity: How much a finding weighs, unless the site says otherwise.
        model: The entries that it judges; None for every entry.
        check: Finds.
        law: The clause that it rests on.
        wrong: An example that is found.
        right: The same, corrected.
        never_acknowledged: Whether no entry may acknowledge it and no site silence it or make it weigh less: a secret is
            not published, whatever reason is given.
    """

    code: str
    title: Message
    severity: Severity
    model: type[Published] | None
    check: Check
    law: LawRef | None = None
    wrong: str = ""
    right: str = ""
    never_acknowledged: bool = False

    @property
    def explanation(self) -> str:
        """The check's docstring: why the rule is there, for the officer who meets it."""
        return inspect.getdoc(self.check) or ""


def rule(
    code: str,
    title: Message,
    severity: Severity,
    model: type[Published] | None = None,
    law: LawRef | None = None,
    wrong: str = "",
    right: str = "",
    never_acknowledged: bool = False,
) -> Callable[[Check], Rule]:
    """Declare a rule over a check function; the arguments are the attributes of :class:`Rule`."""
    return lambda check: Rule(code, title, severity, model, check, law, wrong, right, never_acknowledged)
