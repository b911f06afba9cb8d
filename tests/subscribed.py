"""A small site with articles and documents in three languages, and what its readers can subscribe to."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tests.conftest import ROOT
from tests.documents.versions import remembered
from tests.drafts import draft
from tests.site.writing import REVIEWED, page

from knowledge import feeds, strings
from knowledge.atom import Item
from knowledge.catalogue import Catalogue
from knowledge.feeds import Offer
from knowledge.languages import Language

HOST = "https://host/kb/"


def article(title: str, day: str = "2026-02-03", **fields: object) -> str:
    return page(title, "Text.", **{"date": day, "topics": ["water"], **fields})


def document(title: str, version: int = 1, effective: str = "", reviewed: str = REVIEWED) -> str:
    """A document in force since a day, or else a draft."""
    adopted = {"status": "in-force", "effective": effective, "adopted_by": "The board"}
    stands = adopted if effective else {"status": "draft"}
    return page(
        title, identifier="travel" if title == "Travel" else "gifts", reviewed=reviewed, version=version, **stands
    )


WRITTEN: dict[str, str | bytes] = {
    "topics/water/index.md": page("Water", reviewed="2026-01-07", order=1),
    "topics/water/index.ar.md": page("المياه"),
    "topics/press/index.md": page("Press", reviewed="2026-01-08", order=2),
    "people/ana/index.md": page("Ana", role="Adviser", reviewed=REVIEWED),
    "people/ana/index.ar.md": page("آنا", role="مستشارة"),
    "news/2026/index.md": page("2026", reviewed=REVIEWED),
    "news/2026/wells/index.md": article("Wells", authors=["ana"], topics=["water", "press"]),
    "news/2026/wells/index.ar.md": page("الآبار"),
    "news/2026/rain/index.md": article("Rain", "2026-02-05"),
    "policies/index.md": page("Policies", reviewed=REVIEWED),
    "policies/gifts/index.md": document("Gifts", 1, "2026-01-06"),
    "policies/gifts/index.fr.md": page("Cadeaux", adopted_by="Le conseil"),
    "policies/travel/index.md": document("Travel", reviewed="2026-01-09"),
}

FILES = dict(remembered(WRITTEN, "policies/gifts"))


TODAY = date(2026, 6, 15)


def offers(catalogue: Catalogue, reader: Language, site_url: str = HOST, today: date = TODAY) -> dict[str, Offer]:
    """The feeds of a language by where they lie."""
    words = strings.translations(ROOT / "overrides/locales", reader.code).gettext
    return {offer.path: offer for offer in feeds.offers(catalogue, reader, site_url, words, today)}


def read(folder: Path, files: dict[str, str | bytes]) -> Catalogue:
    """The catalogue of files whose frozen versions have no digests."""
    return draft(folder, files)[0]


def items(catalogue: Catalogue, reader: Language, path: str) -> list[Item]:
    return list(offers(catalogue, reader)[reader.root + path].feed.items)


def titles(catalogue: Catalogue, reader: Language, path: str) -> list[str]:
    return [item.title for item in items(catalogue, reader, path)]
