"""SVG without what a drawing program notes of itself, the file and who drew it: only what draws stays."""

from __future__ import annotations

from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from site_gen.base.messages import msg
from site_gen.outputs.packed import Broken
from site_gen.reading.svg import SVG, XLINK, parsed

_XML = "http://www.w3.org/XML/1998/namespace"
_KEPT = ("", SVG, XLINK, _XML)
"""Namespaces whose attributes stay."""


def svg(data: bytes) -> bytes:
    """The drawing alone; the same bytes for the same file. Raises `Broken` where it cannot be read."""
    root = parsed(data)
    if root is None:
        raise Broken(msg("it is no SVG that can be read, is larger than 1 MB, or declares entities"))
    _clean(root)
    ElementTree.register_namespace("", SVG)
    ElementTree.register_namespace("xlink", XLINK)
    drawn: bytes = ElementTree.tostring(root, encoding="utf-8")
    return drawn + b"\n"


def _clean(element: Element) -> None:
    for name in [name for name in element.attrib if _namespace(name) not in _KEPT]:
        del element.attrib[name]
    for child in list(element):
        if not isinstance(child.tag, str) or _namespace(child.tag) != SVG or child.tag == f"{{{SVG}}}metadata":
            element.remove(child)
        else:
            _clean(child)


def _namespace(name: str) -> str:
    return name[1:].partition("}")[0] if name.startswith("{") else ""
