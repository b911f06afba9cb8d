"""Addresses are changed where they stand, and nothing else is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from knowledge.documents.addresses import readdressed, relocated


@pytest.mark.parametrize(
    ("body", "changed"),
    [
        ("See [a](x.md).", "See [a](X.MD)."),
        ('[a](x.md "title") ![b](p.png)', '[a](X.MD "title") ![b](P.PNG)'),
        ("[![b](p.png)](x.md#s1)", "[![b](P.PNG)](X.MD#S1)"),
        ("[a](<x.md>)", "[a](<X.MD>)"),
        ("[a][1] and [c]\n\n[1]: x.md\n[c]: y.md", "[a][1] and [c]\n\n[1]: X.MD\n[c]: Y.MD"),
        ('<a href="x.md">a</a> <img src=p.png>', '<a href="X.MD">a</a> <img src=P.PNG>'),
        ("`[a](x.md)` [a](x.md)", "`[a](x.md)` [a](X.MD)"),
        ("```\n[a](x.md)\n```", "```\n[a](x.md)\n```"),
        ("<!-- [a](x.md) -->", "<!-- [a](x.md) -->"),
        ("انظر [البند](x.md) و[غيره](y.md).", "انظر [البند](X.MD) و[غيره](Y.MD)."),
        ("nothing (here) [at] all", "nothing (here) [at] all"),
    ],
)
def test_every_sort_of_address_is_changed_outside_code(body: str, changed: str) -> None:
    assert readdressed(body, str.upper) == changed


@given(some.text("[]()<>!`\"'a.#/:\n ", max_size=60))
def test_what_is_not_changed_stays_as_it_was(body: str) -> None:
    assert readdressed(body, str) == body


@pytest.mark.parametrize(
    "address", ["https://host/x.md", "mailto:a@example.org", "tel:+4512345678", "/x.md", "#s1", ""]
)
def test_only_relative_addresses_move(address: str) -> None:
    assert relocated(f"[a]({address})", "policies/gifts", lambda path: "moved") == f"[a]({address})"


def test_an_address_is_given_from_the_content_folder_and_keeps_its_place_on_the_page() -> None:
    found: list[str] = []
    body = "[a](../../report/index.fr.md#how) [b](photo.png) [c](../other/index.md?x)"
    relocated(body, "policies/gifts", lambda path: found.append(path) or "")  # type: ignore[func-returns-value]
    assert found == ["report/index.fr.md", "policies/gifts/photo.png", "policies/other/index.md"]
    assert relocated(body, "policies/gifts", lambda _: "n") == "[a](n#how) [b](n) [c](n?x)"
