"""Particulars: what a translation keeps is found, and only what differs is told."""

from __future__ import annotations

import pytest
from tests.documents.hostile import ENOUGH, TEXTS, seconds

from knowledge.documents.particulars import Particular, differences, particulars


def found(text: str, code: str = "en") -> list[tuple[str, str]]:
    return [item.key for item in particulars(text, code)]


def told(ours: str, theirs: str, codes: tuple[str, str] = ("fr", "en")) -> tuple[list[str], list[str]]:
    more, less = differences(particulars(ours, codes[0]), particulars(theirs, codes[1]))
    return [item.written for item in more], [item.written for item in less]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("30 days", [("figure", "30")]),
        ("٣٠ يومًا و٥٠٪ و١٬٠٠٠ و١٫٥", [("figure", "30"), ("figure", "50"), ("figure", "1000"), ("figure", "1.5")]),
        ("१.४", [("figure", "1.4")]),
        ("write to A.b@Example.org.", [("email", "a.b@example.org")]),
        ("وconcerns@example.org", [("email", "concerns@example.org")]),
        ("[write](mailto:a@b.org?subject=1)", [("email", "a@b.org")]),
        ("[a@b.org](mailto:a@b.org)", [("email", "a@b.org")]),
        ("+45 5210 7804", [("phone", "4552107804")]),
        ("+45 (0)52 10 78 04", [("phone", "4552107804")]),
        ("[call](tel:+4552107804)", [("phone", "4552107804")]),
        ("\u200e+45\u00a05210\u200f 7804", [("phone", "4552107804")]),
        ("a rise of +5 %", [("figure", "5")]),
        ("[a](../x/index.md)", [("link", "../x/index.md")]),
        ("[a](../x/index.fr.md)", [("link", "../x/index.md")]),
        ('[a](<../x y.md> "5")', [("link", "../x y.md"), ("figure", "5")]),
        ("![a](p3.jpg)", [("link", "p3.jpg")]),
        ("https://a.org/2/1/.", [("link", "https://a.org/2/1")]),
        ("<https://a.org/2>", [("link", "https://a.org/2")]),
        ("[https://a.org/2](https://a.org/2)", [("link", "https://a.org/2")]),
        ("[https://a.org/2](https://a.org/3)", [("link", "https://a.org/2"), ("link", "https://a.org/3")]),
        ("{{ report.email }}", [("fact", "report.email")]),
        ("{{organisation.name}} and {{ organisation.short }}", []),
        ("One[^12]", [("footnote", "footnote")]),
        ("[INSERT ADDRESS]", []),
        ("&#160;&nbsp;x", []),
    ],
)
def test_figures_addresses_links_and_facts_are_found(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


def test_links_with_a_label_lead_where_the_label_says() -> None:
    text = "[a 2][One], [one], [https://a.org][one] [b]\n\n[one]: https://a.org"
    assert found(text) == [("link", "https://a.org")] * 3 + [("figure", "2")]


def test_a_footnote_counts_once_and_what_it_says_counts() -> None:
    assert found("One[^1]\n\n[^1]: In 14 days.") == [("footnote", "footnote"), ("figure", "14")]


def test_passages_and_cells_of_tables_count_and_the_numbers_of_points_do_not() -> None:
    assert found("One\n\n- two\n\n3. three") == [("passage", "")] * 2
    assert found("One\n\n| a | b | |---|---| | 1 | 2 |").count(("cell", "")) == 9


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"),
    [
        ("dans 30 jours", "within 30 days", ([], [])),
        ("dans 60 jours", "within 30 days", (["60"], ["30"])),
        ("1,5 %", "1.5 per cent", ([], [])),
        ("15 %", "1.5 per cent", (["15"], ["1.5"])),
        ("à 17 h", "at 5 pm", ([], [])),
        ("5 ou 5", "5", (["5"], [])),
        ("le 1er mars 2026", "on 1 March 2026", ([], [])),
        ("le 1er avril 2026", "on 1 March 2026", (["avril"], ["March"])),
        ("le 1er mars 2026", "on 2026-03-01", ([], [])),
        ("le 1er du mois 2026", "on 1 March 2026", ([], [])),
        ("{{ a.email }}", "{{ b.email }}", (["{{ a.email }}"], ["{{ b.email }}"])),
        ("Elle", "{{ organisation.short }} and {{ organisation.name }}", ([], [])),
        ("[ici](b.md)", "[here](a.md)", (["b.md"], ["a.md"])),
    ],
)
def test_what_differs_is_told_as_it_is_written(ours: str, theirs: str, expected: tuple[list[str], list[str]]) -> None:
    assert told(ours, theirs) == expected


def test_a_particular_knows_where_it_stands() -> None:
    assert particulars("One two 3", "en") == [Particular("figure", "3", "3", 8)]
    assert particulars("One\n\ntwo 3", "en")[0].place == 8


@pytest.mark.parametrize("name", TEXTS)
def test_a_hostile_text_takes_no_longer_than_its_length(name: str) -> None:
    assert seconds(lambda: particulars(TEXTS[name], "en")) < ENOUGH
