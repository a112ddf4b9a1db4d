"""The units in which tables of money are written."""

from __future__ import annotations

from site_gen.model.choice import Choice


class MoneyUnit(Choice):
    """The unit in which a table's money columns are written."""

    DONG = "dong", "đồng"
    THOUSAND = "thousand", "nghìn đồng"
    MILLION = "million", "triệu đồng"

    @property
    def in_dong(self) -> int:
        """How many đồng one of it is."""
        return {MoneyUnit.DONG: 1, MoneyUnit.THOUSAND: 1_000, MoneyUnit.MILLION: 1_000_000}[self]
