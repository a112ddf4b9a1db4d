"""What is to be rendered, as values."""

from __future__ import annotations

from site_gen.base.dataclass import dataclass
from site_gen.base.values import Context
from site_gen.pages.page import Page


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """What surrounds the content of every page of one site, or of its English part: names, menu, footer, assets.

    All pages of a site hold the same frame, so it is a key under which what is worked out of it may be kept. Two frames
    are equal only where they are one object; comparing their values would cost more than it saves.
    """

    values: Context

    @property
    def language(self) -> str:
        """The language of the templates' own words."""
        return str(self.values["language"])


@dataclass(frozen=True, slots=True)
class Job:
    """A page to render: where it goes below the output folder, and the frame around it."""

    page: Page
    path: str
    frame: Frame
