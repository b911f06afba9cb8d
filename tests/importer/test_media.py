"""Pictures and documents are found in the folder beside the export, and nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.attachments.makings import pdf, word
from tests.drafts import lay
from tests.site.writing import picture

from knowledge import renditions
from knowledge.importer.media import Absent, Belongings, Media

SITE = "https://www.old.example.org"
UPLOADS = "https://old.example.org/wp-content/uploads"


@pytest.fixture
def media(tmp_path: Path) -> Media:
    """A folder of media with a few files, and secrets around it."""
    files = {
        "uploads/2019/05/pump.png": picture(),
        "uploads/2019/05/pump-300x200.png": picture(width=3),
        "uploads/2019/05/بئر.png": picture(),
        "uploads/2019/05/large.png": picture(width=renditions.LONGEST + 1, height=2),
        "uploads/2019/05/heavy.png": picture() + b"\0" * renditions.HEAVIEST,
        "uploads/2019/05/broken.jpg": b"no picture",
        "uploads/2019/05/Report (1).pdf": pdf(),
        "uploads/2019/05/drawing.svg": b"<svg/>",
        "uploads/2019/05/page.html": b"<script>",
        "secret.png": picture(),
        "wp-content/uploads/2020/other.png": picture(),
    }
    folder = lay(tmp_path, files)
    (folder / "uploads/link.png").symlink_to(folder / "secret.png")
    return Media(folder, SITE)


@pytest.mark.parametrize(
    ("address", "name"),
    [
        (f"{UPLOADS}/2019/05/pump.png", "pump.png"),
        (f"{UPLOADS}/2019/05/pump.png?ver=2#x", "pump.png"),
        (f"{UPLOADS}/2019/05/pump-300x200.png", "pump-300x200.png"),
        (f"{UPLOADS}/2019/05/pump-1024x683.png", "pump.png"),
        (f"{UPLOADS}/2019/05/pump-scaled.png", "pump.png"),
        (f"{UPLOADS}/2019/05/%D8%A8%D8%A6%D8%B1.png", "بئر.png"),
        (f"{UPLOADS}/2019/05/Report%20(1).pdf", "Report (1).pdf"),
        ("/wp-content/uploads/2020/other.png", "other.png"),
        ("https://i0.wp.com/old.example.org/wp-content/uploads/2019/05/pump.png?resize=3", "pump.png"),
    ],
)
def test_addresses_of_the_old_site_find_their_files(media: Media, address: str, name: str) -> None:
    assert media.find(address).name == name


@pytest.mark.parametrize(
    ("address", "why"),
    [
        (f"{UPLOADS}/2019/05/lost.png", "it is not in the folder of media"),
        (f"{UPLOADS}/../secret.png", "it is not in the folder of media"),
        (f"{UPLOADS}/%2e%2e/secret.png", "it is not in the folder of media"),
        (f"{UPLOADS}//etc/passwd", "it is not in the folder of media"),
        (f"{UPLOADS}/link.png", "it is not in the folder of media"),
        (f"{UPLOADS}/2019/05", "it is not in the folder of media"),
        ("https://other.example.org/wp-content/uploads/2019/05/pump.png", "it lies on another site"),
        ("https://old.example.org/theme/logo.png", "it lies on another site"),
        ("data:image/png;base64,AAAA", "it is written into the text"),
        ("", "it lies on another site"),
        (
            f"{UPLOADS}/2019/05/drawing.svg",
            "a drawing (.svg) can hold programs: look at it, and put it beside the page by hand",
        ),
        (f"{UPLOADS}/2019/05/page.html", "this site shows no .html"),
        (f"{UPLOADS}/2019/05/broken.jpg", "it cannot be read as a picture"),
        (f"{UPLOADS}/2019/05/large.png", "it has 4001 × 2 pixels: save it 1440 wide"),
        (f"{UPLOADS}/2019/05/heavy.png", "it has 8.0 MB: save it 1440 pixels wide"),
    ],
)
def test_what_cannot_be_brought_along_says_why(media: Media, address: str, why: str) -> None:
    for _ in range(2):
        with pytest.raises(Absent) as caught:
            media.find(address)
        assert str(caught.value) == why


@pytest.mark.parametrize(
    ("large", "copies", "found"),
    [
        ("a.png", ["a-scaled.png", "a-1024x683.png"], "a-scaled.png"),
        ("a.png", ["a-300x200.png", "a-768x512.png", "a-1536x1024.png"], "a-1536x1024.png"),
        ("a-scaled.png", ["a-768x512.png"], "a-768x512.png"),
        ("a[1].png", ["a[1]-768x512.png", "a1-1024x683.png"], "a[1]-768x512.png"),
    ],
)
def test_a_smaller_copy_stands_for_a_picture_that_is_too_large(
    tmp_path: Path, large: str, copies: list[str], found: str
) -> None:
    heavy = {f"uploads/{large}": picture(width=renditions.LONGEST + 1, height=2)}
    lay(tmp_path, heavy | {f"uploads/{name}": picture() for name in copies})
    assert Media(tmp_path, SITE).find(f"{UPLOADS}/{large}").name == found


def test_a_copy_that_a_theme_cut_does_not_stand_for_a_picture(tmp_path: Path) -> None:
    heavy = {"uploads/a.png": picture(width=renditions.LONGEST + 1, height=2)}
    lay(tmp_path, heavy | {"uploads/a-1600x400.png": picture(), "uploads/a-150x150.png": picture()})
    with pytest.raises(Absent, match="4001"):
        Media(tmp_path, SITE).find(f"{UPLOADS}/a.png")


def test_without_an_address_of_the_site_any_upload_is_its_own(media: Media) -> None:
    assert Media(media.export, "").find(f"{UPLOADS}/2019/05/pump.png").name == "pump.png"


@pytest.mark.parametrize(
    ("name", "new"),
    [
        ("Pump Station.JPG", "pump-station.jpg"),
        ("بئر.png", "picture.png"),
        ("20190514_2.png", "picture-20190514-2.png"),
        ("été.v2.fr.pdf", "ete-v2-fr.pdf"),
    ],
)
def test_files_get_names_that_can_be_addresses(tmp_path: Path, name: str, new: str) -> None:
    lay(tmp_path, {name: b"x"})
    assert Belongings(tmp_path / "page").add(tmp_path / name) == new


def test_the_same_content_has_one_name_and_another_content_another(tmp_path: Path) -> None:
    lay(tmp_path, {"a/x.png": b"1", "b/x.png": b"2", "c/x.png": b"1"})
    beside = Belongings(tmp_path / "page")
    assert [beside.add(tmp_path / folder / "x.png") for folder in "abc"] == ["x.png", "x-2.png", "x.png"]


def test_files_that_lie_beside_the_page_already_keep_their_names(tmp_path: Path) -> None:
    lay(tmp_path, {"a/x.png": b"1", "b/x.png": b"2", "page/x.png": b"2"})
    assert Belongings(tmp_path / "page").add(tmp_path / "a/x.png") == "x-2.png"
    assert Belongings(tmp_path / "page").add(tmp_path / "b/x.png") == "x.png"


def test_a_document_that_cannot_be_published_without_who_made_it_is_left_where_it_is(tmp_path: Path) -> None:
    lay(tmp_path, {"uploads/letter.docx": word(word__comments_xml="<comments><comment/></comments>")})
    with pytest.raises(Absent, match="comments, which name their authors: delete"):
        Media(tmp_path, "https://old.example").find("https://old.example/wp-content/uploads/letter.docx")
