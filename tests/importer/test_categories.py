"""Categories of an old site find topics and regions by their names, or by import.yml."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.drafts import sound
from tests.importer.archives import CONTENT

from knowledge.importer import categories
from knowledge.importer.categories import Categories
from knowledge.importer.exports import Term, Unreadable


def known(folder: Path, text: str | None = None) -> Categories:
    """What is known with an import.yml of this text, or without one."""
    if text is not None:
        (folder / "import.yml").write_text(text)
    return categories.known(sound(folder / "docs", CONTENT), folder / "import.yml")


def category(name: str, slug: str = "") -> Term:
    """A category of an old site."""
    return Term("category", name, slug)


@pytest.mark.parametrize("name", ["Water", "WATER", "Eau", "ماء", "water"])
def test_a_topic_is_found_by_its_name_in_any_language(tmp_path: Path, name: str) -> None:
    assert known(tmp_path).file([category(name)]).given == {"topics": ["water"]}


@pytest.mark.parametrize("name", ["Freedom of the press", "Press freedom", "press-freedom", "Press&#32;freedom"])
def test_short_titles_and_folders_are_names_too(tmp_path: Path, name: str) -> None:
    assert known(tmp_path).file([category(name)]).given == {"topics": ["press-freedom"]}


def test_the_slug_of_a_category_counts_when_its_name_says_nothing(tmp_path: Path) -> None:
    assert known(tmp_path).file([category("H2O", "water")]).given == {"topics": ["water"]}


def test_topics_and_regions_go_into_their_own_fields_each_once(tmp_path: Path) -> None:
    terms = [category("Water"), category("Eau"), category("Delta"), Term("post_tag", "press freedom")]
    assert known(tmp_path).file(terms).given == {"topics": ["water", "press-freedom"], "regions": ["delta"]}


def test_authors_are_people_and_nothing_else_is(tmp_path: Path) -> None:
    found = known(tmp_path)
    assert found.file([Term("author", "Noor Haddad"), Term("author", "Water")]).given == {"authors": ["noor"]}
    assert found.file([category("Noor Haddad"), Term("post_tag", "noor")]).given == {}
    assert found.file([category("Noor Haddad")]).unknown == ["Noor Haddad"]


def test_an_author_without_a_page_is_a_stranger(tmp_path: Path) -> None:
    found = known(tmp_path)
    assert found.stranger([category("Water"), Term("author", "Webmaster")]) == "Webmaster"
    assert found.stranger([category("Chad"), Term("author", "Noor Haddad")]) == ""


def test_unknown_categories_are_told_and_unknown_tags_are_not(tmp_path: Path) -> None:
    terms = [
        category("News &amp; views"),
        Term("country", "Chad"),
        Term("post_tag", "radio"),
        Term("post_format", "Aside"),
    ]
    filing = known(tmp_path).file(terms)
    assert filing.given == {}
    assert filing.unknown == ["News & views", "Chad"]
    assert known(tmp_path).untold([*terms, Term("post_tag", "Water")]) == ["radio"]


def test_import_yml_says_what_a_category_means_or_that_it_means_nothing(tmp_path: Path) -> None:
    text = "categories:\n  Wells: topics/water\n  Mixed: [water, regions/delta]\n  News: ~\n  Delta: topics/press-freedom\n"
    filing = known(tmp_path, text).file([category("wells"), category("Mixed"), category("NEWS"), category("Delta")])
    assert filing.given == {"topics": ["water", "press-freedom"], "regions": ["delta"]}
    assert filing.unknown == []


def test_import_yml_says_which_sorts_of_posts_are_articles(tmp_path: Path) -> None:
    assert known(tmp_path).sorts == {"post"}
    assert known(tmp_path, "sorts: [post, news]").sorts == {"post", "news"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("categories: {A: topics/watre}", "import.yml: A: there is no topics/watre: did you mean topics/water?"),
        ("categories: {A: news}", "there is no news"),
        ("categories: [A]", "holds `categories:`"),
        ("categorys: {}", "holds `categories:`"),
        ("sorts: post", "holds `categories:`"),
        ("- a", "holds `categories:`"),
        ("a: [", "import.yml is not YAML"),
    ],
)
def test_an_import_yml_that_makes_no_sense_is_refused(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(Unreadable) as told:
        known(tmp_path, text)
    assert said in str(told.value)


def test_an_empty_import_yml_says_nothing(tmp_path: Path) -> None:
    assert known(tmp_path, "").file([category("Water")]).given == {"topics": ["water"]}
