"""Files as offices make them: each says "SECRET" wherever a program writes down who made it."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZipFile

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf
from PIL import Image, PngImagePlugin

SECRET = b"SECRET"
JPEG_2000 = b"\0\0\0\x0cjP  \r\n\x87\n" + b"\0\0\0\x0exml SECRET" + b"\0\0\0\x0cjp2cdots"
"""A picture of another kind, in name only: a box that says who took it, and one with its dots."""

CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>SECRET</dc:creator>'
    "<cp:lastModifiedBy>SECRET</cp:lastModifiedBy></cp:coreProperties>"
)
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
RELATIONS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/"
X = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
X15AC = 'xmlns:x15ac="http://schemas.microsoft.com/office/spreadsheetml/2010/11/ac"'
ODF = "urn:oasis:names:tc:opendocument:xmlns"
OPEN = (
    f'xmlns:office="{ODF}:office:1.0" xmlns:text="{ODF}:text:1.0" xmlns:draw="{ODF}:drawing:1.0" xmlns:script="{ODF}:script:1.0"'
    f' xmlns:style="{ODF}:style:1.0" xmlns:config="{ODF}:config:1.0" xmlns:manifest="{ODF}:manifest:1.0"'
    ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:officeooo="http://openoffice.org/2009/office"'
)
"""Whose the elements of each format are."""

TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{}</Types>'


def photo(kind: str = "JPEG") -> bytes:
    """A picture that says who took it, twice, and has another hidden behind it."""
    exif = Image.Exif()
    exif[0x013B] = "SECRET"
    out, drawn = BytesIO(), Image.radial_gradient("L").convert("RGB")
    if kind == "PNG":
        said = PngImagePlugin.PngInfo()
        said.add_text("Author", "SECRET")
        drawn.save(out, "PNG", exif=exif.tobytes(), pnginfo=said)
    else:
        drawn.save(out, "JPEG", exif=exif.tobytes(), comment=b"SECRET", progressive=True, icc_profile=b"colours")
    return out.getvalue() + SECRET


def pdf(changed: Mapping[str, object] | None = None, note: Dictionary | None = None) -> bytes:
    """A page with a photo; `changed` is set at the root, `note` lies on the page."""
    made = Pdf.new()
    page = made.add_blank_page(page_size=(200, 200))
    picture = made.make_stream(photo(), Type=Name.XObject, Subtype=Name.Image, Width=256, Height=256)
    picture.Filter, picture.ColorSpace, picture.BitsPerComponent = Name.DCTDecode, Name.DeviceRGB, 8
    page.Resources = Dictionary(XObject=Dictionary(P=picture))
    page.Contents = made.make_stream(b"q 100 0 0 100 0 0 cm /P Do Q")
    page.PieceInfo = Dictionary(SECRET=Dictionary())
    made.docinfo["/Author"] = "SECRET"
    made.Root.Metadata = made.make_stream(b"<x>SECRET</x>")
    made.attachments["SECRET.txt"] = SECRET
    if note is not None:
        page.Annots = Array([made.make_indirect(note)])
    for key, value in (changed or {}).items():
        made.Root[key] = value
    out = BytesIO()
    made.save(out, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return out.getvalue()


def word(**changed: str | bytes) -> bytes:
    """A letter with a photo; keywords name further parts, `_` for a point and `__` for a slash."""
    relations = (
        f'<Relationship Id="r1" Type="{OFFICE}attachedTemplate" Target="file:///C:/SECRET.dotm" TargetMode="External"/>'
    )
    files: dict[str, str | bytes] = {
        "[Content_Types].xml": TYPES.format('<Override PartName="/customXml/item1.xml" ContentType="x"/>'),
        "word/document.xml": f'<w:document {W}><w:body><w:p w:rsidR="SECRET"><w:r><w:t>A letter.</w:t></w:r></w:p></w:body>'
        "</w:document>",
        "word/settings.xml": f"<w:settings {W}><!-- SECRET -->"
        '<w:attachedTemplate x="SECRET"/><w:rsids><w:rsid w:val="SECRET"/></w:rsids>'
        '<w:docVars><w:docVar w:name="SECRET"/></w:docVars><w:mailMerge><w:query w:val="SECRET"/></w:mailMerge></w:settings>',
        "word/_rels/settings.xml.rels": RELATIONS.format(relations),
        "word/_rels/document.xml.rels": RELATIONS.format(
            f'<Relationship Id="r2" Type="{OFFICE}customXml" Target="../customXml/item1.xml"/>'
            f'<Relationship Id="r3" Type="{OFFICE}hyperlink" Target="https://example.org/" TargetMode="External"/>'
        ),
        "_rels/.rels": RELATIONS.format(
            f'<Relationship Id="r4" Type="{PACKAGE}core-properties" Target="docProps/core.xml"/>'
            f'<Relationship Id="r5" Type="{OFFICE}extended-properties" Target="docProps/app.xml"/>'
            f'<Relationship Id="r6" Type="{OFFICE}custom-properties" Target="docProps/custom.xml"/>'
        ),
        "word/people.xml": "<people><person>SECRET</person></people>",
        "word/media/image1.jpeg": photo(),
        "word/media/image2.png": photo("PNG"),
        "customXml/item1.xml": "<a>SECRET</a>",
        "docProps/core.xml": CORE,
        "docProps/app.xml": "<Properties><Company>SECRET</Company></Properties>",
        "docProps/custom.xml": "<Properties><p>SECRET</p></Properties>",
        "docProps/thumbnail.jpeg": photo(),
    }
    return packed(files | _named(changed))


def _named(changed: Mapping[str, str | bytes]) -> dict[str, str | bytes]:
    """Parts by their names, which as keywords have `__` for a slash and `_` for a point."""
    spelt = {name: name if "." in name else name.replace("__", "/").replace("_", ".") for name in changed}
    return {spelt[name]: part for name, part in changed.items()}


def table(**changed: str | bytes) -> bytes:
    """A workbook that remembers where it was saved, who has it open, who renewed it and on what it is printed."""
    files: dict[str, str | bytes] = {
        "[Content_Types].xml": TYPES.format(""),
        "xl/workbook.xml": f'<workbook {X} {X15AC}><x15ac:absPath url="C:\\SECRET\\"/><fileSharing userName="SECRET"/>'
        '<customWorkbookViews><customWorkbookView name="SECRET - Personal View"/></customWorkbookViews></workbook>',
        "xl/worksheets/sheet1.xml": f'<worksheet {X} xmlns:r="{OFFICE[:-1]}"><pageSetup orientation="portrait" r:id="rId1"/>'
        "</worksheet>",
        "xl/worksheets/_rels/sheet1.xml.rels": RELATIONS.format(
            f'<Relationship Id="rId1" Type="{OFFICE}printerSettings" Target="../printerSettings/printerSettings1.bin"/>'
        ),
        "xl/printerSettings/printerSettings1.bin": SECRET,
        "xl/pivotCache/pivotCacheDefinition1.xml": f'<pivotCacheDefinition {X} refreshedBy="SECRET" refreshedVersion="8"/>',
        "docProps/core.xml": CORE,
    }
    return packed(files | _named(changed))


def slides() -> bytes:
    """A presentation that remembers who changed which slide, and what it counts as in an office."""
    files: dict[str, str | bytes] = {
        "[Content_Types].xml": TYPES.format(
            '<Override PartName="/ppt/changesInfos/changesInfo1.xml" ContentType="x"/>'
        ),
        "ppt/presentation.xml": '<p:presentation xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"/>',
        "ppt/_rels/presentation.xml.rels": RELATIONS.format(
            f'<Relationship Id="rId1" Type="{OFFICE}x" Target="changesInfos/changesInfo1.xml"/>'
        ),
        "ppt/changesInfos/changesInfo1.xml": '<p1510:chgInfo name="SECRET"/>',
        "ppt/revisionInfo.xml": '<p1510:revInfo v="SECRET"/>',
        "docMetadata/LabelInfo.xml": '<clbl:label siteId="SECRET"/>',
    }
    return packed(files | {"docProps/core.xml": CORE})


def opendocument(**changed: str | bytes) -> bytes:
    """A text of LibreOffice."""
    files: dict[str, str | bytes] = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": f"<office:document-content {OPEN}><text:p>A text.</text:p></office:document-content>",
        "styles.xml": f'<style:style {OPEN} officeooo:rsid="SECRET" style:name="x"/>',
        "Thumbnails/thumbnail.png": SECRET,
        "Object 1/meta.xml": "<office:document-meta><dc:creator>SECRET</dc:creator></office:document-meta>",
        "meta.xml": "<office:document-meta><dc:creator>SECRET</dc:creator></office:document-meta>",
        "settings.xml": f'<s {OPEN}><config:config-item config:name="PrinterName" config:type="string">SECRET'
        "</config:config-item></s>",
        "Pictures/a.jpg": photo(),
        "META-INF/manifest.xml": f'<manifest:manifest {OPEN}><manifest:file-entry manifest:full-path="Thumbnails/thumbnail.png"/>'
        "</manifest:manifest>",
    }
    return packed(files | _named(changed))


def packed(files: Mapping[str, str | bytes]) -> bytes:
    """An archive."""
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()
