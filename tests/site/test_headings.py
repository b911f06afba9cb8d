"""A place on a page has one address in every language, and never one that only a machine could have made up."""

from __future__ import annotations

import re

import pytest
from tests.conftest import Built, Site
from tests.site.writing import REVIEWED, home, one, page

ENGLISH = """
## Who reads it?

### `code` and [a link](../index.md)

## Written {#by-hand}

## 3.2 Numbered

## Again

## Again

## Été à l’œil

```
# Not a heading
```

## Ending ##
"""
FRENCH = """
## Qui lit ?

### `code` et [un lien](../index.md)

## Écrit

## 3.2 Numéroté

## Encore

## Encore

## L’été

## Fin
"""
ARABIC = """
## من يقرأ؟

### `code` و[رابط](../index.md)

## مكتوب

## 3.2 مرقّم

## ثانية

## ثانية

## الصيف

## النهاية
"""
IDS = ["who-reads-it", "code-and-a-link", "by-hand", "s3-2", "again", "again-2"]


@pytest.fixture(scope="module")
def built(tiny: Site) -> Built:
    """A page with every sort of heading in three languages, and pages whose source has no Latin letters."""
    done = tiny(
        home()
        | {
            "long/index.md": page("Long", ENGLISH, reviewed=REVIEWED),
            "long/index.fr.md": page("Long", FRENCH),
            "long/index.ar.md": page("طويل", ARABIC),
            "first/index.ar.md": page("أول", "## واحد\n\n## اثنان\n\n### ثلاثة", reviewed=REVIEWED),
            "first/index.fr.md": page("Premier", "## Un\n\n## Deux\n\n### Trois", translated_from="ar"),
            "first/index.md": page("First", "## One\n\n## Two\n\n### Three", translated_from="ar"),
            "alone/index.ar.md": page("وحيد", "## واحد\n\n## اثنان\n\n## ثلاثة", reviewed=REVIEWED),
            "clauses/index.md": page("Clauses", "## 1. One\n\n### 1.1 Two\n\n## 2. Three", reviewed=REVIEWED),
            "clauses/index.ar.md": page("بنود", "## 1. واحد\n\n### 1.1 اثنان\n\n## 2. ثلاثة"),
        }
    )
    assert done.code == 0, done.said
    return done


def _ids(built: Built, url: str) -> list[str]:
    """The ids of the headings of a text, in order."""
    text = one(built.page(url), "//div[@class='text md-typeset']")
    return [heading.get("id", "") for heading in text.iter("h2", "h3", "h4")]


@pytest.mark.parametrize("page_id", ["long", "first", "clauses"])
def test_headings_have_the_same_ids_in_every_language(built: Built, page_id: str) -> None:
    ids = [_ids(built, f"{root}{page_id}/") for root in ("", "fr/", "ar/")]
    assert ids[0] == ids[1] == ids[2]


def test_ids_are_written_or_made_from_the_words_or_the_number_of_the_source(built: Built) -> None:
    ids = _ids(built, "ar/long/")
    assert ids[: len(IDS)] == IDS
    assert ids[len(IDS) :] == ["ete-a-lil", "ending"]


def test_numbered_headings_are_called_by_their_numbers(built: Built) -> None:
    assert _ids(built, "ar/clauses/") == ["s1", "s1-1", "s2"]


def test_a_source_without_latin_letters_counts_its_sections(built: Built) -> None:
    assert _ids(built, "first/") == ["section-1", "section-2", "section-3"]


def test_no_heading_is_called_by_a_bare_count(built: Built) -> None:
    for path in built.folder.rglob("index.html"):
        for heading in built.page(path.parent.relative_to(built.folder).as_posix()).xpath("//*[self::h2 or self::h3]"):
            assert re.fullmatch(r"[a-z][a-z0-9-]*", heading.get("id", "a")), (path, heading.get("id"))


def test_no_id_stands_twice_on_a_page(built: Built) -> None:
    for path in built.folder.rglob("index.html"):
        ids = built.page(path.parent.relative_to(built.folder).as_posix()).xpath("//@id")
        assert len(ids) == len(set(ids)), path


@pytest.mark.parametrize("root", ["", "fr/", "ar/"])
def test_the_list_of_contents_leads_to_the_headings(built: Built, root: str) -> None:
    links = one(built.page(f"{root}long/"), "//nav[@id='contents']").iter("a")
    assert [link.get("href") for link in links] == [f"#{name}" for name in _ids(built, "long/") if name != IDS[1]]


@pytest.mark.parametrize("root", ["fr/", "ar/"])
def test_the_switcher_may_keep_the_place_because_the_ids_are_equal(built: Built, root: str) -> None:
    links = one(built.page(f"{root}long/"), "//nav[@class='languages']").findall(".//a")
    assert len(links) == 2
    assert all("data-same-place" in link.attrib for link in links)
