"""WordPress's export is read item by item, whatever is wrong with some of them."""

from __future__ import annotations

import re
import tracemalloc
from pathlib import Path

import pytest
from tests.importer.archives import EXPORTS, item, wxr

from knowledge.importer import wxr as room
from knowledge.importer.exports import Attachment, Damaged, Item, Post, Unreadable


def read(folder: Path, text: str | bytes) -> list[Item]:
    """The items of an export with this text."""
    path = folder / "export.xml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return list(room.read(path).items())


def posts(folder: Path, text: str) -> list[Post]:
    """The posts of an export with this text."""
    return [found for found in read(folder, text) if isinstance(found, Post)]


def test_a_post_is_read_with_everything_that_matters() -> None:
    first = next(iter(room.read(EXPORTS / "polylang.xml").items()))
    assert isinstance(first, Post)
    assert (first.place, first.line, first.id, first.sort, first.status) == (1, 24, "11", "post", "publish")
    assert (first.language, first.group, first.source, first.date) == ("en", "pll_5cda1", "", "2019-05-14")
    assert (first.slug, first.link, first.picture) == (
        "wells-and-rumours",
        "https://old.example.org/2019/05/wells-and-rumours/",
        "32",
    )
    assert first.title == "Wells &#038; rumours: what a reporter can check"
    assert first.excerpt == "What a reporter can check in an hour when a well runs dry."
    assert first.content.startswith("<!-- wp:paragraph -->")
    assert [(term.domain, term.name) for term in first.terms] == [
        ("category", "Water"),
        ("category", "Delta"),
        ("post_tag", "radio"),
        ("author", "Noor Haddad"),
    ]
    assert (first.blank, first.locked) == (False, False)


def test_the_site_and_its_language_are_read() -> None:
    export = room.read(EXPORTS / "polylang.xml")
    assert (export.site, export.language) == ("https://old.example.org", "en-US")


def test_attachments_are_read_with_their_words() -> None:
    found = [each for each in room.read(EXPORTS / "polylang.xml").items() if isinstance(each, Attachment)]
    assert [(each.id, each.alt) for each in found] == [("31", ""), ("32", "A well with a bucket")]
    assert found[1].address.endswith("/2019/05/بئر.png")


def test_languages_of_wpml_are_read_from_its_fields() -> None:
    found = [each for each in room.read(EXPORTS / "wpml.xml").items() if isinstance(each, Post)]
    assert [(each.language, each.group, each.source) for each in found] == [
        ("en", "post_post_50", "fr"),
        ("fr", "post_post_50", ""),
        ("", "", ""),
    ]


def test_every_item_is_read_or_told_as_damaged_and_none_is_lost() -> None:
    text = (EXPORTS / "broken.xml").read_text("utf-8")
    begun = len(re.findall(r"^\t<item>", text, re.M))
    found = list(room.read(EXPORTS / "broken.xml").items())
    assert len(found) == begun
    assert [each.place for each in found] == list(range(1, begun + 1))
    lines = text.split("\n")
    assert all(lines[each.line - 1] == "\t<item>" for each in found if not isinstance(each, Attachment))


def test_a_damaged_item_says_what_is_wrong_and_its_title() -> None:
    found = [each for each in room.read(EXPORTS / "broken.xml").items() if isinstance(each, Damaged)]
    assert [(each.title, each.what) for each in found] == [
        ("Torn & not closed", "it is not well-formed XML: xmlParseEntityRef: no name"),
        ("Never ends", "it is never closed: the export breaks off inside it"),
        ("", "it is never closed: the export breaks off inside it"),
    ]


def field(name: str, value: str) -> str:
    """A custom field of a post."""
    return f"<wp:postmeta><wp:meta_key>{name}</wp:meta_key><wp:meta_value><![CDATA[{value}]]></wp:meta_value></wp:postmeta>"


def with_fields(folder: Path, *fields: str) -> Post:
    """A post with some custom fields, or other elements, in its export."""
    return posts(folder, wxr(item(1, "A", "<p>a</p>").replace("</item>", f"{''.join(fields)}</item>")))[0]


def test_what_plugins_keep_beside_a_text_is_read(tmp_path: Path) -> None:
    note = '[{"content":"A note.","id":"u-1"}]'
    post = with_fields(tmp_path, field("rank_math_description", "Words."), field("footnotes", note))
    assert (post.description, post.footnotes) == ("Words.", (("u-1", "A note."),))


def test_comments_of_readers_are_counted(tmp_path: Path) -> None:
    comment = "<wp:comment><wp:comment_id>1</wp:comment_id></wp:comment>"
    assert with_fields(tmp_path, comment, comment).comments == 2


def test_tags_of_items_inside_texts_are_text(tmp_path: Path) -> None:
    found = posts(tmp_path, wxr(item(1, "One", "<p></item> and <item> in RSS</p>"), item(2, "Two", "<p>x</p>")))
    assert [each.content for each in found] == ["<p></item> and <item> in RSS</p>", "<p>x</p>"]


def test_an_unclosed_cdata_section_damages_one_item_only(tmp_path: Path) -> None:
    torn = item(1, "Torn", "<p>x</p>").replace("]]>", "", 1)
    found = read(tmp_path, wxr(item(0, "Before", "a"), torn, item(2, "After", "b")))
    assert [type(each) for each in found] == [Post, Damaged, Post]
    assert isinstance(found[1], Damaged)
    assert found[1].title == "Torn"


def test_characters_that_no_page_can_show_are_blanks(tmp_path: Path) -> None:
    assert posts(tmp_path, wxr(item(1, "A\x0bB", "a\x08b")))[0].content == "a b"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "is not a WordPress export"),
        ("<html><body></body></html>", "is not a WordPress export"),
        (
            '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel>',
            "declares entities",
        ),
    ],
)
def test_what_is_no_export_is_refused(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(Unreadable, match=said):
        read(tmp_path, text)


def test_an_entity_inside_an_item_is_never_read_from_a_file(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret")
    declared = f'<!DOCTYPE item [<!ENTITY x SYSTEM "file://{tmp_path}/secret.txt">]>'
    found = read(tmp_path, wxr(f"<item>{declared}<title>&x;</title></item>", "<item><title>&x;</title></item>"))
    assert [type(each) for each in found] == [Damaged, Damaged]


def test_an_export_without_items_holds_nothing(tmp_path: Path) -> None:
    assert read(tmp_path, wxr()) == []


def test_another_encoding_is_read_as_it_says(tmp_path: Path) -> None:
    text = wxr(item(1, "Été", "<p>été</p>")).replace('encoding="UTF-8"', 'encoding="ISO-8859-1"')
    found = read(tmp_path, text.encode("latin-1"))
    assert isinstance(found[0], Post)
    assert found[0].title == "Été"


def test_a_large_export_is_never_in_memory_as_a_whole(tmp_path: Path) -> None:
    path = tmp_path / "export.xml"
    path.write_text(wxr(*(item(number, "Long", "<p>word</p>" * 10_000) for number in range(1, 101))))
    assert path.stat().st_size > 10_000_000
    tracemalloc.start()
    assert sum(1 for _ in room.read(path).items()) == 100
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 2_500_000
