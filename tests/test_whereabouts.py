"""Every way to reach somebody that a change adds, changes or takes away is told, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from tests.drafts import LANGUAGES
from tests.hostile.speaking import converter
from tests.site.writing import REVIEWED, page

from knowledge import whereabouts

KEY = "9F0A 11B2 33C4 55D6 77E8  99F0 AAB1 CCD2 EEF3 0415"
BEFORE = "Write to help@example.org, call +45 88 32 70 00 or read [more](https://good.example/a)."


def report(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> str:
    """What is told of a change between two states."""
    return whereabouts.report(before, after, LANGUAGES, "docs", converter())


def told(before: str, after: str, path: str = "contact/index.ar.md") -> list[str]:
    """What is told of a file whose text changed."""
    states = [{path: page("A", text, reviewed=REVIEWED).encode()} for text in (before, after)]
    return report(*states).splitlines()[2:]


@pytest.mark.parametrize(
    ("old", "new", "lines"),
    [
        ("help@", "he1p@", ["gone: e-mail address help@example.org", "new:  e-mail address he1p@example.org"]),
        ("32 70 00", "32 70 01", ["gone: phone number +4588327000", "new:  phone number +4588327001"]),
        ("good.example/a", "g00d.example/a", ["gone: site good.example", "new:  site g00d.example"]),
        ("https://good", "//evil.example/?https://good", ["new:  site evil.example"]),
        (
            "https://good",
            "https://good.example@evil",
            [
                "gone: site good.example",
                "new:  e-mail address good.example@evil.example",
                "new:  site good.example@evil.example",
            ],
        ),
        ("Write", "Pay to DK50 0040 0440 1162 43. Write", ["new:  account number DK50 0040 0440 1162 43"]),
        ("Write", f"Encrypt for {KEY}. Write", [f"new:  key {KEY}"]),
        ("Write", f"Open {'a2' * 28}.onion. Write", [f"new:  onion address {'a2' * 28}.onion"]),
        ("Write", "Or [us](mailto:%65vil@evil.example). Write", ["new:  e-mail address evil@evil.example"]),
        ("Write", "Call 3312&#32;1400. Write", ["new:  phone number 33121400"]),
        ("Write", "Call 33121400. Write", ["new:  phone number 33121400"]),
        ("Write", "[Call](tel:33&#49;21400). Write", ["new:  phone number 33121400"]),
        ("Write", "Or eve&#64;evil.example. Write", ["new:  e-mail address eve@evil.example"]),
        ("Write", "Or eve<!-- -->@evil.example. Write", ["new:  e-mail address eve@evil.example"]),
        (
            "Write",
            r"Or eve@evil\.example. Write",
            ["new:  e-mail address eve@evil", "new:  e-mail address eve@evil.example"],
        ),
        ("Write", "Or see evil.example. Write", ["new:  site evil.example"]),
        ("Write", "Or @eve.01 on Signal. Write", ["new:  handle @eve.01"]),
        ("Write", "Call 33 12 14 00. Write", ["new:  phone number 33121400"]),
        ("Write", "Call +٤٥ ٨٨ ٣٢ ٧٠ ٠٩. Write", ["new:  phone number +4588327009"]),
        ("Write", "Or <!-- not seen: b@evil.example --> Write", ["new:  e-mail address b@evil.example"]),
    ],
)
def test_what_is_new_and_what_is_gone_is_told(old: str, new: str, lines: list[str]) -> None:
    assert told(BEFORE, BEFORE.replace(old, new)) == [
        "docs/contact/index.ar.md (العربية):",
        *(f"  {line}" for line in lines),
    ]


def test_a_letter_that_looks_like_another_is_named() -> None:
    assert told("help@example.org", "hеlp@example.org")[2].endswith(
        "hеlp@example.org (with U+0435, which can look like other letters)"
    )


@pytest.mark.parametrize(
    "after",
    [
        f"## Other words\n\n{BEFORE}",
        BEFORE.replace("88 32 70 00", "88327000"),
        BEFORE.replace("Write", "On 2026-03-14, write"),
    ],
    ids=["moved", "written otherwise", "a day"],
)
def test_what_leads_to_the_same_people_is_not(after: str) -> None:
    assert told(BEFORE, after) == []


def test_fields_that_say_whom_to_turn_to_are_told() -> None:
    before = {"contact/index.md": page("A", channels=["report"], contacts=["emma"]).encode()}
    after = {"contact/index.md": page("A", channels=["report", "other"], contacts=["eve"]).encode()}
    assert report(before, after).splitlines()[2:] == [
        "docs/contact/index.md (English):",
        "  gone: person to ask emma",
        "  new:  channel other",
        "  new:  person to ask eve",
    ]


def test_what_readers_of_a_title_take_for_an_address_is_told() -> None:
    before, after = ({"a/index.md": page(title, image="photo.jpg").encode()} for title in ("A", "See evil.example"))
    assert report(before, after).splitlines()[2:] == ["docs/a/index.md (English):", "  new:  site evil.example"]


def test_facts_are_told_by_name_and_for_all_pages() -> None:
    before, after = (
        {"facts.yml": f"report:\n  post: {place}\n  hours: {place}\n".encode()} for place in ("Here 1", "There 2")
    )
    assert report(before, after).splitlines()[2:] == [
        "docs/facts.yml (in every page that shows it):",
        "  gone: report.post Here 1",
        "  new:  report.post There 2",
    ]


def test_a_page_that_is_new_or_gone_and_one_that_cannot_be_read_are_told_too() -> None:
    written = {"a-page/index.md": b"---\na: &x\n---\nWrite to help@example.org."}
    assert "new:  e-mail address help@example.org" in report({}, written)
    assert "gone: e-mail address help@example.org" in report(written, {})


def test_another_key_is_told() -> None:
    before, after = ({"contact/key.asc": b"-----BEGIN PGP-----\n" + b"m" * 999 + end} for end in (b"Q", b"R"))
    lines = report(before, after).splitlines()[2:]
    assert [line[:34] for line in lines[1:]] == [f"  {said} public key with the digest" for said in ("gone:", "new: ")]
    assert lines[1][8:] != lines[2][8:]


def test_what_a_stranger_writes_cannot_act_on_a_terminal() -> None:
    said = report({}, {"a\x1b[2J\n::b/index.md": "https://evil.example\x1b[1A/ \u202ea@b.org".encode()})
    assert "docs/a[U+001B][2J[U+000A]::b/index.md" in said
    assert all(sign.isprintable() or sign == "\n" for sign in said)


def test_a_digit_behind_a_fact_and_another_fact_in_its_place_are_told() -> None:
    said = b"desk:\n  phone: '+45 88 32 70 00'\n  email: desk@example.org\nother:\n  email: other@example.org\n"
    states = (
        {
            "facts.yml": said,
            "contact/index.md": page("A", f"Write to {address}, call {{{{ desk.phone }}}}{more}.").encode(),
        }
        for address, more in (("{{ desk.email }}", ""), ("{{ other.email }}", "1"))
    )
    assert report(*states).splitlines()[2:] == [
        "docs/contact/index.md (English):",
        "  gone: e-mail address desk@example.org",
        "  gone: phone number +4588327000",
        "  new:  e-mail address other@example.org",
        "  new:  phone number +45883270001",
    ]


def test_an_address_for_each_language_is_told_when_one_of_them_changes() -> None:
    before, after = ({"facts.yml": f"a:\n  email: {{en: a@b.org, fr: {name}@b.org}}\n".encode()} for name in "ax")
    assert "  new:  a.email en: a@b.org, fr: x@b.org" in report(before, after)


def test_what_the_configuration_leads_to_is_told() -> None:
    said = "site_url: https://k.example/\nextra:\n  onion: {}\n  leave:\n    en: https://w.example/{}\n"
    before, after = (
        {"../mkdocs.yml": said.format(*values).encode()} for values in (("a.onion", "a"), ("b.onion", "b"))
    )
    assert report(before, after).splitlines()[2:] == [
        "mkdocs.yml:",
        "  gone: leave en: https://w.example/a",
        "  gone: onion a.onion",
        "  new:  leave en: https://w.example/b",
        "  new:  onion b.onion",
    ]


@pytest.mark.parametrize("path", ["about/flyer.pdf", "policies/a/form.docx", "contact/poster.png", "fr/report.odt"])
def test_a_file_that_reviewers_do_not_see_into_is_told(path: str) -> None:
    assert whereabouts.matters(path)
    assert "new:  file that says what only its readers see, with the digest" in report({path: b"a"}, {path: b"b"})


@pytest.mark.parametrize("path", ["news/2026/a/photo.jpg", "about/picture.svg"])
def test_pictures_of_other_pages_are_not(path: str) -> None:
    assert not whereabouts.matters(path)
