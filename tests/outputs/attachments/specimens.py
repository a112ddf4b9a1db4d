"""Small attachments made by hand: a picture, a film, packed documents, a PDF, each naming somebody."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Mapping
from io import BytesIO

from pypdf import PdfWriter
from pypdf.generic import DictionaryObject, NameObject, StreamObject

SOMEBODY = "Nguyen Van Mau"


def segment(marker: int, content: bytes) -> bytes:
    return bytes([0xFF, marker]) + (len(content) + 2).to_bytes(2) + content


def tiff(orientation: int, order: str = "big") -> bytes:
    """EXIF with an artist and which way up the picture is."""
    little = order == "little"

    def number(value: int, size: int) -> bytes:
        return value.to_bytes(size, "little" if little else "big")

    artist = SOMEBODY.encode() + b"\0"
    entries = [
        number(0x0112, 2) + number(3, 2) + number(1, 4) + number(orientation, 2) + b"\0\0",
        number(0x013B, 2) + number(2, 2) + number(len(artist), 4) + number(8 + 2 + 24 + 4, 4),
    ]
    head = (b"II" + number(42, 2)) if little else (b"MM" + number(42, 2))
    return head + number(8, 4) + number(len(entries), 2) + b"".join(entries) + number(0, 4) + artist


def jpeg(orientation: int = 1, order: str = "big") -> bytes:
    return b"".join(
        (
            b"\xff\xd8",
            segment(0xE0, b"JFIF\0\1\1\0\0\1\0\1\0\0"),
            segment(0xE1, b"Exif\0\0" + tiff(orientation, order)),
            segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0<x>" + SOMEBODY.encode() + b"</x>"),
            segment(0xED, b"Photoshop 3.0\0" + SOMEBODY.encode()),
            segment(0xE2, b"ICC_PROFILE\0\1\1colours"),
            segment(0xFE, SOMEBODY.encode()),
            segment(0xDB, b"\0" * 65),
            segment(0xC0, b"\x08\0\1\0\1\1\1\x11\0"),
            segment(0xDA, b"\1\1\0\0\x3f\0"),
            b"\x12\xff\x00\x34\xff\xd0\x56",
            segment(0xC4, b"tables"),
            segment(0xDA, b"\1\1\0\0\x3f\0"),
            b"\x78\xff\x00",
            b"\xff\xd9",
            b"trailer " + SOMEBODY.encode(),
        )
    )


def chunk(name: bytes, content: bytes) -> bytes:
    return len(content).to_bytes(4) + name + content + zlib.crc32(name + content).to_bytes(4)


def svg() -> bytes:
    """A drawing as a drawing program saves it: with the file's place, the program and who drew it."""
    return f"""<?xml version="1.0"?>
<!-- {SOMEBODY} -->
<svg xmlns="http://www.w3.org/2000/svg" xmlns:i="http://www.inkscape.org/namespaces/inkscape" viewBox="0 0 8 8" i:docname="/home/{SOMEBODY}/x.svg">
<metadata><creator xmlns="http://purl.org/dc/elements/1.1/">{SOMEBODY}</creator></metadata>
<i:view name="{SOMEBODY}"/><title>Biểu trưng</title><circle cx="4" cy="4" r="4"/></svg>
""".encode()


def png(orientation: int = 1) -> bytes:
    return b"".join(
        (
            b"\x89PNG\r\n\x1a\n",
            chunk(b"IHDR", b"\0\0\0\1\0\0\0\1\x08\0\0\0\0"),
            chunk(b"tEXt", b"Author\0" + SOMEBODY.encode()),
            chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + SOMEBODY.encode()),
            chunk(b"eXIf", tiff(orientation)),
            chunk(b"tIME", b"\7\xea\1\1\0\0\0"),
            chunk(b"pHYs", b"\0\0\0\1\0\0\0\1\0"),
            chunk(b"IDAT", zlib.compress(b"\0\0")),
            chunk(b"IEND", b""),
            SOMEBODY.encode(),
        )
    )


def webp(orientation: int = 1) -> bytes:
    def part(name: bytes, content: bytes) -> bytes:
        return name + len(content).to_bytes(4, "little") + content + b"\0" * (len(content) % 2)

    body = b"".join(
        (
            part(b"VP8X", bytes([0x0C]) + bytes(9)),
            part(b"VP8L", b"picture"),
            part(b"EXIF", tiff(orientation)),
            part(b"XMP ", SOMEBODY.encode()),
        )
    )
    return b"RIFF" + (len(body) + 4).to_bytes(4, "little") + b"WEBP" + body


def box(name: bytes, content: bytes) -> bytes:
    return (len(content) + 8).to_bytes(4) + name + content


def mp4() -> bytes:
    place = box(b"\xa9xyz", b"\0\x12\x15\xc7+21.0278+105.8342/")
    moov = box(
        b"moov", box(b"mvhd", b"head") + box(b"trak", box(b"tkhd", b"x") + box(b"udta", place)) + box(b"udta", place)
    )
    return (
        box(b"ftyp", b"isom\0\0\0\0") + moov + box(b"uuid", b"x" * 16 + SOMEBODY.encode()) + box(b"mdat", b"pictures")
    )


def packed(parts: Mapping[str, bytes | str], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", method) as package:
        for name, content in parts.items():
            package.writestr(zipfile.ZipInfo(name, (2026, 1, 2, 3, 4, 6)), content, method)
    return out.getvalue()


CORE = f"<cp:coreProperties><dc:title>Kế hoạch</dc:title><dc:creator>{SOMEBODY}</dc:creator><cp:lastModifiedBy>{SOMEBODY}</cp:lastModifiedBy></cp:coreProperties>"
APP = f"<Properties><Template>{SOMEBODY}.dotm</Template><Company>{SOMEBODY}</Company><Manager>{SOMEBODY}</Manager><Pages>1</Pages></Properties>"


def docx(text: str = "Nội dung", **parts: bytes | str) -> bytes:
    body = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in text.split("\n"))
    tracked = f'<w:ins w:id="1" w:author="{SOMEBODY}" w:date="2026-01-01T00:00:00Z"><w:r><w:t>thêm</w:t></w:r></w:ins>'
    return packed(
        {
            "[Content_Types].xml": "<Types/>",
            "word/document.xml": f"<w:document><w:body>{body}<w:p>{tracked}</w:p></w:body></w:document>",
            "word/comments.xml": f'<w:comments><w:comment w:author="{SOMEBODY}" w:initials="NVM"><w:p><w:r><w:t>ghi chú</w:t></w:r></w:p></w:comment></w:comments>',
            "word/media/image1.jpeg": jpeg(6),
            "word/_rels/settings.xml.rels": f'<Relationships><Relationship Id="r1" Type="x/attachedTemplate" Target="file:///C:/Users/{SOMEBODY}/Normal.dotm" TargetMode="External"/></Relationships>',
            "docProps/core.xml": CORE,
            "docProps/app.xml": APP,
            "docProps/custom.xml": f'<Properties><property name="x"><vt:lpwstr>{SOMEBODY}</vt:lpwstr></property></Properties>',
            **parts,
        }
    )


def xlsx(head: str = "Số CMND", value: str = "<v>95123456</v>", shared: bool = False) -> bytes:
    kind = ' t="s"' if shared else ""
    return packed(
        {
            "[Content_Types].xml": "<Types/>",
            "xl/workbook.xml": f'<workbook><x15ac:absPath xmlns:x15ac="x" url="C:\\Users\\{SOMEBODY}\\"/></workbook>',
            "xl/sharedStrings.xml": f"<sst><si><t>{head}</t></si><si><r><t>0912</t></r><r><t>345678</t></r></si></sst>",
            "xl/worksheets/sheet1.xml": f'<worksheet><sheetData><row r="1"><c r="B1" t="s"><v>0</v></c></row><row r="2"><c r="A2"><v>12</v></c><c r="B2"{kind}>{value}</c></row></sheetData></worksheet>',
            "xl/comments1.xml": f"<comments><authors><author>{SOMEBODY}</author></authors><commentList><comment><text><t>ghi chú</t></text></comment></commentList></comments>",
            "docProps/core.xml": CORE,
            "docProps/app.xml": APP,
        }
    )


def odt(text: str = "Nội dung") -> bytes:
    return packed(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"<office:document-content><text:p>{text}</text:p><office:annotation><dc:creator>{SOMEBODY}</dc:creator><text:p>ghi chú</text:p></office:annotation></office:document-content>",
            "meta.xml": f'<office:document-meta><meta:initial-creator>{SOMEBODY}</meta:initial-creator><dc:creator>{SOMEBODY}</dc:creator><meta:template xlink:href="/home/{SOMEBODY}/a.ott"/><meta:user-defined meta:name="x">{SOMEBODY}</meta:user-defined></office:document-meta>',
        },
        zipfile.ZIP_STORED,
    )


def pdf(text: str = "Noi dung", author: str = SOMEBODY, xmp: bool = True, **options: object) -> bytes:
    """A page of text; `packed` hides the author in an object stream, `password` locks the file."""
    writer = PdfWriter()
    page = writer.add_blank_page(400, 400)
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
        }
    )
    stream = StreamObject()
    lines = "".join(f"({line}) Tj T* " for line in text.split("\n"))
    stream.set_data(f"BT /F1 12 Tf 14 TL 20 300 Td {lines}ET".encode("latin-1"))
    page[NameObject("/Resources")] = DictionaryObject(
        {NameObject("/Font"): DictionaryObject({NameObject("/F1"): font})}
    )
    page[NameObject("/Contents")] = writer._add_object(stream)
    if author:
        writer.add_metadata({"/Author": author, "/Title": "Ke hoach"})
        if xmp:
            writer.xmp_metadata = (
                '<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
                f'<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator></rdf:Description>'
                '</rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
            ).encode()
    if options.get("password") is not None:
        writer.encrypt(str(options["password"]), "owner", algorithm="RC4-128")
    out = BytesIO()
    writer.write(out)
    data = out.getvalue()
    if options.get("signed"):
        data += b"\n% /ByteRange [0 1 2 3]\n"
    return data


def packed_pdf() -> bytes:
    """A PDF whose author stands inside a packed object stream, as Adobe's programs write it."""
    info = f"<< /Author ({SOMEBODY}) >>".encode()
    objects = zlib.compress(b"4 0 " + info)
    pieces = [
        b"1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n",
        b"2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n",
        b"3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>\nendobj\n",
        b"5 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream\nendobj\n"
        % (len(objects), objects),
    ]
    out, offsets = b"%PDF-1.5\n", []
    for piece in pieces:
        offsets.append(len(out))
        out += piece
    start = len(out)
    rows = [b"\0" + bytes(4) + b"\0"] + [b"\1" + at.to_bytes(4) + b"\0" for at in offsets[:3]]
    rows += [b"\2" + (5).to_bytes(4) + b"\0", b"\1" + offsets[3].to_bytes(4) + b"\0", b"\1" + start.to_bytes(4) + b"\0"]
    table = zlib.compress(b"".join(rows))
    out += (
        b"6 0 obj\n<< /Type /XRef /Size 7 /W [1 4 1] /Root 1 0 R /Info 4 0 R /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream\nendobj\n"
        % (len(table), table)
    )
    return out + b"startxref\n%d\n%%%%EOF\n" % start
