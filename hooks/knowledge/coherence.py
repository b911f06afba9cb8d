"""Whether the pages fit together: links, anchors, pictures, pages named in front matter, placeholders."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import fields, replace
from difflib import get_close_matches
from functools import partial
from typing import Any

from knowledge import facts, hosts, links
from knowledge.attachments import cleaning
from knowledge.catalogue import Catalogue
from knowledge.fields import PICTURE, References, Unfit, picture
from knowledge.kinds import kind_of
from knowledge.problems import Problem
from knowledge.prose import line_of
from knowledge.recollection import Recollection
from knowledge.sources import Source


def check(catalogue: Catalogue, sources: list[Source], known: Recollection | None = None) -> Iterator[Problem]:
    """Everything that does not fit, in every file that could be read (`sources`), typed or not.

    What `known` has of a file among the same others is not looked for again.
    """
    known = known or Recollection()
    held = {entry.id: entry.record.date for entry in catalogue.held}
    place = known.same("place", replace(_place(catalogue, sources), held=held))
    kinds, values = known.same("kinds", _by_kind(place.anchors)), known.same("facts", catalogue.facts)
    yield from _archive(sources)
    for file in sources:
        entry = catalogue.entries.get(file.page_id)
        fit = partial(_fit, file, catalogue, place, kinds, known)
        yield from known.kept("fit", file.path, (file, entry, place, kinds, values), fit)


def _fit(
    file: Source, catalogue: Catalogue, place: links.Place, kinds: Mapping[str, list[str]], known: Recollection
) -> list[Problem]:
    """What is wrong with one file among the others."""
    values = catalogue.facts
    found = iter(known.kept("links", file.path, (file, values), partial(_links, file, values)))
    if frozen := kind_of(file.page_id).name == "version":
        found = (link for link in found if _belongs(link))
    waiting = replace(place, held={}) if file.page_id in place.held else place
    faults = links.check(file.shown, file.page_id, file.language, found, waiting)
    faults += known.kept("alone", file.path, (file, values), partial(_alone, file, values))
    return [*faults, *(() if frozen else _references(file, catalogue, kinds)), *_picture(file, catalogue)]


def _links(file: Source, known: facts.Facts) -> list[links.Link]:
    """The links of a file, with what its placeholders stand for."""
    filled = facts.fill(file.body, file.language, known)
    return file.links if filled == file.body else list(links.links(filled, file.body_line))


def _alone(file: Source, known: facts.Facts) -> list[Problem]:
    """What is wrong with a file whatever the others say."""
    return [*_placeholders(file, known), *_mixed(file)]


def _belongs(link: links.Link) -> bool:
    """Whether a link shows or leads to a file, which is part of a former version.

    Pages that such a text names may go, and it cannot follow them: its readers then see the words without the link.
    """
    path = link.destination.partition("#")[0]
    return bool(path) and ":" not in path and not path.endswith(".md")


def _archive(sources: Iterable[Source]) -> Iterator[Problem]:
    """An article has a name of its own, and lies in the folder of its year."""
    seen: dict[str, str] = {}
    for file in sources:
        year, _, name = file.page_id.rpartition("/")
        if kind_of(file.page_id).name != "article":
            continue
        if seen.setdefault(name, file.page_id) != file.page_id:
            what = f"{seen[name]} has the same name"
            yield file.problem("name", what, "rename this folder: feeds and files are called by it", 1)
        day = str(file.matter.values.get("date", ""))
        if day[:4].isdigit() and day[:4] != year.rpartition("/")[2]:
            yield file.problem("date", f"{day} lies in the folder {year}", "move the folder, or mend the date")


def _place(catalogue: Catalogue, sources: list[Source]) -> links.Place:
    """A page that could not be typed is still a page one may link to, with anchors unknown."""
    anchors: dict[str, dict[str, links.Anchors]] = {file.page_id: {} for file in sources}
    for file in sources:
        entry = catalogue.entries.get(file.page_id)
        text = entry and entry.texts.get(file.language)
        anchors[file.page_id][file.language] = text.anchors if text else None
    for entry in catalogue.entries.values():
        originals_first = anchors[entry.id]
        anchors[entry.id] = {code: originals_first[code] for code in sorted(originals_first, key=entry.original.__ne__)}
    return links.Place(catalogue.languages, anchors, catalogue.assets)


def _given(file: Source, catalogue: Catalogue) -> Iterator[tuple[str, Any, Any]]:
    """The facts of one file that are what their fields accept: field, type, value; a page may have other faults.

    In a translation they have no place, which has been told already.
    """
    entry = catalogue.entries.get(file.page_id)
    if entry and entry.original != file.language:
        return
    for item in fields(kind_of(file.page_id).record):
        reader = item.metadata["reader"]
        with suppress(KeyError, Unfit):
            yield item.name, reader, reader(file.matter.values[item.name])


def _by_kind(page_ids: Iterable[str]) -> dict[str, list[str]]:
    kinds: dict[str, list[str]] = defaultdict(list)
    for page_id in page_ids:
        kinds[kind_of(page_id).name].append(page_id)
    return kinds


def _references(file: Source, catalogue: Catalogue, kinds: Mapping[str, list[str]]) -> Iterator[Problem]:
    for field, reader, value in _given(file, catalogue):
        for name in value if isinstance(reader, References) else ():
            ids = kinds.get(reader.kind, [])
            if name not in ids and name not in map(_folder, ids):
                yield _unknown(file, field, name, reader.kind, ids)


def _folder(path: str) -> str:
    return path.rpartition("/")[2]


def _unknown(file: Source, field: str, name: str, kind: str, ids: list[str]) -> Problem:
    names = sorted(map(_folder, ids))
    near = get_close_matches(name, [*names, *ids], 1, 0.6)
    cure = f"write one of {', '.join(names)}" if names else f"write the page of that {kind} first"
    return file.problem(field, f"there is no {kind} {name!r}", f"did you mean {near[0]}?" if near else cure)


def _picture(file: Source, catalogue: Catalogue) -> Iterator[Problem]:
    for field, reader, image in _given(file, catalogue):
        if reader is picture and f"{file.page_id}/{image}" not in catalogue.assets:
            beside = [_folder(name) for name in catalogue.assets if name.startswith(f"{file.page_id}/")]
            near = get_close_matches(image, beside, 1, 0.5)
            cure = f"did you mean {near[0]}?" if near else "put the picture in the folder of the page"
            yield file.problem(field, f"there is no {image} beside this page", cure)


def _mixed(file: Source) -> Iterator[Problem]:
    for position, address in hosts.mixed(file.body):
        what = f"the address {address} holds letters of another alphabet, or invisible ones"
        line = line_of(file.body, position, file.body_line)
        yield file.problem("contact", what, "write it again by hand, with a space before it", line)


def unpublished(assets: Iterable[str], shown: str) -> Iterator[Problem]:
    """Files of types that no page needs and a browser might run; `shown` is what the content folder is called."""
    for path in sorted(assets):
        ending = cleaning.ending(path)
        if ending not in cleaning.TYPES and not PICTURE.search(path):
            cure = f"leave it out, or save it as a picture or one of {', '.join(cleaning.TYPES)}"
            yield Problem(f"{shown}/{path}", 1, "file", f"files of the type .{ending} are not published", cure)


def _placeholders(file: Source, known: facts.Facts) -> Iterator[Problem]:
    for line, what, cure in facts.unknown(file.body, file.body_line, known):
        yield file.problem("fact", what, cure, line)
    for name, value in file.matter.values.items():
        for _, what, cure in facts.unknown(str(value), 1, known):
            yield file.problem(name, what, cure)
