"""Former versions of a document stay readable in every language they had, and only who looks for them finds them."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree
from tests.conftest import Built, build_tiny
from tests.documents.versions import DOCUMENT, remembered, sealed, text, translation, versions
from tests.drafts import DRAWING, Files
from tests.site.writing import REVIEWED, home, one, page, searched, spoken, words

HOST = "https://host/kb/"
LATE = "policies/late"
FIRST = "Rule of the first version. See [what has gone](../../../gone/index.md#x) and ![a map](map.svg)."


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A policy in its third version: the first in English and French, the second in English, the draft in all three."""
    files: Files = {
        **home(),
        **versions(
            text(1, body=FIRST), text(2, "2026-03-01", body="Rule of the second."), text(3, status="draft", body="New.")
        ),
        f"{DOCUMENT}/v1/index.fr.md": translation("Cadeaux, première version", body="Règle ancienne."),
        f"{DOCUMENT}/v1/map.svg": DRAWING,
        f"{DOCUMENT}/index.fr.md": translation("Cadeaux", body="Règle nouvelle.", adopted_by=None),
        f"{DOCUMENT}/index.ar.md": translation("الهدايا", body="قاعدة جديدة.", adopted_by=None),
        f"{LATE}/index.md": text(1, "2099-01-01", "Never.", status="withdrawn", until="2099-01-01", identifier="late"),
        "policies/index.md": page("Policies", reviewed=REVIEWED),
        "a-z/index.md": page("A to Z", reviewed=REVIEWED),
    }
    for number in (1, 2):
        files = sealed(files, f"{DOCUMENT}/v{number}")
    done = build_tiny(tmp_path_factory.mktemp("former"), remembered(files), site_url=HOST)
    assert done.code == 0, done.said
    return done


@pytest.mark.parametrize(
    ("url", "rule", "language"),
    [
        ("policies/gifts/v1/", "Rule of the first version.", "en"),
        ("fr/policies/gifts/v1/", "Règle ancienne.", "fr"),
        ("ar/policies/gifts/v1/", "Rule of the first version.", "en"),
        ("policies/gifts/v2/", "Rule of the second.", "en"),
        ("fr/policies/gifts/v2/", "Rule of the second.", "en"),
        ("policies/gifts/", "New.", "en"),
        ("fr/policies/gifts/", "Règle nouvelle.", "fr"),
    ],
)
def test_every_version_is_read_in_every_language_it_had(built: Built, url: str, rule: str, language: str) -> None:
    article = one(built.page(url), "//article")
    assert article.get("lang") == language
    assert words(one(article, ".//div[@class='text md-typeset']")).startswith(rule)


def test_a_version_that_was_withdrawn_before_it_took_effect_never_applied(built: Built) -> None:
    told = one(built.page(f"fr/{LATE}/"), "//*[@data-notice='withdrawn']")
    assert words(told) == spoken("fr", "Version %(version)s was withdrawn before it took effect.", version="1")


def test_where_a_link_leads_nowhere_any_more_its_words_stay(built: Built) -> None:
    text = one(built.page("policies/gifts/v1/"), "//article//div[@class='text md-typeset']")
    assert "See what has gone and" in words(text)
    assert [link.get("href") for link in text.iter("a") if link.text == "what has gone"] == [None]
    assert one(text, ".//img").get("alt") == "a map"


@pytest.mark.parametrize("root", ["", "fr/", "ar/"])
def test_search_engines_are_asked_to_leave_former_versions_out(built: Built, root: str) -> None:
    robots = built.page(f"{root}policies/gifts/v1/").xpath("/html/head/meta[@name='robots']/@content")
    assert robots == ["noindex"]
    assert built.page("policies/gifts/").xpath("/html/head/meta[@name='robots']") == []


def test_who_searches_finds_the_version_that_applies_while_the_next_is_a_draft(built: Built) -> None:
    assert built.page("policies/gifts/v2/").xpath("/html/head/meta[@name='robots']") == []
    assert "policies/gifts/v2/" in (built.folder / "sitemap.xml").read_text("utf-8")
    assert {"/policies/gifts/", "/policies/gifts/v2/"} <= set(searched(built.folder))
    assert not any("/v" in url for url in searched(built.folder / "fr"))


def test_former_versions_are_in_no_list(built: Built) -> None:
    lists = ["sitemap.xml", "a-z/index.html", "policies/index.html", "index.html", "feed.xml"]
    found = [name for name in lists if (built.folder / name).exists()]
    assert {"sitemap.xml", "a-z/index.html"} <= set(found)
    assert [name for name in found if "gifts/v1" in (built.folder / name).read_text("utf-8")] == []
    assert [url for url in searched(built.folder) if "/v1" in url] == []


def test_what_the_document_remembers_is_not_published(built: Built) -> None:
    hidden = [path for path in built.folder.rglob("*") if path.name in ("SHA256SUMS", ".ledger")]
    assert hidden == [built.folder / "SHA256SUMS"]


def test_the_feed_tells_of_every_version_and_leads_to_its_text(built: Built) -> None:
    feed = etree.parse(built.folder / "fr/policies/feed.xml")
    found = [(entry.findtext("{*}id"), one_link(entry)) for entry in feed.iterfind("{*}entry")]
    place = f"{HOST}fr/policies/gifts/"
    assert {(name, url) for name, url in found if str(name).startswith(place)} == {
        (f"{place}#version-3-draft", place),
        (f"{place}#version-2-in-force", f"{place}v2/"),
        (f"{place}#version-1-in-force", f"{place}v1/"),
    }


def one_link(entry: etree._Element) -> str:
    (link,) = entry.iterfind("{*}link")
    return str(link.get("href"))


def test_a_former_version_that_was_changed_fails_the_build_by_name(tmp_path: Path) -> None:
    files = sealed(versions(text(1, body="Old."), text(2, "2026-03-01", body="New.")), f"{DOCUMENT}/v1")
    changed = dict(files) | {f"{DOCUMENT}/v1/index.md": text(1, body="Older.")}
    done = build_tiny(tmp_path, {**home(), **changed})
    assert done.code == 1
    assert f"{DOCUMENT}/v1/index.md:1: frozen: this file of a former version has been changed" in done.said
