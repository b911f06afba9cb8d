"""Whether the pages fit together: links, anchors, pictures, pages named in front matter, placeholders."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from difflib import get_close_matches

from knowledge import facts, links
from knowledge.catalogue import Catalogue
from knowledge.entries import Entry
from knowledge.fields import References
from knowledge.problems import Problem
from knowledge.sources import Source


def check(catalogue: Catalogue, sources: list[Source]) -> Iterator[Problem]:
    """Everything that does not fit, in every file that could be read (`sources`), typed or not."""
    place = _place(catalogue, sources)
    for file in sources:
        found = links.links(file.body, file.body_line)
        yield from links.check(file.shown, file.page_id, file.language, found, place)
        yield from _placeholders(file, catalogue.facts)
    for entry in catalogue.entries.values():
        yield from _references(entry, catalogue)
        yield from _picture(entry, catalogue)


def _place(catalogue: Catalogue, sources: list[Source]) -> links.Place:
    """A page that could not be typed is still a page one may link to, with anchors unknown."""
    anchors: dict[str, dict[str, links.Anchors]] = {file.page_id: {} for file in sources}
    for file in sources:
        entry = catalogue.entries.get(file.page_id)
        text = entry and entry.texts.get(file.language)
        anchors[file.page_id][file.language] = {heading.id for heading in text.headings} if text else None
    for entry in catalogue.entries.values():
        originals_first = anchors[entry.id]
        anchors[entry.id] = {code: originals_first[code] for code in sorted(originals_first, key=entry.original.__ne__)}
    return links.Place(catalogue.languages, anchors, catalogue.assets)


def _references(entry: Entry, catalogue: Catalogue) -> Iterator[Problem]:
    text = entry.texts[entry.original]
    for item in fields(entry.kind.record):
        reader = item.metadata["reader"]
        if isinstance(reader, References):
            for name in getattr(text.record, item.name):
                if not catalogue.find(reader.kind, name):
                    yield _unknown(text.source, item.name, name, reader.kind, catalogue)


def _unknown(file: Source, field: str, name: str, kind: str, catalogue: Catalogue) -> Problem:
    ids = [entry.id for entry in catalogue.of_kind(kind)]
    names = sorted(page_id.rpartition("/")[2] for page_id in ids)
    near = get_close_matches(name, [*names, *ids], 1, 0.6)
    cure = f"write one of {', '.join(names)}" if names else f"write the page of that {kind} first"
    return file.problem(field, f"there is no {kind} {name!r}", f"did you mean {near[0]}?" if near else cure)


def _picture(entry: Entry, catalogue: Catalogue) -> Iterator[Problem]:
    image = getattr(entry.record, "image", "")
    if image and f"{entry.id}/{image}" not in catalogue.assets:
        beside = [name.rpartition("/")[2] for name in catalogue.assets if name.startswith(f"{entry.id}/")]
        near = get_close_matches(image, beside, 1, 0.5)
        cure = f"did you mean {near[0]}?" if near else "put the picture in the folder of the page"
        yield entry.texts[entry.original].source.problem("image", f"there is no {image} beside this page", cure)


def _placeholders(file: Source, known: facts.Facts) -> Iterator[Problem]:
    for line, what, cure in facts.unknown(file.body, file.body_line, known):
        yield file.problem("fact", what, cure, line)
    for name, value in file.matter.values.items():
        for _, what, cure in facts.unknown(str(value), 1, known):
            yield file.problem(name, what, cure)
