"""Links of a text: to a page, a place, a file, or out of the site."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from site_gen.base.dataclass import dataclass
from site_gen.base.diagnostics import Diagnostic
from site_gen.base.messages import Message, msg
from site_gen.base.theme import Theme
from site_gen.base.vietnamese import safe_name, slug
from site_gen.joined import codes
from site_gen.joined.addresses import Address, Addresses
from site_gen.outputs.links.address import outside_fault
from site_gen.outputs.links.page import look
from site_gen.pipeline.links.texts import Fault, Text, short
from site_gen.reading.markdown_links import BARE, LEFT, Written
from site_gen.render.job import Job
from site_gen.render.markdown import HEADING, headings

_OUT = re.compile(r"https?:|mailto:|tel:", re.IGNORECASE)
"""Addresses that leave the site; any other scheme was refused when the text was read."""
_FILE = re.compile(r"(?:^|/)files/|[.](?!html?\b|md\b|ya?ml\b)[a-z0-9]{2,5}$", re.IGNORECASE)


class PagePlaces:
    """The ids of pages, found by rendering them: once each, and only pages to whose places the content links."""

    def __init__(self, jobs: Mapping[str, Job], theme: Theme) -> None:
        self._jobs = jobs
        self._theme = theme
        self._known: dict[str, frozenset[str] | None] = {}

    def __contains__(self, path: str) -> bool:
        return path in self._jobs

    def of(self, path: str) -> frozenset[str] | None:
        """The ids of the page at `path` of the output; None where its template fails, which is reported elsewhere."""
        if path not in self._known:
            from site_gen.render.html import render_one  # a check without such links needs no templates

            made = render_one(self._jobs[path], self._theme)
            self._known[path] = None if isinstance(made, Diagnostic) else frozenset(look(made.data.decode()).places)
        return self._known[path]


@dataclass(frozen=True, slots=True)
class Links:
    """Judges the links of one site.

    Attributes:
        site: What the site publishes.
        whole: What the whole output publishes, as the portal has it.
        places: The places of pages.
        prefix: The site's folder in the output, with its slash; empty for one that stands alone.
        hidden_files: Attachments that may not be shown on this day.
        root: The site's content folder, None for the portal.
    """

    site: Addresses
    whole: Addresses
    places: PagePlaces
    prefix: str = ""
    hidden_files: frozenset[str] = frozenset()
    root: Path | None = None

    def of(self, text: Text, name: Written) -> Iterator[Fault]:
        """What is wrong with a link."""
        if name.form == BARE:
            message = msg(
                "`{target}` is shown as text, because it does not begin with `https://`", target=short(name.target)
            )
            yield Fault(codes.BARE, message, _write(f"https://{name.target}"))
        elif name.form == LEFT:
            yield self._left(name)
        elif not name.target:
            message = msg("the link “{words}” has no address", words=short(name.words))
            hint = msg("write the address between `(` and `)`, or take the brackets away")
            yield Fault(codes.UNFIT, message, hint)
        elif (inside := self.site.inside(name.target)) is not None:
            yield from self._inside(text, name, inside, self.site, self.prefix)
        elif self.whole.home and (inside := self.whole.inside(name.target)) is not None:
            yield from self._inside(text, name, inside, self.whole, "")
        elif text.markdown and _OUT.match(name.target) and (fault := outside_fault(_encoded(name.target))) is not None:
            message = msg("`{target}` is not well-formed: {fault}", target=short(name.target), fault=fault)
            hint = msg("write the whole address, beginning with `https://`")
            yield Fault(codes.UNFIT, message, hint)

    def _left(self, name: Written) -> Fault:
        target = name.target.strip().strip("<>")
        inside = self.site.inside(target)
        better = self.site.meant(inside.path) if inside is not None and inside.path else target
        if inside is not None and not better:
            better = re.sub(r"\s+", "-", target)
        message = msg(
            "`[{words}]({target})` is shown as text, not as a link", words=short(name.words), target=short(target)
        )
        if name.sign.startswith("("):
            hint = msg(
                "write `[{words}]({better})`, without blanks between the brackets and in the address; rename the file if its name holds blanks",
                words=short(name.words),
                better=better,
            )
        else:
            hint = msg(
                "the words come first, the address after them: `[{words}]({better})`",
                words=short(name.words),
                better=better,
            )
        return Fault(codes.UNFIT, message, hint)

    def _inside(self, text: Text, name: Written, inside: Address, site: Addresses, prefix: str) -> Iterator[Fault]:
        if not inside.path:
            yield from self._own_place(text, name, inside.place)
        elif inside.path in site.pages:
            if inside.path in site.today:
                yield self._not_today(name, site.today[inside.path])
            elif inside.place:
                yield from self._place(name, inside, f"{prefix}{inside.path}", site)
        elif inside.path not in site.files:
            yield self._missing(name, inside, site)

    def _missing(self, name: Written, inside: Address, site: Addresses) -> Fault:
        path, target = inside.path, short(name.target)
        if path in self.hidden_files or site.passing(path):
            return self._not_today(name, site.today.get(path, path))
        if path in site.drafts:
            message = msg("the link `{target}` leads to a draft, `{file}`", target=target, file=site.drafts[path])
            return Fault(codes.PAGE, message, msg("publish the draft first, or take the link out until then"))
        better = site.meant(path)
        if better:
            whole = f"{site.home}/{better}" if inside.own else better
            hint = _write(whole + (f"#{inside.place}" if inside.place else ""))
        elif near := site.like(path):
            hint = msg("did you mean `{path}`?", path=near)
        else:
            hint = msg("write the address from the site's root, as the browser shows it, for example `tin/index.html`")
        if not _FILE.search(path):
            message = msg("the link `{target}` leads to no page of this site", target=target)
            return Fault(codes.PAGE, message, hint)
        if not better:
            near = site.like(path)
            wanted = safe_name(PurePosixPath(path.replace("\\", "/")).name)
            hint = msg("put the file into `files/` and write `files/{name}`", name=wanted)
            if near:
                hint = msg(
                    "did you mean `{path}`? If not, put the file into `files/` and write `files/{name}`",
                    path=near,
                    name=wanted,
                )
            if self.root is not None and (self.root / path).is_file():
                hint = msg(
                    "the file is there but cannot be published as it is: fix what is reported of it, then write `files/{name}`",
                    name=wanted,
                )
        message = msg("the link `{target}` leads to no file of this site", target=target)
        return Fault(codes.FILE, message, hint)

    def _not_today(self, name: Written, file: str) -> Fault:
        message = msg(
            "the link `{target}` leads to something that is not shown today: `{file}`",
            target=short(name.target),
            file=file,
        )
        hint = msg("if its time is over, take the link out; if it is still to come, nothing needs to be done")
        return Fault(codes.TODAY, message, hint)

    def _own_place(self, text: Text, name: Written, place: str) -> Iterator[Fault]:
        """A place on the page that shows the text: a heading of the text, or anything of the page."""
        if place in ("", "top") or (text.markdown and slug(place).removeprefix(HEADING) in headings(text.markdown)):
            return
        if text.page and f"{self.prefix}{text.page}" in self.places:
            yield from self._place(name, Address("", place), f"{self.prefix}{text.page}", self.site)

    def _place(self, name: Written, inside: Address, page: str, site: Addresses) -> Iterator[Fault]:
        known = self.places.of(page)
        if known is None or inside.place in known or inside.place == "top":
            return
        message = msg(
            "the link `{target}`: that page has no place `#{place}`",
            target=short(unquote(name.target)),
            place=inside.place,
        )
        near = _near(inside.place, known)
        before = f"{site.home}/{inside.path}" if inside.own else inside.path
        hint = _write(f"{before}#{near}") if near else msg("leave out what follows `#`, or name a heading of that page")
        yield Fault(codes.PLACE, message, hint)


def _near(place: str, known: frozenset[str]) -> str:
    plain = slug(place)
    for guess in (plain, HEADING + plain):
        if guess in known:
            return guess
    by_words = {id.removeprefix(HEADING): id for id in sorted(known)}
    close = get_close_matches(plain, by_words, 1, 0.6)
    return by_words[close[0]] if close else ""


def _write(address: str) -> Message:
    return msg("write `{address}`", address=address)


def _encoded(target: str) -> str:
    """As the page will carry it: Markdown writes letters with marks in hexadecimal digits."""
    from markdown_it.common.normalize_url import normalizeLink

    return normalizeLink(target)
