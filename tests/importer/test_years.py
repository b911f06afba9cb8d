"""A year gets its page when it gets its first articles."""

from __future__ import annotations

from pathlib import Path

from tests.drafts import lay
from tests.site.writing import files

from knowledge.importer import years

LATEST = "---\ntitle: Articles of 2022\nshort: '2022'\nreviewed: 2022-11-02\n---\n\nDated 2022, not 12022.\n"


def test_it_is_that_of_the_latest_year_with_another_number_in_every_language(tmp_path: Path) -> None:
    old = {"news/2020/index.md": "2020", "news/2022/index.md": LATEST, "news/2022/index.ar.md": "مقالات عام 2022"}
    lay(tmp_path, old | {"news/2022/wells/index.md": "Wells in 2022", "news/2022/photo.jpg": b"x"})
    written = years.write(tmp_path, {"news/2019", "news/2020"})
    assert [path.relative_to(tmp_path).as_posix() for path in written] == [
        "news/2019/index.ar.md",
        "news/2019/index.md",
    ]
    made = files(tmp_path / "news/2019")
    assert made["index.ar.md"].decode() == "مقالات عام 2019"
    assert made["index.md"].decode() == LATEST.replace("of 2022", "of 2019").replace("'2022'", "'2019'").replace(
        "Dated 2022", "Dated 2019"
    )
    assert years.write(tmp_path, {"news/2019", "news/2020"}) == []


def test_without_a_page_to_go_by_there_is_none(tmp_path: Path) -> None:
    lay(tmp_path, {"news/index.md": "News", "news/2019/wells/index.md": "Wells"})
    assert years.write(tmp_path, {"news/2019"}) == []
    assert years.write(tmp_path, set()) == []
