"""A file that cannot be taken apart."""

from __future__ import annotations

from site_gen.base.messages import Message


class Broken(Exception):
    """The file is damaged or hostile; `reason` says in words how."""

    def __init__(self, reason: Message) -> None:
        super().__init__(str(reason))
        self.reason = reason
