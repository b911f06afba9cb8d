"""A file that can be downloaded is told with its size and its digest, so that anybody can check it."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from subprocess import run

from tests.drafts import ARABIC, ENGLISH

from knowledge.downloads import deliveries
from knowledge.downloads.deliveries import Delivery


def delivered(folder: Path, name: str = "gifts_v2_ar.pdf", data: bytes = b"x" * 2600) -> Delivery:
    path = folder / "kept"
    path.write_bytes(data)
    return deliveries.delivery("ar/policies/gifts/", path, name, ARABIC, "2")


def test_a_file_is_told_by_name_format_and_size(tmp_path: Path) -> None:
    found = delivered(tmp_path)
    assert (found.name, found.format, found.kilobytes) == ("gifts_v2_ar.pdf", "PDF", 3)
    assert delivered(tmp_path, "a.docx", b"x").kilobytes == 1


def test_the_list_of_a_page_is_data(tmp_path: Path) -> None:
    found = delivered(tmp_path)
    assert json.loads(deliveries.listed([deliveries.row(found, "ar/policies/gifts/")])) == [
        {
            "file": "gifts_v2_ar.pdf",
            "format": "PDF",
            "language": "ar",
            "version": "2",
            "size": 2600,
            "sha256": sha256(b"x" * 2600).hexdigest(),
        }
    ]


def test_a_file_that_lies_elsewhere_is_told_by_its_way_and_what_else_is_known(tmp_path: Path) -> None:
    found = deliveries.row(delivered(tmp_path), "fr/policies/", kind="annex")
    assert (found["file"], found["kind"]) == ("../../ar/policies/gifts/gifts_v2_ar.pdf", "annex")
    assert deliveries.row(delivered(tmp_path), "")["file"] == "ar/policies/gifts/gifts_v2_ar.pdf"


def test_the_list_of_the_site_can_be_checked_with_the_usual_tool(tmp_path: Path) -> None:
    found = [delivered(tmp_path, name) for name in ("b.txt", "a.pdf")]
    for item in [*found, deliveries.delivery("", tmp_path / "kept", "all.zip", ENGLISH, "1")]:
        (tmp_path / item.address).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / item.address).write_bytes(item.kept.read_bytes())
    text = deliveries.sums(found)
    assert [line.split("  ")[1] for line in text.splitlines()] == ["ar/policies/gifts/a.pdf", "ar/policies/gifts/b.txt"]
    (tmp_path / "SHA256SUMS").write_text(text)
    assert run(["sha256sum", "-c", "SHA256SUMS"], cwd=tmp_path, check=False, capture_output=True).returncode == 0
