"""Names of pages and languages as they stand in a summary, each leading to where it can be looked at.

Without the address of a preview or of the host they are words alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from knowledge.languages import Language
from knowledge.problems import Problem
from knowledge.reviews.account import Link
from knowledge.reviews.inventory import Inventory


@dataclass(frozen=True)
class Signposts:
    """Where the pages of a site can be looked at."""

    after: Inventory
    preview: str = ""
    """The address of a preview, ending in a slash."""

    host: str = ""
    """The address of the project's files on its host, ending in a slash."""

    def titled(self, page_id: str, code: str = "") -> Link:
        """A page by its title, in a language or in its first one."""
        entry = self.after.catalogue.entries.get(page_id)
        return self.seen(page_id, code or (entry.original if entry else ""), self.after.title(page_id, code))

    def seen(self, page_id: str, code: str, words: str, anchor: str = "") -> Link:
        """Words that lead to a page of the preview."""
        language = self._language(code)
        url = language.url(page_id) if language else ""
        return Link(words, f"{self.preview}{url}{anchor}" if self.preview and language else "")

    def at(self, url: str) -> Link:
        """A page by its address."""
        return Link(url or "/", f"{self.preview}{url}" if self.preview else "")

    def _language(self, code: str) -> Language | None:
        return self.after.site.languages.by_code.get(code)

    def name(self, code: str) -> str:
        """A language in English, as these words are."""
        language = self._language(code)
        return (language.locale.get_language_name("en") if language else None) or code

    def names(self, codes: Iterable[str]) -> str:
        """Languages in a row."""
        *others, last = [self.name(code) for code in codes]
        return f"{', '.join(others)} and {last}" if others else last

    def line(self, problem: Problem) -> Link:
        """The line of a problem; hosts show lines of Markdown only in the plain file."""
        address = f"{self.host}{problem.path}?plain=1#L{problem.line}" if self.host else ""
        return Link(f"{problem.path}:{problem.line}", address)
