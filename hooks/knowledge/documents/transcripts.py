"""A text as it read on the day it was frozen, ready to lie one folder deeper and never to change again.

Facts are filled in, because they change later; addresses are rewritten for their new place; and whatever the text shows is
copied beside it. A link of the document to itself leads to the same version.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from posixpath import basename, dirname, join, normpath, relpath
from urllib.parse import unquote

from knowledge import outline
from knowledge.catalogue import Catalogue
from knowledge.documents.addresses import relocated
from knowledge.documents.ledgers import Base
from knowledge.documents.rewriting import Changes, rewritten
from knowledge.entries import Entry, Text
from knowledge.facts import fill
from knowledge.links import links
from knowledge.outline import Heading
from knowledge.sources import Source


@dataclass(frozen=True)
class Transcript:
    """One document on its way into the folder of its version."""

    catalogue: Catalogue
    entry: Entry
    """The document."""

    @property
    def folder(self) -> str:
        """The id of the frozen version."""
        return f"{self.entry.id}/v{self.entry.record.version}"

    def file(self, text: Text, written: str) -> str:
        """The file of a text (`written` as it is, with line ends of one kind) as it is frozen."""
        head = rewritten(written, self._fields(text.source)).removesuffix(text.source.body)
        stamped = outline.stamped(text.source.body, _changing(text), text.source.body_line)
        return head + self._passage(stamped, text.language.code)

    def _fields(self, source: Source) -> Changes:
        """The fields with facts in them, filled in; and no place in the menu."""
        words = {name: value for name, value in source.matter.values.items() if isinstance(value, str)}
        filled = {name: fill(value, source.language, self.catalogue.facts) for name, value in words.items()}
        return {name: value for name, value in filled.items() if value != words[name]} | {"menu": None}

    def _passage(self, words: str, language: str) -> str:
        """Words of the document as they stand in its version."""
        return relocated(fill(words, language, self.catalogue.facts), self.entry.id, self._place)

    def base(self, base: Base) -> Base:
        """What a translation was made from, in the words of the version: so that what was up to date stays so."""
        source = self.entry.texts.get(base.source)
        ids = {f"{'#' * heading.level} {heading.text}": heading.id for heading in (_changing(source) if source else ())}

        def moved(words: str) -> str:
            lines = (f"{line} {{#{ids[line]}}}" if line in ids else line for line in words.split("\n"))
            return self._passage("\n".join(lines), base.source)

        title, summary, start, annexes = map(moved, (base.title, base.summary, base.start, base.annexes))
        clauses = {number: moved(words) for number, words in base.clauses.items()}
        return replace(base, title=title, summary=summary, start=start, clauses=clauses, annexes=annexes)

    def _place(self, path: str) -> str:
        """A path from the content folder as it is written in the folder of the version."""
        if not path.endswith(".md"):
            return self._beside(path)
        return basename(path) if dirname(path) == self.entry.id else relpath(path, self.folder)

    def _beside(self, asset: str) -> str:
        """What a file is called in the folder of the version; one from elsewhere is called by its whole path."""
        return basename(asset) if dirname(asset) == self.entry.id else asset.replace("/", "-")

    def files(self) -> dict[str, str]:
        """The files that are attached or that the texts show or lead to, with the variants of languages, and names there."""
        listed = (normpath(join(self.entry.id, said.file)) for said in self.entry.record.attachments)
        found = {path: self._beside(path) for path in listed}
        for text in self.entry.texts.values():
            body = fill(text.source.body, text.language.code, self.catalogue.facts)
            for link in links(body):
                path = normpath(join(self.entry.id, unquote(link.destination.partition("#")[0])))
                stem, _, ending = path.rpartition(".")
                names = (f"{stem}.{ending}", *(f"{stem}.{code}.{ending}" for code in self.catalogue.languages.by_code))
                found |= {name: self._beside(name) for name in names if name in self.catalogue.assets}
        return found


def _changing(text: Text) -> list[Heading]:
    """Headings with facts in them: their ids were made from the facts' names, and are written out to stay so."""
    return [heading for heading in text.headings if "{{" in heading.text and not heading.written]
