"""The feeds of one language: its newest articles, those of each topic, and what is new in the documents.

They are made from the catalogue, so that they hold the articles written in the language and none that is merely offered
to its readers. A feed is there before its first entry: whoever subscribes to a topic is told when something comes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice

from knowledge import news, typography
from knowledge.atom import Author, Category, Feed, Item
from knowledge.cards import card
from knowledge.catalogue import Catalogue
from knowledge.documents import changes
from knowledge.documents.changes import Change
from knowledge.entries import Entry
from knowledge.languages import Language
from knowledge.sitemap import changed

LONGEST = 20
"""Entries of a feed: months of articles in a few kilobytes."""

TOPICS, POLICIES = "topics", "policies"
"""The pages that list all topics and all documents."""

Translate = Callable[[str], str]


@dataclass(frozen=True)
class Offer:
    """A feed and where readers meet it."""

    page_id: str
    """The page whose feed it is; `""` for the feed that every page offers."""

    path: str
    """Where it lies, from the root of the site."""

    feed: Feed


def offers(catalogue: Catalogue, reader: Language, site_url: str, translate: Translate, today: date) -> list[Offer]:
    """Every feed of a language; none for a site without an absolute `site_url`, which Atom needs.

    `translate` gives the chrome's words in that language. News feeds need an article in any language, the feed of
    changes a document; `today` decides which of its versions have taken effect.
    """
    return list(_Desk(catalogue, reader, site_url, translate, today).offers()) if site_url else []


def offered(found: Iterable[Offer], page_id: str) -> list[Offer]:
    """The feeds that a page offers: the one of the site, and its own."""
    return [offer for offer in found if offer.page_id in ("", page_id)]


@dataclass(frozen=True)
class _Desk:
    """Where the feeds of one language are made."""

    catalogue: Catalogue
    reader: Language
    site_url: str
    translate: Translate
    today: date

    def offers(self) -> Iterator[Offer]:
        if articles := news.articles(self.catalogue):
            home, about = self.catalogue.entries[""], self.reader.site_description
            yield self._offer(home, self.reader, self.reader.site_name, about, self._news(articles))
            for topic in self.catalogue.of_kind("topic"):
                shown, items = card(topic, self.reader), self._news(news.listed(articles, topic))
                yield self._offer(topic, shown.language, self._named(shown.title), shown.summary, items)
        hub = self.catalogue.entries.get(POLICIES)
        if hub and (found := changes.changes(self.catalogue, self.today)):
            yield self._changes(hub, map(self._change, found))

    def _changes(self, hub: Entry, items: Iterable[Item]) -> Offer:
        """The feed of changes in documents, beside the page that lists them."""
        title = self._named(self.translate("Policy changes"))
        about = self._set(self.translate("What is new in the documents that bind us and our partners."))
        return self._offer(hub, self.reader, title, about, items)

    def _named(self, title: str) -> str:
        return f"{title} – {self.reader.site_name}" if self.reader.site_name else title

    def _offer(self, page: Entry, text: Language, title: str, about: str, items: Iterable[Item]) -> Offer:
        """A feed beside its page; without an entry it is as old as the last review of that page."""
        newest = list(islice(items, LONGEST))
        updated = max((item.updated for item in newest), default=page.record.reviewed)
        path, place = f"{self.reader.url(page.id)}feed.xml", self.site_url + self.reader.url(page.id)
        author = Author(self.reader.site_name, self.site_url + self.reader.root)
        feed = Feed(self.site_url + path, place, self.reader, text, title, about, author, updated, newest)
        return Offer(page.id, path, feed)

    def _news(self, found: Iterable[Entry]) -> Iterator[Item]:
        """The articles that have a text in this language, in the order given."""
        return (self._article(entry) for entry in found if self.reader.code in entry.texts)

    def _article(self, entry: Entry) -> Item:
        """An article as an entry of a feed.

        Its id is its address: a folder and a language, which never change once published, and no title. RFC 4287, 4.2.6,
        wants ids permanent and unique, and allows any absolute address. Only a new `site_url` changes them: a `tag:` (RFC
        4151) would be made from it too, and feed readers then show the newest entries once more.
        """
        url, record = self.site_url + self.reader.url(entry.id), entry.text(self.reader.code).record
        authors, topics = self._authors(record.authors), self._topics(record.topics)
        return Item(url, url, self.reader, record.title, record.summary, changed(entry), record.date, authors, topics)

    def _authors(self, names: Iterable[str]) -> list[Author]:
        people = [self.catalogue.find("person", name) for name in names]
        signed = [card(person, self.reader) for person in people if person]
        named = [Author(person.title, self.site_url + person.url) for person in signed]
        return named or [Author(self.translate("Editorial team"))]

    def _topics(self, names: Iterable[str]) -> list[Category]:
        found = [self.catalogue.find("topic", name) for name in names]
        return [self._category(topic) for topic in found if topic]

    def _category(self, topic: Entry) -> Category:
        shown, term = card(topic, self.reader), topic.id.rpartition("/")[2]
        return Category(term, f"{self.site_url}{TOPICS}/", shown.title, shown.language)

    def _change(self, change: Change) -> Item:
        """A step in the life of a document as an entry of a feed; its id has the version and the state, so each is news.

        A document binds readers whose language it is not written in too: they are told of it, but not in its words.
        """
        shown, document = card(change.edition.entry, self.reader), self.site_url + self.reader.url(change.document.id)
        told = changes.sentence(change, self.reader, self.translate)
        other = self.translate("The text is in %(language)s.") % {"language": self.reader.name_of(shown.language)}
        summary = f"{self._set(told)} {self._set(other) if shown.foreign else shown.summary}"
        place = self.site_url + shown.url
        return Item(f"{document}#{change.id}", place, shown.language, shown.title, summary, change.day)

    def _set(self, words: str) -> str:
        return typography.setter(self.reader.code)(words)
