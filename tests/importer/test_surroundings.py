"""Links and pictures of a text are answered from what the archive holds."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from tests.attachments.makings import pdf
from tests.drafts import lay
from tests.importer.archives import post
from tests.site.writing import picture

from knowledge.importer.bundles import Bundle
from knowledge.importer.exports import Attachment
from knowledge.importer.media import Belongings, Media
from knowledge.importer.surroundings import Archive, Around, addresses

OLD = "https://old.example.org"
UPLOADS = f"{OLD}/wp-content/uploads"


def bundle(number: int, page_id: str, link: str, waits: bool = False) -> Bundle:
    """A page made of one post."""
    return Bundle({"en": post(number, link=link)}, "en", page_id, waits=waits)


OWN = bundle(1, "news/2021/own", f"{OLD}/2021/own/")
OTHER = bundle(2, "news/2019/wells", f"{OLD}/2019/05/%D8%A8%D8%A6%D8%B1/")
LATER = bundle(3, "news/2031/later", f"{OLD}/later/", waits=True)


@pytest.fixture
def around(tmp_path: Path) -> Around:
    """The surroundings of a text in an archive of three."""
    lay(tmp_path, {"uploads/a.png": picture(), "uploads/Report.pdf": pdf(), "uploads/a.gif": b"GIF89a"})
    attachments = {
        "7": Attachment(9, "7", f"{UPLOADS}/a.png", "A well"),
        "8": Attachment(10, "8", f"{UPLOADS}/lost.png", ""),
    }
    archive = Archive(OLD, Media(tmp_path, OLD), attachments, addresses([OWN, OTHER, LATER]))
    return Around(archive, OWN, OWN.source, Belongings(tmp_path / "page"))


@pytest.mark.parametrize(
    "address",
    [
        f"{OLD}/2019/05/بئر/",
        f"{OLD}/2019/05/%d8%a8%d8%a6%d8%b1",
        "http://www.old.example.org/2019/05/بئر/#top",
        "//old.example.org/2019/05/بئر",
        "/2019/05/بئر/",
        "../../2019/05/بئر/",
        f"{OLD}/?p=2",
        "/?p=2",
    ],
)
def test_a_link_to_another_text_leads_to_its_page(around: Around, address: str) -> None:
    assert around.link(address) == "../../2019/wells/index.md"
    assert list(around.links) == ["news/2019/wells"]
    assert around.remarks == []


@pytest.mark.parametrize(
    "address", ["https://example.org/a?b=1#c", "http://example.org", "mailto:a@example.org", "tel:+4588327000"]
)
def test_a_link_to_elsewhere_stays(around: Around, address: str) -> None:
    assert around.link(address) == address
    assert around.remarks == []


def test_an_address_without_a_scheme_is_one(around: Around) -> None:
    assert around.link("www.example.org/a") == "https://www.example.org/a"


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "ftp://example.org", "file:///etc/passwd", "http://[bad", "#part"]
)
def test_a_link_that_leads_nowhere_leaves_its_words_and_a_remark(around: Around, address: str) -> None:
    assert around.link(address) is None
    assert len(around.remarks) == 1
    assert re.search("(?:its|their) words stay", around.remarks[0])


def test_a_link_to_the_text_itself_leaves_its_words(around: Around) -> None:
    assert around.link(f"{OLD}/2021/own/") is None


def test_a_link_to_a_page_that_waits_leads_to_the_old_site(around: Around) -> None:
    assert around.link("/later/") == f"{OLD}/later/"
    assert around.remarks == [f"a link leads to the old site, because the page waits for its day: {OLD}/later/"]


def test_a_link_to_a_page_that_does_not_come_along_is_told(around: Around) -> None:
    assert around.link("/about/") == f"{OLD}/about/"
    assert around.remarks == [f"a link leads to the old site: {OLD}/about/"]


def test_a_document_comes_along(around: Around) -> None:
    assert around.link(f"{UPLOADS}/Report.pdf") == "report.pdf"
    assert around.files == {"report.pdf"}


def test_a_document_that_is_not_there_is_told(around: Around) -> None:
    assert around.link(f"{UPLOADS}/lost.pdf") == f"{UPLOADS}/lost.pdf"
    assert around.remarks == [
        f"a link leads to the old site: {UPLOADS}/lost.pdf: the file is not brought along: it is not in the folder of media"
    ]


def test_a_link_to_no_place_at_all_is_not_worth_a_remark(around: Around) -> None:
    assert around.link("#") is None
    assert around.remarks == []


def test_a_picture_that_a_shortcode_names_by_its_number_comes_along(around: Around) -> None:
    assert around.picture("", "", "7") == ("a.png", "A well")
    assert around.picture("", "", "99") is None
    assert around.remarks == ["the picture with the number 99 is not in the export"]


def test_a_gallery_without_numbers_shows_the_pictures_uploaded_to_its_text(around: Around) -> None:
    ours = {name: Attachment(9, name, address, "", "1") for name, address in (("20", "b.jpg"), ("21", "c.pdf"))}
    around.archive = replace(around.archive, attachments={**around.archive.attachments, **ours})
    assert around.attached == ["20"]


def test_a_picture_comes_along_with_its_words_or_those_of_the_old_site(around: Around) -> None:
    assert around.picture(f"{UPLOADS}/a.png", "Mine", "7") == ("a.png", "Mine")
    assert around.picture("/wp-content/uploads/a.png", "", "7") == ("a.png", "A well")
    assert around.remarks == []


def test_a_picture_without_words_is_told(around: Around) -> None:
    assert around.picture(f"{UPLOADS}/a.png", "", "") == ("a.png", "")
    assert around.remarks == [
        "the picture a.png has no words for those who cannot see it: it stands in a comment until it has"
    ]


@pytest.mark.parametrize(
    "address", [f"{UPLOADS}/lost.png", f"{UPLOADS}/a.gif", "https://other.example.org/a.png", "data:image/png;base64,A"]
)
def test_a_picture_that_cannot_come_along_is_told(around: Around, address: str) -> None:
    assert around.picture(address, "A", "") is None
    assert len(around.remarks) == 1
    assert "is not brought along" in around.remarks[0]


def test_the_picture_that_lists_show_comes_along(around: Around) -> None:
    assert (around.lead("7"), around.lead("")) == ("a.png", "")
    assert around.remarks == []
    assert (around.lead("8"), around.lead("99")) == ("", "")
    assert len(around.remarks) == 2


def test_addresses_are_kept_as_they_can_stand_in_markdown(around: Around) -> None:
    around.link(f"{OLD}/2019/05/بئر/?a=(1)")
    assert around.links == {"news/2019/wells": f"{OLD}/2019/05/بئر/?a=%281%29"}
