"""Archives as old sites export them, and a small site to import them into."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from html import escape
from pathlib import Path

from tests.drafts import LANGUAGES, lay
from tests.site.writing import REVIEWED, home, page

from knowledge.configuration import Configuration
from knowledge.importer.exports import Export, Item, Post

EXPORTS = Path(__file__).parent / "exports"
TODAY = date(2026, 11, 2)

CONTENT: Mapping[str, str] = {
    **home(),
    "news/index.md": page("News", reviewed=REVIEWED),
    "topics/index.md": page("Topics", reviewed=REVIEWED),
    "topics/water/index.md": page("Water", reviewed=REVIEWED),
    "topics/water/index.fr.md": page("Eau"),
    "topics/water/index.ar.md": page("ماء"),
    "topics/press-freedom/index.md": page("Freedom of the press", short="Press freedom", reviewed=REVIEWED),
    "people/noor/index.md": page("Noor Haddad", role="Reporter", reviewed=REVIEWED),
    "regions/delta/index.md": page("Delta", reviewed=REVIEWED),
}
"""A site with two topics, a region and a person."""

POST = Post(1, 0, "1", "post", "publish", False, "en", "", "", "2021-03-01", "", "", "A title", "", "<p>Words.</p>")
"""A sound post, to be changed."""


def post(place: int, **changes: object) -> Post:
    """A sound post at a place of its export, with some fields changed."""
    return replace(POST, place=place, id=str(place), **changes)  # type: ignore[arg-type]  # names of fields


def export(*items: Item) -> Export:
    """An archive of these items."""

    def read() -> Iterator[Item]:
        return iter(items)

    return Export("https://old.example.org", "en-US", read)


def site(folder: Path) -> Configuration:
    """The small site in a folder of its own."""
    return Configuration(folder, lay(folder / "content", CONTENT), LANGUAGES)


def wxr(*items: str) -> str:
    """A WordPress export with these items."""
    head = (EXPORTS / "polylang.xml").read_text("utf-8").partition("<item>")[0]
    return f"{head}{''.join(items)}</channel>\n</rss>\n"


def item(number: int, title: str, content: str, code: str = "en", group: str = "", day: str = "2021-03-01") -> str:
    """A post in a WordPress export, filed under Water."""
    joined = f'<category domain="post_translations" nicename="{group}">{group}</category>' if group else ""
    return (
        f"<item><title>{escape(title)}</title><link>https://old.example.org/{code}/{number}/</link>"
        f"<content:encoded><![CDATA[{content}]]></content:encoded><wp:post_id>{number}</wp:post_id>"
        f"<wp:post_date>{day} 08:00:00</wp:post_date><wp:post_name>{code}-{number}</wp:post_name>"
        "<wp:status>publish</wp:status><wp:post_type>post</wp:post_type>"
        f'<category domain="category" nicename="water">Water</category>'
        f'<category domain="language" nicename="{code}">{code}</category>{joined}</item>\n'
    )
