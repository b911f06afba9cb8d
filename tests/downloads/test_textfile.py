"""Plain text says all that the page says, in lines that stay in order."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.downloads.specimens import PHONE, made, printable, text

from knowledge.documents import plaintext
from knowledge.downloads import textfile
from knowledge.downloads.paper import paper


def written(html: str, code: str = "en") -> str:
    """The lines of a body alone."""
    whole = textfile.made(printable(code), text(html, code)).decode()
    return whole.partition(printable(code).address)[2].strip("\n")


def test_a_text_begins_with_what_it_is() -> None:
    said = made("en", "txt").decode()
    assert said.startswith("specimen · Version 3 · Draft · English\n\nA site\n\nSpecimen of everything\n")
    assert "\nStatus: Draft\n" in said
    assert "\nOn the web: https://example.org/specimen/\n" in said
    assert said.endswith(".\n")
    assert "\n\n\n\n" not in said


def test_numbers_hang() -> None:
    body = '<section class="clause" id="s1-1" data-clause="1.1"><p><a class="number">1.1</a>&nbsp;{}</p></section>'
    assert written(body.format("word " * 20)).splitlines()[1].startswith("      word")


def test_links_say_where_they_lead_but_not_twice() -> None:
    assert written('<p>See <a href="../x/">this</a>.</p>') == "See this <https://example.org/x/>."
    assert written('<p><a href="https://a.example/">https://a.example/</a>.</p>') == "https://a.example/."
    assert written('<p><a href="mailto:a@b.example">a@b.example</a></p>') == "a@b.example"
    assert written(f'<p><a href="tel:+4588327000">{PHONE}</a></p>') == PHONE
    assert written('<p><a href="mailto:a@b.example">write</a></p>') == "write <a@b.example>"


def test_a_table_becomes_lines_that_name_their_columns() -> None:
    table = "<table><thead><tr><th>Step</th><th>Who</th></tr></thead><tbody><tr><td>One</td><td>All</td></tr></tbody></table>"
    assert written(table) == "  - One\n    Who: All"


def test_lists_nest() -> None:
    assert written("<ul><li>a<ol><li>b</li></ol></li><li>c</li></ul>") == "  - a\n      1. b\n  - c"


def test_fields_are_drawn() -> None:
    assert written('<p><label><input type="radio">Yes</label></p>') == "[ ]\u00a0Yes"
    assert written('<textarea rows="2"></textarea>').splitlines() == ["_" * 76, "", "_" * 76]


def test_footnotes_stand_at_the_end() -> None:
    said = made("fr", "txt").decode()
    assert "https://www.example.org/fr/. [1]" in said
    assert said.splitlines()[-1].startswith("[1] Une note\u00a0: «\u202fvoilà\u202f»")


def test_code_is_left_alone() -> None:
    assert written('<pre><code>a  "b"\n  c</code></pre>') == '    a  "b"\n      c'


def test_islands_of_an_arabic_text_are_isolated_and_links_can_still_be_found() -> None:
    said = made("ar", "txt").decode()
    assert said.count(f"{plaintext.LRI}{PHONE}{plaintext.PDI}") == 5
    assert f"{plaintext.LRI} https://www.example.org/report/ {plaintext.PDI}" in said
    assert all(
        line.startswith((plaintext.RLM, "A whole", "    make", "      --flag", "    "))
        for line in said.splitlines()
        if line
    )


@given(st.text("abc <>&;\n", max_size=60))
def test_no_text_breaks_it(words: str) -> None:
    item = printable("en", html=f"<p>{words.replace('<', '&lt;')}</p>", title=words)
    assert textfile.made(item, paper(item)).endswith(b"\n")
