"""The fields of a form as readers fill them in: in the page alone, by keyboard or by ear, on screen or on paper.

They are made here, after the HTML was cleaned, so no contributor can place one that asks for more than the text shows. There
is no `form` around them, so nothing can be sent, not even into the address; names only bind the options of one choice.
Browsers are asked not to remember what is typed, and not to let an online service check its spelling or finish it.
"""

from __future__ import annotations

import re

from lxml.html import HtmlElement, builder

from knowledge import markup
from knowledge.documents.clauses import clause_id
from knowledge.documents.forms import BLANK, MARK, Field, field
from knowledge.documents.sections import Sections
from knowledge.downloads import blanks

TYPED = {
    "number": {"type": "text", "inputmode": "numeric", "dir": "ltr"},
    "date": {"type": "date", "dir": "ltr"},
    "email": {"type": "email", "dir": "ltr"},
}
"""A number is text with a keyboard of digits: nobody changes it by turning a wheel."""

TICKED = {"one": "radio", "several": "checkbox"}
ASIDE = "\ufffc"
"""Stands for an element inside a paragraph: words, whatever they are."""


def fit(sections: Sections) -> int:
    """Makes inputs of the fields under every question, and returns how many fields there are.

    Call it last, and only where the text is to be filled in: everywhere else the fields stay as they were drawn.
    """
    return sum(_fill(section, clause_id(number)) for number, section in sections.items())


def draw(sections: Sections) -> None:
    """Draws the fields under every question as they stand on paper: for a text that is only read."""
    if fit(sections):
        for section in sections.values():
            for group in section.findall("div[@class='answers']"):
                blanks.draw(group)


def _fill(section: HtmlElement, clause: str) -> int:
    """Makes the inputs under one question."""
    drawn = [(child, found) for child in section[1:] if child.tag == "p" and (found := field(_outlined(child)))]
    if drawn:
        section[0].set("id", f"{clause}-question")
    for place, (paragraph, found) in enumerate(drawn, 1):
        name = f"{clause}-answer" + (f"-{place}" if place > 1 else "")
        made = _choice(paragraph, found, name) if found.options else _blank(paragraph, found, name, clause)
        made.tail = "\n"
        alone = len(drawn) == 1 and not found.options and not found.label
        _group(paragraph, clause, alone).append(made)
        paragraph.drop_tree()
    return len(drawn)


def _outlined(paragraph: HtmlElement) -> str:
    """The words of a paragraph with a sign for each element in it, which no field reaches into."""
    parts = [(" " if child.tag == "br" else ASIDE) + (child.tail or "") for child in paragraph]
    return (paragraph.text or "") + "".join(parts)


def _group(paragraph: HtmlElement, clause: str, alone: bool) -> HtmlElement:
    """The group before a paragraph that holds the fields above it, or a new one; one field alone is named by itself."""
    before: HtmlElement | None = paragraph.getprevious()
    if before is not None and before.get("class") == "answers":
        return before
    group = builder.E.div({"class": "answers", "spellcheck": "false", "writingsuggestions": "false"})
    if not alone:
        group.attrib.update({"role": "group", "aria-labelledby": f"{clause}-question"})
    paragraph.addprevious(group)
    return group


def _blank(paragraph: HtmlElement, found: Field, name: str, clause: str) -> HtmlElement:
    """A field to type into: its label, its hint, and the place to write."""
    label, hint = _cut(paragraph, BLANK)
    given = {"id": name, "autocomplete": "off"}
    if found.label:
        label.tag = "label"
        label.set("for", name)
    else:
        given["aria-labelledby"] = f"{clause}-question"
    if found.hint:
        hint.tag, given["aria-describedby"] = "small", f"{name}-hint"
        hint.set("id", f"{name}-hint")
    parts = [part for part, words in ((label, found.label), (hint, found.hint)) if words]
    return builder.E.div({"class": "answer typed"}, *parts, _place(found, given))


def _place(found: Field, given: dict[str, str]) -> HtmlElement:
    """Where the answer is written; a text has as many lines as were drawn, on paper as on screen.

    The placeholder is empty: by it the stylesheet knows that nothing is written yet, and prints the lines.
    """
    if found.kind in TYPED:
        return builder.E.input(TYPED[found.kind] | given)
    area = builder.E.textarea({"rows": str(found.lines), "dir": "auto", "placeholder": " "} | given)
    return builder.E.span({"class": "write"}, area, *(builder.E.i() for _ in range(found.lines)))


def _choice(paragraph: HtmlElement, found: Field, name: str) -> HtmlElement:
    """Options to choose from; without a label of its own the choice is named by the group around it."""
    label, *options = _cut(paragraph, MARK)
    choice = builder.E.div({"class": "answer chosen", "id": name})
    if found.label:
        label.set("id", f"{name}-label")
        choice.append(label)
        choice.attrib.update({"role": "group", "aria-labelledby": f"{name}-label"})
    for place, words in enumerate(options, 1):
        given = {"type": TICKED[found.kind], "id": f"{name}-option-{place}"}
        if found.kind == "one":
            given["name"] = name
        choice.append(builder.E.label(builder.E.input(given), words))
        choice[-1].tail = "\n"
    return choice


def _cut(paragraph: HtmlElement, sign: re.Pattern[str]) -> list[HtmlElement]:
    """What stands before, between and behind the signs of a paragraph, each in a `span`."""
    for child in paragraph.findall("br"):
        child.drop_tag()
    markup.wrap_matches(paragraph, sign, lambda _: builder.E.hr(), {str(child.tag) for child in paragraph})
    pieces = [builder.E.span()]
    pieces[0].text = paragraph.text
    for child in list(paragraph):
        if child.tag == "hr":
            pieces.append(builder.E.span())
            pieces[-1].text = child.tail
        else:
            pieces[-1].append(child)
    return pieces
