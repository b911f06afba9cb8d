"""What stands before a text in a file: who publishes it, its title, what it is about, where it stands, what it contains.

The PDF's template sets this itself; the Word document and the e-book get it as print HTML.
"""

from __future__ import annotations

from markupsafe import Markup, escape

from knowledge import bidi
from knowledge.downloads.paper import Paper
from knowledge.downloads.printables import Printable


def facts(printable: Printable) -> tuple[tuple[str, str], ...]:
    """Label and value, the address of the web page last."""
    return (*printable.facts, (printable.words["address"], printable.address))


def opening(printable: Printable) -> str:
    """Everything before the contents."""
    rows = Markup("").join(_fact(printable, *fact) for fact in facts(printable))
    lines = {"publisher": printable.language.site_name, "title": printable.title, "summary": printable.summary}
    parts = [_part(name, _words(printable, words)) for name, words in lines.items()]
    return str(Markup("").join([*parts, Markup('<div class="facts">{}</div>').format(rows)]))


def contents(printable: Printable, paper: Paper) -> str:
    """The sections of a long text, each a link to its place; `""` for a short one."""
    if not paper.long:
        return ""
    links = Markup("").join(
        Markup('<p><a href="#{}">{}</a></p>').format(place, _words(printable, words)) for place, words in paper.sections
    )
    title = _part("contents-title", escape(printable.words["contents"]))
    return str(title + Markup('<div class="contents">{}</div>').format(links))


def _fact(printable: Printable, label: str, value: str) -> Markup:
    words = _words(printable, value)
    if value == printable.address:
        words = Markup('<a href="{}">{}</a>').format(value, words)
    row = Markup('<span class="label">{}</span><span class="stop"></span>{}').format(label, words)
    return _part("fact", row)


def _part(name: str, words: Markup) -> Markup:
    return Markup('<div class="{}"><p>{}</p></div>').format(name, words)


def _words(printable: Printable, words: str) -> Markup:
    """Words whose islands say what they are, where the text runs from right to left."""
    if not printable.mirrored:
        return escape(words)
    span = bidi.isolated(words).replace("<bdi", Markup('<span class="island"'))
    return span.replace("</bdi>", Markup("</span>"))
