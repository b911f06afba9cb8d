"""Front matter is read with its lines, and what strangers could harm the build with is refused at once."""

from __future__ import annotations

from time import process_time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.frontmatter import LONGEST, FrontMatter, Refused, parse, split

MERGE_BOMB = "a0: &a0 {x: 1}\n" + "".join(
    f"a{n}: &a{n} {{<<: [{', '.join([f'*a{n - 1}'] * 9)}]}}\n" for n in range(1, 16)
)
ALIAS_BOMB = "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 20))
YAML_LIKE = st.text(st.sampled_from("abc:-?[]{},#&*!|>'\"%@`~<= \n\t0123456789.é«ع\x00\x85\u2028"), max_size=400)


def refusal(matter: str) -> Refused:
    with pytest.raises(Refused) as caught:
        parse(matter)
    return caught.value


def test_fields_have_values_and_lines() -> None:
    found = parse("title: A page\n\n# a remark\norder: 3\ntopics: [one, two]\n")
    assert found.values == {"title": "A page", "order": 3, "topics": ["one", "two"]}
    assert found.lines == {"title": 2, "order": 5, "topics": 6}


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("2026-03-14", "2026-03-14"),
        ("2026-02-30", "2026-02-30"),
        ("2026-03-14T10:00:00Z", "2026-03-14T10:00:00Z"),
        ("12", 12),
        ("-1", -1),
        ('"12"', "12"),
        ("1.5", "1.5"),
        ("12:30", "12:30"),
        ("1_000", "1_000"),
        ("0x1F", "0x1F"),
        ("9" * 40, "9" * 40),
        ("true", True),
        ("no", False),
        ("~", None),
        ("", None),
        ('"no"', "no"),
        ("{en: one, fr: un}", {"en": "one", "fr": "un"}),
        ("عنوان", "عنوان"),
        ("Rules & rights * all", "Rules & rights * all"),
    ],
)
def test_values_are_plain_and_dates_stay_as_written(written: str, value: object) -> None:
    assert parse(f"field: {written}\n").values == {"field": value}


@pytest.mark.parametrize("matter", ["", "\n\n", "# only a remark\n"])
def test_front_matter_may_be_empty(matter: str) -> None:
    assert parse(matter) == FrontMatter()


def test_a_repeated_field_keeps_its_first_value_and_is_told_with_its_line() -> None:
    found = parse("title: One\norder: 1\ntitle: Two\n")
    assert found.values["title"] == "One"
    assert found.repeated == (("title", 4),)


@pytest.mark.parametrize("bomb", [MERGE_BOMB, ALIAS_BOMB, "a: " + "[" * 8000, "- " * 4000, "{a: " * 2000, "? " * 4000])
def test_a_bomb_is_refused_at_once(bomb: str) -> None:
    assert len(bomb.encode()) <= LONGEST
    start = process_time()
    refusal(bomb)
    assert process_time() - start < 1


@pytest.mark.parametrize(
    ("matter", "line", "what"),
    [
        ("a: &x 1\n", 2, "& and *"),
        ("a: 1\nb: *x\n", 3, "& and *"),
        ("a: 1\n<<: {b: 2}\n", 3, "<< would merge"),
        ("a: {<<: {b: 2}}\n", 2, "<< would merge"),
        ("a: !!python/object:os.system x\n", 2, "! and %"),
        ("a: !important\n", 2, "! and %"),
        ("%TAG ! x:\n---\na: 1\n", 2, "! and %"),
        ("a: [[[[1]]]]\n", 2, "nested too deeply"),
        ("a:\n  b:\n    c:\n      d:\n        e: 1\n", 6, "nested too deeply"),
        ("? [a, b]\n: 1\n", 2, "a list stands where the name"),
        ("a: {{b: 1}: 2}\n", 2, "a list stands where the name"),
        ("title: Ethics: a code\n", 2, "a colon stands inside the value"),
        ('a: 1\ntitle: "open\n', 3, "never closed"),
        ("title: *bold*\n", 2, "* has a meaning of its own"),
        ("a: 1\n---\nb: 2\n", 3, "this is not YAML"),
        ("a: \x00\n", 2, "this is not YAML"),
        ("just words\n", 2, "no fields"),
        ("- one\n- two\n", 2, "no fields"),
    ],
)
def test_what_front_matter_never_needs_is_refused_with_its_line_and_a_cure(matter: str, line: int, what: str) -> None:
    fault = refusal(matter)
    assert fault.line == line
    assert what in fault.what
    assert fault.cure


def test_8_kilobytes_are_read_and_a_byte_more_is_refused() -> None:
    longest = "title: " + "é" * ((LONGEST - 8) // 2) + "a"
    assert len(longest.encode()) == LONGEST
    assert parse(longest).values["title"].startswith("éé")
    assert "longer than 8 KB" in refusal(longest + "a").what


def test_lines_count_from_the_line_the_front_matter_starts_at() -> None:
    assert parse("a: 1\nb: 2\n", first_line=10).lines == {"a": 10, "b": 11}


@pytest.mark.parametrize(
    ("text", "matter", "body", "line"),
    [
        ("---\ntitle: A\n---\nText\n", "title: A\n", "Text\n", 4),
        ("---\ntitle: A\n...\n\nText", "title: A\n", "\nText", 4),
        ("---  \ntitle: A\n---\t\nText", "title: A\n", "Text", 4),
        ("---\n---\nText", "", "Text", 3),
        ("---\na: 1\n---\nText\n---\nmore", "a: 1\n", "Text\n---\nmore", 4),
        ("Text\n---\na: 1\n---\n", None, "Text\n---\na: 1\n---\n", 1),
        ("", None, "", 1),
    ],
)
def test_a_file_is_split_at_its_dashes(text: str, matter: str | None, body: str, line: int) -> None:
    assert split(text) == (matter, body, line)


def test_front_matter_that_is_never_closed_is_refused() -> None:
    with pytest.raises(Refused, match="never closed"):
        split("---\ntitle: A\n\nText\n")


@settings(deadline=None)
@given(st.text() | YAML_LIKE | YAML_LIKE.map(lambda text: f"---\n{text}\n---\n{text}"))
def test_the_body_stands_at_the_line_it_is_said_to(text: str) -> None:
    try:
        _, body, line = split(text)
    except Refused:
        return
    assert "\n".join(text.split("\n")[line - 1 :]) == body


def is_plain(value: Any) -> bool:
    if isinstance(value, dict):
        return all(isinstance(key, str) and is_plain(inner) for key, inner in value.items())
    if isinstance(value, list):
        return all(map(is_plain, value))
    return value is None or isinstance(value, str | int | bool)


def read_or_refused(matter: str) -> FrontMatter | Refused:
    try:
        return parse(matter)
    except Refused as fault:
        return fault


@settings(max_examples=500, deadline=1000)
@given(st.text() | YAML_LIKE | st.text(st.sampled_from("ab:-?[]{}, \n"), min_size=500, max_size=3000))
def test_any_text_is_read_as_plain_values_or_refused_in_bounded_time(matter: str) -> None:
    found = read_or_refused(matter)
    if isinstance(found, Refused):
        assert 2 <= found.line <= len(matter.splitlines()) + 2
        assert found.what
        assert found.cure
    else:
        assert is_plain(found.values)
        assert set(found.lines) == set(found.values)
