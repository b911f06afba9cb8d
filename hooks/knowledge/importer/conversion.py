"""From the HTML of an old site to the Markdown of this one: words, headings, lists, tables, links and pictures stay.

A library writes the Markdown (it is fast, and indents lists as Python-Markdown wants them); before it, the tree is brought
down to what Markdown can say, and everything else is told, so that somebody can look at it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from html_to_markdown import ConversionOptions, PreprocessingOptions, convert
from lxml import html

from knowledge import markup
from knowledge.importer import bullets, disguise, footnotes, reduction, references
from knowledge.importer.references import Surroundings
from knowledge.safety import UNSHOWN

OPTIONS = ConversionOptions(
    list_indent_width=4,
    bullets="-",
    autolinks=False,
    extract_metadata=False,
    compact_tables=True,
    preserve_tags=list(reduction.HTML_ONLY),
    preprocessing=PreprocessingOptions(enabled=False),
)


@dataclass(frozen=True)
class Converted:
    """A text as Markdown."""

    markdown: str = field(repr=False)
    opening: str = field(repr=False)
    """Its first paragraphs as plain words, for a summary."""

    remarks: tuple[str, ...] = ()
    """What somebody should look at."""

    faults: tuple[str, ...] = ()
    """What is missing."""


def to_markdown(source: str, around: Surroundings, kept: Sequence[tuple[str, str]] = ()) -> Converted:
    """The Markdown of a text, its headings from `##` on, its links and pictures as `around` says.

    `kept` are footnotes that lie beside the text: what it calls each, and its HTML.
    """
    parser = html.HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True)
    root = html.fragment_fromstring(_shown(source), create_parent="div", parser=parser)
    remarks = [*reduction.lose(root), *references.embed(root)]
    footnotes.gather(root, [(name, _shown(words)) for name, words in kept])
    bullets.lists(root)
    remarks += [*reduction.tables(root), *reduction.counted(root)]
    deep = any("depth" in fault.message.lower() for fault in parser.error_log)
    references.picture(root, around)
    references.link(root, around)
    reduction.simplify(root)
    reduction.headings(root)
    opening = disguise.without_private(reduction.opening(root))
    reduction.strip(root)
    reduction.apart(root)
    disguise.put_on(root)
    written = disguise.take_off(convert(markup.serialise(root), OPTIONS).content or "")
    faults = ("its elements are nested too deeply to be read: its end is missing",) if deep else ()
    return Converted(_tidy(written), opening, tuple(dict.fromkeys(remarks)), faults)


def _shown(source: str) -> str:
    return disguise.without_private(UNSHOWN.sub("", source))


def _tidy(markdown: str) -> str:
    """No spaces at the ends of paragraphs, no more than one empty line, one line end at the end."""
    text = re.sub(r"[ \t]+(?=\n\s*\n|\s*\Z)", "", markdown)
    text = re.sub(r"(?:^>[ \t]*\n){2,}", ">\n", text, flags=re.M)
    return re.sub(r"\n{3,}", "\n\n", text).strip("\n") + "\n"


def plain(source: str) -> str:
    """HTML as one line of words."""
    if not source.strip():
        return ""
    root = markup.parse(UNSHOWN.sub("", source))
    list(reduction.lose(root))
    return " ".join(disguise.without_private(str(root.text_content())).split())
