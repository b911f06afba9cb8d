"""A text as an e-book (EPUB 3) for telephones and e-readers, in the reader's own size of type.

Pandoc writes it with our template, which says the direction of every page; what Pandoc leaves out of the package is added:
the day, the publisher, and a typeface for scripts that e-readers often show badly.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from xml.sax.saxutils import escape

from babel.core import get_global

from knowledge import fonts
from knowledge.downloads import openings, pandoc, parcels, plates
from knowledge.downloads.paper import Paper
from knowledge.downloads.printables import Printable
from knowledge.languages import Language

EMBEDDED = {"Arab": "arabic"}
"""Files of the typeface that go into an e-book, by script (ISO 15924): about 45 KB; Latin letters are well set everywhere."""

PACKAGE, STYLE = "EPUB/content.opf", "EPUB/styles/stylesheet1.css"

NOTE = re.compile(rb'<aside [^>]*\bid="fn(\d+)">\s*<p>')
"""Where a footnote begins, to which Pandoc gives no number."""

RECIPE = "1"
"""The number counts changes to this file."""


@dataclass(frozen=True)
class Setter:
    """Makes e-books with one template."""

    templates: Path
    cache: Path
    """Where the fonts that the site cuts are kept."""

    @cached_property
    def style(self) -> bytes:
        """How a page looks, as far as an e-reader leaves it to us."""
        return (self.templates / "epub.css").read_bytes()

    def made(self, printable: Printable, paper: Paper) -> bytes:
        """The file; raises Unfit when Pandoc cannot make it."""
        html = openings.opening(printable) + plates.inlaid(paper.html, paper.plates)
        written = pandoc.convert(html, "epub3", self.templates / "print.lua", *self._options(printable))
        files = parcels.unpacked(written)
        typefaces = self._typefaces(printable.language)
        package = _package(files[PACKAGE].decode(), printable, list(typefaces))
        files |= {PACKAGE: package.encode(), STYLE: self.style + _faces(typefaces).encode()}
        files |= {name: NOTE.sub(rb'\g<0><span class="note">\1</span> ', page) for name, page in _pages(files)}
        files |= {f"EPUB/fonts/{name}": data for name, data in typefaces.items()}
        return parcels.packed(files)

    def _options(self, printable: Printable) -> list[str]:
        language = printable.language
        said = {
            "title": printable.title,
            "lang": language.code,
            "dir": language.direction,
            "page-progression-direction": language.direction,
            "identifier": printable.urn,
            "publisher": language.site_name,
            "description": printable.summary,
            "date": printable.day.isoformat(),
            "toc-title": printable.words["contents"],
        }
        shown = {
            "direction": language.direction,
            "name": f"{printable.title} ({printable.identifier})",
            "running": " · ".join(printable.running),
        }
        return [
            "--split-level=2",
            "--epub-title-page=false",
            f"--template={self.templates / 'epub.xhtml'}",
            *(f"--metadata={name}={words}" for name, words in said.items()),
            *(f"--variable={name}={escape(words)}" for name, words in shown.items()),
        ]

    def _typefaces(self, language: Language) -> dict[str, bytes]:
        wanted = EMBEDDED.get(script(language))
        files = fonts.files(self.cache) if wanted else {}
        return {name: data for name, data in files.items() if wanted in name.split("-")}


def script(language: Language) -> str:
    """The script a language is written in, as its tag says or as CLDR expects: `Arab`, `Latn`."""
    likely = get_global("likely_subtags").get(language.locale.language, "").split("_")
    return str(language.locale.script or (likely[1] if len(likely) > 1 else ""))


def _pages(files: dict[str, bytes]) -> list[tuple[str, bytes]]:
    return [(name, page) for name, page in files.items() if name.startswith("EPUB/text/")]


def _package(package: str, printable: Printable, typefaces: list[str]) -> str:
    """What the e-book says about itself, with the day of the text and everything that is in it."""
    day = f'<meta property="dcterms:modified">{printable.day.isoformat()}T00:00:00Z</meta>'
    package = re.sub(r'<meta property="dcterms:modified">[^<]*</meta>', day, package)
    items = "".join(
        f'<item id="font{place}" href="fonts/{name}" media-type="font/woff2" />' for place, name in enumerate(typefaces)
    )
    return package.replace("</manifest>", f"{items}</manifest>")


def _faces(typefaces: dict[str, bytes]) -> str:
    """The rules that let a page use the typefaces."""
    rules = [
        f'@font-face {{ font-family: "{fonts.FAMILY}"; font-weight: {700 if "bold" in name else 400}; '
        f'src: url("../fonts/{name}") format("woff2"); }}\n'
        for name in typefaces
    ]
    return "".join([*rules, f'body {{ font-family: "{fonts.FAMILY}", sans-serif; }}\n'] if rules else [])
