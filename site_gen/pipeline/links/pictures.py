"""Pictures that pages show: described, the site's own, and light enough for a phone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from site_gen.base.dataclass import dataclass
from site_gen.base.diagnostics import LawRef
from site_gen.base.messages import Message, msg
from site_gen.base.vietnamese import fold, safe_name
from site_gen.joined import codes
from site_gen.joined.addresses import Addresses
from site_gen.model.catalog import Attachment
from site_gen.pages.routes import from_root
from site_gen.pipeline.links.texts import Fault, Text, short
from site_gen.reading.markdown_links import Written

LAW = LawRef("26/2020/TT-BTTTT", "Điều 5 khoản 1")
HEAVY = 1 << 20
"""So many bytes take a phone with a weak signal half a minute."""
_NO_WORDS = re.compile(
    r"(?:anh|hinh|hinh anh|anh chup|buc anh|image|img|photo|picture|dsc|pic|screenshot|untitled)?[ \d]*"
)

_NAME = re.compile(r"\.(?:jpe?g|png|webp|gif|heic|bmp)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Pictures:
    """Judges the pictures of one site.

    Attributes:
        attachments: The site's files.
        site: What the site publishes.
        lightened: Pictures that the build makes smaller.
    """

    attachments: Mapping[str, Attachment]
    site: Addresses
    lightened: frozenset[str]

    def of(self, text: Text, name: Written) -> Iterator[Fault]:
        """What is wrong with a picture."""
        mark = text.file
        if mark is None:
            path = from_root(name.target)
            if tells_nothing(name.words, path):
                yield self._undescribed(
                    name, msg("describe in one sentence, between `![` and `]`, what the picture shows")
                )
            if re.match(r"[a-z][a-z0-9+.-]+:", name.target, re.IGNORECASE) or name.target.startswith("//"):
                if re.match(r"(?:https?:)?//", name.target, re.IGNORECASE):
                    yield self._foreign(name)
                return
        elif not mark.shown or name.target not in self.attachments:
            return  # a file that is missing is a reference's fault
        else:
            path = name.target
            if text.words is not None and tells_nothing(text.words, path):
                yield self._undescribed(name, msg("add `alt` with one sentence on what the picture shows"))
        file = self.attachments.get(path)
        if file is not None and file.media_type.startswith("image/"):
            yield from self._weight(file)
        elif mark is None or mark.picture:
            yield self._none(name, path)

    def _undescribed(self, name: Written, hint: Message) -> Fault:
        message = msg("`{file}` has no description", file=short(name.target))
        return Fault(codes.WORDS, message, hint, LAW)

    def _foreign(self, name: Written) -> Fault:
        file = safe_name(PurePosixPath(name.target.partition("?")[0]).name)
        return Fault(
            codes.SOURCE,
            msg("the picture `{target}` lies on another site, and a page cannot show it", target=short(name.target)),
            msg("if you may use it, save it into `files/` and write `files/{name}`", name=file),
        )

    def _none(self, name: Written, path: str) -> Fault:
        message = msg("`{file}` is not a picture in `files/`", file=short(name.target))
        better = self.site.meant(path)
        known = self.attachments.get(better)
        if known is not None and known.media_type.startswith("image/") and better != path:
            hint = msg("write `{address}`", address=better)
        elif known is not None:
            hint = msg(
                "a page shows jpg, png, webp and svg; link to any other file: `[{words}]({address})`",
                words=short(name.words) or "…",
                address=better,
            )
        else:
            wanted = safe_name(PurePosixPath(path.replace("\\", "/")).name)
            hint = msg("put the picture (jpg, png, webp or svg) into `files/` and write `files/{name}`", name=wanted)
        return Fault(codes.SOURCE, message, hint)

    def _weight(self, file: Attachment) -> Iterator[Fault]:
        light = file.path in self.lightened and not file.moving and not file.path.endswith(".png")
        if file.size <= HEAVY or light:
            return
        message = msg(
            "the picture `{file}` has {size} MB", file=file.path, size=f"{file.size / (1 << 20):.1f}".replace(".", ",")
        )
        if file.path not in self.lightened:
            hint = msg("it is also published as a document and stays as it is; show a smaller copy of it here")
        elif file.moving:
            hint = msg("it moves and stays as it is; show one picture of it, or an mp4 file to be opened")
        else:
            hint = msg("save it as JPG, which needs a tenth of that for a photograph")
        yield Fault(codes.WEIGHT, message, hint)


def tells_nothing(words: str, file: str) -> bool:
    """Whether the words are none, only say that there is a picture, or are the file's name."""
    path = PurePosixPath(file)
    plain = fold(words)
    return (
        len(plain) < 3
        or bool(_NAME.search(words))
        or bool(_NO_WORDS.fullmatch(plain))
        or plain in (fold(path.stem), fold(path.name))
    )
