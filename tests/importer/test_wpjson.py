"""A JSON list of posts is read in the shape WordPress answers with, and in the shorter one that people write."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.importer.archives import EXPORTS

from knowledge.importer import wpjson
from knowledge.importer.exports import Attachment, Damaged, Export, Post, Unreadable, inventory


def export(folder: Path, posts: Any) -> Export:
    """An export with these posts."""
    path = folder / "export.json"
    path.write_text(json.dumps(posts))
    return wpjson.read(path)


def only(folder: Path, **fields: Any) -> Post:
    """The post of an export that has one, with these fields."""
    return inventory(export(folder, [{"id": 1, **fields}])).posts[0]


def test_the_shape_in_the_documents_is_understood() -> None:
    found = wpjson.read(EXPORTS / "posts.json")
    first = next(each for each in found.items() if isinstance(each, Post))
    assert found.site == "https://old.example.org"
    assert (first.id, first.slug, first.date, first.language) == ("12", "puits-et-rumeurs", "2019-06-02", "fr")
    assert (first.title, first.content) == ("Puits et rumeurs", "<p>Un puits s’assèche.</p>")
    assert [(term.domain, term.name) for term in first.terms] == [
        ("category", "Eau"),
        ("post_tag", "radio"),
        ("author", "Noor Haddad"),
    ]


def test_posts_that_name_each_other_share_a_group() -> None:
    posts = inventory(wpjson.read(EXPORTS / "posts.json")).posts
    assert posts[0].group == posts[1].group != ""
    assert posts[2].group == ""


def test_each_language_says_what_its_picture_shows() -> None:
    found = inventory(wpjson.read(EXPORTS / "posts.json"))
    shown = [found.attachments[each.picture] for each in found.posts[:2]]
    assert [each.alt for each in shown] == ["Une pompe", "A pump"]
    assert shown[0].address == shown[1].address
    assert found.media == 0


def test_what_embed_brings_is_understood(tmp_path: Path) -> None:
    embedded = {
        "wp:term": [
            [{"taxonomy": "category", "name": "Water", "slug": "water"}],
            [{"taxonomy": "post_tag", "name": "x"}],
        ],
        "author": [{"name": "Noor Haddad"}],
        "wp:featuredmedia": [{"source_url": "https://old.example.org/uploads/a.jpg", "alt_text": "A"}],
    }
    items = list(export(tmp_path, [{"id": 1, "categories": [3], "_embedded": embedded}]).items())
    assert isinstance(items[0], Attachment)
    assert items[0].alt == "A"
    assert isinstance(items[1], Post)
    assert [term.name for term in items[1].terms] == ["Noor Haddad", "Water", "x"]


def test_what_search_engines_were_told_is_read(tmp_path: Path) -> None:
    heads = [{"description": "For search engines."}, [], {}, {"description": 7}]
    items = export(tmp_path, [{"id": 1, "yoast_head_json": head} for head in heads]).items()
    assert [each.description for each in items if isinstance(each, Post)] == ["For search engines.", "", "", "7"]


def test_plain_strings_do_where_wordpress_has_objects(tmp_path: Path) -> None:
    assert only(tmp_path, title="A title", content="<p>x</p>").title == "A title"


def test_a_protected_text_is_locked(tmp_path: Path) -> None:
    assert only(tmp_path, content={"rendered": "", "protected": True}).locked


@pytest.mark.parametrize("date", [None, 7, "", "yesterday", "2021-02-30T00:00:00", [], {}])
def test_what_is_no_date_is_none(tmp_path: Path, date: Any) -> None:
    assert only(tmp_path, date=date).date == ""


@pytest.mark.parametrize("post", [None, 7, "x", [], {}, {"id": None}, {"id": []}, {"id": True}])
def test_what_is_no_post_is_told(tmp_path: Path, post: Any) -> None:
    found = list(export(tmp_path, [post, {"id": 2}]).items())
    assert isinstance(found[0], Damaged)
    assert found[0].what == "it is not a post: it has no id"
    assert isinstance(found[1], Post)
    assert found[1].place == 2


@pytest.mark.parametrize(
    "field", ["title", "content", "categories", "tags", "translations", "_embedded", "link", "featured_image"]
)
@pytest.mark.parametrize("value", [None, 7, "x", [], {}, [None, {}, [[]]], {"rendered": []}, {"wp:term": [7, [7]]}])
def test_a_field_of_another_shape_breaks_nothing(tmp_path: Path, field: str, value: Any) -> None:
    assert only(tmp_path, **{field: value}).id == "1"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (b"[{", "export.json:1: this is not JSON"),
        (b"", "this is not JSON"),
        (b"{}", "not a list of posts"),
        (b"\xff\xfe", "not UTF-8"),
        (b"[" * 100_000, "nested too deeply|this is not JSON"),
    ],
)
def test_what_is_no_export_is_refused(tmp_path: Path, text: bytes, said: str) -> None:
    path = tmp_path / "export.json"
    path.write_bytes(text)
    with pytest.raises(Unreadable, match=said):
        wpjson.read(path)
