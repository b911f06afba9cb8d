"""What is in an archive is known without keeping its texts."""

from __future__ import annotations

import pytest
from tests.importer.archives import export, post

from knowledge.importer.exports import Attachment, Damaged, inventory, is_blank


def test_an_inventory_has_every_item_and_no_texts() -> None:
    torn, picture = (
        Damaged(2, 40, "Torn", "it is never closed"),
        Attachment(3, "9", "https://old.example.org/a.jpg", "A"),
    )
    found = inventory(export(post(1, content="<p>long</p>", excerpt="short"), torn, picture))
    assert [(each.place, each.content, each.excerpt) for each in found.posts] == [(1, "", "")]
    assert found.damaged == [torn]
    assert found.attachments == {"9": picture}


def test_parts_that_several_texts_show_are_kept() -> None:
    found = inventory(export(post(1, sort="wp_block", content="<p>Give.</p>"), post(2, footnotes=(("a", "A note."),))))
    assert found.reused == {"1": "<p>Give.</p>"}
    assert [each.footnotes for each in found.posts] == [(), ()]


@pytest.mark.parametrize(
    ("content", "blank"),
    [
        ("", True),
        ("&nbsp; \u00a0\n", True),
        ("<!-- wp:paragraph --><p></p><!-- /wp:paragraph -->", True),
        ("<h2><br /></h2>", True),
        ("<p>.</p>", False),
        ("[gallery]", False),
        ('<p><IMG src="a.jpg"></p>', False),
        ("<iframe src='x'></iframe>", False),
    ],
)
def test_a_text_that_shows_nothing_is_blank(content: str, blank: bool) -> None:
    assert is_blank(content) == blank


def test_pictures_that_posts_only_name_are_no_items() -> None:
    named = Attachment(0, "1 https://old.example.org/a.jpg", "https://old.example.org/a.jpg", "")
    found = inventory(export(named, post(1)))
    assert found.media == 0
    assert named.id in found.attachments
