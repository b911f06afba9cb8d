"""What an archive export holds, whatever its format: posts, the files attached to them, and items that cannot be read.

Readers of formats (`wxr`, `wpjson`) turn files into these plain values; everything after works on the values alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from html import unescape


class Unreadable(ValueError):
    """A file of which nothing can be imported: what is wrong, in words an editor knows."""


AUTHOR = "author"
"""The sort of term that names who wrote a post."""

REUSED = "wp_block"
"""The sort of posts that are parts of others, written once and shown in many."""

SHOWING = "audio|embed|iframe|img|object|video"
UNSEEN = re.compile(rf"<!--.*?-->|<(?!(?:{SHOWING})\b)[^<>]*>", re.S | re.I)
"""What nobody sees of a text: comments, and elements that show nothing by themselves."""


@dataclass(frozen=True)
class Term:
    """One category, tag, author or other term that a post is filed under."""

    domain: str
    """What sort of term: `category`, `post_tag`, AUTHOR, or a name the old site made up (`region`)."""

    name: str
    slug: str = ""


@dataclass(frozen=True)
class Post:
    """One text in one language, as the old site kept it."""

    place: int
    """Its place in the export, counted from 1: what tells entries apart when nothing else does."""

    line: int
    """The line of the export it starts at; 0 where the format has none."""

    id: str
    """The old site's number for it."""

    sort: str
    """What it is: `post`, `page`, or a name the old site made up."""

    status: str
    """`publish`, `draft`, `private`, `future`…"""

    locked: bool
    """Whether the old site asked for a password."""

    language: str
    """As the translation plug-in writes it: `fr`, `fr-FR`, `pt_BR`; `""` when it names none."""

    group: str
    """What a text and its translations share; `""` when it stands alone."""

    source: str
    """The language it was translated from, where the plug-in says so."""

    date: str
    """The day of publication, as 2019-03-14; `""` when there is none."""

    slug: str
    link: str
    """Its address on the old site."""

    title: str = field(repr=False)
    excerpt: str = field(repr=False)
    content: str = field(repr=False)
    """HTML, as are title and excerpt."""

    terms: tuple[Term, ...] = ()
    picture: str = ""
    """The attachment that lists show beside it, by its id."""

    blank: bool = False
    """Whether there is no content."""

    description: str = ""
    """What search engines were told about it, where somebody wrote that."""

    footnotes: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    """Its footnotes where they are kept apart from the text: what the text calls each, and its HTML."""

    extras: tuple[str, ...] = ()
    """Names of fields that the old site made up and that hold words."""

    comments: int = 0
    """How many comments readers left."""


@dataclass(frozen=True)
class Attachment:
    """A file that posts show or link to."""

    place: int
    """Its place in the export; 0 when it is only named by a post."""

    id: str
    address: str
    """Where it lies on the old site."""

    alt: str
    """What it shows, for those who cannot see it."""

    parent: str = ""
    """The post it was uploaded to, by its id."""


@dataclass(frozen=True)
class Damaged:
    """An item that cannot be read."""

    place: int
    line: int
    title: str
    what: str
    """Why it cannot be read."""


Item = Post | Attachment | Damaged


@dataclass(frozen=True)
class Export:
    """An archive to import."""

    site: str
    """The address of the old site; `""` when the export does not say."""

    language: str
    """The language of texts that name none."""

    items: Callable[[], Iterator[Item]] = field(repr=False)
    """Everything in it, in its order; each call reads it anew, so that no more than one item need be in memory."""


@dataclass
class Inventory:
    """What is in an export, without the texts themselves."""

    posts: list[Post] = field(default_factory=list)
    attachments: dict[str, Attachment] = field(default_factory=dict)
    """By id."""

    damaged: list[Damaged] = field(default_factory=list)
    media: int = 0
    """Items that are attachments."""

    reused: dict[str, str] = field(default_factory=dict)
    """The HTML of parts that are shown in many texts, by id."""


def inventory(export: Export) -> Inventory:
    """What is in an export; reads it once."""
    found = Inventory()
    for item in export.items():
        if isinstance(item, Attachment):
            found.attachments[item.id] = item
            found.media += item.place > 0
        elif isinstance(item, Damaged):
            found.damaged.append(item)
        else:
            if item.sort == REUSED:
                found.reused[item.id] = item.content
            found.posts.append(replace(item, content="", excerpt="", description="", footnotes=()))
    return found


def is_blank(content: str) -> bool:
    """Whether a text shows nothing: old editors leave empty paragraphs and spaces behind."""
    return not unescape(UNSEEN.sub("", content)).strip()
