"""A page among files speaks each language in its own direction, and stands alone."""

from __future__ import annotations

import re
from gettext import NullTranslations
from pathlib import Path

from lxml import html
from tests.conftest import ROOT
from tests.downloads.test_deliveries import delivered
from tests.drafts import ARABIC, ENGLISH
from tests.site.writing import one, words

from knowledge import strings
from knowledge.downloads import leaflets
from knowledge.downloads.leaflets import Item, Part

TEMPLATES = ROOT / "overrides/leaflets"


def leaflet(folder: Path) -> str:
    file = delivered(folder)
    return leaflets.leaflet(
        TEMPLATES,
        [
            (
                Part(ENGLISH, "Files <here>", "All.", [Item("Gifts & more", "Draft", [("en/a b.pdf", file)])]),
                NullTranslations(),
            ),
            (
                Part(ARABIC, "الملفات", "كلها.", [Item("الهدايا", "", [("ar/gifts.pdf", file)])]),
                strings.translations(ROOT / "overrides/locales", "ar"),
            ),
        ],
    )


def test_each_language_has_its_section_words_and_direction(tmp_path: Path) -> None:
    root = html.document_fromstring(leaflet(tmp_path))
    assert (root.get("lang"), root.get("dir")) == ("en", "ltr")
    assert [(part.get("lang"), part.get("dir")) for part in root.iter("section")] == [("en", "ltr"), ("ar", "rtl")]
    english, arabic = (words(part) for part in root.iter("section"))
    assert "PDF, 3 KB" in english
    assert "PDF، 3 كيلوبايت" in arabic


def test_files_are_named_by_where_they_lie_with_their_fingerprints(tmp_path: Path) -> None:
    root = html.document_fromstring(leaflet(tmp_path))
    assert [link.get("href") for link in root.iter("a")] == ["en/a%20b.pdf", "ar/gifts.pdf"]
    assert {code.text for code in root.iter("code")} == {delivered(tmp_path).digest}


def test_titles_are_text_and_nothing_is_asked_for(tmp_path: Path) -> None:
    page = leaflet(tmp_path)
    root = html.document_fromstring(page)
    assert one(root, "//h1[1]/text()[contains(., '<here>')]/..").text == "Files <here>"
    assert not re.search(r"<script|<link|<img|\ssrc=|https?://", page)
    assert "default-src 'none'" in one(root, "//meta[@http-equiv]").get("content", "")
