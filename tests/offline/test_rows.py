"""Search knows each page by title, summary and section; articles by title and summary alone."""

from __future__ import annotations

import json

from tests.drafts import ARABIC, ENGLISH

from knowledge.offline import copies, rows
from knowledge.offline.rows import Row

PAGE = """<!doctype html><html lang="en"><head><meta name="description" content="In short."></head><body><main>
<article lang="{lang}" data-kind="{kind}"><header><h1>Gifts</h1></header>
<p class="byline quiet"><a href="{up}people/a/">A</a> <a href="{up}topics/water/">W</a> <a href="{up}regions/asia/">As</a></p>
<div class="text md-typeset"><p>Before<wbr>hand.</p><p data-notice="x">Notice.</p>
<section id="s1" data-clause="1"><h2>Rule</h2><section id="s1-1" data-clause="1.1"><p>No <b>gi</b>fts.</p><p>None</p></section>
After.</section><svg><text>Drawn</text></svg></div></article></main></body></html>"""


def found(page_id: str, kind: str, lang: str = "en") -> Row | None:
    up = "../" * page_id.count("/") + "../"
    return rows.row(page_id, copies.parsed(PAGE.format(lang=lang, kind=kind, up=up)), ENGLISH, "search/")


def test_a_document_is_known_section_by_section() -> None:
    row = found("policies/gifts", "document")
    assert row
    assert (row.url, row.title, row.summary, row.kind) == (
        "../policies/gifts/index.html",
        "Gifts",
        "In short.",
        "document",
    )
    assert row.parts == [("", "Beforehand."), ("s1", "Rule"), ("s1-1", "No gifts. None After.")]


def test_an_article_is_known_by_title_and_summary_and_can_be_narrowed() -> None:
    row = found("news/2026/x", "article")
    assert row
    assert (row.parts, row.topics, row.regions, row.year) == ([], ["topics/water"], ["regions/asia"], "news/2026")


def test_a_topic_is_found_under_itself() -> None:
    row = found("topics/water", "topic")
    assert row
    assert (row.kind, row.topics, row.year) == ("topic", ["topics/water"], "")


def test_copies_pages_made_for_others_and_pages_that_search_leaves_out_are_not_known() -> None:
    assert found("policies/gifts", "document", "ar") is None
    assert found("policies/gifts/history", "history") is None
    assert found("search", "search") is None
    assert rows.row("x", copies.parsed("<p>no article</p>"), ARABIC, "search/") is None


def test_the_script_is_data_that_a_page_may_load() -> None:
    row = found("policies/gifts", "document")
    assert row
    script = rows.script([row])
    assert json.loads(script.removeprefix("globalThis.rows = ").removesuffix(";\n"))[0][1] == "Gifts"
