"""From files to entries: the texts of one page brought together, typed, with the facts of the source file.

The source file is the one the others were translated from: the first language's, unless a translation says
`translated_from: ar`. It carries the facts; translations carry only words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from difflib import get_close_matches
from functools import cached_property, partial
from typing import Any

from knowledge import origins, outline, typography
from knowledge.documents.clauses import Clause, clause_id, clauses
from knowledge.editing.drafts import Draft
from knowledge.facts import Facts, fill
from knowledge.fields import Unfit
from knowledge.kinds import Kind, kind_of
from knowledge.languages import Language, Languages
from knowledge.outline import Heading
from knowledge.problems import Problem
from knowledge.prose import prose
from knowledge.recollection import Recollection
from knowledge.records import Document, Record
from knowledge.sources import Source


@dataclass(frozen=True)
class Text:
    """One page in one language."""

    language: Language
    record: Any
    """Its words, with the facts of the source file: an instance of the kind's record class."""

    source: Source
    headings: list[Heading] = field(repr=False)
    """With the ids they have on the page."""

    draft: Draft | None = None
    """Why it is not published yet; only in a preview."""

    @cached_property
    def clauses(self) -> list[Clause]:
        """The numbered clauses of a document, as written; none for other pages and for a text without numbers."""
        return clauses(self.source.body, self.source.body_line) if isinstance(self.record, Document) else []

    @cached_property
    def anchors(self) -> set[str]:
        """Every id on the page that a link may name."""
        written = {match["id"] for match in outline.WRITTEN.finditer(prose(self.source.body))}
        moved = {clause_id(old) for old, _ in getattr(self.record, "renumbered", ())}
        return {heading.id for heading in self.headings} | {clause.id for clause in self.clauses} | written | moved

    @cached_property
    def body(self) -> str:
        """The Markdown, its heading ids written out."""
        return outline.stamped(self.source.body, self.headings, self.source.body_line)


@dataclass(frozen=True)
class Entry:
    """One page in all its languages."""

    id: str
    """Its folder, the same in every language; `""` is the home page."""

    kind: Kind
    original: str
    """The code of the language the page was first written in: its facts stand there."""

    texts: Mapping[str, Text] = field(repr=False)
    """By language code, the original first."""

    def text(self, code: str) -> Text:
        """The text for a reader of this language: theirs, else the original."""
        return self.texts.get(code) or self.texts[self.original]

    def url(self, reader: Language) -> str:
        """Where that reader finds it, from the root of the site.

        An untranslated page is shown inside the reader's chrome; an untranslated article stays where it is.
        """
        shown = reader if self.kind.copied else self.text(reader.code).language
        return shown.url(self.id)

    @property
    def record(self) -> Any:
        """The record of the original: for facts, which are the same in every language."""
        return self.texts[self.original].record


def build(
    sources: Iterable[Source], languages: Languages, facts: Facts, known: Recollection | None = None
) -> tuple[dict[str, Entry], list[Problem]]:
    """Every entry by id, in the order of ids, and what there is to mend; entries that cannot be typed are left out."""
    by_page: dict[str, list[Source]] = defaultdict(list)
    for source in sources:
        by_page[source.page_id].append(source)
    known = known or Recollection()
    shared = (known.same("languages", languages), known.same("facts", facts))
    built = [
        known.kept("page", page_id, (files, *shared), partial(_Builder(*shared).page, page_id, files))
        for page_id, files in sorted(by_page.items())
    ]
    return {entry.id: entry for entry, _ in built if entry}, [fault for _, faults in built for fault in faults]


@dataclass
class _Builder:
    """Builds entries and gathers the problems met on the way."""

    languages: Languages
    facts: Facts
    problems: list[Problem] = field(default_factory=list)

    def page(self, page_id: str, files: list[Source]) -> tuple[Entry | None, list[Problem]]:
        return self.entry(page_id, files), self.problems

    def entry(self, page_id: str, files: list[Source]) -> Entry | None:
        kind = kind_of(page_id)
        original, self.problems = origins.original(files, self.languages)
        headings = outline.with_ids(outline.outline(original.body, original.body_line))
        self.problems += outline.check(original.shown, original.body, original.body_line, headings)
        given = self._values(original, kind, None)
        shared = {name: value for name, value in given.items() if name in kind.facts}
        texts = {}
        for file in sorted(files, key=lambda file: (file is not original, file.language)):
            own = file is original
            values = given if own else shared | self._values(file, kind, original)
            outlined = headings if own else self._translated(file, original, headings)
            record = self._record(file, kind, values, original)
            if record:
                texts[file.language] = Text(self.languages[file.language], record, file, outlined)
        return Entry(page_id, kind, original.language, texts) if original.language in texts else None

    def _translated(self, file: Source, original: Source, headings: list[Heading]) -> list[Heading]:
        ours = outline.outline(file.body, file.body_line)
        self.problems += outline.check(file.shown, file.body, file.body_line, ours)
        if file.matter.values.get("adapted") is True and "adapted" in kind_of(file.page_id).words:
            return outline.with_ids(ours)
        readable = file.matter.values and original.matter.values  # else that is what is told
        numbered = issubclass(kind_of(file.page_id).record, Document) and clauses(original.body)  # parity sees to those
        if readable and not numbered:
            self.problems += outline.compare(file.shown, ours, original.shown, headings)
        return outline.with_ids(ours, headings)

    def _values(self, file: Source, kind: Kind, original: Source | None) -> dict[str, Any]:
        """The fields of one file as typed values; `original` is the source file when this is a translation."""
        values = {}
        for name, line in file.matter.repeated:
            self.problems.append(file.problem(name, "it is written twice", "keep one", line))
        for name, value in file.matter.values.items():
            if fault := self._misplaced(name, kind, original):
                self.problems.append(file.problem(name, *fault))
                continue
            values[name] = self._typed(file, name, value, kind)
        return values

    def _misplaced(self, name: str, kind: Kind, original: Source | None) -> tuple[str, str] | None:
        known = kind.words | kind.facts
        if name not in known:
            near = get_close_matches(name, known, 1, 0.6)
            cure = f"did you mean {near[0]}?" if near else f"this page can have {', '.join(sorted(known))}"
            return "there is no such field", cure
        if original and name in kind.facts:
            return "a translation carries only words", f"delete it: it comes from {original.shown}"
        return None

    def _typed(self, file: Source, name: str, value: Any, kind: Kind) -> Any:
        item = next(item for item in fields(kind.record) if item.name == name)
        if isinstance(value, str):
            value = fill(value, file.language, self.facts)
        if value is None:
            cure = "write its value" + ", or delete the line" * (name not in kind.needed)
            self.problems.append(file.problem(name, "nothing stands behind the colon", cure))
            return None
        try:
            fit = item.metadata["reader"](value)
            words = item.metadata["translated"] and isinstance(fit, str)
            return typography.setter(file.language)(fit) if words else fit
        except Unfit as fault:
            self.problems.append(file.problem(name, fault.what, fault.cure))
            return None

    def _record(self, file: Source, kind: Kind, values: dict[str, Any], original: Source) -> Record | None:
        """The typed record; None when something needed is missing or unfit (which is then a problem)."""
        needed = list(kind.needed)
        if values.get("image"):
            needed.append("image_alt")
        missing = [name for name in needed if name not in values]
        own = missing if file is original else [name for name in missing if name in kind.words]
        if file.matter.values:
            self.problems += [file.problem(name, "this field is needed", self._cure(name, kind, file)) for name in own]
        if missing or any(values[name] is None for name in needed):
            return None
        return kind.record(**{name: value for name, value in values.items() if value is not None})

    def _cure(self, name: str, kind: Kind, file: Source) -> str:
        orphan = name in kind.facts and file.language != self.languages.default.code
        hint = (
            f"; if this is a translation, its source {self.languages.default.file_name()} is missing" if orphan else ""
        )
        return f"write {name}: and its value{hint}"
