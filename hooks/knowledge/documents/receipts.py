"""The receipt that partners and new staff sign after reading a text: as data for a page to print, and as a file to keep.

It says which text was read, down to the digest of its words, so that nobody can say later that it was another one. It is made
in the reader's language and filled in by hand: the site asks nothing, so it collects nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from knowledge import typography
from knowledge.documents import editions, plaintext
from knowledge.documents.editions import Edition
from knowledge.documents.standing import EQUAL
from knowledge.entries import Text
from knowledge.languages import Language

Translate = Callable[[str], str]

BLANK = "_" * 40
"""Room to write by hand, in plain text."""

MARK = "\ufeff"
"""Begins the file, so that old editors and browsers read it as UTF-8 instead of guessing."""


@dataclass(frozen=True)
class Row:
    """One thing that a receipt states of the text."""

    term: str
    value: str
    direction: str
    """`ltr` or `rtl`: that of the value, which may be a code, an address or a title in another language."""

    language: str
    """The code of the language of the value; `""` for codes and addresses."""


@dataclass(frozen=True)
class Receipt:
    """A receipt of one text, in the words of one reader's language."""

    title: str
    """What the paper is."""

    reader: Language
    """The language of everything but the title of the text."""

    rows: tuple[Row, ...]
    """Which text it is about."""

    sentence: str
    """What is signed."""

    blanks: tuple[str, ...]
    """What is filled in by hand."""

    notice: str
    """That nothing is collected."""

    colon: str
    """A term and its value in one line, as `%(term)s: %(value)s`."""

    file_name: str
    """What the plain-text file is called."""


def receipt(edition: Edition, text: Text, reader: Language, address: str, digest: str, translate: Translate) -> Receipt:
    """The receipt of a text at an absolute `address`.

    `digest` is that of the whole text (`digests.whole`); `translate` speaks the reader's language.
    """
    return _Desk(edition, text, reader, translate).receipt(address, digest)


def text(receipt: Receipt) -> str:
    """The receipt as a file of plain text, right in any editor: every line keeps its order by itself."""
    direction = receipt.reader.direction
    stated = [_line(receipt, row.term, _value(row, direction)) for row in receipt.rows]
    blank = [_line(receipt, term, BLANK) for term in receipt.blanks]
    parts = [[receipt.title], stated, [receipt.sentence], *([line] for line in blank), [receipt.notice]]
    blocks = ("\n".join(plaintext.line(words, direction) for words in part) for part in parts)
    return MARK + "\n\n".join(blocks) + "\n"


def _value(row: Row, direction: str) -> str:
    """A value at the end of its line: spaces part an address from isolates there, where nobody sees them."""
    return row.value if row.direction == direction else plaintext.isolate(f" {row.value} ", row.direction, direction)


def _line(receipt: Receipt, term: str, value: str) -> str:
    return receipt.colon % {"term": term, "value": value}


@dataclass(frozen=True)
class _Desk:
    """Where a receipt is written."""

    edition: Edition
    text: Text
    reader: Language
    translate: Translate

    def receipt(self, address: str, digest: str) -> Receipt:
        notice = self.translate(
            "Nothing is collected: the site sends nothing and keeps nothing of what you write. Print or save this "
            "receipt, sign it, and give it to whoever asked you for it."
        )
        signed = self.translate("I have read the text named above, in this version and in this language.")
        return Receipt(
            title=self._set(self.translate("Acknowledgement of reading")),
            reader=self.reader,
            rows=(*self._text(), *self._proof(address, digest)),
            sentence=self._set(signed),
            blanks=tuple(map(self._set, self._blanks())),
            notice=self._set(notice),
            colon=self._set(self.translate("%(term)s: %(value)s")),
            file_name=f"{self.text.record.identifier}_v{self.edition.version}_{self.text.language.code}_receipt.txt",
        )

    def _text(self) -> Iterator[Row]:
        """Which text, which version, which language."""
        edition, language = self.edition, self.text.language
        yield Row(self._set(self.translate("Title")), self.text.record.title, language.direction, language.code)
        yield self._code(self.translate("Identifier"), self.text.record.identifier)
        yield self._row(self.translate("Version"), self.reader.number(edition.version))
        yield self._row(self.translate("Status"), editions.words(edition.state, self.translate))
        if edition.since:
            yield self._row(self.translate("Effective from"), self.reader.date(edition.since))
        if edition.until:
            yield self._row(self.translate("No longer in force from"), self.reader.date(edition.until))
        yield self._row(self.translate("Language of the text"), self.reader.name_of(language))
        if prevailing := self._prevailing():
            yield self._row(self.translate("Text that prevails"), prevailing)

    def _proof(self, address: str, digest: str) -> Iterator[Row]:
        """Where the text stands, and how to prove that it is this one."""
        yield self._code(self.translate("Address"), address)
        yield self._code(self.translate("Digest of its words (SHA-256)"), digest)

    def _blanks(self) -> tuple[str, ...]:
        return (
            self.translate("Organisation"),
            self.translate("Name"),
            self.translate("Role"),
            self.translate("Place"),
            self.translate("Date"),
            self.translate("Signature"),
        )

    def _prevailing(self) -> str:
        """The language whose text prevails; `""` when nothing is said of it."""
        code = self.text.record.prevails
        if code == EQUAL:
            return self.translate("All languages equally")
        found = self.edition.entry.texts.get(code)
        return self.reader.name_of(found.language) if found else ""

    def _row(self, term: str, value: str) -> Row:
        return Row(self._set(term), self._set(value), self.reader.direction, self.reader.code)

    def _code(self, term: str, value: str) -> Row:
        return Row(self._set(term), value, "ltr", "")

    def _set(self, words: str) -> str:
        return typography.setter(self.reader.code)(words)
