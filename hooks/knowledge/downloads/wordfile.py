"""A text as a Word document: to be edited, filled in and reused, with real headings, footnotes and tables.

Pandoc writes the text. Styles, header, footer and properties are ours, from the parts in `word/`; what Pandoc leaves undone
for texts that run from right to left (tables in particular) is done here. Nobody's name gets into the file.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from string import Template
from xml.sax.saxutils import escape

import typst
from lxml import etree

from knowledge import bidi, markup
from knowledge.downloads import openings, pandoc, parcels
from knowledge.downloads.paper import Paper
from knowledge.downloads.printables import Printable

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
"""Where the format defines its kinds of relations, and what a package is."""

NEEDLESS = ("docProps/custom.xml", "word/comments.xml", "word/webSettings.xml", "word/theme/theme1.xml", "word/fontTable.xml")
"""Parts of Pandoc's document that say nothing about ours."""

FIELD = '<w:r>{look}<w:fldChar w:fldCharType="begin"/></w:r><w:r>{look}<w:instrText xml:space="preserve"> {name} </w:instrText></w:r><w:r>{look}<w:fldChar w:fldCharType="separate"/></w:r><w:r>{look}<w:t>1</w:t></w:r><w:r>{look}<w:fldChar w:fldCharType="end"/></w:r>'
PAGE = (
    '<w:headerReference w:type="default" r:id="rIdHeader"/><w:footerReference w:type="default" r:id="rIdFooter"/>'
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1700" w:right="1644" w:bottom="1600" w:left="1644" '
    'w:header="800" w:footer="700" w:gutter="0"/>'
)
"""A4, in twentieths of a point, with margins of 29 mm beside the text."""

RECIPE = "1"
"""The number counts changes to this file."""
