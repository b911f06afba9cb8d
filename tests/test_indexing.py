"""The same pages give the same search index, whatever chance decides inside Pagefind."""

from __future__ import annotations

import gzip
import json
from typing import Any

import cbor2
import pytest

from knowledge import indexing

PAGE = """<!doctype html><html lang="en"><body><main data-pagefind-body data-pagefind-meta="kind:page"><h1>{title}</h1>
<p>Words of {title}.</p>{marks}</main></body></html>"""
FILTERS = {"kind": "abcdefgh", "topic": "ijklmnop", "region": "qrstuvwx"}
"""Enough filters and values that chance would hardly ever put them in one order twice."""


def pages() -> list[tuple[str, str]]:
    """Eight pages, each with a value of every filter."""
    found = []
    for place in range(8):
        values = [f"{name}:{letters[place]}" for name, letters in FILTERS.items()]
        marks = "".join(f'<span data-pagefind-filter="{value}"></span>' for value in values)
        found.append((f"p{place}/", PAGE.format(title=f"Number {place}", marks=marks)))
    return found


@pytest.fixture(scope="module")
def made() -> dict[str, bytes]:
    """The index of those pages."""
    return indexing.files(pages(), "en")


def opened(data: bytes) -> list[Any]:
    """What a file of an index says."""
    found: list[Any] = cbor2.loads(gzip.decompress(data).removeprefix(indexing.MAGIC))
    return found


def test_the_same_pages_give_the_same_files(made: dict[str, bytes]) -> None:
    assert indexing.files(pages(), "en") == made


def test_pages_are_numbered_as_they_were_handed_over(made: dict[str, bytes]) -> None:
    hashed = indexing.files(pages()[::-1], "en")
    (kinds,) = [values for name, values in map(opened, filters(hashed)) if name == "kind"]
    assert kinds == [[letter, [7 - place]] for place, letter in enumerate(FILTERS["kind"])]


def filters(files: dict[str, bytes]) -> list[bytes]:
    """The files of an index that say which page has which value."""
    return [data for name, data in files.items() if name.startswith("filter/")]


def test_filters_and_their_values_stand_in_order(made: dict[str, bytes]) -> None:
    found = {str(name): values for name, values in map(opened, filters(made))}
    assert {name: [value for value, _ in values] for name, values in found.items()} == {
        name: list(letters) for name, letters in FILTERS.items()
    }


def test_every_name_inside_an_index_leads_to_a_file(made: dict[str, bytes]) -> None:
    language = json.loads(made[indexing.ENTRY])["languages"]["en"]
    whole = opened(made[f"pagefind.{language['hash']}.pf_meta"])
    assert language["page_count"] == 8
    listed = whole[indexing.META_FILTERS]
    assert [name for name, _ in listed] == sorted(FILTERS)
    assert {f"filter/{digest}.pf_filter" for _, digest in listed} == {name for name in made if "pf_filter" in name}
    assert [name for name in made if name.endswith(".pf_meta")] == [f"pagefind.{language['hash']}.pf_meta"]


def test_what_pagefind_refuses_is_told_in_its_words() -> None:
    with pytest.raises(indexing.Refused, match="hex escape"):
        indexing.files([("report/", "\ud800")], "en")


def test_a_page_longer_than_a_pipe_holds_is_no_trouble() -> None:
    long = PAGE.format(title="Long", marks="<p>" + "many different words " * 20_000)
    assert indexing.ENTRY in indexing.files([(f"p{place}/", long) for place in range(3)], "en")
