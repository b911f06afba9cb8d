"""A document's clauses, languages and versions as its readers meet them."""

from __future__ import annotations

import json

import pytest
from tests.conftest import Built, Site
from tests.site.gifts import (
    ARABIC,
    GIFTS,
    NUMBERS,
    build_gifts,
    clause,
    document,
)
from tests.site.writing import leads, one, spoken, words


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The policy, built once for all tests."""
    return build_gifts(tmp_path_factory.mktemp("tiny"))


@pytest.mark.parametrize("code", ["", "fr/", "ar/"])
def test_every_clause_has_the_same_address_in_every_language(built: Built, code: str) -> None:
    root = built.page(f"{code}{GIFTS}/")
    shown = {
        section.get("data-clause"): section.get("id")
        for section in root.iter("section")
        if "data-clause" in section.attrib
    }
    assert list(shown) == [*NUMBERS, "1.5"] if code else NUMBERS
    assert shown["1.1 b"] == "s1-1-b"


@pytest.mark.parametrize("code", ["fr", "ar"])
def test_exactly_the_clauses_that_changed_are_marked_in_the_readers_language(built: Built, code: str) -> None:
    root = built.page(f"{code}/{GIFTS}/")
    marked = [note.getparent().get("data-clause") for note in root.xpath("//*[contains(@class, 'stale')]")]
    assert marked == ["1.2", "1.3", "1.5"]
    note = one(clause(root, "1.2"), "*[@data-notice='outdated']")
    assert note.get("lang") == code
    said = "This clause is being updated: the text in %(language)s has changed."
    language = {"fr": "anglais", "ar": "الإنجليزية"}[code]
    assert spoken(code, said, language=language) in words(note)
    assert leads(f"{code}/{GIFTS}/", one(note, "p/a")) == f"{GIFTS}/#s1-2"
    redline = one(note, ".//details/p")
    assert ([part.text for part in redline.iter("del")], [part.text for part in redline.iter("ins")]) == (["10"], ["5"])
    assert (redline.get("lang"), redline.get("dir")) == ("en", "ltr")


def test_the_source_itself_is_marked_nowhere(built: Built) -> None:
    assert not built.page(f"{GIFTS}/").xpath("//*[@data-notice='outdated']")


def test_the_top_of_a_translation_names_what_is_being_updated(built: Built) -> None:
    top = one(built.page(f"ar/{GIFTS}/"), "//div[@class='notice' and @data-notice='outdated']")
    assert [(link.text, link.get("href")) for link in top.iter("a")] == [
        (number, f"#s1-{number[-1]}") for number in ("1.2", "1.3", "1.5")
    ]


def test_a_reader_is_told_how_far_a_translation_can_be_relied_on(built: Built) -> None:
    machine = one(built.page(f"ar/{GIFTS}/"), "//*[@data-notice='unreviewed']")
    told = "A machine made this translation, and nobody has compared it with the original yet."
    assert words(machine) == spoken("ar", told)
    french = built.page(f"fr/{GIFTS}/")
    assert not french.xpath("//*[@data-notice='unreviewed']")
    assert "Legal adviser" in words(one(french, "//dl[@class='facts']"))
    prevails = spoken("fr", "Where two languages differ, the text in %(language)s prevails.", language="anglais")
    assert prevails in words(one(french, "//dl[@class='facts']"))


@pytest.mark.parametrize(
    ("code", "number"), [("fr/", "article 1.1 b"), ("ar/", "البند 1.1 ب"), ("ar/v1", "clause 1.1 b")]
)
def test_a_number_is_read_aloud_in_the_language_of_its_text(built: Built, code: str, number: str) -> None:
    code, _, below = code.partition("/")
    root = built.page(f"{code}/{GIFTS}/{below + '/' if below else ''}")
    assert one(clause(root, "1.1 b"), "p/a[@class='number']").get("aria-label") == number
    assert one(root, "//article").get("lang") == ("en" if below else code)
    back = {"fr": "Retour au texte", "en": "Back to the text", "ar": spoken("ar", "Back to the text")}
    label = one(root, "//a[@class='footnote-backref']").get("aria-label")
    assert label == back["en" if below else code]
    row = one(built.page(f"fr/{GIFTS}/compare/ar/"), "//tr[@id='s1-1-b']")
    assert row.xpath(".//a[@class='number']/@aria-label") == ["article 1.1 b", "البند 1.1 ب"]


def test_the_page_of_translations_has_the_languages_in_the_order_of_the_site(built: Built) -> None:
    root = built.page("translations/")
    assert root.xpath("//section/h2/@id")[:3] == ["in-en", "in-fr", "in-ar"]
    links = root.xpath("//table[@class='standing']//th/a")
    assert [(leads("translations/", link), link.get("hreflang")) for link in links] == [
        (f"{GIFTS}/", None),
        (f"fr/{GIFTS}/", "fr"),
        (f"ar/{GIFTS}/", "ar"),
    ]


@pytest.mark.parametrize("code", ["", "fr/", "ar/"])
def test_pages_that_nobody_has_read_for_a_year_are_listed_and_without_articles_nothing_is_drawn(
    built: Built, code: str
) -> None:
    root = built.page(f"{code}translations/")
    late = root.xpath("//section[@aria-labelledby='overdue']//li")[0]
    assert leads(f"{code}translations/", one(late, "a")) == f"{code}translations/"
    assert one(late, "time").get("datetime") == "2021-01-05"
    data = json.loads((built.folder / f"{code}translations/index.json").read_text("utf-8"))
    assert (data["reviews"][0], data["articles"]) == ({"id": "translations", "due": "2021-01-05"}, [])
    assert root.xpath("//*[local-name()='svg' and @role='img']") == []


def test_the_page_says_to_machines_what_it_is(built: Built) -> None:
    said = json.loads(one(built.page(f"ar/{GIFTS}/"), "//script[@type='application/ld+json']").text or "")
    assert (said["@type"], said["legislationIdentifier"], said["inLanguage"]) == ("Legislation", "gifts", "ar")
    assert said["@id"] == f"https://host/kb/ar/{GIFTS}/v2/"


def test_the_page_carries_what_is_needed_to_cite_a_clause(built: Built) -> None:
    cited = one(built.page(f"ar/{GIFTS}/"), "//*[@data-citation]")
    assert "{clause}" in cited.get("data-citation", "")
    assert cited.get("data-address") == f"https://host/kb/ar/{GIFTS}/v2/"


def test_a_clause_lost_in_translation_fails_the_build_with_its_number(site: Site) -> None:
    done = site(document(ARABIC.replace("ب) من المصادر.\n\n", "")))
    assert done.code == 1
    (line,) = [line for line in done.said.splitlines() if "1.1 b" in line]
    assert line.startswith(f"content/{GIFTS}/index.ar.md:")
    assert "from sources" in line


def test_a_published_number_that_disappears_fails_the_build(site: Site) -> None:
    done = site(document(numbers=[*NUMBERS, "1.9"]))
    assert done.code == 1
    assert f"content/{GIFTS}/index.md:" in done.said
    assert "1.9 was published and is no longer here" in done.said


def test_a_clause_that_would_be_none_on_the_page_fails_the_build(site: Site) -> None:
    files = document()
    files[f"{GIFTS}/index.md"] = files[f"{GIFTS}/index.md"].replace(
        "1.3 Give it back.", "<div>\n\n1.3 Give it.\n\n</div>"
    )
    done = site(files)
    assert done.code == 1
    assert "clause: 1.3 would be no clause on the page" in done.said


def test_a_new_section_of_the_source_makes_translations_stale_and_breaks_nothing(site: Site) -> None:
    files = document(numbers=[*NUMBERS, "1.6", "2", "2.1"], renumbered={"1.2": "1.6"})
    files[f"{GIFTS}/index.md"] = files[f"{GIFTS}/index.md"].replace("1.2 Tell", "1.6 Tell")
    files[f"{GIFTS}/index.md"] += "\n## 2. Later\n\n2.1 Look again.\n"
    done = site(files)
    assert done.code == 0, done.said
    marked = done.page(f"fr/{GIFTS}/").xpath("//section[contains(@class, 'absent')]/@data-clause")
    assert marked == ["1.3", "2", "2.1"]
    moved = one(clause(done.page(f"fr/{GIFTS}/"), "1.2"), "p/small[@id='s1-6']")
    assert words(moved) == spoken("fr", "(now %(number)s)", number="1.6")
