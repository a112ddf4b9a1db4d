"""Who publishes, from where, under which licence and as of which day: what every catalogue of data says of itself."""

from __future__ import annotations

from datetime import date

from site_gen.base.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Imprint:
    """What data is published with.

    Attributes:
        title: What the site is called.
        publisher: Whose data it is; an illustration names whoever made it, not the authority.
        as_of: The day of building.
        home: The site's address without a slash at its end; empty where it has none yet.
        language: Of titles and descriptions, `vi` or `en`.
        licence: SPDX identifier, name and address of the licence; empty where none was published.
        illustration: Whether the site is not the authority's own.
        text: One or two sentences on the whole of the data.
        workbooks: Whether each table lies there as a workbook too.
    """

    title: str
    publisher: str
    as_of: date
    home: str = ""
    language: str = "vi"
    licence: tuple[str, str, str] | None = None
    illustration: bool = False
    text: str = ""
    workbooks: bool = False
