"""A document's clauses, languages and versions as its readers meet them."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

import pytest
from lxml.html import HtmlElement
from tests.conftest import Built, Site, build_tiny
from tests.site.writing import REVIEWED, home, leads, one, page, spoken, words

from knowledge.documents import clauses as clauses_of

GIFTS = "policies/gifts"
FACTS = {"identifier": "gifts", "version": 2, "status": "draft", "reviewed": REVIEWED, "prevails": "en"}
FORMER = {"version": 1, "status": "in-force", "effective": "2025-01-05", "adopted_by": "The Board"}

ENGLISH = (
    "Why.\n\n## 1. Rule\n\n1.1 Refuse gifts above 20 euros:\n\na) from partners;\n\nb) from sources.\n\n"
    "1.2 Tell your editor in 5 days.\n\n1.3 Give it back.\n\n[__ / __ / ____]\n\n1.4 [repealed in version 2]\n\n"
    "## Form\n\nKeep a copy.[^1]\n\n[^1]: On paper.\n"
)
FRENCH = (
    "Pourquoi.\n\n## 1. Règle\n\n1.1 Refusez les cadeaux de plus de 20 euros :\n\na) de partenaires ;\n\nb) de sources.\n\n"
    "1.2 Informez la rédaction sous 10 jours.\n\n1.4 [abrogé dans la version 2]\n\n1.5 Demandez conseil.\n\n"
    "## Formulaire\n\nGardez une copie.[^1]\n\n[^1]: Sur papier.\n"
)
ARABIC = (
    "لماذا.\n\n## 1. القاعدة\n\n1.1 ارفض الهدايا التي تزيد على 20 يورو:\n\nأ) من الشركاء؛\n\nب) من المصادر.\n\n"
    "1.2 أبلغ المحرر خلال 10 أيام.\n\n1.4 [أُلغي في الإصدار 2]\n\n1.5 اطلب المشورة.\n\n"
    "## استمارة\n\nاحتفظ بنسخة.[^1]\n\n[^1]: على الورق.\n"
)
TRANSLATED = {
    "1": "Rule",
    "1.1": "Refuse gifts above 20 euros:",
    "1.1 a": "from partners;",
    "1.1 b": "from sources.",
    "1.2": "Tell your editor in 10 days.",
    "1.4": "[repealed in version 2]",
    "1.5": "Ask for advice.",
}
"""What the translations were made from: 1.2 has changed since, 1.3 is new, and 1.5 is gone before it was published."""

NUMBERS = ["1", "1.1", "1.1 a", "1.1 b", "1.2", "1.3", "1.4"]


def base(clauses: dict[str, str], start: str = "Why.") -> str:
    said = {"source": "en", "version": 2, "title": "Gifts", "summary": "Gifts.", "start": start, "clauses": clauses}
    annexes = clauses_of.parts(ENGLISH).annexes
    return json.dumps(said | {"annexes": annexes}, ensure_ascii=False, indent=1) + "\n"


def former() -> dict[str, str]:
    """Version 1 in English and in French, frozen when 1.2 and 1.3 were not in the French and 1.5 still was."""
    gone = "See [the old page](../../../about/index.md) and [its German](../../index.de.md).\n\n"
    away = "Voyez [l’ancienne page](../../../about/index.md) et [son allemand](../../index.de.md).\n\n"
    clauses = {number: words.replace("20", "30") for number, words in TRANSLATED.items()}
    files = {
        "index.md": page("Gifts", gone + ENGLISH.replace("20", "30"), **(FACTS | FORMER)),
        "index.fr.md": page("Cadeaux", away + FRENCH.replace("20", "30"), adopted_by="Le conseil"),
        ".ledger/fr.json": base(clauses, f"{gone}Why."),
    }
    sums = "".join(f"{sha256(text.encode()).hexdigest()}  {path}\n" for path, text in files.items())
    return {f"{GIFTS}/v1/{path}": text for path, text in {**files, ".ledger/SHA256SUMS": sums}.items()}


def document(arabic: str = ARABIC, numbers: list[str] = NUMBERS, **fields: object) -> dict[str, str]:
    """The current text in three languages, with what it remembers, and the version before it."""
    ledger = f"{GIFTS}/.ledger"
    return (home() | former()) | {
        "translations/index.md": page("Translations", "How they stand.", reviewed=REVIEWED),
        f"{GIFTS}/index.md": page("Gifts", ENGLISH, **(FACTS | fields)),
        f"{GIFTS}/index.fr.md": page("Cadeaux", FRENCH, compared="2026-01-02", reviewer="Legal adviser"),
        f"{GIFTS}/index.ar.md": page("الهدايا", arabic, machine=True),
        f"{ledger}/clauses.txt": "".join(f"{number}\n" for number in numbers),
        f"{ledger}/fr.json": base(TRANSLATED),
        f"{ledger}/ar.json": base(TRANSLATED),
    }


def build_gifts(folder: Path) -> Built:
    """A policy whose English has moved on, and the version before it."""
    done = build_tiny(folder, document(), site_url="https://host/kb/")
    assert done.code == 0, done.said
    return done


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The policy, built once for all tests."""
    return build_gifts(tmp_path_factory.mktemp("tiny"))


def clause(root: HtmlElement, number: str) -> HtmlElement:
    return one(root, f"//section[@data-clause='{number}']")


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


def test_the_page_of_translations_has_the_languages_in_the_order_of_the_site(built: Built) -> None:
    root = built.page("translations/")
    assert root.xpath("//section/h2/@id")[:3] == ["in-en", "in-fr", "in-ar"]
    links = root.xpath("//table[@class='standing']//th/a")
    assert [(leads("translations/", link), link.get("hreflang")) for link in links] == [
        (f"{GIFTS}/", None),
        (f"fr/{GIFTS}/", "fr"),
        (f"ar/{GIFTS}/", "ar"),
    ]


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


@pytest.mark.parametrize(("url", "version"), [(GIFTS, 2), (f"{GIFTS}/v1", 1)])
def test_every_version_can_be_taken_away(built: Built, url: str, version: int) -> None:
    names = {f"gifts_v{version}_en.{ending}" for ending in ("pdf", "docx", "epub", "txt")}
    assert {
        path.name for path in (built.folder / url).glob("gifts_v*_en.*") if path.suffix not in (".br", ".gz")
    } == names
    assert {link.get("href") for link in built.page(f"{url}/").xpath("//a[@download]")} == names
