"""An export as a JSON list of posts, in the shape that WordPress answers with at `/wp-json/wp/v2/posts?_embed`.

For sites whose WordPress export is out of reach: the answers, page after page, put into one list. What is needed of each
post, and what is understood besides, stands in CONTRIBUTING. Reads the export; writes nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from knowledge.fields import Unfit, day
from knowledge.importer.exports import AUTHOR, Attachment, Damaged, Export, Item, Post, Term, Unreadable, is_blank

DOMAINS = {"categories": "category", "tags": "post_tag"}
"""Lists of names in a post → the sort of term they are."""


def read(path: Path) -> Export:
    """An export file; raises Unreadable when it is no list, or no JSON."""
    try:
        posts = json.loads(path.read_text("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise Unreadable(f"{path.name} is not UTF-8 text") from error
    except json.JSONDecodeError as error:
        raise Unreadable(f"{path.name}:{error.lineno}: this is not JSON: {error.msg}") from error
    except RecursionError as error:
        raise Unreadable(f"{path.name} is nested too deeply to be read") from error
    if not isinstance(posts, list):
        raise Unreadable(f"{path.name} is not a list of posts: it begins with something else than [")
    links = (_text(post.get("link")) for post in posts if isinstance(post, dict))
    parts = urlsplit(next(filter(None, links), ""))
    return Export(f"{parts.scheme}://{parts.netloc}" if parts.netloc else "", "", lambda: _items(posts))


def _items(posts: Iterable[Any]) -> Iterator[Item]:
    for place, post in enumerate(posts, 1):
        if not isinstance(post, dict) or not _text(post.get("id")):
            yield Damaged(place, 0, "", "it is not a post: it has no id")
            continue
        pictures = list(_pictures(post))
        yield from pictures
        yield _post(post, place, pictures[0].id if pictures else "")


def _post(post: dict[str, Any], place: int, picture: str) -> Post:
    content, translations = _rendered(post, "content"), post.get("translations")
    identity = _text(post["id"])
    others = map(_text, translations.values()) if isinstance(translations, dict) else ()
    together = {identity, *filter(None, others)}
    return Post(
        place=place,
        line=0,
        id=identity,
        sort=_text(post.get("type")) or "post",
        status=_text(post.get("status")) or "publish",
        locked=bool(isinstance(post.get("content"), dict) and post["content"].get("protected")),
        language=_text(post.get("lang")),
        group=min(together) if len(together) > 1 else "",
        source="",
        date=_day(_text(post.get("date"))),
        slug=_text(post.get("slug")),
        link=_text(post.get("link")),
        title=_rendered(post, "title"),
        excerpt=_rendered(post, "excerpt"),
        content=content,
        terms=tuple(_terms(post)),
        picture=picture,
        blank=is_blank(content),
        description=_described(post),
    )


def _described(post: dict[str, Any]) -> str:
    """What search engines were told, where the plug-in Yoast adds it to the answers."""
    head = post.get("yoast_head_json")
    return _text(head.get("description")) if isinstance(head, dict) else ""


def _text(value: Any) -> str:
    """A number or a string as a string; anything else is as good as nothing."""
    return str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""


def _rendered(post: dict[str, Any], name: str) -> str:
    value = post.get(name)
    return _text(value.get("rendered") if isinstance(value, dict) else value)


def _day(written: str) -> str:
    with suppress(Unfit):
        return day(written[:10]).isoformat()
    return ""


def _terms(post: dict[str, Any]) -> Iterator[Term]:
    """Names that stand in the post itself, and those that `_embed` brings; bare numbers say nothing."""
    for field, domain in DOMAINS.items():
        names = post.get(field)
        yield from (Term(domain, name) for name in (names if isinstance(names, list) else ()) if isinstance(name, str))
    named = [
        post.get("author_name"),
        *(writer.get("name") for writer in _embedded(post, AUTHOR) if isinstance(writer, dict)),
    ]
    yield from (Term(AUTHOR, name) for name in map(_text, named) if name)
    for group in _embedded(post, "wp:term"):
        for term in group if isinstance(group, list) else ():
            if isinstance(term, dict) and _text(term.get("name")):
                yield Term(_text(term.get("taxonomy")) or "category", _text(term["name"]), _text(term.get("slug")))


def _pictures(post: dict[str, Any]) -> Iterator[Attachment]:
    """The picture beside the post, once; each language may say in its own words what it shows."""
    if address := _text(post.get("featured_image")):
        yield Attachment(0, f"{post['id']} {address}", address, _text(post.get("featured_image_alt")))
        return
    for media in _embedded(post, "wp:featuredmedia"):
        if isinstance(media, dict) and (address := _text(media.get("source_url"))):
            yield Attachment(0, f"{post['id']} {address}", address, _text(media.get("alt_text")))
            return


def _embedded(post: dict[str, Any], name: str) -> list[Any]:
    embedded = post.get("_embedded")
    found = embedded.get(name) if isinstance(embedded, dict) else None
    return found if isinstance(found, list) else []
