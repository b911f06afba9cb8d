"""A text as PDF: set by Typst, tagged for those who hear it (the target is PDF/UA-1), packed tightly by qpdf.

The template `document.typ` decides how it looks; this room says what it holds. Nothing of the machine, the day or the
folder it was made in gets into the file.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from importlib.metadata import version
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pikepdf
import segno
import typst

from knowledge import bidi, markup
from knowledge.downloads import pandoc
from knowledge.downloads.paper import Paper
from knowledge.downloads.printables import Printable
from knowledge.fields import Unfit

HYPHENATED = {"en", "fr"}
"""Primary tags of languages whose long words are broken at the end of a line."""

TYPE = {"ltr": {"size": 10.2, "leading": 0.72, "space": 1.1}, "rtl": {"size": 11.2, "leading": 0.92, "space": 1.3}}
"""Points of the text, and what lies between lines and between paragraphs, in letter heights: Arabic needs more of each."""

HELD = {"\u2019": "\ue019", "\u2018": "\ue018"}
"""Marks that Pandoc would straighten for Typst to bend them again, and what stands for them meanwhile."""

HEAD = b'#import "document.typ": *\n#show: sheet\n'

RECIPE = " ".join([*(version(name) for name in ("typst", "pikepdf", "segno")), "3"])
"""What the bytes depend on besides the text, the template, the fonts and Pandoc."""


@dataclass(frozen=True)
class Setter:
    """Sets texts with one template and one set of typefaces, both read once."""

    templates: Path
    fonts: Path

    @cached_property
    def typefaces(self) -> typst.Fonts:
        """Ours, and those of Typst for a sign that ours lack; none of the machine."""
        return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[self.fonts])

    @cached_property
    def template(self) -> bytes:
        """The file that decides how a page looks."""
        return (self.templates / "document.typ").read_bytes()

    def made(self, printable: Printable, paper: Paper) -> bytes:
        """The file; raises Unfit when the text cannot be set."""
        body = self._body(paper.html)
        words = json.dumps(said(printable, paper), ensure_ascii=False)
        with TemporaryDirectory() as folder:
            for plate in paper.plates:
                Path(folder, plate.name).write_bytes(plate.data)
            try:
                return packed(self._set(body, words, Path(folder), moment(printable)))
            except (typst.TypstError, RuntimeError) as fault:
                reason = getattr(fault, "message", str(fault))
                raise Unfit(f"Typst says: {reason}", "take out what it names, or write it more simply") from fault

    def _body(self, html: str) -> bytes:
        """The text as Typst reads it, each quotation mark the one that was written."""
        for mark, held in HELD.items():
            html = html.replace(mark, held)
        body = pandoc.convert(html, "typst", self.templates / "print.lua", pandoc.RAISED).decode()
        for mark, held in HELD.items():
            body = body.replace(held, mark)
        return body.encode()

    def _set(self, body: bytes, words: str, folder: Path, day: datetime) -> bytes:
        """The file as Typst makes it; the folder holds the pictures, and nothing outside it can be read."""
        files: Any = {"main.typ": HEAD + body, "document.typ": self.template}
        compiler: Any = typst.Compiler(root=folder, font_paths=self.typefaces)
        made: bytes = compiler.compile(
            files, format="pdf", pdf_standards=["ua-1"], sys_inputs={"said": words}, timestamp=day
        )
        return made


def said(printable: Printable, paper: Paper) -> dict[str, Any]:
    """What the template is told about a text."""
    language, words = printable.language, printable.words
    return TYPE[language.direction] | {
        "language": language.locale.language,
        "region": language.locale.territory,
        "direction": language.direction,
        "hyphenate": language.locale.language in HYPHENATED,
        "title": pieces(printable.title),
        "summary": pieces(printable.summary),
        "publisher": pieces(language.site_name),
        "state": pieces(printable.state),
        "draft": printable.draft,
        "running": [pieces(part) for part in printable.running],
        "facts": [[pieces(label), pieces(value)] for label, value in printable.facts],
        "address": printable.address,
        "page": words["page"],
        "contents": words["contents"],
        "code": code(printable.address, "svg").decode(),
        "dots": list(code(printable.address, "png")),
        "code-words": words["code"] % {"address": printable.address},
        "day": {"year": printable.day.year, "month": printable.day.month, "day": printable.day.day},
        "long": paper.long,
        "numbered": paper.numbered,
    }


def pieces(words: str) -> list[str]:
    """Words and islands in turn, beginning and ending with words."""
    return markup.split(words, bidi.ISLAND)


def code(address: str, kind: str) -> bytes:
    """A QR code that leads to an address, with the quiet edge that readers of it need.

    Lines (`svg`) are sharp at any size; dots (`png`) lie in a file once, on however many pages they stand.
    """
    out, how = BytesIO(), {"scale": 8} if kind == "png" else {"light": "#fff", "xmldecl": False, "nl": False}
    segno.make(address, error="m", micro=False).save(out, kind=kind, border=2, **how)
    return out.getvalue()


def moment(printable: Printable) -> datetime:
    """The moment that stands for the day of a text."""
    return datetime(printable.day.year, printable.day.month, printable.day.day, tzinfo=UTC)


def packed(pdf: bytes) -> bytes:
    """The same document in fewer bytes, the same every time."""
    out = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as document:
        document.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
    return out.getvalue()
