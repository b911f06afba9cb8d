"""Links and pictures in the Markdown of a page, and whether they lead somewhere.

A link names the file without a language (`../people/index.md`): the build finds the reader's language.
To lead to one language on purpose, name it: `../people/index.fr.md`, and `index.en.md` for the first language of the site.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from itertools import chain
from posixpath import basename, dirname, join, normpath
from urllib.parse import unquote, urlsplit

from knowledge import hosts
from knowledge.fields import PICTURE
from knowledge.languages import Languages
from knowledge.problems import Problem
from knowledge.prose import line_of, prose

DESTINATION = r"(?:<(?P<angled>[^<>\n]*)>|(?P<bare>[^\s()<>]*(?:\([^\s()<>]*\)[^\s()<>]*)*))"
INLINE = re.compile(
    r"(?P<picture>!?)\[(?P<text>(?:\\.|!?\[[^\[\]\n]*+\](?:\([^)\n]*\))?+|[^\[\]\\])*+)\]\(\s*"
    + DESTINATION
    + r"(?:\s+(?:\"[^\"\n]*\"|'[^'\n]*'))?\s*\)"
)
DEFINITION = re.compile(r"^ {0,3}\[(?!\^)(?P<label>[^\]\n]+)\]:[ \t]*" + DESTINATION, re.M)
REFERENCE = re.compile(r"!\[(?P<text>[^\[\]]*)\](?:\s?\[(?P<label>[^\]]*)\])?(?!\()")
"""A picture whose address stands in a definition further down."""

AUTOMATIC = re.compile(r"<(?P<bare>(?:https?|ftps?)://[^<>\n]*)>", re.I)
ATTRIBUTE = re.compile(r"<(?P<tag>a|img)\b[^<>]*?\b(?:href|src)\s*=\s*[\"']?(?P<bare>[^\"'\s>]*)[^>]*", re.I)
ADDED = re.compile(r"\{:?[^{}\n]*?\b(?:href|src)\s*=\s*[\"']?(?P<bare>[^\"'\s{}]*)", re.I)
"""An address among the attributes in braces, which replaces the one in parentheses."""

ALTERNATIVE = re.compile(r"\balt\s*=\s*[\"']?([^\"'>]*)", re.I)
SCHEMES = {"https", "http", "mailto", "tel"}


@dataclass(frozen=True)
class Link:
    """One link or picture as written."""

    destination: str
    """Where it leads, as written."""

    text: str
    """The words of the link, or what the picture shows."""

    picture: bool
    """Whether it shows a picture instead of leading away."""

    line: int
    """The line it stands on, counted from 1 in the file."""


def links(body: str, first_line: int = 1) -> Iterator[Link]:
    """Every link and picture in the prose of a body that starts at `first_line` of its file."""
    text = prose(body)
    for match in INLINE.finditer(text):
        line = line_of(text, match.start(), first_line)
        yield Link(_destination(match), match["text"].strip(), match["picture"] == "!", line)
        for inner in INLINE.finditer(match["text"]):
            yield Link(_destination(inner), inner["text"].strip(), inner["picture"] == "!", line)
    defined = {_label(match["label"]): _destination(match) for match in DEFINITION.finditer(text)}
    for match in REFERENCE.finditer(text):
        if destination := defined.get(_label(match["label"] or match["text"])):
            yield Link(destination, match["text"].strip(), True, line_of(text, match.start(), first_line))
    for match in DEFINITION.finditer(text):
        yield Link(_destination(match), "", False, line_of(text, match.start(), first_line))
    for match in chain(AUTOMATIC.finditer(text), ADDED.finditer(text)):
        yield Link(match["bare"], match["bare"], False, line_of(text, match.start(), first_line))
    for match in ATTRIBUTE.finditer(text):
        picture = match["tag"].lower() == "img"
        shown = "".join(ALTERNATIVE.findall(match[0])[:1]).strip()
        yield Link(match["bare"], shown, picture, line_of(text, match.start(), first_line))


def _label(written: str) -> str:
    return " ".join(written.lower().split())


def _destination(match: re.Match[str]) -> str:
    return match["angled"] or match["bare"] or ""


@dataclass(frozen=True)
class Target:
    """The page a link names."""

    page_id: str
    language: str | None
    """The language the link insists on; None to follow the reader's."""


def target(from_id: str, path: str, languages: Languages) -> Target | None:
    """The page that a relative path to a Markdown file names, existing or not; None when it is no path of a page.

    The first language may be named too (`index.en.md`), though its files carry no suffix.
    """
    full = normpath(join(from_id, path))
    if full.startswith("..") or not full.endswith(".md"):
        return None
    code = languages.of_file(basename(full))
    if code is None:
        return None
    return Target(dirname(full), code if basename(full) != "index.md" else None)


Anchors = Collection[str] | None
"""The ids on one page; None when the page could not be read."""


@dataclass(frozen=True)
class Place:
    """What a link may lead to: which pages exist, in which languages, with which anchors, and which other files."""

    languages: Languages
    anchors: Mapping[str, Mapping[str, Anchors]]
    """Page id → language code, the original first → ids on that page."""

    assets: Collection[str]
    """Paths of all files that are not pages."""

    held: Mapping[str, date] = field(default_factory=dict)
    """Articles that are not published before a day."""


def check(path: str, page_id: str, language: str, found: Iterator[Link], place: Place) -> list[Problem]:
    """Problems of the links and pictures of one text (`path` as the editor sees it)."""
    problems = []
    for link in found:
        if link.picture and not link.text:
            cure = "write in the brackets what it shows: ![A reporter at work](photo.jpg)"
            problems.append(Problem(path, link.line, "image", f"{link.destination} has no alt text", cure))
        if fault := _fault(link, page_id, language, place):
            problems.append(Problem(path, link.line, "image" if link.picture else "link", *fault))
    return problems


def _fault(link: Link, page_id: str, language: str, place: Place) -> tuple[str, str] | None:
    """What is wrong with one link and its cure."""
    try:
        parts = urlsplit(link.destination)
    except ValueError:
        return f"{link.destination} is not an address", "check it character by character"
    if parts.scheme or parts.netloc:
        return _foreign(link.destination, parts.scheme.lower(), link.picture) or _astray(link)
    if link.destination.startswith("/"):
        return f"{link.destination} starts at the root", "write the path from this file, as ../people/index.md"
    path = unquote(parts.path)
    if not path:
        return _anchor(parts.fragment, page_id, language, "this page", place)
    if path.endswith(".md"):
        return _page(path, parts.fragment, page_id, language, place)
    if (fault := _asset(path, page_id, place)) or not link.picture or PICTURE.search(path):
        return fault
    return f"{path} is no picture that browsers show", "save it as jpg, png, webp, avif or svg"


def _astray(link: Link) -> tuple[str, str] | None:
    what = f"the words are {link.text}, the link leads to {link.destination}"
    misled = hosts.misleading(link.text.strip("*_`"), link.destination)
    return (what, "make them the same, or write other words") if misled else None


def _foreign(destination: str, scheme: str, picture: bool) -> tuple[str, str] | None:
    if picture:
        return f"{destination} lies on another site", "put the picture beside the page and name it alone"
    if scheme not in SCHEMES:
        return f"{destination} is not a kind of link this site has", "link to https://, mailto: or tel:"
    return hosts.fault(destination)


def _page(path: str, fragment: str, page_id: str, language: str, place: Place) -> tuple[str, str] | None:
    page = target(page_id, path, place.languages)
    texts = place.anchors.get(page.page_id) if page else None
    if not page or texts is None:
        known = [relative(page_id, other) for other in place.anchors]
        near = get_close_matches(path, known, 1, 0.5)
        return f"there is no page {path}", f"did you mean {near[0]}?" if near else "check the path from this file"
    if day := place.held.get(page.page_id):
        return f"{path} is held back until {day.isoformat()}", "link to it from that day on, or date this page later"
    if page.language and page.language not in texts:
        cure = f"drop the language from the link, or write that text ({', '.join(texts)} exist)"
        return f"{path} is not written", cure
    shown = page.language or (language if language in texts else next(iter(texts)))
    return _anchor(fragment, page.page_id, shown, path, place)


def relative(from_id: str, page_id: str) -> str:
    """The path an editor writes on one page to link to another."""
    here, there = from_id.split("/") if from_id else [], page_id.split("/") if page_id else []
    while here and there and here[0] == there[0]:
        here, there = here[1:], there[1:]
    return "/".join([".."] * len(here) + there + ["index.md"])


def _anchor(fragment: str, page_id: str, language: str, name: str, place: Place) -> tuple[str, str] | None:
    ids = place.anchors[page_id].get(language)
    if not fragment or ids is None or unquote(fragment) in ids or fragment.startswith(("fn:", "fnref:")):
        return None
    near = get_close_matches(fragment, list(ids), 1, 0.5)
    return f"{name} has no place called #{fragment}", f"did you mean #{near[0]}?" if near else "link to the page alone"


def _asset(path: str, page_id: str, place: Place) -> tuple[str, str] | None:
    full = normpath(join(page_id, path))
    stem, _, ending = full.rpartition(".")
    localised = [f"{stem}.{language.code}.{ending}" for language in place.languages.all]
    if full in place.assets or any(name in place.assets for name in localised):
        return None
    beside = [basename(name) for name in place.assets if dirname(name) == dirname(full)]
    near = get_close_matches(basename(full), beside, 1, 0.6)
    if not re.search(r"\.\w+$", path):
        return f"{path} is not a file", "name the file itself, as ../people/index.md"
    return f"there is no file {path}", f"did you mean {near[0]}?" if near else "put it beside the page"
