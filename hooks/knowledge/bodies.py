"""The bodies of texts as HTML: each Markdown text is converted once, whatever pages and languages show it.

A page, the copy of it that readers of another language get, a comparison of two languages and a list of clauses all start
from the same clean HTML and are finished for where they stand and who reads.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from markdown import Markdown

from knowledge import facts, safety
from knowledge.documents import fulltext
from knowledge.documents.fulltext import Words
from knowledge.entries import Text
from knowledge.facts import Facts


@dataclass
class Bodies:
    """The clean HTML of every text that was asked for."""

    markdown: Markdown
    """The converter, with the extensions of the site."""

    facts: Facts
    kept: Callable[[str, Callable[[], str]], str] = lambda _, make: make()
    """What was made of a Markdown text before, else made now."""

    _known: dict[str, str] = field(default_factory=dict, init=False, repr=False)
    _words: dict[str, Words] = field(default_factory=dict, init=False, repr=False)

    def clean(self, text: Text) -> str:
        """The body of a text as HTML that is safe to show; links still as the editor wrote them."""
        if text.source.path not in self._known:
            self._known[text.source.path] = self._converted(text)
        return self._known[text.source.path]

    def words(self, text: Text) -> Words:
        """The words of a document as readers see them, clause by clause."""
        if text.source.path not in self._words:
            self._words[text.source.path] = fulltext.read(self.clean(text))
        return self._words[text.source.path]

    def _converted(self, text: Text) -> str:
        filled = facts.fill(text.body, text.language.code, self.facts)
        return self.kept(filled, lambda: converted(self.markdown, filled))


def converted(markdown: Markdown, body: str) -> str:
    """Markdown as HTML that is safe to show."""
    html: str = markdown.reset().convert(body)
    return safety.clean(html)
