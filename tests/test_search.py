"""Search reads a slim document for each page of a language, and nothing that is not the page's own."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html
from lxml.html import HtmlElement
from tests.drafts import ARABIC, ENGLISH, FRENCH, lay, sound
from tests.site.writing import REVIEWED, page, searched

from knowledge import search, wordforms
from knowledge.catalogue import Catalogue
from knowledge.indexing import Refused
from knowledge.languages import Language
from knowledge.search import Finding

CHROME = """<!doctype html><html lang="en"><body><header>Menu of the site</header>
<article lang="en" data-kind="page"><h1>Title on the page</h1><p class="summary">Summary on the page</p>
<aside>Version 3</aside>
<div class="text md-typeset"><h2 id="scope">Scope</h2>
<p>What <em>binds</em> us.</p></div>
<nav>Neighbours</nav></article>
<footer>Suggest a correction</footer></body></html>"""
"""A finished page."""

FILES = {
    "search/index.md": page("Search", reviewed=REVIEWED),
    "a-z/index.md": page("Site map", reviewed=REVIEWED),
    "guide/index.md": page("Report a concern", reviewed=REVIEWED),
    "guide/index.ar.md": page("كيف تبلّغ"),
    "ethics/index.md": page("Code of Ethics", reviewed=REVIEWED, identifier="ethics", version=1, status="draft"),
    "topics/gender/index.md": page("Gender", reviewed=REVIEWED),
    "topics/safety/index.md": page("Safety", reviewed=REVIEWED),
    "regions/asia/index.md": page("Asia", reviewed=REVIEWED),
    "people/ana/index.md": page("Ana", reviewed=REVIEWED, role="Adviser", phone="+45 5210 7804", email="ana@host.org"),
    "news/2026/one/index.md": page("One", date="2026-01-02", topics=["safety", "topics/gender"], regions=["asia"]),
    "news/2026/arabic/index.ar.md": page("خبر", date="2026-01-03", topics=["safety"]),
}


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    return sound(tmp_path_factory.mktemp("search"), FILES)


def slim(catalogue: Catalogue, page_id: str, reader: Language = ENGLISH) -> HtmlElement:
    """What search reads of a page."""
    entry = catalogue.entries[page_id]
    return html.document_fromstring(search.slim(CHROME, entry, entry.texts[reader.code]))


def marked(root: HtmlElement, name: str) -> set[str]:
    """What a slim document says to Pagefind under a name (`filter`, `meta`)."""
    return {element.get(f"data-pagefind-{name}", "") for element in root.xpath(f"//*[@data-pagefind-{name}]")}


def test_a_slim_document_holds_the_pages_own_words_and_nothing_else(catalogue: Catalogue) -> None:
    said = " ".join(slim(catalogue, "guide").text_content().split())
    assert said == "Report a concernReport a concern.Scope What binds us."


def test_headings_keep_their_ids_so_that_results_lead_to_them(catalogue: Catalogue) -> None:
    assert slim(catalogue, "guide").xpath("//h2/@id") == ["scope"]


def test_only_the_marked_body_of_a_slim_document_is_read_in_its_language(catalogue: Catalogue) -> None:
    root = slim(catalogue, "guide", ARABIC)
    assert root.get("lang") == "ar"
    (body,) = root.xpath("/html/body/*")
    assert body.get("data-pagefind-body") == ""
    assert body.findtext("h1") == "كيف تبلّغ"


def test_a_person_is_found_by_role_and_number(catalogue: Catalogue) -> None:
    said = slim(catalogue, "people/ana").text_content()
    assert [fact for fact in ("Adviser", "+45 5210 7804", "ana@host.org") if fact not in said] == []


@pytest.mark.parametrize(
    ("page_id", "filters"),
    [
        ("guide", {"kind:page"}),
        ("ethics", {"kind:document"}),
        ("people/ana", {"kind:person"}),
        ("topics/safety", {"kind:topic", "topic:topics/safety"}),
        ("regions/asia", {"kind:page", "region:regions/asia"}),
        (
            "news/2026/one",
            {"kind:article", "topic:topics/safety", "topic:topics/gender", "region:regions/asia", "year:news/2026"},
        ),
    ],
)
def test_a_page_can_be_filtered_by_its_kind_and_subjects(catalogue: Catalogue, page_id: str, filters: set[str]) -> None:
    assert marked(slim(catalogue, page_id), "filter") == filters


def test_every_choice_of_the_search_page_is_the_id_of_a_page(catalogue: Catalogue) -> None:
    named = [search.filters(entry) for entry in catalogue.entries.values()]
    ids = {value for found in named for facet in ("topic", "region") for value in found[facet]}
    assert ids == {"topics/safety", "topics/gender", "regions/asia"}


def test_a_result_knows_its_kind(catalogue: Catalogue) -> None:
    assert "kind:document" in marked(slim(catalogue, "ethics"), "meta")


def test_bare_forms_of_the_title_and_of_all_words_stand_beside_the_text(catalogue: Catalogue) -> None:
    root = slim(catalogue, "guide", ARABIC)
    forms = {mark.get("data-pagefind-meta", ""): mark.get("content", "") for mark in root.iter("meta")}
    assert forms["names[content]"].split() == wordforms.bare("كيف تبلّغ", "ar")
    assert set(forms["names[content]"].split()) < set(forms["forms[content]"].split())


def test_front_matter_is_text_never_html(tmp_path: Path) -> None:
    title = "<img src=x onerror=alert(1)> & more"
    root = slim(sound(tmp_path, {"about/index.md": page(title, reviewed=REVIEWED)}), "about")
    assert root.findtext(".//h1") == title
    assert root.find(".//img") is None


def finished(catalogue: Catalogue, folder: Path) -> Path:
    """The pages of a finished site."""
    urls = [reader.url(entry.id) for reader in (ENGLISH, FRENCH, ARABIC) for entry in catalogue.shown(reader)]
    return lay(folder, {f"{url}index.html": CHROME for url in urls})


@pytest.mark.parametrize(
    ("reader", "ids"),
    [
        (
            ENGLISH,
            ["ethics", "guide", "news/2026/one", "people/ana", "regions/asia", "topics/gender", "topics/safety"],
        ),
        (FRENCH, []),
        (ARABIC, ["guide", "news/2026/arabic"]),
    ],
    ids=lambda value: getattr(value, "code", ""),
)
def test_a_language_finds_its_own_texts_and_no_copies(
    catalogue: Catalogue, tmp_path: Path, reader: Language, ids: list[str]
) -> None:
    found = search.findings(catalogue, reader, finished(catalogue, tmp_path))
    assert sorted(finding.page_id for finding in found) == ids


def test_what_lasts_is_handed_over_before_news(catalogue: Catalogue, tmp_path: Path) -> None:
    found = [finding.page_id for finding in search.findings(catalogue, ENGLISH, finished(catalogue, tmp_path))]
    assert found[0] == "ethics"
    assert found[1:3] == ["topics/gender", "topics/safety"]
    assert found[-1] == "news/2026/one"


def test_an_index_holds_each_page_under_its_address_from_the_root_of_the_language(tmp_path: Path) -> None:
    document = '<!doctype html><html lang="fr"><body><main data-pagefind-body><h1>{}</h1></main></body></html>'
    pages = [Finding("report", document.format("Signaler")), Finding("news/2026/a", document.format("Un article"))]
    search.index(pages, FRENCH, tmp_path / "fr/pagefind")
    assert searched(tmp_path / "fr") == {"/report/": "Signaler.", "/news/2026/a/": "Un article."}


def test_an_index_carries_no_spare_files_and_one_language(tmp_path: Path) -> None:
    document = '<!doctype html><html lang="ar"><body><main data-pagefind-body><p>كيف تبلّغ</p></main></body></html>'
    search.index([Finding("report", document)], ARABIC, tmp_path / "pagefind")
    names = {path.name for path in (tmp_path / "pagefind").iterdir() if path.is_file()}
    assert "pagefind.js" in names
    assert [name for name in names if "-ui." in name or "highlight" in name] == []
    assert [name for name in names if name.startswith("wasm.ar")] != []


def test_a_language_without_a_page_to_find_gets_a_search_that_finds_nothing(tmp_path: Path) -> None:
    search.index([], FRENCH, tmp_path / "fr/pagefind")
    assert (tmp_path / "fr/pagefind/pagefind.js").read_text("utf-8") == search.NOTHING


def test_a_fault_of_the_indexer_ends_the_build(tmp_path: Path) -> None:
    with pytest.raises(Refused):
        search.index([Finding("report", "\ud800")], ENGLISH, tmp_path / "pagefind")
