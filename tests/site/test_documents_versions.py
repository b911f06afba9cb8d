"""Former versions, what changed, languages side by side, and what a document is for machines, on built pages."""

from __future__ import annotations

import json

import pytest
from tests.conftest import Built
from tests.site.gifts import (
    GIFTS,
    NUMBERS,
    build_gifts,
    clause,
)
from tests.site.writing import leads, one, spoken, words


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The policy, built once for all tests."""
    return build_gifts(tmp_path_factory.mktemp("tiny"))


def test_the_version_in_force_stays_readable_and_is_found_while_the_next_is_a_draft(built: Built) -> None:
    root = built.page(f"{GIFTS}/v1/")
    assert "30 euros" in words(clause(root, "1.1"))
    assert [meta.get("content") for meta in root.xpath("//meta[@name='robots']")] == []
    assert f"{GIFTS}/v1/" in (built.folder / "sitemap.xml").read_text("utf-8")
    draft = one(built.page(f"{GIFTS}/"), "//*[@data-notice='draft']")
    assert leads(f"{GIFTS}/", one(draft, ".//a")) == f"{GIFTS}/v1/"


def test_a_former_version_keeps_the_words_of_links_that_lead_nowhere_any_more(built: Built) -> None:
    root = built.page(f"{GIFTS}/v1/")
    paragraph = next(iter(root.xpath("//div[contains(@class, 'text')]/p")))
    assert words(paragraph) == "See the old page and its German."
    assert paragraph.xpath(".//a[@href]") == []


def test_a_former_version_says_how_its_translation_stood_and_not_that_somebody_is_at_work(built: Built) -> None:
    root = built.page(f"fr/{GIFTS}/v1/")
    noted = {note.getparent().get("data-clause"): words(note) for note in root.xpath("//div[@class='stale']")}
    assert list(noted) == ["1.2", "1.3", "1.5"]
    said = "When this version was closed, this clause was behind the text in %(language)s."
    assert noted["1.2"].startswith(spoken("fr", said, language="anglais"))
    at_work = [
        part for part in root.xpath("//*[@data-notice]") if "en cours de" in words(part) or "encore" in words(part)
    ]
    assert at_work == []
    assert len(root.xpath("//*[@data-notice='unreviewed']")) == 1


def test_a_form_is_filled_in_while_it_is_current_and_drawn_ever_after(built: Built) -> None:
    current, closed = built.page(f"{GIFTS}/"), built.page(f"{GIFTS}/v1/")
    assert len(one(clause(current, "1.3"), "div[@class='answers']").xpath(".//input")) == 1
    assert closed.xpath("//article//input | //*[contains(@class, 'keeping')]") == []
    assert one(clause(closed, "1.3"), ".//span[@class='rule']").text is None


def test_the_permanent_address_of_the_current_version_leads_to_it_and_to_each_clause(built: Built) -> None:
    root = built.page(f"ar/{GIFTS}/v2/")
    assert leads(f"ar/{GIFTS}/v2/", one(root, "//a[@data-onward]")) == f"ar/{GIFTS}/"
    places = {link.get("id"): leads(f"ar/{GIFTS}/v2/", link) for link in root.xpath("//ul[@class='places']//a")}
    page_ids = {str(found) for found in built.page(f"ar/{GIFTS}/").xpath("//article//*/@id")}
    assert {*(f"s{number.replace('.', '-').replace(' ', '-')}" for number in NUMBERS), "s1-5", "form"} == set(places)
    assert places == {name: f"ar/{GIFTS}/#{name}" for name in places}
    assert set(places) <= page_ids
    assert root.xpath("//meta[@http-equiv='refresh']") == []


def test_the_history_says_which_version_applied_when_and_what_changed(built: Built) -> None:
    root = built.page(f"fr/{GIFTS}/history/")
    rows = {row.get("id"): row for row in root.xpath("//table[contains(@class, 'versions')]/tbody/tr")}
    assert list(rows) == ["version-2", "version-1"]
    assert (rows["version-1"].get("data-since"), rows["version-1"].get("class")) == ("2025-01-05", "applies")
    for code in ("fr/", ""):
        root = built.page(f"{code}{GIFTS}/history/")
        assert [words(part) for part in root.xpath("//dl[@class='redlines']/dt/a")] == ["1.1"]
        assert [part.text for part in root.xpath("//dl[@class='redlines']//del")][-1] == "30"
        assert words(one(root, "//dl[@class='redlines']/dt[not(a)]")) == spoken(code[:2] or "en", "Introduction")


def test_languages_stand_side_by_side_with_honest_gaps(built: Built) -> None:
    root = built.page(f"ar/{GIFTS}/compare/en/")
    rows = root.xpath("//table[@class='pairs']/tbody/tr")
    clauses = [f"s{number.replace('.', '-').replace(' ', '-')}" for number in [*NUMBERS, "1.5"]]
    assert [row.get("id") for row in rows] == [None, None, *clauses, "form", None]
    sides = {row.get("id"): [cell.get("lang") for cell in row.iter("td")] for row in rows}
    assert (sides["s1"], sides["s1-3"], sides["s1-5"]) == (["ar", "en"], [None, "en"], ["ar", None])
    gaps = [words(gap) for gap in root.xpath("//td[@class='gap']")]
    no_longer = spoken("ar", "Not in the text in %(language)s.", language="الإنجليزية")
    assert gaps == [f"1.3 {spoken('ar', 'No translation yet.')}", f"1.5 {no_longer}"]
    assert words(rows[0]) == "الهدايا الهدايا. Gifts Gifts."
    assert words(rows[1]) == "لماذا. Why."


def test_side_by_side_says_too_what_is_being_updated(built: Built) -> None:
    for path, at in ((f"ar/{GIFTS}/compare/en/", [0]), (f"fr/{GIFTS}/compare/ar/", [0, 1])):
        row = one(built.page(path), "//tr[@id='s1-2']")
        noted = [len(cell.xpath(".//*[@data-notice='outdated']")) for cell in row.iter("td")]
        assert [place for place, count in enumerate(noted) if count] == at
    closed = built.page(f"fr/{GIFTS}/v1/compare/en/")
    said = "When this version was closed, this clause was behind the text in %(language)s."
    assert spoken("fr", said, language="anglais") in words(one(closed, "//tr[@id='s1-2']"))
    gap = one(closed, "//tr[@id='s1-3']/td[@class='gap']")
    assert words(gap) == f"1.3 {spoken('fr', 'Not translated when this version was closed.')}"


@pytest.mark.parametrize("path", [f"ar/{GIFTS}/compare/en/", f"fr/{GIFTS}/compare/ar/", f"{GIFTS}/v1/compare/fr/"])
def test_side_by_side_every_mark_leads_somewhere(built: Built, path: str) -> None:
    root = built.page(path)
    ids = [str(found) for found in root.xpath("//@id")]
    assert len(ids) == len(set(ids))
    inside = {str(link).removeprefix("#") for link in root.xpath("//table//@href[starts-with(., '#')]")}
    assert len([name for name in inside if "fn" in name]) == 4
    assert inside <= set(ids)


@pytest.mark.parametrize(
    ("path", "code", "to"),
    [
        (f"{GIFTS}/history/", "ar", f"ar/{GIFTS}/history/"),
        (f"fr/{GIFTS}/compare/ar/", "en", f"{GIFTS}/compare/ar/"),
        (f"fr/{GIFTS}/compare/ar/", "ar", f"ar/{GIFTS}/compare/fr/"),
        (f"ar/{GIFTS}/receipt/", "fr", f"fr/{GIFTS}/receipt/"),
    ],
)
def test_the_switcher_stays_on_the_same_sort_of_page(built: Built, path: str, code: str, to: str) -> None:
    link = one(built.page(path), f"//nav[@class='languages']//a[@hreflang='{code}']")
    assert leads(path, link) == to
    assert built.has(to)


def test_a_receipt_names_the_text_by_its_digest_and_lies_there_as_a_file(built: Built) -> None:
    said = json.loads((built.folder / "fr" / GIFTS / "v2/index.json").read_text("utf-8"))
    root = built.page(f"fr/{GIFTS}/receipt/")
    assert said["digest"] in words(root)
    file = one(root, "//a[@download]").get("href")
    assert said["digest"] in (built.folder / "fr" / GIFTS / "receipt" / str(file)).read_text("utf-8")


def test_a_text_lies_beside_its_page_as_data_with_what_is_stale(built: Built) -> None:
    said = json.loads((built.folder / "ar" / GIFTS / "v2/index.json").read_text("utf-8"))
    assert [part["number"] for part in said["clauses"]] == [*(number for number in NUMBERS if number != "1.3"), "1.5"]
    assert [part["number"] for part in said["clauses"] if part["stale"]] == ["1.2", "1.5"]
    assert said["translation"]["missing"] == ["1.3"]
    assert said["clauses"][2]["text"] == "من الشركاء؛"
    assert [(annex["after"], annex["text"]) for annex in said["annexes"]] == [
        ("1.5", "استمارة\n\nاحتفظ بنسخة.\n\nعلى الورق.")
    ]
    assert (built.folder / "schemas/document-1.json").is_file()
    listed = json.loads((built.folder / "documents/index.json").read_text("utf-8"))
    assert [version["version"] for version in listed["documents"][0]["versions"]] == [2, 1]


@pytest.mark.parametrize(
    ("url", "version", "code"),
    [
        (GIFTS, 2, "en"),
        (f"{GIFTS}/v1", 1, "en"),
        (f"fr/{GIFTS}", 2, "fr"),
        (f"fr/{GIFTS}/v1", 1, "fr"),
        (f"ar/{GIFTS}", 2, "ar"),
    ],
)
def test_every_version_can_be_taken_away(built: Built, url: str, version: int, code: str) -> None:
    names = {f"gifts_v{version}_{code}.{ending}" for ending in ("pdf", "docx", "epub", "txt")}
    assert {path.name for path in (built.folder / url).glob("gifts_v*") if path.suffix not in (".br", ".gz")} == names
    assert {link.get("href") for link in built.page(f"{url}/").xpath("//a[@download]")} == names
