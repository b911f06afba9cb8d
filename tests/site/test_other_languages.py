"""Another organisation has its own languages: a configuration beside ours and a `.po` file are all it takes."""

from __future__ import annotations

import json
import os
import re
import sys
from io import BytesIO
from pathlib import Path
from subprocess import run

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po
from lxml import html
from lxml.html import HtmlElement
from tests.conftest import ROOT, Built, Site, build_tiny
from tests.site.writing import CHANNEL, REVIEWED, concern, follows, one, page, searched

CHROME = "pétalo", "گلبرگ"
"""The one word the made-up Spanish and Persian catalogues are written with."""

WORD = re.compile(r"%\(\w+\)s|[^\W\d_]+")
PLACEHOLDER = re.compile(r"%\(\w+\)s|\{\w+\}")

SPOKEN = ("aria-label", "placeholder", "title", "alt", "data-none", "data-failed")
"""Attributes that hold words."""


def _translated(code: str, word: str) -> str:
    """A catalogue that translates every string of the templates, each word by the same one."""
    with (ROOT / "overrides/locales/messages.pot").open("rb") as file:
        template = read_po(file)
    catalog = Catalog(locale=code)
    for message in template:
        forms = message.id if isinstance(message.id, tuple) else (str(message.id),)
        done = [WORD.sub(lambda found: found[0] if "%" in found[0] else word, form) for form in forms]
        if message.pluralizable:
            catalog.add(message.id, tuple(done[:1] + done[1:] * (catalog.num_plurals - 1)))
        elif message.id:
            catalog.add(message.id, done[0])
    buffer = BytesIO()
    write_po(buffer, catalog)
    return buffer.getvalue().decode()


def _settings(*languages: tuple[str, str]) -> dict[str, object]:
    """A configuration for languages by code and name, the first at the root."""
    listed = [{"locale": code, "name": name, "default": not place} for place, (code, name) in enumerate(languages)]
    away = {"leave": {code: f"https://example.org/{code}/" for code, _ in languages}}
    named = {"site_name": "Mundo", "site_description": "Mundo", "extra": away}
    return {"plugins": {"i18n": {"languages": listed}}, **named}


def _every_kind(word: str) -> dict[str, str]:
    """A page of each kind, every word of which is `word`."""
    facts = {"reviewed": REVIEWED, "menu": 1}
    document = page(
        word, word, identifier="d", version=1, status="draft", owner=word, next_review="2027-01-05", **facts
    )
    return {
        "index.md": page(word, word, **facts),
        "topics/index.md": page(word, word, **facts),
        "topics/t/index.md": page(
            word, f"## {word}\n\n{word}[^1]\n\n[^1]: {word}", contacts=["p"], documents=["d"], **facts
        ),
        "regions/r/index.md": page(word, word, **facts),
        "people/index.md": page(word, word, **facts),
        "people/p/index.md": page(word, word, role=word, phone="+34 600 000 000", **facts),
        "policies/d/index.md": document,
        "news/index.md": page(word, word, **facts),
        "news/2026/index.md": page(word, word, **facts),
        "news/2026/a/index.md": page(word, word, date="2026-01-05", topics=["t"], regions=["r"]),
        "search/index.md": page(word, word, **facts),
        "a-z/index.md": page(word, word, **facts),
        "contact/index.md": concern(word, word, **facts),
    }


NAMES = {"Mundo", "Word", "PDF", "EPUB", "TXT", "SHA", "https", "example", "org"}
"""What is written alike in every language: the site, kinds of files, addresses."""

PLACES = {"host", "knowledge", "policies", "concerns", "fa"}
"""Parts of the addresses of these pages."""


def _said(root: HtmlElement, code: str) -> set[str]:
    """Every word of two letters or more that a page says in one language: in text, labels and search messages."""
    own = f"ancestor-or-self::*[@lang][1]/@lang = '{code}'"
    texts = root.xpath(f"//text()[not(parent::script or parent::code)][{own}] | //meta[@name='description']/@content")
    texts += root.xpath(f"//@*[{' or '.join(f'name() = {name!r}' for name in SPOKEN)}][../{own}]")
    for counts in root.xpath("//@data-counts"):
        texts += json.loads(counts).values()
    return set(re.findall(r"[^\W\d_]{2,}", PLACEHOLDER.sub("", " ".join(texts))))


@pytest.fixture(scope="module")
def spanish(tiny: Site) -> Built:
    """A site in Spanish alone."""
    facts = {"facts.yml": CHANNEL.format("cosa")}
    done = tiny(_every_kind("cosa") | facts, po={"es": _translated("es", CHROME[0])}, **_settings(("es", "Español")))
    assert done.code == 0, done.said
    return done


@pytest.fixture(scope="module")
def persian(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A site in English and Persian."""
    english, persian = _every_kind("thing"), _every_kind("چیز")
    facts = re.compile(r"^(?!---|title|summary|tab|owner|role)\w+:.*\n(?:- .*\n)*", re.M)
    said = {"facts.yml": CHANNEL.format("{en: thing, fa: چیز}")}
    both = said | english | {path.replace(".md", ".fa.md"): facts.sub("", text) for path, text in persian.items()}
    mark = follows(english["contact/index.md"])
    both["contact/index.fa.md"] = both["contact/index.fa.md"].replace("tab: ", f"{mark}tab: ", 1)
    settings = _settings(("en", "English"), ("fa", "فارسی")) | {"site_url": "https://host/"}
    done = build_tiny(tmp_path_factory.mktemp("persian"), both, {"fa": _translated("fa", CHROME[1])}, **settings)
    assert done.code == 0, done.said
    return done


KINDS = [path.removesuffix("index.md") for path in _every_kind("")]


@pytest.mark.parametrize("url", KINDS)
def test_a_spanish_site_says_nothing_in_another_language(spanish: Built, url: str) -> None:
    root = spanish.page(url)
    assert (root.get("lang"), root.get("dir")) == ("es", "ltr")
    assert {element.get("lang") for element in root.iter("*")} <= {None, "es"}
    assert _said(root, "es") - NAMES <= {"cosa", CHROME[0], "de", "enero", "Español", "español", "inglés", *PLACES}


def test_its_only_language_is_at_the_root_and_offers_no_other(spanish: Built) -> None:
    assert {path.name for path in spanish.folder.iterdir()}.isdisjoint({"es", "en", "fr", "ar", "fa"})
    assert not spanish.page("").xpath("//nav[@class='languages']")
    assert "/topics/t/" in searched(spanish.folder)


def test_its_page_for_lost_readers_is_spanish(spanish: Built) -> None:
    root = html.document_fromstring((spanish.folder / "404.html").read_text("utf-8"))
    assert root.get("lang") == "es"
    assert _said(root, "es") - NAMES <= {"cosa", CHROME[0]}


@pytest.mark.parametrize("url", KINDS)
def test_persian_is_set_from_the_right_and_says_nothing_in_another_language(persian: Built, url: str) -> None:
    root = persian.page(f"fa/{url}")
    article = one(root, "//article")
    assert (root.get("lang"), root.get("dir")) == (article.get("lang"), article.get("dir")) == ("fa", "rtl")
    assert _said(root, "fa") - NAMES <= {"چیز", CHROME[1], "فارسی", "انگلیسی", "ژانویه", *PLACES}


@pytest.mark.parametrize("url", KINDS)
def test_english_beside_it_has_no_persian_but_its_name(persian: Built, url: str) -> None:
    root = persian.page(url)
    assert (root.get("lang"), root.get("dir")) == ("en", "ltr")
    assert not re.search("[\u0600-\u06ff]", " ".join(_said(root, "en")))
    assert {element.text_content().strip() for element in root.iter("*") if element.get("lang") == "fa"} == {"فارسی"}


def test_phone_numbers_are_isolated_in_persian(persian: Built) -> None:
    phone = one(persian.page("fa/people/p/"), "//article//a[starts-with(@href, 'tel:')]")
    assert one(phone, "bdi").get("dir") == "ltr"


def test_search_engines_are_told_of_both_languages(persian: Built) -> None:
    links = persian.page("fa/topics/t/").xpath("//link[@hreflang]")
    assert [link.get("hreflang") for link in links] == ["en", "fa", "x-default"]


def test_search_finds_the_texts_of_each_language(persian: Built) -> None:
    found = {code: searched(persian.folder / code) for code in ("", "fa")}
    assert sorted(found[""]) == sorted(found["fa"])
    assert "thing" in found[""]["/contact/"]
    assert "چیز" in found["fa"]["/contact/"]


def test_a_language_without_its_words_is_refused_with_the_cure(site: Site) -> None:
    failed = site({"index.md": page("Hej", reviewed=REVIEWED)}, **_settings(("sv", "Svenska")))
    assert failed.code == 1
    assert "sv.po is missing: copy messages.pot there and translate its lines" in failed.said


def test_the_site_goes_where_its_configuration_says(site: Site, tmp_path: Path) -> None:
    assert site({"about/index.md": page("About", reviewed=REVIEWED)}, site_dir="public").code == 0
    command = [sys.executable, "-m", "knowledge.publishing", "tiny.yml"]
    done = run(command, cwd=tmp_path, env=os.environ | {"PYTHONPATH": str(ROOT / "hooks")}, check=False)
    assert done.returncode == 0
    assert (tmp_path / "public/about/index.html").is_file()
    assert not (tmp_path / "site").exists()
