"""From a post of an old site to the file of a page: its front matter, its summary, its text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import yaml

from knowledge import characters
from knowledge.importer import conversion, wordpress
from knowledge.importer.categories import Categories
from knowledge.importer.conversion import Converted, plain
from knowledge.importer.exports import Post
from knowledge.importer.shortcodes import Unfolded
from knowledge.importer.surroundings import Around
from knowledge.languages import Languages
from knowledge.prose import COMMENT

SUMMARY = 240
"""Characters of a summary; `fields` says the same."""

LONGEST = 400_000
"""Characters of a text; the longest real ones are books, and a page of this size takes seconds to open."""

CONVERTIBLE = 1_000_000
"""Characters of HTML beyond which a text is not even converted."""

DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
"""The one written in C is ten times as fast."""

SENTENCE = re.compile(r".+?(?:[.!?؟…。]+[\"'»”’)\]]*(?=\s|$)|$)")
UNFINISHED = re.compile(r"\s*(?:\[\s*(?:…|\.\.\.)\s*\]|…|\.\.\.)\s*$")
"""How WordPress ends an excerpt that it made itself."""


@dataclass
class Manuscript:
    """The file of one language of one page, to be."""

    text: str = field(repr=False)
    """The whole file."""

    links: Mapping[str, str]
    """Pages it links to, by id, and their addresses on the old site."""

    files: frozenset[str]
    """Names of the files it needs beside it."""

    remarks: list[str]
    """What somebody should look at."""

    faults: list[str]
    """Why it cannot be published as it is."""

    drafted: bool = False
    """Whether its summary is its first sentences, because nobody wrote one."""


def manuscript(code: str, around: Around, categories: Categories, languages: Languages) -> Manuscript:
    """The file of the text that `around` is about, written in the language `code` of its page."""
    done, unfolded = _converted(around)
    said, about_summary = summary(around.post, done.opening)
    facts, about_facts = _facts(around, categories) if code == around.bundle.original else _borrowed(around, languages)
    words = {"title": plain(around.post.title), "summary": said}
    literal = {name: value.replace("{{", "{ {") for name, value in words.items()}
    whole = characters.without(write(literal | facts, done.markdown))
    remarks = [*unfolded.remarks, *done.remarks, *about_summary, *about_facts, *around.remarks]
    faults = [*unfolded.faults, *done.faults]
    if not COMMENT.sub("", done.markdown).strip():
        faults.append("nothing of its text could be brought along")
    if len(whole) > LONGEST:
        faults.append(f"its text has {len(whole):,} characters, at most {LONGEST:,} make a page: divide it")
    if code == around.bundle.original and not facts.get("topics"):
        faults.append("none of its categories is a topic: name one for each in import.yml and import again")
    files, drafted = frozenset(around.files), not written_summary(around.post)
    return Manuscript(whole, around.links, files, list(dict.fromkeys(remarks)), faults, drafted)


def _converted(around: Around) -> tuple[Converted, Unfolded]:
    content = around.post.content
    if len(content) > CONVERTIBLE:
        return Converted(content, ""), Unfolded("", ["it is too long to be converted: this is its HTML"])
    attached = around.attached if "[gallery" in content else ()
    done = wordpress.unfold(content, around.archive.reused, attached)
    return conversion.to_markdown(done.html, around, around.post.footnotes), done


def _facts(around: Around, categories: Categories) -> tuple[dict[str, Any], list[str]]:
    """What only the source file says."""
    filing = categories.file(around.post.terms)
    remarks = [f"the category {name!r} is neither a topic nor a region" for name in filing.unknown]
    image, alt = _lead(around, around.bundle.source)
    picture = {"image": image, "image_alt": alt} if alt else {}
    if image and not alt:
        remarks.append(f"the picture {image} has no words for those who cannot see it: write image: and image_alt:")
    return {"date": date.fromisoformat(around.post.date), **filing.given, **picture}, remarks


def _borrowed(around: Around, languages: Languages) -> tuple[dict[str, Any], list[str]]:
    """What a translation says besides its words: where they come from, and what the source's picture shows."""
    original = around.bundle.original
    facts: dict[str, Any] = {} if original == languages.default.code else {"translated_from": original}
    image, alt = _lead(around, around.bundle.source)
    if not image or not alt:
        return facts, []
    own = around.archive.attachments.get(around.post.picture)
    if own and own.alt and own.id != around.bundle.source.picture:
        return facts | {"image_alt": own.alt}, []
    return facts | {"image_alt": alt}, [f"what its picture shows is said in {original}: translate image_alt"]


def _lead(around: Around, post: Post) -> tuple[str, str]:
    """The name of the picture that lists show and what it shows; it lies beside the source."""
    known = around.archive.attachments.get(post.picture)
    return around.lead(post.picture), known.alt if known else ""


def write(fields: Mapping[str, Any], body: str) -> str:
    """The file of a page; fields without a value are left out."""
    said = {name: characters.without(value) if isinstance(value, str) else value for name, value in fields.items()}
    given = {name: value for name, value in said.items() if value not in ("", None, [])}
    return "\n".join(["---", *(_line(name, value) for name, value in given.items()), "---", "", body])


def _line(name: str, value: Any) -> str:
    flow = None if isinstance(value, list) else False
    return str(
        yaml.dump({name: value}, Dumper=DUMPER, allow_unicode=True, width=10**6, default_flow_style=flow)
    ).strip()


def written_summary(post: Post) -> str:
    """What somebody wrote to introduce a text: its excerpt, or what search engines got; not what WordPress cut from the text."""
    written = [plain(words) for words in (post.excerpt, post.description)]
    whole = [words for words in written if words and not UNFINISHED.search(words)]
    return next((words for words in whole if len(words) <= SUMMARY), next(iter(whole), ""))


def summary(post: Post, opening: str) -> tuple[str, list[str]]:
    """What cards say: what somebody wrote for that, else the first sentences of the text; and what to look at."""
    written = written_summary(post)
    if 0 < len(written) <= SUMMARY:
        return written, []
    kept = ""
    for sentence in sentences(written or opening):
        if len(f"{kept} {sentence}") > SUMMARY:
            break
        kept = f"{kept} {sentence}".strip()
    if kept:
        return kept, ["its summary is the beginning of a longer one"] if written else []
    if not (words := written or opening):
        return plain(post.title)[:SUMMARY], ["its summary is its title: there was nothing else"]
    return f"{words[: SUMMARY - 1].rpartition(' ')[0]}…", ["its summary ends in the middle of a sentence"]


def sentences(words: str) -> Iterator[str]:
    """The sentences of a line of words, in any script that ends them with a full stop, a question or an exclamation."""
    return (sentence for match in SENTENCE.finditer(words) if (sentence := match[0].strip()))
