"""Which posts of an archive make one page, and where that page will lie: decided from the posts alone, before any is written.

Texts that a translation plug-in has joined become the languages of one page. The same export gives the same pages at the
same addresses however often it is imported: a page that lies there already keeps its name.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from urllib.parse import unquote

from knowledge.importer.conversion import plain
from knowledge.importer.exports import Post
from knowledge.languages import Language, Languages
from knowledge.names import TURNED
from knowledge.outline import slug

ARCHIVE = "news/{year}/{name}"
"""Where articles lie; `kinds` says that what lies there is one."""

LONGEST = 80
"""Characters of a folder's name."""

STATES = {
    "draft": "it is a draft",
    "auto-draft": "it is a draft",
    "pending": "it waits for review",
    "private": "it is private",
    "trash": "it is in the bin",
    "inherit": "it is an old version of another text",
}
"""Why a text that the old site did not show is not imported."""


@dataclass
class Bundle:
    """One page to be, in all its languages."""

    posts: dict[str, Post]
    """By language code."""

    original: str
    """The code of the language it was first written in."""

    page_id: str = ""
    remarks: list[str] = field(default_factory=list)
    """What somebody should look at, about the page as a whole."""

    waits: bool = False
    """Whether its day of publication is still to come; the site shows it from then on."""

    @property
    def source(self) -> Post:
        """The text that the others were translated from."""
        return self.posts[self.original]


@dataclass
class Plan:
    """What is to become of every post."""

    bundles: list[Bundle] = field(default_factory=list)
    refused: dict[int, str] = field(default_factory=dict)
    """Place of a post in the export → why it is not imported."""


def known(written: str, languages: Languages) -> Language | None:
    """The language of the site that a plug-in's code names (`fr`, `fr_FR`, `FR-fr`); None when the site lacks it."""
    tag = written.strip().replace("_", "-").lower()
    codes = {language.code.lower(): language for language in languages.all}
    return codes.get(tag) or codes.get(tag.partition("-")[0])


@dataclass(frozen=True)
class Aim:
    """What an archive is imported into."""

    languages: Languages
    spoken: str
    """The language of texts that name none."""

    sorts: Collection[str]
    """The sorts of posts that are articles."""

    taken: Collection[str]
    """The articles that lie there already, by id."""

    today: date


def plan(posts: Iterable[Post], aim: Aim) -> Plan:
    """Pages from posts, and why others are none."""
    made, groups = Plan(), defaultdict[str, list[Post]](list)
    for post in posts:
        if reason := _refusal(post, aim):
            made.refused[post.place] = reason
        else:
            groups[post.group or f"alone {post.place}"].append(post)
    for group in groups.values():
        for bundle in _bundles(group, aim):
            if bundle.source.date:
                made.bundles.append(bundle)
            else:
                reason = "it has no date" if len(bundle.posts) == 1 else "the text it was translated from has no date"
                made.refused |= {post.place: reason for post in bundle.posts.values()}
    made.bundles.sort(key=lambda bundle: bundle.source.place)
    _name(made.bundles, aim)
    return made


def _refusal(post: Post, aim: Aim) -> str:
    if post.sort not in aim.sorts:
        return f"its sort is {post.sort!r}, and articles are made of {', '.join(sorted(aim.sorts))}: import.yml can name more"
    if post.status not in ("publish", "future"):
        return STATES.get(post.status, f"its status is {post.status!r}")
    if post.locked:
        return "it asks for a password"
    if not known(post.language or aim.spoken, aim.languages):
        return f"{post.language or aim.spoken!r} is not a language of this site"
    return "it has no text" if post.blank else ""


def _bundles(group: list[Post], aim: Aim) -> Iterator[Bundle]:
    """One page for the group; texts in a language it has already stand alone."""
    together: dict[str, Post] = {}
    for post in group:
        code = (known(post.language or aim.spoken, aim.languages) or aim.languages.default).code
        if code in together:
            remark = f"it is joined with another text in {code} (post {together[code].id}): it became a page of its own"
            yield Bundle({code: post}, code, remarks=[remark])
        else:
            together[code] = post
    original, remarks = _original(together, aim.languages)
    waits = together[original].date > aim.today.isoformat()
    if waits:
        remarks.append(f"it is dated {together[original].date}: the site shows it from that day on")
    yield Bundle(together, original, remarks=remarks, waits=waits)


def _original(posts: dict[str, Post], languages: Languages) -> tuple[str, list[str]]:
    """The language of the source: as the plug-in says, else the site's first, else that of the first post written."""
    said = next((post.source for post in posts.values() if post.source), "")
    claimed = known(said, languages)
    if claimed and claimed.code in posts:
        return claimed.code, []
    remarks = (
        [f"it was translated from {said}, and that text is not imported: it stands as an original"] if said else []
    )
    if languages.default.code in posts:
        return languages.default.code, remarks
    return min(posts, key=lambda code: posts[code].place), remarks


def _name(bundles: list[Bundle], aim: Aim) -> None:
    """Gives every page its folder; a name that is taken, in whichever year, gets a number."""
    owners, given = {page_id.rpartition("/")[2]: page_id for page_id in aim.taken}, set[str]()
    for bundle in bundles:
        year, wanted, count = bundle.source.date[:4], _folder(bundle, aim.languages), 1
        name, page_id = wanted, ARCHIVE.format(year=year, name=wanted)
        while name in given or owners.get(name, page_id) != page_id:
            count += 1
            name, page_id = f"{wanted}-{count}", ARCHIVE.format(year=year, name=f"{wanted}-{count}")
        bundle.page_id = page_id
        given.add(name)
        if count > 1:
            bundle.remarks.append(f"another page is called {wanted}: this one became {name}")


def _folder(bundle: Bundle, languages: Languages) -> str:
    """A name in plain letters: from the source's address or title, else from a translation's, else from its number."""
    first = [bundle.original, *(language.code for language in languages.all if language.code in bundle.posts)]
    for post in (bundle.posts[code] for code in first):
        for words in (unquote(post.slug), plain(post.title)):
            if name := _short(slug(words)):
                return name
    return slug(f"article {bundle.source.id}")


def _short(name: str) -> str:
    """Whole words of a name, up to LONGEST; nothing for names that the site needs, or would take for a language."""
    cut = name[: LONGEST + 1].rpartition("-")[0] if len(name) > LONGEST else name
    return "" if len(name) < 3 or name == TURNED else cut or name[:LONGEST]
