"""Words stay words: whatever an author typed, Markdown shows it and nothing happens."""

from __future__ import annotations

import html as entities
import re

import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml.html import HtmlElement
from markdown import markdown
from tests.conftest import ROOT

from knowledge import markup
from knowledge.importer import disguise

SETTINGS = yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8"))["markdown_extensions"]
NAMES = [next(iter(each)) if isinstance(each, dict) else each for each in SETTINGS]
TYPED = st.text(st.sampled_from("ab1.) #*_-+=~`\\[](){}<>&;:!?|^@%\"'$/ م٣،é"), min_size=1, max_size=24)


def shown(text: str) -> HtmlElement:
    """What the Markdown of this site makes of a text, as the build hands it over: below an empty line."""
    return markup.parse(markdown(f"\n{text}", extensions=NAMES))


def squeezed(text: str) -> str:
    """Words with single spaces."""
    return " ".join(text.split())


@settings(deadline=None)
@given(TYPED)
@example("1. no list")
@example("# no heading")
@example("![no](picture.jpg)")
@example("[no]: https://example.org")
@example("*[no]: abbreviation")
@example("[^no]: footnote")
@example('!!! note "no box"')
@example('=== "no tab"')
@example("??? no details")
@example("| no | table |")
@example("~~~ no code")
@example(": no definition")
@example("word {: .no-class }")
@example("<script>no</script> &lt;b&gt; &amp;")
@example("snake_case and _no emphasis_")
@example("{{ no.fact }}")
@example("--- no rule")
def test_any_line_reads_as_it_was_typed(typed: str) -> None:
    written = disguise.take_off(disguise.literal(squeezed(typed)))
    root = shown(written)
    assert squeezed(root.text_content()) == squeezed(typed)
    assert [element.tag for element in root.iterdescendants()] == (["p"] if squeezed(typed) else [])


@settings(deadline=None)
@given(TYPED)
def test_a_placeholder_never_survives(typed: str) -> None:
    assert "{{" not in disguise.take_off(disguise.literal(typed))


def test_raw_pieces_come_out_as_they_are() -> None:
    assert disguise.take_off(disguise.raw("<!-- a*b [c] ماء -->")) == "<!-- a*b [c] ماء -->"


def test_code_is_not_disguised_and_words_of_pictures_are() -> None:
    root = markup.parse('<p>a*b <code>a*b</code> <img src="x.jpg" alt="a*b"></p>')
    disguise.put_on(root)
    text = disguise.take_off(entities.unescape(markup.serialise(root)))
    assert re.findall(r"a\\?\*b", text) == ["a\\*b", "a*b", "a\\*b"]


def test_private_use_characters_of_old_fonts_go() -> None:
    assert disguise.without_private("a\ue0a0b\uf8ffc") == "abc"
