"""Free pages (trang tự do): Markdown with a title."""

from collections.abc import Iterator
from pathlib import Path

from site_gen.base.values import Context
from site_gen.kind import Kind
from site_gen.kinds.page.model import FreePage
from site_gen.kinds.page.rules import RULES
from site_gen.model.entry import Form
from site_gen.pages.contributions import Disclosure
from site_gen.pages.page import Page
from site_gen.rules.snapshot import Snapshot


def pages(snapshot: Snapshot) -> Iterator[Page]:
    """One page for each file, at the site's root."""
    for entry in snapshot.catalog.all(FreePage):
        page = entry.model
        context: Context = {"summary": page.summary or "", "body": page.body, "notes": snapshot.notes_of(entry.path)}
        day = page.updated_at or page.published_at
        yield Page(
            f"{entry.id}.html",
            "page/page.html",
            page.title,
            context,
            (entry.path,),
            subject=("page", entry.id),
            updated=day.isoformat() if day else "",
            footer=page.order if page.in_menu else None,
            sample=page.sample,
        )


def disclosures(snapshot: Snapshot) -> Iterator[Disclosure]:
    """Each page under its own id, so that a duty may be fulfilled by one (`page/quy-che`)."""
    for entry in snapshot.catalog.all(FreePage):
        page = entry.model
        yield Disclosure(
            f"page/{entry.id}",
            page.title,
            f"{entry.id}.html",
            published=page.published_at,
            entry=entry.path,
            sample=page.sample,
        )


KIND = Kind(
    name="page",
    label="Trang tự do",
    help="Trang giới thiệu, hướng dẫn hay bất kỳ nội dung nào khác.",
    folder=Path(__file__).parent,
    forms=(Form("page", FreePage, "pages/*.md", called=("trang", "giới thiệu")),),
    rules=RULES,
    pages=pages,
    names=lambda entry: (entry.model.title,),
    label_of=lambda entry: entry.model.title,
    url_of=lambda entry: f"{entry.id}.html",
    disclosures=disclosures,
)
