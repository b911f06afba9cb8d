"""A way to reach somebody is found however it is written, and what only looks like one is not."""

from __future__ import annotations

import pytest
from tests.hostile.speaking import converter

from knowledge import bodies, ways
from knowledge.ways import Way


def shown(markdown: str) -> list[tuple[str, str]]:
    """The ways that the page of a text shows, each once."""
    return sorted({(way.sort, way.value) for way in ways.shown(bodies.converted(converter(), markdown))})


@pytest.mark.parametrize(
    "written",
    [
        "33121400",
        "3312 1400",
        "33 12 14 00",
        "3 3 1 2 1 4 0 0",
        "33-12-14-00",
        "33.12.14.00",
        "33/12/14/00",
        "33–12–14–00",
        "33\u00a012\u202f14\u201100",
        "*33* 12 14 **00**",
        "33 12<!-- --> 14 00",
        "33 12<br>14 00",
        "33\u200b12\u200b1400",
        "٣٣١٢١٤٠٠",
        "３３１２１４００",
        "Call ![33121400](a.png)",
        "[Call](tel:33121400)",
        "[Call](tel:33%31%3214-00)",
        "[Call][a]\n\n[a]: tel:33121400",
    ],
)
def test_a_number_is_one_however_it_is_written(written: str) -> None:
    assert shown(written) == [("phone number", "33121400")]


@pytest.mark.parametrize(
    "written",
    [
        "eve&#64;e.example",
        "eve&commat;e.example",
        "eve<!-- -->@e.example",
        r"eve@e\.example",
        "<eve@e.example>",
        "eve＠e．example",
    ],
)
def test_an_address_is_one_however_it_is_written(written: str) -> None:
    assert shown(written) == [("e-mail address", "eve@e.example")]


@pytest.mark.parametrize(
    ("written", "way"),
    [
        ("see HTTPS://Evil.example/x", ("site", "evil.example")),
        ("see www.evil.example.", ("site", "www.evil.example")),
        ("[x](//evil.example/)", None),
        ("eve [at] evil [dot] example", ("e-mail address", "eve [at] evil [dot] example")),
        ("@eve.01 on Signal", ("handle", "@eve.01")),
        ("ABCDEFGHIJ234567.ONION", ("onion address", "abcdefghij234567.onion")),
        ("x.y form.pdf 1.5 e.g. this", None),
    ],
)
def test_what_only_readers_take_for_an_address_counts(written: str, way: tuple[str, str] | None) -> None:
    assert (way in shown(written)) if way else shown(written) == []


@pytest.mark.parametrize(
    "text",
    [
        "On 2026-11-02, 12/11/2026 or 12.11.2026, in 2025 or 2026, 2025-2026, 2025–2026.",
        "To 112 or 999. 2025 was a year. Clause 3.2, 10,000 people, 5–7 days, 72 hours.",
        "| 2024 | 2025 | 2026 |\n| --- | --- | --- |\n| 1200 | 1300 | 1400 |",
        "- 2024\n- 2025\n- 2026",
    ],
)
def test_what_only_looks_like_a_number_to_call_is_left_alone(text: str) -> None:
    assert shown(text) == []


def test_digits_of_an_account_are_no_phone() -> None:
    assert list(ways.found("DK50 0040 0440 1162 43")) == [Way("account number", "DK50 0040 0440 1162 43")]
