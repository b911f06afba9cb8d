"""The page of an article is known by what shows on it, and by nothing else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.drafts import ENGLISH, LANGUAGES, sound
from tests.site.writing import REVIEWED, page

from knowledge import chrome, finished, news
from knowledge.catalogue import Catalogue
from knowledge.editing.drafts import Draft
from knowledge.fragments import Setting
from knowledge.pictures import Album, File, Picture
from knowledge.shelf import Shelf

FILES = {
    "topics/safety/index.md": page("Safety", "About it.", reviewed=REVIEWED),
    "topics/law/index.md": page("Law", reviewed=REVIEWED),
    "news/2024/one/index.md": page("One", date="2024-01-01", topics=["safety"]),
    "news/2024/two/index.md": page("Two", date="2024-01-02", topics=["safety"]),
    "news/2024/three/index.md": page("Three", date="2024-01-03", topics=["law"]),
    "news/2024/four/index.md": page("Four", date="2024-01-04", topics=["law"]),
}


def keys(folder: Path, **changed: str) -> dict[str, str]:
    """The keys of all articles, by folder, in a site where some files are different."""
    texts = {path: changed.get(path.split("/")[-2], text) for path, text in FILES.items()}
    catalogue = sound(folder, texts)
    shared, shelf = finished.epoch(catalogue, ENGLISH), Shelf(catalogue, ENGLISH, news.articles(catalogue))
    return {entry.id.rpartition("/")[2]: _key(shared, shelf, entry.id, catalogue) for entry in shelf.articles}


def _key(shared: str, shelf: Shelf, name: str, catalogue: Catalogue) -> str:
    view = chrome.view(catalogue.entries[name], ENGLISH, catalogue, "/")
    return finished.key(shared, view, shelf, view.text.source.body, setting(lambda path: path))


def setting(lead: Callable[[str], str | None]) -> Setting:
    return Setting(ENGLISH, ENGLISH, "news/2024/one/", LANGUAGES, str, lead, lambda address: None)


@pytest.mark.parametrize(
    ("name", "text", "others"),
    [
        ("one", page("One", "Other words.", date="2024-01-01", topics=["safety"]), {"one"}),
        ("one", page("First", date="2024-01-01", topics=["safety"]), {"one", "two"}),
        ("four", page("Fourth", date="2024-01-04", topics=["law"]), {"three", "four"}),
        ("three", page("Third", date="2024-01-03", topics=["law"]), {"two", "three", "four"}),
        ("law", page("The law", reviewed=REVIEWED), {"one", "two", "three", "four"}),
        ("safety", page("Safety", "More about it.", reviewed=REVIEWED), set()),
    ],
)
def test_an_edit_changes_the_pages_that_show_it(tmp_path: Path, name: str, text: str, others: set[str]) -> None:
    before, after = keys(tmp_path / "before"), keys(tmp_path / "after", **{name: text})
    assert {article for article, key in before.items() if after[article] != key} == others


@pytest.mark.parametrize(
    "address",
    ["../two/index.md", "wall.png", "../two/index.md#s1", "%D8%A7/index.md"],
    ids=["page", "file", "place", "coded"],
)
def test_it_matters_where_a_relative_address_leads(address: str) -> None:
    clean = f'<p><a class="x" href="{address}">there</a></p>'
    ways = [
        [*finished.outcomes(clean, setting(lead))]
        for lead in (lambda path: path, lambda path: f"fr/{path}", lambda path: None)
    ]
    assert len({tuple(way) for way in ways}) == 3


@pytest.mark.parametrize("address", ["https://host.org/", "mailto:info@host.org", "#s1", ""])
def test_other_addresses_lead_where_they_say(address: str) -> None:
    assert [*finished.outcomes(f'<a href="{address}">there</a>', setting(lambda path: pytest.fail(path)))] == []


def test_an_article_that_carries_files_is_always_made_anew(tmp_path: Path) -> None:
    catalogue = sound(
        tmp_path,
        FILES | {"news/2024/one/index.md": page("One", date="2024-01-01", topics=["safety"], downloads=True)},
    )
    kept = [entry.id for entry in catalogue.entries.values() if finished.is_kept(entry)]
    assert kept == ["news/2024/four", "news/2024/three", "news/2024/two"]


def test_pages_of_documents_change_with_every_document_and_every_day(tmp_path: Path) -> None:
    rule = page("Code", "Say the truth.", reviewed=REVIEWED, identifier="code", version=1, status="draft")
    one, other = (
        sound(tmp_path / word, FILES | {"ethics/index.md": rule.replace("truth", word)}) for word in ("truth", "fact")
    )
    day = news.articles(one)[0].record.date
    assert finished.documents("shared", one, day) != finished.documents("shared", other, day)
    assert finished.documents("shared", one, day) != finished.documents("shared", one, day.replace(year=2025))


def test_settings_are_what_a_configuration_says() -> None:
    said = {
        "site_name": "Ours",
        "extra": {"leave": {"en": "https://host.org"}, "since": date(2020, 1, 1)},
        "theme": object(),
    }
    assert finished.settings(said, Path("/home/site")) == (
        '{"extra": {"leave": {"en": "https://host.org"}, "since": "2020-01-01"}, "site_name": "Ours", "theme": "object"}'
    )


def test_settings_are_the_same_wherever_a_site_lies() -> None:
    def said(root: str) -> str:
        given = {"docs_dir": f"{root}/docs", "watch": [f"{root}/a"], "site_dir": "/srv/x", "edit_uri": "edit/docs/"}
        return finished.settings(given, Path(root))

    assert said("/home/site") == said("/docs") == '{"docs_dir": "docs", "edit_uri": "edit/docs/", "watch": ["a"]}'


def test_a_picture_that_is_replaced_changes_the_pages_of_documents(tmp_path: Path) -> None:
    catalogue = sound(tmp_path, FILES)
    picture = Picture((File(8, 6, "map-8.1234.webp", Path("kept")),))
    other = replace(catalogue, album=Album({"ethics/map.png": picture}))
    day = date(2026, 1, 1)
    assert finished.documents("shared", catalogue, day) != finished.documents("shared", other, day)


def test_a_draft_changes_all_pages_that_show_it(tmp_path: Path) -> None:
    catalogue = sound(tmp_path, FILES)
    entry = catalogue.entries["news/2024/one"]
    texts = {code: replace(text, draft=Draft(entry.record.date)) for code, text in entry.texts.items()}
    drafted = replace(catalogue, entries={**catalogue.entries, entry.id: replace(entry, texts=texts)})
    assert finished.records("shared", catalogue) != finished.records("shared", drafted)
