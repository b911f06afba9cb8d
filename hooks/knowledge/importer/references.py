"""The links and pictures of an old text: where they lead now, and what is left of those that lead nowhere.

Nothing is guessed and nothing fetched: who knows the export and its files (`Surroundings`) answers for each address.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Protocol

from lxml.html import HtmlElement, builder

from knowledge.importer import disguise

EMBEDDED = ("iframe", "video", "audio", "embed", "object")
PICTURE = re.compile(r"\.(?:jpe?g|png|gif|webp|avif)$", re.I)
ALONE = re.compile(r"https?://\S+")
NUMBERED = re.compile(r"\bwp-image-(\d+)")
TWICE = ("wp-block-file__embed", "wp-block-file__button")
"""What the block of a file shows besides its link: the file itself, and a button with the same link."""

UNSAFE = re.compile(r"[\s()<>\"'\\\[\]`]")
"""What would end an address in Markdown."""


class Surroundings(Protocol):
    """What is around a text: where its links lead now and which of its pictures are here."""

    def link(self, address: str) -> str | None:
        """What to write for a link; None to leave only its words."""

    def picture(self, address: str, alt: str, attachment: str) -> tuple[str, str] | None:
        """File and words of a picture; None when it is not here. Without words it cannot be shown either."""


def embed(root: HtmlElement) -> Iterator[str]:
    """What was shown from elsewhere becomes a link: nothing of another site loads into ours."""
    for element in [part for name in TWICE for part in root.find_class(name)]:
        element.drop_tree()
    for element in list(root.iter(*EMBEDDED)):
        if root not in element.iterancestors():
            continue
        kind, address = str(element.tag), _source(element)
        link = builder.E.a(address, href=address)
        element.addprevious(builder.E.p(link) if address else builder.E.p())
        element.drop_tree()
        yield f"<{kind}> became a link: {address}" if address else f"<{kind}> had no address: it is left out"
    for element in list(root.iter("p", "div")):
        words = element.text_content().strip()
        if not len(element) and ALONE.fullmatch(words):
            element.text = None
            element.append(builder.E.a(words, href=words))


def _source(element: HtmlElement) -> str:
    named = [element, *element.iter("source", "embed")]
    address = next((found for part in named if (found := part.get("src") or part.get("data"))), "").strip()
    address = (f"https:{address}" if address.startswith("//") else address).replace(" ", "%20")
    return address if ALONE.fullmatch(address) or address.startswith("/") else ""


def picture(root: HtmlElement, around: Surroundings) -> None:
    """Pictures that are here, with words; each other leaves a comment where it stood, for whoever edits the page."""
    described = [(image, " ".join(image.get("alt", "").split()) or _caption(image)) for image in root.iter("img")]
    for image, words in described:
        address = image.get("src") or image.get("data-src") or ""
        number = NUMBERED.search(image.get("class", ""))
        name, said = around.picture(address, words, number[1] if number else "") or ("", "")
        _unlink(image)
        note = builder.E.span(disguise.raw(_comment(name or address or f"number {number and number[1]}", words)))
        image.addprevious(builder.IMG(src=name, alt=said) if name and said else note)
        image.drop_tree()


def _comment(address: str, words: str) -> str:
    kept = address if len(address) < 300 else f"{address[:40]}…"
    return f"<!-- picture: {re.sub('-(?=-)|[<>]', '', f'{kept} {words}').strip()} -->"


def _caption(image: HtmlElement) -> str:
    """The words below a picture that stands alone in its figure: better than none for those who cannot see it."""
    figure = next(image.iterancestors("figure"), None)
    if figure is None or len(list(figure.iter("img"))) > 1:
        return ""
    return " ".join("".join(caption.text_content() for caption in figure.iter("figcaption")).split())


def _unlink(image: HtmlElement) -> None:
    """A link around a picture to a picture leads to the same one, larger: it goes."""
    parent = image.getparent()
    if parent is not None and parent.tag == "a" and PICTURE.search(parent.get("href", "").partition("?")[0]):
        parent.drop_tag()


def link(root: HtmlElement, around: Surroundings) -> None:
    """Links that lead somewhere; of the others the words stay."""
    for anchor in list(root.iter("a")):
        address = re.sub(r"[\t\r\n]", "", anchor.get("href", "")).strip()
        new = around.link(address) if address else None
        if new is None or not (anchor.text_content().strip() or len(list(anchor.iter("img")))):
            anchor.drop_tag()
            continue
        anchor.attrib.clear()
        anchor.set("href", written(new))


def written(address: str) -> str:
    """An address as it can stand in Markdown."""
    return UNSAFE.sub(lambda match: f"%{ord(match[0]):02X}", address)
