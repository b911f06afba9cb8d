"""What readers of a translation are told where its source has moved on: at the clause, in their own language.

The rest of the page stays trusted: exactly the clauses that changed are marked, each with a link to the source and the words
that changed there. A former version is not updated any more: there, readers are told how the translation stood when it closed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from lxml.html import HtmlElement, builder

from knowledge import markup, typography
from knowledge.documents import redline, sections
from knowledge.documents.citations import spoken
from knowledge.documents.clauses import clause_id, depth
from knowledge.documents.freshness import Change, Staleness
from knowledge.documents.redline import Piece
from knowledge.languages import Language


@dataclass(frozen=True)
class Marker:
    """Marks a translation for one reader."""

    reader: Language
    source: Language
    """The language of the text that changed."""

    place: str
    """The page of that text, from the page that is marked."""

    translate: Callable[[str], str]
    fill: Callable[[str], str]
    """Writes facts out in the language of the source."""

    closed: bool = False
    """Whether the text is a former version."""

    def mark(self, root: HtmlElement, found: dict[str, HtmlElement], late: Staleness, order: list[str]) -> None:
        """Every clause that changed says so; one that is new stands at its place, untranslated and marked.

        `found` has the sections of the translation, `order` the numbers of the source.
        """
        self.note_all(found, late)
        for number, change in late.clauses.items():
            if number in order and number not in found and number not in late.moved.values():
                gap = builder.E.section(self.note(number, change), {"id": clause_id(number), "data-clause": number})
                gap.set("class", "clause absent")
                sections.insert(root, found, number, order, gap)

    def note_all(self, found: Mapping[str, HtmlElement], late: Staleness) -> None:
        """Every clause that is there and changed says so; one that moved and changed, where the translation still has it."""
        former = {new: old for old, new in late.moved.items()}
        for number, change in late.clauses.items():
            here = number if number in found else former.get(number, "")
            if here in found:
                sections.note(found[here], self.note(number, change))

    def note(self, number: str, change: Change) -> HtmlElement:
        """The note at one clause."""
        values = {
            "language": self.reader.name_of(self.source),
            "clause": spoken(number, self.reader.code, self.translate),
        }
        saying = self.was(number, change.kind) if self.closed else self.saying(number, change.kind)
        said = builder.E.p(saying % values, " ")
        if change.kind != "removed":
            link = builder.E.a(self.translate("Read in %(language)s: %(clause)s") % values)
            link.set("href", f"{self.place}#{clause_id(number)}")
            link.set("hreflang", self.source.code)
            said.append(link)
        note = builder.E.div(said, {"class": "stale", "data-notice": "outdated"})
        note.set("lang", self.reader.code)
        note.set("dir", self.reader.direction)
        typography.apply(note, self.reader.code)
        pieces = redline.compare(self.fill(change.before), self.fill(change.after))
        if change.kind == "changed" and any(piece.mark for piece in pieces):
            note.append(self.difference(pieces))
        return note

    def saying(self, number: str, kind: str) -> str:
        """What happened to a clause, or to the words that open a section, for its kind of change."""
        if kind == "added":
            return self.translate("New in the text in %(language)s and being translated: %(clause)s.")
        if depth(number) == 1:
            return {
                "changed": self.translate(
                    "The opening of this section is being updated: the text in %(language)s has changed."
                ),
                "removed": self.translate("This section is being updated: the text in %(language)s no longer has it."),
            }[kind]
        return {
            "changed": self.translate("This clause is being updated: the text in %(language)s has changed."),
            "removed": self.translate("This clause is being updated: the text in %(language)s no longer has it."),
        }[kind]

    def was(self, number: str, kind: str) -> str:
        """The same of a former version: how the translation stood when it was closed, and will stand for ever."""
        if kind == "added":
            return self.translate("Not translated when this version was closed: %(clause)s.")
        if depth(number) == 1:
            return {
                "changed": self.translate(
                    "When this version was closed, the opening of this section was behind the text in %(language)s."
                ),
                "removed": self.translate(
                    "When this version was closed, the text in %(language)s no longer had this section."
                ),
            }[kind]
        return {
            "changed": self.translate(
                "When this version was closed, this clause was behind the text in %(language)s."
            ),
            "removed": self.translate("When this version was closed, the text in %(language)s no longer had this clause."),
        }[kind]

    def difference(self, pieces: list[Piece]) -> HtmlElement:
        """The words that changed in the source, to open on request."""
        words = markup.parse(str(redline.html(pieces)))
        words.tag = "p"
        words.set("class", "redline")
        words.set("lang", self.source.code)
        words.set("dir", self.source.direction)
        return builder.E.details(builder.E.summary(self.translate("What has changed")), words)
