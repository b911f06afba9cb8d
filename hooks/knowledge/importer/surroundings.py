"""What stands around the texts of an archive: the other texts they link to, the files they show, the site they come from.

Answers the questions that the conversion of a text asks (`references.Surroundings`), and keeps what the answers were.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from urllib.parse import parse_qs, unquote, urljoin, urlsplit

from knowledge.importer.bundles import Bundle
from knowledge.importer.exports import Attachment, Post
from knowledge.importer.media import DOCUMENTS, PICTURES, Absent, Belongings, Media
from knowledge.importer.references import PICTURE, written
from knowledge.links import SCHEMES, relative


@dataclass(frozen=True)
class Archive:
    """The old site as a whole."""

    site: str
    """Its address; `""` when unknown."""

    media: Media
    attachments: Mapping[str, Attachment] = field(repr=False)
    """By id."""

    addresses: Mapping[str, Bundle] = field(repr=False)
    """Address or number of a text, in one form (`place`), → the page it becomes."""

    reused: Mapping[str, str] = field(default_factory=dict, repr=False)
    """The HTML of parts that many texts show, by id."""

    def bundle(self, address: str) -> Bundle | None:
        """The page that an address of the old site has become."""
        return self.addresses.get(place(address))

    def holds(self, address: str) -> bool:
        """Whether an address lies on the old site."""
        return bool(self.site) and _host(address) == _host(self.site)


def place(address: str) -> str:
    """An address in one form for all its spellings: without scheme, `www.`, fragment and last slash; `?p=7` is `7`."""
    parts = urlsplit(address)
    number = parse_qs(parts.query).get("p", [""])[0]
    return number if number.isdecimal() else f"{_host(address)}{unquote(parts.path).rstrip('/').lower()}"


def _host(address: str) -> str:
    return (urlsplit(address).netloc or "").lower().removeprefix("www.")


def addresses(bundles: Iterable[Bundle]) -> dict[str, Bundle]:
    """Every address under which the old site showed a text, and its number."""
    found: dict[str, Bundle] = {}
    for bundle in bundles:
        for post in bundle.posts.values():
            found |= {place(post.link): bundle} if post.link else {}
            found[post.id] = bundle
    return found


@dataclass
class Around:
    """What stands around one text; answers are kept for the report and for later changes."""

    archive: Archive
    bundle: Bundle
    post: Post
    belongings: Belongings
    links: dict[str, str] = field(default_factory=dict)
    """Pages it links to, by id, and their addresses on the old site."""

    files: set[str] = field(default_factory=set)
    """Names of the files it needs beside it."""

    remarks: list[str] = field(default_factory=list)

    def link(self, address: str) -> str | None:
        """What to write for a link; None to leave only its words."""
        try:
            whole = urljoin(
                self.post.link or self.archive.site, f"https://{address}" if address.startswith("www.") else address
            )
            parts = urlsplit(whole)
        except ValueError:
            return self._remark(f"a link to {address} is no address: its words stay")
        if address.startswith("#"):
            return (
                self._remark("links to places in the same text are left out: their words stay") if address[1:] else None
            )
        if parts.scheme not in SCHEMES or (parts.scheme.startswith("http") and not parts.netloc):
            return self._remark(f"a link to {address[:80]} is of a kind this site does not have: its words stay")
        if target := self.archive.bundle(whole):
            return self._page(target, whole)
        if self.archive.holds(whole):
            return self._file(whole)
        return whole

    def _page(self, target: Bundle, address: str) -> str | None:
        if target is self.bundle:
            return None
        if target.waits:
            return self._remark(f"a link leads to the old site, because the page waits for its day: {address}", address)
        self.links[target.page_id] = written(address)
        return relative(self.bundle.page_id, target.page_id)

    def _file(self, address: str) -> str | None:
        """The name of a document or picture that is linked to, when it is in the folder of media; else its address."""
        ending = re.search(r"\.\w+$", urlsplit(address).path)
        if not ending or ending[0].lower() not in DOCUMENTS | PICTURES:
            return self._remark(f"a link leads to the old site: {address}", address)
        return self._bring(address, f"a link leads to the old site: {address}: the file") or address

    def picture(self, address: str, alt: str, attachment: str) -> tuple[str, str] | None:
        """File and words of a picture; the old site's own description counts when the text has none."""
        known = self.archive.attachments.get(attachment)
        words = alt or (known.alt if known else "")
        if not address and not known:
            self.remarks.append(f"the picture with the number {attachment} is not in the export")
            return None
        given = address or (known.address if known else "")
        whole = given if given.startswith("data:") else urljoin(self.post.link or self.archive.site, given)
        name = self._bring(whole, f"the picture {whole[:200].partition(';base64')[0]}")
        if name and not words:
            self.remarks.append(
                f"the picture {name} has no words for those who cannot see it: it stands in a comment until it has"
            )
        return (name, words) if name else None

    @property
    def attached(self) -> list[str]:
        """The numbers of the pictures uploaded to this text, which a gallery without numbers shows."""
        pictures = self.archive.attachments.values()
        return [item.id for item in pictures if item.parent == self.post.id and PICTURE.search(item.address)]

    def lead(self, number: str) -> str:
        """The name of the picture that lists show; `""` when there is none."""
        known = self.archive.attachments.get(number)
        if not known:
            return self._remark(f"its picture (number {number}) is not in the export") or "" if number else ""
        return self._bring(known.address, f"its picture {known.address}") or ""

    def _bring(self, address: str, called: str) -> str | None:
        try:
            path = self.archive.media.find(address)
        except Absent as fault:
            return self._remark(f"{called} is not brought along: {fault}")
        name = self.belongings.add(path)
        self.files.add(name)
        return name

    def _remark(self, said: str, answer: str | None = None) -> str | None:
        self.remarks.append(said)
        return answer
