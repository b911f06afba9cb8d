"""Parts of a Word document are brought into order without losing any of their words."""

from __future__ import annotations

from lxml import etree

from knowledge.downloads import wordparts

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
OPEN = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
CLOSE = "<w:sectPr/></w:body></w:document>"


def right(body: str, mirrored: bool = True) -> etree._Element:
    return etree.fromstring(wordparts.set_right(f"{OPEN}{body}{CLOSE}".encode(), mirrored))


def test_a_table_is_mirrored_behind_its_style() -> None:
    table = '<w:tbl><w:tblPr><w:tblStyle w:val="Table"/><w:tblW w:w="0"/></w:tblPr></w:tbl>'
    names = [etree.QName(child).localname for child in next(right(table).iter(f"{W}tblPr"))]
    assert names == ["tblStyle", "bidiVisual", "tblW"]
    assert right(table, mirrored=False).find(f".//{W}bidiVisual") is None


def test_what_does_not_say_that_it_runs_from_right_to_left_says_that_it_does_not() -> None:
    found = right('<w:p/><w:p><w:pPr><w:bidi/><w:jc w:val="start"/></w:pPr></w:p>').iter(f"{W}bidi")
    assert [mark.get(f"{W}val") for mark in found][:2] == ["0", None]


def test_code_never_runs_from_right_to_left() -> None:
    run = '<w:r><w:rPr><w:rStyle w:val="VerbatimChar"/><w:rtl/></w:rPr></w:r>'
    code = f'<w:p><w:pPr><w:pStyle w:val="SourceCode"/><w:bidi/></w:pPr>{run}</w:p>'
    root = right(code)
    assert root.find(f".//{W}p/{W}pPr/{W}bidi").get(f"{W}val") == "0"  # type: ignore[union-attr]
    assert root.find(f".//{W}rtl") is None


def test_lists_stand_below_the_words_of_their_clause() -> None:
    item = '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/></w:numPr></w:pPr></w:p>'
    clause = '<w:p><w:pPr><w:pStyle w:val="Clause2lead"/></w:pPr></w:p>'
    heading = '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr></w:p>'
    found = right(item + clause + item + heading + item, mirrored=False).iter(f"{W}ind")
    assert [mark.get(f"{W}left") for mark in found] == ["360", "1494", "360"]


def test_a_page_has_a_header_a_footer_and_a_size() -> None:
    page = right("").find(f".//{W}sectPr")
    assert page is not None
    assert [etree.QName(child).localname for child in page] == [
        "headerReference",
        "footerReference",
        "pgSz",
        "pgMar",
        "bidi",
    ]


def test_parts_left_out_are_not_listed() -> None:
    listed = "".join(f'<Relationship Id="{name}" Target="{name}.xml"/>' for name in ("comments", "styles"))
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    relations = f'<Relationships xmlns="{space}">{listed}</Relationships>'.encode()
    root = etree.fromstring(wordparts.registered("word/_rels/document.xml.rels", relations))
    assert [entry.get("Target") for entry in root] == ["styles.xml", "header.xml", "footer.xml"]
