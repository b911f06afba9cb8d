"""What is begun and not written yet is told, so that no half page is published."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.drafts import draft, told
from tests.site.writing import REVIEWED, page


def said(folder: Path, body: str) -> list[str]:
    """What is told of a page with this body."""
    return told(draft(folder, {"about/index.md": page("About", body, reviewed=REVIEWED)})[1])


def test_passages_that_wait_for_a_translator_are_counted_at_the_first(tmp_path: Path) -> None:
    (line,) = said(tmp_path, "Done.\n\n<!-- to translate:\nOne.\n-->\n…\n\n<!-- to translate:\nTwo.\n-->\n…")
    assert line == (
        "docs/about/index.md:8: translation: 2 passages are not translated yet, the first here: "
        "write each below its comment, and delete the comment"
    )


def test_one_passage_is_one(tmp_path: Path) -> None:
    (line,) = said(tmp_path, "<!-- to translate:\nOne.\n-->\n…")
    assert "one passage is not translated yet" in line


def test_a_new_page_waits_for_its_text(tmp_path: Path) -> None:
    (line,) = said(tmp_path, "<!-- to write: the text. -->")
    assert line.endswith("text: it is not written yet: write it, and delete the comment")


@pytest.mark.parametrize(
    "place", ["…", "3.2 …", "أ) …", "- …", "| a | … |\n|---|---|", "![…](a.md)", '!!! note "…"\n    Words.']
)
def test_an_empty_place_is_told_when_its_comment_is_gone(tmp_path: Path, place: str) -> None:
    assert any("nothing stands here but …" in line for line in said(tmp_path, f"Words.\n\n{place}"))


@pytest.mark.parametrize(
    "body", ["And so on…", "… and so on.", "<!-- a remark -->", "`<!-- to translate: x -->`", "```\n…\n```"]
)
def test_what_is_written_is_not_told(tmp_path: Path, body: str) -> None:
    assert [line for line in said(tmp_path, body) if "text:" in line or "translation:" in line] == []
