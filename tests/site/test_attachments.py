"""Files beside a page stand at its foot in every language, cleaned, and can be checked like all that is downloaded."""

from __future__ import annotations

import json
from hashlib import sha256
from subprocess import run

import pytest
from tests.attachments.makings import SECRET, pdf, word
from tests.conftest import Built, Site
from tests.site.writing import REVIEWED, files, home, leads, one, page, spoken, words

REPORT = {"file": "report.pdf", "title": "The whole report", "language": "en", "kind": "full-version"}
SUMMARY = {"file": "summary.docx", "title": "الملخص", "language": "ar", "kind": "other"}


@pytest.fixture(scope="module")
def built(tiny: Site) -> Built:
    """An article with two files, a page whose text links to one, and a file that nobody names."""
    done = tiny(
        home()
        | {
            "topics/water/index.md": page("Water", "[Figures](figures.csv)", reviewed=REVIEWED),
            "topics/water/index.ar.md": page("الماء", "[أرقام](figures.csv)"),
            "topics/water/figures.csv": b"a,b\n",
            "check/index.md": page("Check", reviewed=REVIEWED),
            "topics/water/figures.ar.csv": "أ,ب\n".encode(),
            "topics/water/forgotten.pdf": b"SECRET",
            "news/2026/river/index.md": page(
                "River", date="2026-02-03", topics=["water"], attachments=[REPORT, SUMMARY]
            ),
            "news/2026/river/index.ar.md": page("النهر"),
            "news/2026/river/report.pdf": pdf(),
            "news/2026/river/summary.docx": word(),
        }
    )
    assert done.code == 0, done.said
    return done


def test_nothing_published_says_who_made_it(built: Built) -> None:
    published = files(built.folder)
    assert {"news/2026/river/report.pdf", "news/2026/river/summary.docx"} <= set(published)
    assert [name for name, data in published.items() if SECRET in data] == []


def test_a_file_that_nobody_names_is_told_and_stays_at_home(built: Built) -> None:
    assert "Not published, because no page lists it or links to it: content/topics/water/forgotten.pdf" in built.said
    assert built.said.count("forgotten.pdf") == 1
    assert "topics/water/forgotten.pdf" not in files(built.folder)


@pytest.mark.parametrize(
    ("code", "url", "order"),
    [
        ("en", "news/2026/river/", ["report.pdf", "summary.docx"]),
        ("ar", "ar/news/2026/river/", ["summary.docx", "report.pdf"]),
    ],
)
def test_the_foot_of_the_page_tells_title_kind_format_language_size_and_fingerprint(
    built: Built, code: str, url: str, order: list[str]
) -> None:
    section = one(built.page(url), "//section[@aria-labelledby='attachments']")
    assert [leads(url, link).rpartition("/")[2] for link in section.iterfind(".//li/a")] == order
    *_, check = section.iter("a")
    assert leads(url, check).endswith("check/")
    (item,) = (item for item in section.iter("li") if "The whole report" in words(item))
    data = (built.folder / "news/2026/river/report.pdf").read_bytes()
    assert spoken(code, "Full version") in words(item)
    assert {"en": "PDF, English", "ar": "PDF، الإنجليزية"}[code] in words(item)
    assert one(item, ".//code").text == sha256(data).hexdigest()
    link = one(item, ".//a")
    assert (link.get("lang"), link.get("dir"), link.get("hreflang")) == ("en", "ltr", "en")


def test_a_page_without_files_has_no_such_part(built: Built) -> None:
    assert built.page("topics/water/").xpath("//section[@aria-labelledby='attachments']") == []


def test_all_can_be_checked_by_the_list_of_the_site(built: Built) -> None:
    listed = (built.folder / "SHA256SUMS").read_text("utf-8").split()[1::2]
    assert listed == [
        "ar/topics/water/figures.csv",
        "news/2026/river/report.pdf",
        "news/2026/river/summary.docx",
        "topics/water/figures.csv",
    ]
    assert run(["sha256sum", "-c", "SHA256SUMS"], cwd=built.folder, check=False, capture_output=True).returncode == 0


@pytest.mark.parametrize("url", ["news/2026/river/", "ar/news/2026/river/"])
def test_the_list_beside_the_page_says_as_much_to_machines(built: Built, url: str) -> None:
    rows = json.loads((built.folder / url / "downloads.json").read_text("utf-8"))
    (row,) = (row for row in rows if row["title"] == "The whole report")
    data = (built.folder / url / row["file"]).read_bytes()
    assert (row["size"], row["sha256"]) == (len(data), sha256(data).hexdigest())
    assert (row["format"], row["language"], row["kind"]) == ("PDF", "en", "full-version")


@pytest.mark.parametrize(("url", "said"), [("topics/water/", "a,b\n"), ("ar/topics/water/", "أ,ب\n")])
def test_a_link_in_a_text_leads_to_the_file_of_its_language(built: Built, url: str, said: str) -> None:
    link = one(built.page(url), "//article//a[contains(@href, 'csv')]")
    assert (built.folder / leads(url, link)).read_text("utf-8") == said
