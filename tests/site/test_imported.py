"""An archive that was imported builds without a warning, and readers of each language find it whole."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from tests.conftest import Built, build_tiny
from tests.drafts import lay
from tests.importer.archives import CONTENT, TODAY, item, site, wxr
from tests.site.writing import leads, one, picture, words

from knowledge.importer import importing
from knowledge.importer.outcomes import Report

NUMBERS = range(1, 13)
LANGUAGES = ("en", "fr", "ar")
UPLOADS = "https://old.example.org/wp-content/uploads/2021/03"
TITLES = {"en": "Well number", "fr": "Puits numéro", "ar": "البئر رقم"}
TEXTS = {
    "en": "A *well* in [the] delta, 5 < 6. Call +45 88 32 70 00 before 2021-04-01.",
    "fr": "Un puits dans le delta : 5 < 6. Appelez le +45 88 32 70 00 avant le 2021-04-01 !",
    "ar": "بئر في الدلتا. اتصلوا بالرقم +45 88 32 70 00 قبل 2021-04-01، أو اكتبوا إلى desk@example.org.",
}


def content(number: int, code: str) -> str:
    """A text as the block editor stores it: it links to the next one, and has what archives have."""
    following = f"https://old.example.org/{code}/{number % 12 + 1}{LANGUAGES.index(code)}/"
    text = TEXTS[code].replace("<", "&lt;")
    return f"""<!-- wp:paragraph --><p>{text}</p><!-- /wp:paragraph -->
<!-- wp:heading {{"level":3}} --><h3 class="wp-block-heading">{TITLES[code]}</h3><!-- /wp:heading -->
<!-- wp:image --><figure class="wp-block-image"><img src="{UPLOADS}/well.png" alt="{TITLES[code]}"/></figure><!-- /wp:image -->
<!-- wp:list --><ul><li>{text}<ol><li><a href="{following}">{TITLES[code]}</a></li></ol></li></ul><!-- /wp:list -->
<!-- wp:table --><figure><table><thead><tr><th>A</th><th>B</th></tr></thead><tbody><tr><td>{text}</td><td>|</td></tr></tbody>
</table></figure><!-- /wp:table --><script>alert("{number}")</script>
<blockquote><p>{text}</p></blockquote>"""


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> tuple[Report, Built]:
    """Twelve texts in three languages, imported into the small site, which is then built."""
    folder = tmp_path_factory.mktemp("imported")
    posts = [
        item(
            number * 10 + place,
            f"{TITLES[code]} {number}",
            content(number, code),
            code,
            f"pll_{number}",
            f"2021-03-{number:02}",
        )
        for number in NUMBERS
        for place, code in enumerate(LANGUAGES)
    ]
    lay(folder / "archive", {"export.xml": wxr(*posts), "uploads/2021/03/well.png": picture(width=40, height=30)})
    done = importing.run(folder / "archive/export.xml", replace(site(folder), root=folder / "archive"), TODAY)
    return done, build_tiny(folder, {"index.md": CONTENT["index.md"]})


def test_every_text_comes_in_and_the_site_builds_without_a_warning(imported: tuple[Report, Built]) -> None:
    done, built = imported
    assert sum(done.counts.values()) == 36
    assert {remark for each in done.outcomes for remark in each.remarks} == {"<script> is left out"}
    assert [each.title for each in done.outcomes if each.held or each.skipped] == []
    assert built.code == 0, built.said


@pytest.mark.parametrize("code", LANGUAGES)
def test_readers_of_each_language_find_every_text(imported: tuple[Report, Built], code: str) -> None:
    root = "" if code == "en" else f"{code}/"
    for number in NUMBERS:
        page = imported[1].page(f"{root}news/2021/en-{number}0")
        assert words(one(page, "//h1")) == f"{TITLES[code]} {number}"
        assert one(page, "//article").get("lang") == code


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_text_reads_as_it_did(imported: tuple[Report, Built], code: str) -> None:
    root = "" if code == "en" else f"{code}/"
    url = f"{root}news/2021/en-20"
    article = one(imported[1].page(url), "//article")
    said = words(article).replace("\u00a0", " ").replace("\u202f", " ")
    assert said.count(TEXTS[code]) == 4, "four times in the text, and not once more above it as its summary"
    assert not article.find_class("lead")
    assert "alert" not in said
    assert next(words(heading) for heading in article.iter("h2")).startswith(TITLES[code])
    assert one(article, ".//ul/li/ol/li/a").text_content() == TITLES[code]
    assert leads(f"{url}/", one(article, ".//ul/li/ol/li/a")) == f"{root}news/2021/en-30/"
    assert one(article, ".//td[2]").text_content() == "|"


def test_pictures_are_published_beside_their_pages(imported: tuple[Report, Built]) -> None:
    built = imported[1]
    image = one(built.page("ar/news/2021/en-10"), "//article//img[@alt]")
    assert image.get("alt") == TITLES["ar"]
    path = built.folder / "ar/news/2021/en-10" / image.get("src", "")
    assert Path(path).resolve().is_file()
