"""The search index of a language: only the words of its own texts, no chrome, no copies from other languages.

Pagefind does the indexing, with the stemmer of the language. Each page is handed to it as a slim document of its own, so
that published pages carry nothing for search.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Protocol

from lxml import html
from lxml.html import HtmlElement, builder

from knowledge import indexing, wordforms
from knowledge.catalogue import Catalogue
from knowledge.downloads import parcels
from knowledge.entries import Entry, Text
from knowledge.languages import Language

OTHER = "page"
"""The filter under which kinds without one of their own are found."""

FILTERED = {"document", "article", "topic", "person"}

FIRST = ("document", "topic", OTHER, "person", "article")
"""What search finds, the more lasting first."""

NOTHING = "export const search = async () => ({ results: [] });\n"
"""What the search page loads in a language without a page to find: Pagefind refuses to index none."""


SPARE = re.compile(r"-ui\.|-highlight\.js")
"""Parts of an index that no page of ours loads."""


class Kept(Protocol):
    """Remembers what is made of some ingredients."""

    def __call__(self, *ingredients: str, make: Callable[[], bytes]) -> bytes:
        """What was made of them before, else what `make` makes now."""


@dataclass(frozen=True)
class Finding:
    """One page as search knows it."""

    page_id: str
    """Its address from the root of the language; Pagefind adds where its bundle lies."""

    document: str
    """The whole slim HTML document."""


def findings(
    catalogue: Catalogue,
    language: Language,
    site: Path,
    applied: Collection[str] = frozenset(),
    kept: Kept = lambda *_, make: make(),
) -> Iterator[Finding]:
    """Every page of a language that search finds, read from the finished site in the folder `site`.

    Former versions are found only while they apply (`applied`, by id). `kept` remembers what was made of a page before.

    Of pages that fit a query equally well, readers see those first that come first here: what binds, topics, then the rest.
    """
    for entry in sorted(catalogue.entries.values(), key=lambda entry: FIRST.index(filters(entry)["kind"][0])):
        text = entry.texts.get(language.code)
        if text and (entry.kind.found or entry.id in applied):
            page = (site / language.url(entry.id) / "index.html").read_text("utf-8")
            made = kept(page, repr((entry, text)), make=partial(_slim, page, entry, text))
            yield Finding(entry.id, made.decode())


def _slim(page: str, entry: Entry, text: Text) -> bytes:
    return slim(page, entry, text).encode()


def slim(page: str, entry: Entry, text: Text) -> str:
    """The part of a finished page that search reads: its title, summary and text, and what it can be filtered by."""
    root = html.document_fromstring(page)
    title = text.record.title
    if entry.kind.name == "version":
        title = root.findtext(".//title", "").rpartition(" – ")[0]
    body = builder.E.main(builder.E.h1(title), builder.E.p(text.record.summary))
    for part in root.iterfind(".//article/div[@class='text md-typeset']"):
        body.extend(list(part))
    for fact in ("role", "phone", "email"):
        if value := getattr(text.record, fact, ""):
            body.append(builder.E.p(value))
    code = text.language.code
    for meta, texts in (("names", [text.record.title, text.record.summary]), ("forms", body.itertext())):
        forms = " ".join(wordforms.bare(" ".join(texts), code))
        body.append(builder.E.meta({"data-pagefind-meta": f"{meta}[content]", "content": forms}))
    for name, values in filters(entry).items():
        for value in values:
            mark = builder.E.span()
            mark.set("data-pagefind-filter", f"{name}:{value}")
            body.append(mark)
    return _document(body, text.language, entry)


def _document(body: HtmlElement, language: Language, entry: Entry) -> str:
    body.set("data-pagefind-body", "")
    body.set("data-pagefind-meta", f"kind:{filters(entry)['kind'][0]}")
    whole = builder.E.html(builder.E.body(body), lang=language.code)
    return "<!doctype html>" + str(html.tostring(whole, encoding="unicode"))


def filters(entry: Entry) -> dict[str, list[str]]:
    """What a page can be filtered by: its kind, and the ids of its topics, regions and year."""
    name = {"version": "document"}.get(entry.kind.name, entry.kind.name)
    name = name if name in FILTERED else OTHER
    found = {"kind": [name]}
    for facet in ("topic", "region"):
        names = [f"{facet}s/{other.rpartition('/')[2]}" for other in getattr(entry.record, f"{facet}s", ())]
        found[facet] = [entry.id] if entry.kind.name == facet else names
    if entry.kind.name == "article":
        found["year"] = [entry.id.rpartition("/")[0]]
    return found


def index(found: Iterable[Finding], language: Language, folder: Path, kept: Kept = lambda *_, make: make()) -> None:
    """Writes the index of a language into `folder`, the one that `kept` remembers when no page of it changed.

    Raises indexing.Refused, with what Pagefind said, when it fails.
    """
    pages = [(f"{finding.page_id}/" if finding.page_id else "", finding.document) for finding in found]
    code = language.code.partition("-")[0]

    def made() -> bytes:
        files = indexing.files(pages, code) if pages else {"pagefind.js": NOTHING.encode()}
        return parcels.packed({name: data for name, data in files.items() if not SPARE.search(name)})

    for name, data in parcels.unpacked(kept(code, repr(pages), make=made)).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
