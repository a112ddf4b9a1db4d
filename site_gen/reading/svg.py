"""SVG pictures: drawings that do nothing. What runs, loads or shows another document is told; the size is read from the root.

A browser runs no script of an SVG that a page shows as a picture, but it does of one that is opened by itself.
"""

from __future__ import annotations

import re
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from site_gen.base.messages import Message, msg

SVG, XLINK = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"
LIMIT = 1 << 20
"""Bytes of an SVG that is read at all; a drawing of more is a photograph in disguise."""
_FORBIDDEN = frozenset(("script", "foreignobject", "iframe", "audio", "video", "canvas", "handler", "listener"))
_MOVING = frozenset(("animate", "animatemotion", "animatetransform", "set"))
_INSIDE = re.compile(r"\s*(?:#|data:image/(?:png|jpeg|webp);base64,|$)", re.IGNORECASE)
_LOADS = re.compile(r"@import|url\(\s*[\"']?(?!#)", re.IGNORECASE)
_NUMBER = re.compile(r"\s*(\d+(?:\.\d+)?)(?:px)?\s*")


def parsed(data: bytes) -> Element | None:
    """The root of an SVG; None where it is none, is damaged, or declares entities, by which a small file can become a huge one."""
    if len(data) > LIMIT or b"<!ENTITY" in data:
        return None
    try:
        root = ElementTree.fromstring(data)
    except (ElementTree.ParseError, ValueError, LookupError):
        return None
    return root if root.tag == f"{{{SVG}}}svg" else None


def fault(data: bytes) -> Message | None:
    """What of an SVG may not be published; None where it is a drawing and nothing else."""
    root = parsed(data)
    if root is None:
        return msg("it is no SVG that can be read, is larger than 1 MB, or declares entities")
    for element in root.iter():
        name = local(element.tag)
        if name.lower() in _FORBIDDEN or name.lower() in _MOVING:
            return msg("it holds `<{name}>`", name=name)
        if name == "style" and _LOADS.search("".join(element.itertext())):
            return msg("its `<style>` loads something from elsewhere")
        for key, value in element.attrib.items():
            attribute = local(key)
            if attribute.lower().startswith("on"):
                return msg("it runs a script (`{name}`)", name=attribute)
            if attribute in ("href", "src") and not _INSIDE.match(value):
                return msg("it leads or loads from elsewhere (`{name}`)", name=attribute)
            if _LOADS.search(value):
                return msg("it loads something from elsewhere (`{name}`)", name=attribute)
    return None


def size(data: bytes) -> tuple[int, int] | None:
    """Width and height in points: as its root says, else of its drawing board; None where neither tells."""
    root = parsed(data)
    if root is None:
        return None
    given = [_NUMBER.fullmatch(root.get(side, "")) for side in ("width", "height")]
    if given[0] and given[1]:
        return max(1, round(float(given[0][1]))), max(1, round(float(given[1][1])))
    try:
        _, _, width, height = (float(part) for part in re.split(r"[\s,]+", root.get("viewBox", "").strip()))
    except ValueError:
        return None
    return (max(1, round(width)), max(1, round(height))) if width > 0 and height > 0 else None


def local(name: object) -> str:
    """The name of an element or attribute without its namespace; empty for a comment."""
    return name.rpartition("}")[2] if isinstance(name, str) else ""
