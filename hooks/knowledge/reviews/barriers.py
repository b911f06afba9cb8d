"""What in the HTML of a page keeps people out, as far as that can be found in seconds and without a browser.

Pictures without words, headings that skip a level, links, buttons and fields without a name, tables without headings, ids that
stand twice, a page that does not say its language. Contrast, the keyboard and what scripts change are for a browser.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from lxml.html import HtmlElement

from knowledge.reviews.account import Item, Part
from knowledge.reviews.signposts import Signposts

LOOKED_AT = (
    "Looked at without a browser: words for pictures, order of headings, names of links, buttons and fields, headings of "
    "tables, ids, language. Not looked at: contrast, the keyboard, what scripts change."
)

NAMED = ("aria-label", "aria-labelledby", "title")
CONTROLS = "//input[not(@type='hidden' or @type='submit' or @type='button' or @type='image')] | //select | //textarea"


def barriers(page: HtmlElement) -> Counter[str]:
    """Every barrier on a page, in words, with how often it stands there."""
    return Counter([*_language(page), *_pictures(page), *_headings(page), *_names(page), *_tables(page), *_ids(page)])


def _language(page: HtmlElement) -> Iterator[str]:
    if not (page.get("lang") or "").strip():
        yield "the page does not say its language"


def _pictures(page: HtmlElement) -> Iterator[str]:
    for image in page.xpath("//img[not(@alt)] | //input[@type='image'][not(@alt)]"):
        yield f"the picture {(image.get('src') or '').rpartition('/')[2]} has no words (alt)"


def _headings(page: HtmlElement) -> Iterator[str]:
    found = page.xpath("//h1 | //h2 | //h3 | //h4 | //h5 | //h6")
    if sum(heading.tag == "h1" for heading in found) != 1:
        yield f"the page has {sum(heading.tag == 'h1' for heading in found)} headings of the first level, not one"
    level = 0
    for heading in found:
        own = int(heading.tag[1])
        if own > level + 1 and level:
            yield f"the heading “{_words(heading)}” is of level {own} and follows one of level {level}"
        level = own
        if not _words(heading):
            yield f"a heading of level {own} has no words"


def _names(page: HtmlElement) -> Iterator[str]:
    for link in page.xpath("//a[@href]"):
        if not _named(link):
            yield f"the link to {link.get('href')} has no words"
    for button in page.xpath("//button"):
        if not _named(button):
            yield "a button has no words"
    labelled = {*page.xpath("//label/@for")}
    for field in page.xpath(CONTROLS):
        inside = any(box.tag == "label" for box in field.iterancestors())
        if not inside and field.get("id") not in labelled and not any(field.get(name) for name in NAMED):
            yield f"the field {field.get('name') or field.get('id') or field.tag} has no label"


def _named(element: HtmlElement) -> bool:
    """Whether an element says something to whoever hears it."""
    said = any((element.get(name) or "").strip() for name in NAMED)
    return said or bool(_words(element)) or any(alt.strip() for alt in element.xpath(".//img/@alt | .//@aria-label"))


def _tables(page: HtmlElement) -> Iterator[str]:
    for table in page.xpath("//table[not(.//th)][not(@role='presentation')]"):
        yield f"the table “{_words(table)[:40]}” has no headings"


def _ids(page: HtmlElement) -> Iterator[str]:
    names: list[str] = page.xpath("//@id")
    for name, times in Counter(names).items():
        if times > 1:
            yield f"the id {name} stands {times} times"


def _words(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())


def told(come: Mapping[str, Counter[str]], gone: int, signs: Signposts) -> Part:
    """What is new, by the address of the page, and how many barriers are `gone`, as a part of a summary."""
    items = [Item([signs.at(url)], [Item([_times(*barrier)]) for barrier in new.items()]) for url, new in come.items()]
    if gone and not items:
        items = [Item([f"nothing new, and {gone} fewer than before"])]
    return Part("What newly keeps people out", items, last=LOOKED_AT)


def _times(words: str, times: int) -> str:
    return words if times == 1 else f"{words} ({times} times)"
