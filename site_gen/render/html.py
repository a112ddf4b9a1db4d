"""Pages to bytes, one at a time. A template's fault becomes a diagnostic at the template's own line."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

from site_gen.base.diagnostics import Diagnostic
from site_gen.base.theme import Theme
from site_gen.base.values import Context, named_values
from site_gen.pages.page import Artifact, Page, Panel
from site_gen.render.environment import Templates, settle
from site_gen.render.fault import fault
from site_gen.render.finishing import finished
from site_gen.render.job import Job
from site_gen.render.share_picture import SIZE, Drawing, SharePicture, picture_for


def page_view(page: Page, picture: SharePicture | None = None) -> Context:
    """What the layout shows of the page itself, and of the picture that a link to it shows."""
    shown: Context = {}
    if picture is not None:
        shown = {"path": picture.path, "words": picture.words, "width": SIZE[0], "height": SIZE[1]}
    return {
        "title": page.title,
        "url": page.url,
        "crumbs": [{"label": label, "url": url} for label, url in page.crumbs],
        "section": page.section,
        "updated": page.updated,
        "index": page.index,
        "sample": page.sample,
        "mixed": page.mixed,
        "alternates": [{"language": language, "url": url} for language, url in page.alternates],
        "expires": page.expires,
        "data": list(page.data),
        "feeds": [{"url": url, "title": title} for url, title in page.feeds],
        "graph": list(page.graph),
        "carried": page.carried,
        "changes": page.changes,
        "part": page.part,
        "share": page.share or "",
        "picture": shown,
    }


def panel_view(panel: Panel) -> Context:
    """What the place of a panel on a page sees of it: its template, and the values of its context by name."""
    return {"template": panel.template, **named_values(panel.context)}


_known: dict[tuple[Theme, str], Templates] = {}
_kept: tuple[Path, str] | None = None


def templates(theme: Theme, language: str) -> Templates:
    """The environment of one theme and language, made once in each process."""
    key = (theme, language)
    if key not in _known:
        _known[key] = Templates(theme, language, _kept)
    return _known[key]


def forget_changed(kept: tuple[Path, str] | None = None) -> None:
    """Ask before a build: a process that builds again and again must not render by yesterday's templates.

    Compiled ones are looked for, and left for the next process, where `kept` says: a folder, and what makes them.
    """
    global _kept  # for the environments that are made from now on
    _kept = kept
    for key, own in list(_known.items()):
        if not own.current():
            del _known[key]


def render_one(job: Job, theme: Theme) -> Artifact | Diagnostic:
    """One page as bytes, or the place in the template that failed."""
    page = job.page
    own = templates(theme, job.frame.language)
    try:
        html = own.environment.get_template(page.template).render(
            named_values(page.context),
            panels=[panel_view(panel) for panel in page.panels],
            page=page_view(page, picture_for(page, job.frame)),
            site=job.frame.values,
            url=page.url,
            headings=set(),
        )
    except Exception as error:  # a template can raise anything: it must name the template, not our code
        return fault(error, page.url, page.template, own.folders)
    if page.sample and not page.mixed:
        html = html.replace(own.sample_mark, "")  # the notice has said it of the whole page
    html = settle(finished(tidy(html), *own_words(job)), page.url, _root(job))
    return Artifact(job.path, html.encode())


def own_words(job: Job) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """The abbreviations that pages of the frame explain, and the languages of phrases that are foreign to them."""
    found = (job.frame.values.get(name) for name in ("abbreviations", "foreign"))
    one, other = (
        {short: str(full) for short, full in words.items()} if isinstance(words, Mapping) else {} for words in found
    )
    return one, other


def drawing_of(job: Job) -> Drawing | None:
    """The picture that a link to a page shows, as it is to be drawn; None where it has none."""
    picture = picture_for(job.page, job.frame)
    return Drawing(job.path.removesuffix(job.page.url) + picture.path, picture) if picture else None


def _root(job: Job) -> str:
    """Where "not found" looks for its style and links: a server shows it at any depth. Other pages know where they are."""
    address = str(job.frame.values.get("base_url") or "")
    return urlsplit(address).path.rstrip("/") + "/" if address and job.page.url == "404.html" else ""


_KEPT = re.compile(r"(<pre\b.*?</pre>)", re.DOTALL)


def tidy(html: str) -> str:
    """Without the blank lines and indents that template tags leave behind; `pre` stays as it is."""
    if "<pre" not in html:
        return _lines(html) + "\n"
    pieces = _KEPT.split(html)
    for index in range(0, len(pieces), 2):
        # The line ends around a `pre` are the text's own and part it from its neighbours.
        piece = pieces[index]
        inner = _lines(piece)
        before = "\n" in piece[: len(piece) - len(piece.lstrip())]
        after = inner and "\n" in piece[len(piece.rstrip()) :]
        pieces[index] = ("\n" if before else "") + inner + ("\n" if after else "")
    return "".join(pieces).strip("\n") + "\n"


def _lines(html: str) -> str:
    return "\n".join([line for row in html.split("\n") if (line := row.strip(" \t\r"))])
