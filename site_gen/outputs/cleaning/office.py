"""Word, Excel and OpenDocument files without the people and machines they remember."""

from __future__ import annotations

import re
from contextlib import suppress

from site_gen.outputs.cleaning.pictures import jpeg, png
from site_gen.outputs.packed import Broken, Packed

_PICTURES = {"jpg": jpeg, "jpeg": jpeg, "png": png}

# In OOXML and OpenDocument alike a prefix may differ, so elements and attributes are known by their local names.
_ELEMENTS = re.compile(
    rb"(<(?P<tag>(?:[\w.-]+:)?(?:creator|lastModifiedBy|initial-creator|printed-by|Company|Manager|Template|HyperlinkBase|"
    rb"sender-(?:firstname|lastname|initials|email|phone-private|phone-work|street|company|fax|city|postal-code|title|position|country|state-or-province)|"
    rb"author-name|author-initials|author|sender|sender-initials))(?:\s[^<>]*)?>)(?P<text>[^<]+)(?=</(?P=tag)\s*>)"
)
_ATTRIBUTES = re.compile(
    rb"(?<=[\s])(?P<name>w:author|w:initials|w15:author|w15:userId|w15:providerId|userName|displayName|userId|providerId|"
    rb"office:display-author|loext:sender-initials)=(?P<quote>[\"'])(?P<text>[^\"'<]*)(?P=quote)"
)
_TEMPLATE = re.compile(rb"<meta:template\b[^<>]*>(?:[^<]*</meta:template>)?")
_USER_DEFINED = re.compile(rb"<meta:user-defined\b[^<>]*>[^<]*</meta:user-defined>")
_ATTACHED = re.compile(rb"<Relationship\b[^<>]*attachedTemplate[^<>]*/>")
_TARGET = re.compile(rb"(?<=\sTarget=[\"'])[^\"'<>]*(?=[\"'])")
_TEXTS = re.compile(rb"(<vt:(?:lpwstr|lpstr|bstr)>)[^<]*(?=</)")

_SAVED_AT = re.compile(rb"(<(?:[\w.-]+:)?absPath\b[^<>]*?\surl=)(?:\"[^\"<]*\"|'[^'<]*')")
"""Where the last writer keeps the file: `C:\\Users\\…` names him."""

_PROPERTIES = re.compile(r"docProps/(?:core|app|custom)\.xml|meta\.xml")
_TEXT_PARTS = re.compile(
    r"word/(?:document|comments\w*|people|header\d*|footer\d*|footnotes|endnotes|settings)\.xml|word/_rels/settings\.xml\.rels|"
    r"xl/(?:comments\w*(?:/comment\d+)?|persons/person\w*|threadedComments/\w+|revisions/\w+|workbook)\.xml|(?:content|styles|settings)\.xml"
)
_SIGNATURES = ("_xmlsignatures/", "META-INF/documentsignatures.xml")


def signed(package: Packed) -> bool:
    """Whether the file bears a digital signature."""
    return any(name.startswith(_SIGNATURES) for name in package.names())


def names(package: Packed) -> tuple[str, ...]:
    """The properties that name somebody; asked of signed files, which stay as they are."""
    found = []
    for part in ("docProps/core.xml", "docProps/app.xml", "meta.xml"):
        if part in package.names():
            found += [hit["tag"].rpartition(b":")[2].decode() for hit in _ELEMENTS.finditer(package.read(part))]
    return tuple(sorted({name for name in found if name != "Template"}))


def office(data: bytes) -> bytes:
    """The file with its names blanked; as it is where it is signed or names nobody."""
    package = Packed(data)
    if signed(package):
        return data
    changed: dict[str, bytes] = {}
    for name in package.names():
        picture = _PICTURES.get(name.rpartition(".")[2].lower())
        text_part = _PROPERTIES.fullmatch(name) or _TEXT_PARTS.fullmatch(name)
        if not text_part and picture is None:
            continue
        before = after = package.read(name)
        if text_part:
            after = _blanked(name, before)
        elif picture is not None:
            with suppress(Broken):  # a picture that Word can show and we cannot take apart
                after = picture(before)
        if after != before:
            changed[name] = after
    return package.rewritten(changed)


def _blanked(name: str, xml: bytes) -> bytes:
    if name == "docProps/custom.xml":  # whatever the office's system noted: numbers stay, words go
        return _TEXTS.sub(rb"\1", xml)
    if name == "meta.xml":
        xml = _USER_DEFINED.sub(b"", _TEMPLATE.sub(b"", xml))
    if name.endswith(".rels"):
        return _ATTACHED.sub(lambda hit: _TARGET.sub(b"Normal.dotm", hit[0]), xml)
    xml = _SAVED_AT.sub(rb'\1""', xml)
    xml = _ATTRIBUTES.sub(lambda hit: hit["name"] + b"=" + hit["quote"] * 2, xml)
    # Content is what the reader came for: there, only notes and changes name people, in elements of their own.
    return _ELEMENTS.sub(lambda hit: hit[1], xml)
