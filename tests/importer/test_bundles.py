"""Posts become pages: languages brought together, sources found, addresses that nobody else has."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.drafts import LANGUAGES
from tests.importer.archives import TODAY, post

from knowledge.importer.bundles import Aim, Bundle, Plan, known, plan
from knowledge.importer.exports import Post
from knowledge.names import SLUG


def planned(*posts: Post, taken: frozenset[str] = frozenset(), spoken: str = "en-US") -> Plan:
    """What becomes of some posts."""
    return plan(posts, Aim(LANGUAGES, spoken, {"post"}, taken, TODAY))


def only(*posts: Post, spoken: str = "en-US") -> Bundle:
    """The page that some posts make."""
    (bundle,) = planned(*posts, spoken=spoken).bundles
    return bundle


@pytest.mark.parametrize(
    ("written", "code"),
    [("fr", "fr"), ("fr-FR", "fr"), ("fr_CA", "fr"), ("AR", "ar"), ("de", None), ("", None), ("french", None)],
)
def test_codes_of_plug_ins_name_languages_of_the_site(written: str, code: str | None) -> None:
    found = known(written, LANGUAGES)
    assert (found and found.code) == code


def test_texts_that_are_joined_make_one_page() -> None:
    bundle = only(
        post(1, group="g", slug="wells"), post(2, language="fr", group="g"), post(3, language="ar", group="g")
    )
    assert (bundle.page_id, bundle.original, set(bundle.posts)) == ("news/2021/wells", "en", {"en", "fr", "ar"})
    assert bundle.remarks == []


def test_the_plug_in_names_the_source() -> None:
    bundle = only(post(1, group="g", source="fr"), post(2, language="fr", group="g", date="2019-02-01", slug="puits"))
    assert (bundle.original, bundle.page_id) == ("fr", "news/2019/puits")


def test_without_a_word_of_the_plug_in_the_sites_first_language_is_the_source() -> None:
    assert only(post(1, language="ar", group="g"), post(2, group="g")).original == "en"
    assert only(post(1, language="ar", group="g"), post(2, language="fr", group="g")).original == "ar"


def test_a_translation_whose_source_is_not_there_stands_alone_and_says_so() -> None:
    bundle = only(post(1, language="fr", group="g", source="en"))
    assert bundle.original == "fr"
    assert bundle.remarks == ["it was translated from en, and that text is not imported: it stands as an original"]


def test_two_texts_of_one_language_are_two_pages() -> None:
    made = planned(post(1, group="g", slug="one"), post(2, group="g", slug="two"), post(3, language="fr", group="g"))
    assert {bundle.page_id: sorted(bundle.posts) for bundle in made.bundles} == {
        "news/2021/one": ["en", "fr"],
        "news/2021/two": ["en"],
    }
    assert made.bundles[1].remarks == ["it is joined with another text in en (post 1): it became a page of its own"]


def test_a_text_that_names_no_language_is_in_the_language_of_the_export() -> None:
    assert only(post(1, language=""), spoken="fr-FR").original == "fr"


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"sort": "page"}, "its sort is 'page', and articles are made of post: import.yml can name more"),
        ({"status": "draft"}, "it is a draft"),
        ({"status": "private"}, "it is private"),
        ({"status": "acf-disabled"}, "its status is 'acf-disabled'"),
        ({"locked": True}, "it asks for a password"),
        ({"language": "de"}, "'de' is not a language of this site"),
        ({"blank": True}, "it has no text"),
        ({"date": ""}, "it has no date"),
    ],
)
def test_what_cannot_be_an_article_is_refused_with_the_reason(changes: dict[str, object], reason: str) -> None:
    made = planned(post(1, **changes), post(2))
    assert made.refused == {1: reason}
    assert len(made.bundles) == 1


def test_a_source_without_a_date_takes_its_translations_with_it() -> None:
    made = planned(post(1, group="g", date=""), post(2, language="fr", group="g"))
    assert made.refused == dict.fromkeys((1, 2), "the text it was translated from has no date")


def test_a_page_whose_day_is_to_come_waits() -> None:
    bundle = only(post(1, date="2031-03-01", status="future"))
    assert bundle.waits
    assert bundle.remarks == ["it is dated 2031-03-01: the site shows it from that day on"]


@pytest.mark.parametrize(
    ("slug", "title", "name"),
    [
        ("wells-and-rumours", "x", "wells-and-rumours"),
        ("", "Élections &amp; <em>eau</em>", "elections-eau"),
        ("%d8%a8%d8%b9%d8%af", "بعد الفيضان", "article-1"),
        ("%c3%a9lections", "x", "elections"),
        ("eu", "The EU", "the-eu"),
        ("page", "Page", "article-1"),
        ("2019", "2019", "article-1"),
        ("word-" * 30, "x", "word-" * 15 + "word"),
        ("x" * 100, "x", "x" * 80),
    ],
)
def test_folders_have_names_in_plain_letters(slug: str, title: str, name: str) -> None:
    assert only(post(1, slug=slug, title=title)).page_id == f"news/2021/{name}"


def test_a_translation_lends_its_name_when_the_source_has_none_in_plain_letters() -> None:
    bundle = only(post(1, language="ar", group="g", title="ماء"), post(2, language="fr", group="g", slug="eau"))
    assert bundle.page_id == "news/2021/eau"


def test_a_name_is_given_once_in_all_years() -> None:
    made = planned(post(1, slug="wells"), post(2, slug="wells", date="2022-01-01"), post(3, slug="wells-2"))
    assert [bundle.page_id for bundle in made.bundles] == [
        "news/2021/wells",
        "news/2022/wells-2",
        "news/2021/wells-2-2",
    ]
    assert made.bundles[1].remarks == ["another page is called wells: this one became wells-2"]


def test_names_of_articles_that_are_there_are_taken_but_by_the_page_itself() -> None:
    there = frozenset({"news/2020/wells", "news/2021/pumps"})
    made = planned(post(1, slug="wells"), post(2, slug="pumps"), taken=there)
    assert [bundle.page_id for bundle in made.bundles] == ["news/2021/wells-2", "news/2021/pumps"]


@settings(deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(["a-b", "a-b-2", "ماء", "x y"]), st.sampled_from(["2020", "2021"])), max_size=12)
)
def test_a_second_import_gives_every_page_the_same_place(drawn: list[tuple[str, str]]) -> None:
    posts = [post(place, slug=slug, date=f"{year}-01-01") for place, (slug, year) in enumerate(drawn, 1)]
    first = [bundle.page_id for bundle in planned(*posts).bundles]
    again = [bundle.page_id for bundle in planned(*posts, taken=frozenset(first)).bundles]
    assert first == again
    names = [page_id.rpartition("/")[2] for page_id in first]
    assert len(set(names)) == len(names)
    assert all(SLUG.fullmatch(name) for name in names)
