"""What lies in the content folder and nobody would come across."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.conftest import ROOT
from tests.drafts import DRAWING, Files, sound
from tests.site.writing import REVIEWED, page

from knowledge import configuration, orphans, reading


def alone(folder: Path, files: Files) -> list[str]:
    """The pages that nothing leads to."""
    return [entry.id for entry in orphans.pages(sound(folder, files))]


QUIET = {"guide/index.md": page("Guide", reviewed=REVIEWED)}


def test_a_page_that_only_leads_to_itself_is_alone(tmp_path: Path) -> None:
    own = page("Guide", "See [this](index.md#x).\n\n## X {#x}", reviewed=REVIEWED)
    assert alone(tmp_path, {"guide/index.md": own}) == ["guide"]


@pytest.mark.parametrize(
    "files",
    [
        {"about/index.md": page("About", "See [it](../guide/index.md#top).\n\n## T {#top}", reviewed=REVIEWED)},
        {
            "about/index.md": page("About", reviewed=REVIEWED),
            "about/index.fr.md": page("À propos", "Voir [le guide](../guide/index.md)."),
        },
        {"guide/index.md": page("Guide", reviewed=REVIEWED, menu=1)},
        {
            "guide/first/index.md": page("First", reviewed=REVIEWED),
            "about/index.md": page("A", "[b](../guide/first/index.md)", reviewed=REVIEWED),
        },
    ],
    ids=["link", "translation", "menu", "path"],
)
def test_a_page_is_found_by_links_menu_and_path(tmp_path: Path, files: Files) -> None:
    linked = {**QUIET, **files}
    linked["guide/index.md"] = str(linked["guide/index.md"]) + "\n## T {#top}\n"
    assert alone(tmp_path, linked) == []


def test_lists_and_fields_lead_to_pages(tmp_path: Path) -> None:
    files: Files = {
        "topics/index.md": page("Topics", reviewed=REVIEWED, menu=1),
        "topics/safety/index.md": page("Safety", reviewed=REVIEWED, contacts=["ana"]),
        "people/ana/index.md": page("Ana", reviewed=REVIEWED, role="Adviser"),
        "people/eve/index.md": page("Eve", reviewed=REVIEWED, role="Adviser"),
        "news/2024/one/index.md": page("One", date="2024-01-01", topics=["safety"]),
    }
    assert alone(tmp_path, files) == ["people/eve"]


def test_pictures_and_files_that_no_page_shows_are_told(tmp_path: Path) -> None:
    files: Files = {
        "about/index.md": page("About", "![A map](map.svg)", reviewed=REVIEWED),
        "about/map.svg": DRAWING,
        "about/map.fr.svg": DRAWING,
        "about/old.svg": DRAWING,
        "about/form.pdf": b"%PDF-1.4",
    }
    catalogue = sound(tmp_path, files)
    assert orphans.pictures(catalogue) == ["about/old.svg"]
    assert [line.partition(":")[0] for line in orphans.told(catalogue, "docs")] == [
        "docs/about/old.svg",
        "docs/about/form.pdf",
    ]


def test_the_picture_of_an_article_that_waits_for_its_day_is_no_orphan(tmp_path: Path) -> None:
    files: Files = {
        "topics/safety/index.md": page("Safety", reviewed=REVIEWED, menu=1),
        "news/2099/one/index.md": page("One", date="2099-01-01", topics=["safety"], image="map.svg", image_alt="A map"),
        "news/2099/one/map.svg": DRAWING,
    }
    assert orphans.pictures(sound(tmp_path, files)) == []


def test_everything_in_the_real_folder_is_found_by_somebody() -> None:
    site = configuration.read(ROOT / "mkdocs.yml")
    catalogue, _ = reading.read(site.docs, site.languages, site.shown, cache=site.cache)
    assert orphans.told(catalogue, site.shown) == []
