"""All documents in one archive: each file where the list says, the same bytes each time, and pages that say how large it is."""

from __future__ import annotations

from gettext import NullTranslations
from hashlib import sha256
from pathlib import Path
from subprocess import run
from zipfile import ZipFile

import pytest
from lxml import html
from playwright.sync_api import Browser, expect
from tests.conftest import ROOT, Built, build_tiny
from tests.drafts import ARABIC, ENGLISH, FRENCH, LANGUAGES
from tests.site.gifts import document
from tests.site.writing import REVIEWED, leads, one, page, spoken, words

from knowledge.downloads import deliveries, parcels, sets
from knowledge.downloads.sets import Book
from knowledge.languages import Language

TEMPLATES = ROOT / "overrides/leaflets"


def book(folder: Path, language: Language) -> Book:
    """A document in two formats."""
    files = []
    for ending in ("pdf", "txt"):
        kept = folder / f"{language.code}.{ending}"
        kept.write_text(f"{ending} in {language.code}")
        files.append(
            deliveries.delivery(language.url("gifts"), kept, f"gifts_v2_{language.code}.{ending}", language, "2")
        )
    return Book(f"Gifts in {language.code}", "Version 2 · Draft", language, files)


def packed(folder: Path, *languages: Language) -> bytes:
    return sets.packed([book(folder, language) for language in languages], TEMPLATES, lambda _: NullTranslations())


def test_one_language_lies_flat_and_several_in_folders(tmp_path: Path) -> None:
    flat, deep = parcels.unpacked(packed(tmp_path, ARABIC)), parcels.unpacked(packed(tmp_path, ENGLISH, ARABIC))
    assert list(flat) == ["index.html", "SHA256SUMS", "gifts_v2_ar.pdf", "gifts_v2_ar.txt"]
    assert [name for name in deep if "/" in name] == [
        *("en/gifts_v2_en.pdf", "en/gifts_v2_en.txt", "ar/gifts_v2_ar.pdf", "ar/gifts_v2_ar.txt")
    ]


def test_the_list_leads_to_every_file_in_the_direction_of_the_first_language(tmp_path: Path) -> None:
    files = parcels.unpacked(packed(tmp_path, ARABIC, FRENCH))
    root = html.document_fromstring(files["index.html"].decode())
    assert (root.get("lang"), root.get("dir")) == ("ar", "rtl")
    assert {link.get("href") for link in root.iter("a")} == set(files) - {"index.html", "SHA256SUMS"}


def test_the_fingerprints_are_those_of_the_files(tmp_path: Path) -> None:
    for name, data in parcels.unpacked(packed(tmp_path, ENGLISH, FRENCH)).items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(data)
    done = run(["sha256sum", "-c", "SHA256SUMS"], cwd=tmp_path, check=False, capture_output=True, text=True)
    assert (done.returncode, done.stdout.count(": OK")) == (0, 4)


def test_the_same_documents_give_the_same_bytes(tmp_path: Path) -> None:
    assert packed(tmp_path, ENGLISH, ARABIC) == packed(tmp_path, ENGLISH, ARABIC)


def test_an_archive_is_called_by_the_site() -> None:
    assert sets.address(LANGUAGES, "fr") == "documents/a-site_documents_fr.zip"


def test_gaps_are_filled_for_one_archive_and_others_wait(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x" * 5000)
    archive = deliveries.delivery("documents/", tmp_path / "a", "a.zip", ENGLISH, "")
    gap = '<bdi data-size="documents/{0}.zip"></bdi><code data-digest="documents/{0}.zip"></code>'
    told = sets.filled(gap.format("a") + gap.format("b"), archive, "5 KB")
    assert told == f"<bdi>5 KB</bdi><code>{archive.digest}</code>" + gap.format("b")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A policy in three languages, the page that lists it and the page of checks, in two of them."""
    files = {
        "policies/index.md": page("Policies", reviewed=REVIEWED),
        "policies/index.ar.md": page("السياسات"),
        "check/index.md": page("Check", reviewed=REVIEWED),
    }
    done = build_tiny(tmp_path_factory.mktemp("tiny"), document() | files)
    assert done.code == 0, done.said
    return done


@pytest.mark.parametrize(("code", "url"), [("en", "policies/"), ("ar", "ar/policies/"), ("fr", "fr/check/")])
def test_the_pages_offer_the_readers_language_and_all_with_size_and_fingerprint(
    built: Built, code: str, url: str
) -> None:
    section = one(built.page(url), "//section[@aria-labelledby='sets']")
    items = list(section.iter("li"))
    assert len(items) == 2
    for item, matter in zip(items, (code, "all"), strict=True):
        address = leads(url, one(item, ".//a"))
        data = (built.folder / address).read_bytes()
        assert address == f"documents/tiny-site_documents_{matter}.zip"
        assert one(item, ".//code").text == sha256(data).hexdigest()
        assert spoken(code, "%(size)s KB", size=str(round(len(data) / 1000))) in words(item)
        assert f"{sha256(data).hexdigest()}  {address}\n" in (built.folder / "SHA256SUMS").read_text("utf-8")


def test_an_archive_has_every_format_of_the_current_version(built: Built) -> None:
    files = parcels.unpacked((built.folder / "documents/tiny-site_documents_ar.zip").read_bytes())
    assert {name for name in files if name.startswith("gifts")} == {
        f"gifts_v2_ar.{ending}" for ending in ("pdf", "docx", "epub", "txt")
    }
    assert "الهدايا" in files["index.html"].decode()


@pytest.mark.parametrize(("matter", "title", "count"), [("ar", "الهدايا", 4), ("all", "Gifts", 12)])
def test_an_unpacked_archive_is_whole_and_its_list_opens_from_a_disk(
    built: Built, browser: Browser, tmp_path: Path, matter: str, title: str, count: int
) -> None:
    with ZipFile(built.folder / f"documents/tiny-site_documents_{matter}.zip") as archive:
        archive.extractall(tmp_path)
    done = run(["sha256sum", "-c", "SHA256SUMS"], cwd=tmp_path, check=False, capture_output=True, text=True)
    assert (done.returncode, done.stdout.count(": OK")) == (0, count)
    page, asked = browser.new_page(), list[str]()
    page.on("request", lambda request: asked.append(request.url))
    page.goto((tmp_path / "index.html").as_uri())
    expect(page.locator("h2").first).to_have_text(title)
    links = page.eval_on_selector_all("a", "links => links.map(link => decodeURIComponent(link.pathname))")
    assert [Path(link).is_file() for link in links] == [True] * count
    page.close()
    assert [url for url in asked if not url.startswith("file:")] == []
