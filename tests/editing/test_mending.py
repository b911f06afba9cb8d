"""Mending once is enough, whatever stands in a text, and what must not change does not."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st
from tests.editing.texts import FIELDS

from knowledge import frontmatter
from knowledge.editing.mending import Change, changes, mended
from knowledge.editing.styles import STYLES, style
from knowledge.editing.surfaces import surface

KEPT = (
    "`a  ,b'c`",
    "[x](a,b;c.md)",
    "{{ a.b }}",
    "<a href='x;y'>",
    "{#i .j}",
    "3.2 ",
    "a@b.org",
    "https://a.org/?b=c,d",
)
SIGNS = (
    "a",
    "b ",
    "ك",
    "ی",
    "ـ",
    "٣",
    "3",
    " ",
    "  ",
    "\n",
    "\n\n",
    "\t",
    '"',
    "'",
    ",",
    ";",
    "?",
    "!",
    ":",
    "«",
    "»",
    "،",
    "...",
)
MORE = ("- ", "| ", "|", "# ", '!!! note "a', "(", ")", "*", "[", "]", "\\", "`", "&nbsp;", "-", "…", "\u00a0")
PIECES = st.lists(st.sampled_from([*SIGNS, *MORE, *KEPT]), max_size=25).map("".join)
WORDS = st.lists(st.sampled_from([sign for sign in SIGNS if "\n" not in sign]), max_size=8).map("".join)


def kept(text: str) -> list[int]:
    """How often each piece that must not change stands in a text, below its front matter."""
    return [text.count(piece) for piece in KEPT[:5]]


@given(body=PIECES, title=WORDS, code=st.sampled_from(sorted(STYLES)))
def test_a_second_time_changes_nothing_and_nothing_mechanical_is_left(body: str, title: str, code: str) -> None:
    text = f'---\ntitle: "{title.replace(chr(34), "")}"\n---\n{body}'
    once = mended(text, code, FIELDS)
    assert mended(once, code, FIELDS) == once
    assert [rule.what for rule in style(code).rules if list(rule.edits(surface(once, FIELDS)))] == []
    assert once.count("\n") == text.count("\n")


@given(parts=st.lists(st.tuples(st.sampled_from(KEPT[:5]), WORDS), max_size=6), code=st.sampled_from(sorted(STYLES)))
def test_code_links_facts_and_attributes_stay_as_they_are(parts: list[tuple[str, str]], code: str) -> None:
    text = "---\ntitle: x\n---\n" + " w ".join(f"{piece} {words}" for piece, words in parts)
    assert kept(mended(text, code, FIELDS)) == kept(text)


@given(title=WORDS, code=st.sampled_from(sorted(STYLES)), quote=st.sampled_from(["'", '"', ""]))
def test_front_matter_keeps_its_fields(title: str, code: str, quote: str) -> None:
    text = f"---\ntitle: {quote}{title}{quote}\nimage: a,b.png\n---\n"
    try:
        before = frontmatter.parse(frontmatter.split(text)[0] or "").values
    except frontmatter.Refused:
        return
    after = frontmatter.parse(frontmatter.split(mended(text, code, FIELDS))[0] or "").values
    assert after["image"] == before["image"]
    assert list(after) == list(before)


def test_numbers_of_clauses_and_code_stay() -> None:
    body = "3.2 Les données: oui\n\n    l'été; x\n\nc) d'accord;\n"
    (text,) = re.findall(r"---\n---\n(.*)", mended(f"---\n---\n{body}", "fr", FIELDS), re.S)
    assert text == "3.2 Les données : oui\n\n    l’été ; x\n\nc) d’accord ;\n"


def test_each_change_is_shown_with_a_few_words_around_it() -> None:
    before = "one two three four five  six seven eight nine ten\nsame"
    assert list(changes(before, before.replace("  ", " "))) == [
        Change(1, "…three four five  six seven ei…", "…three four five six seven ei…")
    ]


def test_a_change_of_spaces_is_known_from_one_of_words() -> None:
    assert Change(1, "a  b", "a b").spaces_only
    assert not Change(1, "l'a", "l’a").spaces_only
