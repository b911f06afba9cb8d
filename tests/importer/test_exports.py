"""What is in an archive is known without keeping its texts."""

from __future__ import annotations

from tests.importer.archives import export, post

from knowledge.importer.exports import Attachment, Damaged, inventory


def test_an_inventory_has_every_item_and_no_texts() -> None:
    torn, picture = (
        Damaged(2, 40, "Torn", "it is never closed"),
        Attachment(3, "9", "https://old.example.org/a.jpg", "A"),
    )
    found = inventory(export(post(1, content="<p>long</p>", excerpt="short"), torn, picture))
    assert [(each.place, each.content, each.excerpt) for each in found.posts] == [(1, "", "")]
    assert found.damaged == [torn]
    assert found.attachments == {"9": picture}


def test_pictures_that_posts_only_name_are_no_items() -> None:
    named = Attachment(0, "1 https://old.example.org/a.jpg", "https://old.example.org/a.jpg", "")
    found = inventory(export(named, post(1)))
    assert found.media == 0
    assert named.id in found.attachments
