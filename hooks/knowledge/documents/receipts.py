"""The receipt that partners and new staff sign after reading a text: as data for a page to print, and as a file to keep.

It says which text was read, down to the digest of its words, so that nobody can say later that it was another one. It is made
in the reader's language and filled in by hand: the site asks nothing, so it collects nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from knowledge import typography
from knowledge.documents import plaintext
from knowledge.documents.dossier import Dossier
from knowledge.languages import Language

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


def receipt(dossier: Dossier, digest: str) -> Receipt:
    """The receipt of the text that a reader gets; `digest` is that of the whole text (`digests.whole`)."""
    return _Desk(dossier).receipt(digest)


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

    dossier: Dossier

    def receipt(self, digest: str) -> Receipt:
        text, version = self.dossier.text, self.dossier.edition.version
        notice = self.translate(
            "Nothing is collected: the site sends nothing and keeps nothing of what you write. Print or save this "
            "receipt, sign it, and give it to whoever asked you for it."
        )
        return Receipt(
            title=self.translate("Acknowledgement of reading"),
            reader=self.dossier.reader,
            rows=tuple(self._rows(digest)),
            sentence=self.translate("I have read the text named above, in this version and in this language."),
            blanks=self._blanks(),
            notice=notice,
            colon=self.translate("%(term)s: %(value)s"),
            file_name=f"{text.record.identifier}_v{version}_{text.language.code}_receipt.txt",
        )

    def _rows(self, digest: str) -> Iterator[Row]:
        """Which text, which version, which language, where it stands, and how to prove that it is this one."""
        dossier, record, language = self.dossier, self.dossier.text.record, self.dossier.text.language
        yield Row(self.translate("Title"), record.title, language.direction, language.code)
        yield Row(self.translate("Identifier"), record.identifier, "ltr", "")
        yield self._row(self.translate("Version"), dossier.reader.number(dossier.edition.version))
        for term, value in dossier.standing:
            yield self._row(term, value)
        yield self._row(self.translate("Language of the text"), dossier.reader.name_of(language))
        yield Row(self.translate("Address"), dossier.address, "ltr", "")
        yield Row(self.translate("Digest of its words (SHA-256)"), digest, "ltr", "")

    def _blanks(self) -> tuple[str, ...]:
        return (
            self.translate("Organisation"),
            self.translate("Name"),
            self.translate("Role"),
            self.translate("Place"),
            self.translate("Date"),
            self.translate("Signature"),
        )

    def translate(self, words: str) -> str:
        """Words of the chrome in the reader's language, with the spaces it wants."""
        return typography.setter(self.dossier.reader.code)(self.dossier.translate(words))

    def _row(self, term: str, value: str) -> Row:
        reader = self.dossier.reader
        return Row(term, typography.setter(reader.code)(value), reader.direction, reader.code)
