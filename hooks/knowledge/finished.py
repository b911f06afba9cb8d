"""Finished articles: when one is the same as in the last build, it need not be made again.

Only pages whose number grows with the archive are remembered. A page is known by the digest of everything that shows on it:
what all pages share (an *epoch*: program, templates, settings, every page that is no article), the article itself, its
neighbours as cards, and where each of its links and pictures leads.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from knowledge import press, store
from knowledge.catalogue import Catalogue
from knowledge.chrome import View
from knowledge.entries import Entry
from knowledge.fragments import Setting
from knowledge.languages import Language
from knowledge.shelf import Shelf

ADDRESS = re.compile(r'\s(?:href|src)="([^"]*)"')


def settings(config: Mapping[str, Any], root: Path) -> str:
    """What a configuration says, wherever the folder `root` of the site lies and the site goes.

    Of plugins and other objects only what they are, for they say the rest elsewhere.
    """
    said = {name: _plain(value, f"{root}/") for name, value in sorted(config.items()) if name != "site_dir"}
    return json.dumps(said)


def _plain(value: Any, root: str) -> Any:
    if isinstance(value, Mapping):
        return {str(name): _plain(inner, root) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(inner, root) for inner in value]
    if isinstance(value, str):
        return value.removeprefix(root)
    if isinstance(value, date):
        return value.isoformat()
    return value if isinstance(value, int | float | None) else type(value).__name__


def epoch(catalogue: Catalogue, reader: Language, *shared: str) -> str:
    """The digest of what all articles of a language share; `shared` is what else goes into it."""
    pages = [_said(entry) for entry in catalogue.entries.values() if entry.kind.name != "article"]
    written = any(reader.code in entry.texts for entry in catalogue.of_kind("article"))
    known = map(repr, (catalogue.languages, reader, catalogue.facts, written, press.able()))
    return store.digest(*known, *shared, *pages)


def records(shared: str, catalogue: Catalogue) -> str:
    """The digest of what all articles say of themselves, and of the files there are.

    While it is the same, a text that is the same makes the same page.
    """
    said = [_said(entry) for entry in catalogue.of_kind("article")]
    return store.digest(shared, repr(catalogue.album), repr(sorted(catalogue.assets)), *said)


def documents(shared: str, catalogue: Catalogue, today: date) -> str:
    """The digest of what all pages made for documents share: every document as a whole, and which pages there are."""
    texts = [repr(text.source) for entry in catalogue.of_kind("document", "version") for text in entry.texts.values()]
    pages = repr([(entry.id, list(entry.texts)) for entry in catalogue.entries.values()])
    cleaned = repr(sorted((path, place.name) for path, place in catalogue.supplements.kept.items()))
    files = (repr(catalogue.album), repr(sorted(catalogue.assets)), cleaned)
    return store.digest(shared, today.isoformat(), pages, *files, repr(catalogue.ledgers), *texts)


def language(shared: str, catalogue: Catalogue, reader: Language, today: date) -> str:
    """The digest of all that shows in a language: everything but what articles say in other languages."""
    bodies = [
        repr((text.source.path, text.source.body, text.body))
        for entry in catalogue.entries.values()
        for code, text in entry.texts.items()
        if code == reader.code or entry.kind.name != "article"
    ]
    return store.digest(documents(shared, catalogue, today), records(shared, catalogue), *bodies)


def _said(entry: Entry) -> str:
    """What other pages show of a page: never its body."""
    return repr((entry, [(code, text.record, text.draft) for code, text in entry.texts.items()]))


def is_kept(entry: Entry) -> bool:
    """Whether a page is remembered: an article that nobody can take away as a file, and that lists none."""
    return entry.kind.name == "article" and not entry.record.downloads and not entry.record.attachments


def key(shared: str, view: View, shelf: Shelf, clean: str, setting: Setting) -> str:
    """The digest of everything that shows on the page of an article; `clean` is its body, `shared` the epoch."""
    entry = view.entry
    near = (shelf.beside(entry), shelf.related(entry))
    return store.digest(shared, repr(view), repr(entry.record), repr(near), clean, *outcomes(clean, setting))


def outcomes(clean: str, setting: Setting) -> Iterator[str]:
    """Where the relative addresses of a body lead in a setting."""
    for written in map(unescape, ADDRESS.findall(clean)):
        parts = urlsplit(written)
        if parts.path and not parts.scheme and not parts.netloc:
            found = setting.lead(unquote(parts.path))
            yield repr((found, setting.find(found or written)))


def listing(shared: str, view: View, pages: int) -> str:
    """The digest of what all further pages of a list share."""
    return store.digest(shared, repr(view), str(pages))


def further(listing: str, cards: Iterable[object], number: int) -> str:
    """The digest of everything that shows on one of them."""
    return store.digest(listing, repr(list(cards)), str(number))
