"""Writes the files of tiny sites as editors would, and reads what the built pages say."""

from __future__ import annotations

import gzip
import json
import re
from io import BytesIO
from pathlib import Path
from urllib.parse import urljoin

import yaml
from lxml.html import HtmlElement
from PIL import Image
from tests.conftest import ROOT

from knowledge import agreement, concerns, strings, typography

REVIEWED = "2026-01-05"
"""A day of review, for pages whose other facts do not matter."""


def page(title: str, body: str = "Some text.", **fields: object) -> str:
    """The file of a page: front matter with a summary made from the title, then the body."""
    matter = yaml.safe_dump(
        {"title": title, "summary": f"{title}."} | fields, allow_unicode=True, sort_keys=False, width=1000
    )
    return f"---\n{matter}---\n{body}\n"


def home(body: str = "Welcome.") -> dict[str, str]:
    """The first page in English, French and Arabic."""
    return {
        "index.md": page("Home", body, reviewed=REVIEWED),
        "index.fr.md": page("Accueil", body),
        "index.ar.md": page("الرئيسية", body),
    }


CHANNEL = """\
report:
  email: concerns@example.org
  languages: [en]
  hours: {0}
  reader: {0}
  anonymity: {0}
  answer: {0}
"""
"""The file of facts with one channel, to be filled with what it says."""


def concern(title: str, word: str = "Text.", **fields: object) -> str:
    """The file of a page about raising a concern, with all that it must say."""
    body = "\n\n".join(f"## {word} {{#{name}}}\n\n{word}" for name in concerns.SECTIONS)
    return page(title, body, tab=word, owner=word, channels=["report"], **fields)


def follows(source: str) -> str:
    """The line by which a translation of such a page says that it says the same."""
    matter, body = source.removeprefix("---\n").split("---\n", 1)
    said = yaml.safe_load(matter)
    return f"follows: {agreement.mark([said.get(name, '') for name in agreement.WORDS], body)}\n"


def concern_everywhere(title: str, more: str = "") -> dict[str, str]:
    """The files of that page in English, French and Arabic, with more text at its end."""
    first = concern(title, reviewed=REVIEWED) + more
    body = re.sub(r" \{#\w+\}", "", first.split("---\n", 2)[2])
    other = page(title, body, tab="Text.", owner="Text.").replace("tab: ", f"{follows(first)}tab: ", 1)
    return {"contact/index.md": first, "contact/index.fr.md": other, "contact/index.ar.md": other}


def picture(colour: str = "teal", width: int = 8, height: int = 6) -> bytes:
    """A picture of one colour, as PNG."""
    out = BytesIO()
    Image.new("RGB", (width, height), colour).save(out, "PNG")
    return out.getvalue()


def one(root: HtmlElement, path: str) -> HtmlElement:
    """The only element that an XPath finds."""
    found = root.xpath(path)
    assert len(found) == 1, f"{path}: {len(found)} elements"
    element: HtmlElement = found[0]
    return element


def leads_to(url: str, address: str) -> str:
    """Where a relative address on the page at `url` leads, from the root of the site."""
    return urljoin(f"https://host/{url}", address).removeprefix("https://host/")


def leads(url: str, link: HtmlElement) -> str:
    """Where a link on the page at `url` leads, from the root of the site."""
    return leads_to(url, link.get("href", ""))


def words(element: HtmlElement) -> str:
    """The text of an element on one line, without the spaces at its ends; no-break spaces stay."""
    return re.sub("[ \n\t]+", " ", element.text_content()).strip(" ")


def spoken(code: str, message: str, **names: str) -> str:
    """What the chrome says in a language for a string of the templates."""
    translate = strings.translations(ROOT / "overrides/locales", code).gettext
    return typography.setter(code)(translate(message)) % names


def searched(root: Path) -> dict[str, str]:
    """What the search index of a language (in the folder of that language) holds: address → text."""
    fragments = [gzip.decompress(path.read_bytes()) for path in (root / "pagefind/fragment").iterdir()]
    found = [json.loads(data.removeprefix(b"pagefind_dcd")) for data in fragments]
    return {fragment["url"]: fragment["content"] for fragment in found}


def files(folder: Path) -> dict[str, bytes]:
    """Every file below a folder: path → content."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}
