"""What a page is follows from its path."""

from __future__ import annotations

import pytest

from knowledge.kinds import KINDS, kind_of, named
from knowledge.records import Article, Document, Home, Hub, Page, Person, Region, Report, Topic


@pytest.mark.parametrize(
    ("page_id", "kind"),
    [
        ("", "home"),
        ("news", "news"),
        ("news/2026", "year"),
        ("news/2026/a-story", "article"),
        ("news/archive", "page"),
        ("news/26", "page"),
        ("news/2026/a-story/more", "page"),
        ("topics", "hub"),
        ("regions", "hub"),
        ("people", "hub"),
        ("policies", "hub"),
        ("topics/water", "topic"),
        ("topics/water/wells", "page"),
        ("regions/asia", "region"),
        ("people/noor", "person"),
        ("ethics", "document"),
        ("ethics/notes", "page"),
        ("policies/anti-harassment", "document"),
        ("contact", "report"),
        ("report", "report"),
        ("contact/form", "page"),
        ("search", "search"),
        ("a-z", "contents"),
        ("about", "page"),
        ("about/topics", "page"),
    ],
)
def test_the_kind_follows_from_the_path(page_id: str, kind: str) -> None:
    assert kind_of(page_id).name == kind


def test_the_template_follows_from_the_kind() -> None:
    assert kind_of("news/2026/a-story").template == "kinds/article.html"


@pytest.mark.parametrize(
    ("kind", "record"),
    [
        ("home", Home),
        ("hub", Hub),
        ("topic", Topic),
        ("region", Region),
        ("person", Person),
        ("document", Document),
        ("article", Article),
        ("report", Report),
        ("page", Page),
    ],
)
def test_the_contract_follows_from_the_kind(kind: str, record: type[Page]) -> None:
    assert named(kind).record is record


def test_only_articles_are_not_copied_into_other_languages() -> None:
    assert [kind.name for kind in KINDS if not kind.copied] == ["article"]


def test_pages_that_only_lead_to_others_are_not_found() -> None:
    assert {kind.name for kind in KINDS if not kind.found} == {"home", "search", "contents", "version"}


def test_a_kind_says_which_fields_it_needs() -> None:
    assert set(named("article").needed) == {"title", "summary", "date", "topics"}
    assert set(named("document").needed) == {"title", "summary", "reviewed", "identifier", "version", "status"}


def test_names_of_kinds_are_their_own() -> None:
    assert len({kind.name for kind in KINDS}) == len(KINDS)


def test_there_is_no_kind_without_a_name() -> None:
    with pytest.raises(StopIteration):
        named("blog")
