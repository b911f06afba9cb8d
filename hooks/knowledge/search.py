"""The search index of a language: only the words of its own texts, no chrome, no copies from other languages.

Pagefind does the indexing, with the stemmer of the language. Each page is handed to it as a slim document of its own, so
that published pages carry nothing for search.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import html
from lxml.html import HtmlElement, builder

from knowledge import indexing, wordforms
from knowledge.catalogue import Catalogue
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


@dataclass(frozen=True)
class Finding:
    """One page as search knows it."""

    page_id: str
    """Its address from the root of the language; Pagefind adds where its bundle lies."""

    document: str
    """The whole slim HTML document."""


def findings(
    catalogue: Catalogue, language: Language, site: Path, applied: Collection[str] = frozenset()
) -> Iterator[Finding]:
    """Every page of a language that search finds, read from the finished site in the folder `site`.

    Former versions are found only while they apply (`applied`, by id).

    Of pages that fit a query equally well, readers see those first that come first here: what binds, topics, then the rest.
    """
    for entry in sorted(catalogue.entries.values(), key=lambda entry: FIRST.index(filters(entry)["kind"][0])):
        text = entry.texts.get(language.code)
        if text and (entry.kind.found or entry.id in applied):
            page = (site / language.url(entry.id) / "index.html").read_text("utf-8")
            yield Finding(entry.id, slim(page, entry, text))


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


def index(found: Iterable[Finding], language: Language, folder: Path) -> None:
    """Writes the index of a language into `folder`; raises indexing.Refused, with what Pagefind said, when it fails."""
    pages = [(f"{finding.page_id}/" if finding.page_id else "", finding.document) for finding in found]
    made = indexing.files(pages, language.code.partition("-")[0]) if pages else {"pagefind.js": NOTHING.encode()}
    for name, data in made.items():
        if not SPARE.search(name):
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(data)
