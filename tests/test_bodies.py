"""A text is converted once, with its facts filled in, and comes out safe."""

from __future__ import annotations

from markdown import Markdown
from tests.drafts import LANGUAGES

from knowledge.bodies import Bodies
from knowledge.entries import Text
from knowledge.frontmatter import FrontMatter
from knowledge.sources import Source

FACTS = {"organisation.name": {"en": "Tiny & Sons", "fr": "Petit", "ar": "صغير"}}


class Counting(Markdown):
    """A converter that counts how often it works."""

    converted = 0

    def convert(self, source: str) -> str:
        self.converted += 1
        return str(super().convert(source))


def text(body: str, code: str = "en") -> Text:
    """A text in one language."""
    source = Source(f"about/{code}", f"docs/about/{code}", "about", code, FrontMatter(), body, 1)
    return Text(LANGUAGES[code], None, source, [])


def test_a_text_is_converted_once_however_often_it_is_shown() -> None:
    converter, shown = Counting(), text("Some *words*.")
    bodies = Bodies(converter, FACTS)
    assert bodies.clean(shown) == bodies.clean(shown) == "<p>Some <em>words</em>.</p>"
    assert converter.converted == 1


def test_facts_are_filled_in_the_language_of_the_text() -> None:
    assert Bodies(Markdown(), FACTS).clean(text("{{ organisation.name }}")) == "<p>Tiny &amp; Sons</p>"


def test_what_a_contributor_wrote_is_made_safe() -> None:
    assert Bodies(Markdown(), {}).clean(text('<p onclick="x">a<script>alert(1)</script></p>')) == "<p>a</p>"


def test_one_text_leaves_nothing_behind_in_the_next() -> None:
    bodies = Bodies(Markdown(extensions=["footnotes", "abbr"]), {})
    bodies.clean(text("One[^1].\n\n[^1]: Note.\n\n*[HTML]: Language"))
    assert bodies.clean(text("HTML two.", "fr")) == "<p>HTML two.</p>"
