"""All documents at once: an archive for each language and one for all, with every format, a page that lists them and their
fingerprints.

They hold the current version of each document. An archive is known only when every language is made, and pages that offer it
are written before; so those pages leave a gap for its size and fingerprint, which is filled at the end.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from gettext import NullTranslations
from pathlib import Path

from knowledge import outline, store
from knowledge.downloads import deliveries, leaflets, parcels
from knowledge.downloads.deliveries import Delivery
from knowledge.downloads.leaflets import Item, Part
from knowledge.downloads.printables import Printable
from knowledge.kinds import kind_of
from knowledge.languages import Language, Languages

FOLDER = "documents/"
"""Where the archives lie, from the root of the site."""

MATTER = "documents"
ALL = "all"
"""What stands in the place of a language in the name of what has them all."""

SUMS = "SHA256SUMS"
STORED = (".pdf", ".docx", ".epub")
"""Endings of files that are compressed as they are."""


@dataclass(frozen=True)
class Book:
    """One document in one language."""

    title: str
    words: str
    """Its version and where it stands."""

    language: Language
    files: Sequence[Delivery]


def books(page_id: str, text: Printable, files: Sequence[Delivery]) -> list[Book]:
    """The document on a page, with its files; none for articles and for former versions."""
    if not files or kind_of(page_id).name != "document":
        return []
    return [Book(text.title, " · ".join(text.running[1:3]), text.language, files)]


def named(languages: Languages, matter: str, code: str) -> str:
    """What a file about the whole site is called, without its ending: `our-organisation_documents_fr`."""
    return "_".join(filter(None, (outline.slug(languages.default.site_name), matter, code)))


def address(languages: Languages, code: str) -> str:
    """Where the archive of a language, or of all, lies from the root of the site."""
    return f"{FOLDER}{named(languages, MATTER, code)}.zip"


def packed(books: Iterable[Book], templates: Path, speak: Callable[[Language], NullTranslations]) -> bytes:
    """The archive of some documents; those in several languages lie in a folder for each."""
    shelves: dict[str, list[Book]] = {}
    for book in books:
        shelves.setdefault(book.language.code, []).append(book)
    placed = [
        (f"{code}/{file.name}" if len(shelves) > 1 else file.name, file)
        for code, shelf in shelves.items()
        for book in shelf
        for file in book.files
    ]
    places = {file.address: path for path, file in placed}
    page = leaflets.leaflet(templates, _parts(shelves, places, speak))
    sums = deliveries.sums(replace(file, address=path) for path, file in placed)
    files = {"index.html": page.encode(), SUMS: sums.encode()} | {path: file.kept.read_bytes() for path, file in placed}
    return parcels.packed(files, stored=STORED)


def _parts(
    shelves: dict[str, list[Book]], places: dict[str, str], speak: Callable[[Language], NullTranslations]
) -> Iterator[leaflets.Told]:
    for shelf in shelves.values():
        language = shelf[0].language
        translate = speak(language).gettext
        items = [Item(book.title, book.words, [(places[file.address], file) for file in book.files]) for book in shelf]
        words = translate("Every file can be checked by its fingerprint (SHA-256), which stands below it.")
        yield Part(language, translate("Documents"), words, items), speak(language)


def kept(cache: Path, archive: bytes) -> Path:
    """Where an archive lies until it is published."""
    return store.kept(cache / "sets" / f"{store.digest(archive)}.zip", lambda: archive)


def filled(page: str, archive: Delivery, size: str) -> str:
    """A page whose gaps for an archive, if it has any, say its size in words and its fingerprint."""
    for gap, words in (("size", size), ("digest", archive.digest)):
        page = page.replace(f' data-{gap}="{archive.address}">', f">{words}")
    return page
