"""Numbers and addresses keep their order in Arabic wherever they stand, and French is set with its own spaces."""

from __future__ import annotations

import pytest
from tests.conftest import Built, Site
from tests.site.writing import REVIEWED, home, one, page, picture, words

PHONE, EMAIL, URL = "+45 88 32 70 00", "desk@example.org", "https://example.org/a/"
OPEN, CLOSE = "\u2066", "\u2069"

ARABIC = f"""
اتصل على {PHONE} أو اكتب إلى {EMAIL} أو زر {URL} في 2026-03-01.

## رقمنا {PHONE}

- [صفحة {URL}](https://example.org/a/ "اكتب إلى {EMAIL}")
- **{PHONE}**

### أين

## البريد {EMAIL}

| هاتف |
|---|
| {PHONE} |

## أخيرا

!!! note "زر {URL}"
    النص.

![هاتفنا {PHONE}](a.png)

حاشية[^1]. رمز `{PHONE}`.

[^1]: انظر {URL}
"""

FRENCH = """
Vraiment ? Oui ! « Bien » ; voici : *tout* ; lisez https://example.org/a?b=c;d

## Que faire ?

## Deux

## Trois

`a ? b : c` et [lien : ici](https://example.org/)

    x = y ? 1 : 2;

Déjà\u202f? Sans espace; et fin.
"""
N, B = "\u202f", "\u00a0"


@pytest.fixture(scope="module")
def built(tiny: Site) -> Built:
    """A site whose Arabic texts carry numbers and addresses everywhere, and whose French ones need spaces."""
    told = f"اتصل على {PHONE}"
    done = tiny(
        home()
        | {
            "call/index.md": page("Call", "## One\n\n### Two\n\n## Three\n\n## Four", reviewed=REVIEWED, menu=1),
            "call/index.ar.md": page(told, ARABIC, summary=f"زر {URL}", short=f"هاتف {PHONE}"),
            "call/a.png": picture(),
            "call/below/index.md": page("Below", reviewed=REVIEWED),
            "topics/t/index.ar.md": page(f"بريد {EMAIL}", "النص.", reviewed=REVIEWED, contacts=["p"]),
            "people/p/index.ar.md": page(
                "نور", "النص.", reviewed=REVIEWED, role=f"رقم {PHONE}", phone=PHONE, email=EMAIL
            ),
            "news/index.md": page("News", reviewed=REVIEWED),
            "news/2026/a/index.ar.md": page(
                told, "النص.", date="2026-01-05", topics=["t"], image="a.png", image_alt=told, summary=f"زر {URL}"
            ),
            "news/2026/a/a.png": picture(),
            "a-z/index.md": page("Contents", reviewed=REVIEWED),
            "set/index.md": page("Set", "## What to do?\n\n## B\n\n## C", reviewed=REVIEWED, menu=2),
            "set/index.fr.md": page("Que faire ?", FRENCH, summary="Voici : tout !", short="Quoi ?"),
        }
    )
    assert done.code == 0, done.said
    return done


@pytest.mark.parametrize(
    ("url", "path", "island"),
    [
        ("ar/call/", "//h1", PHONE),
        ("ar/call/", "//p[@class='lead']", URL),
        ("ar/call/", "//nav[@id='contents']//li[1]", PHONE),
        ("ar/call/", "//nav[@id='contents']//li[2]", EMAIL),
        ("ar/call/", "//h2[1]", PHONE),
        ("ar/call/", "//li/a[@href='https://example.org/a/']", URL),
        ("ar/call/", "//li/strong", PHONE),
        ("ar/call/", "//td", PHONE),
        ("ar/call/", "//p[@class='admonition-title']", URL),
        ("ar/call/", "//div[@class='footnote']//li", URL),
        ("ar/", "//nav[@id='menu']//li[1]", PHONE),
        ("ar/call/below/", "//nav[@class='path']//li[2]", PHONE),
        ("ar/topics/t/", "//h1", EMAIL),
        ("ar/topics/t/", "//ul[@class='cards contacts']//p[1]", PHONE),
        ("ar/people/p/", "//dl/dd[1]", PHONE),
        ("ar/people/p/", "//dl/dd[2]", PHONE),
        ("ar/people/p/", "//dl/dd[3]", EMAIL),
        ("ar/news/", "//li[@class='card']/h3", PHONE),
        ("ar/news/", "//li[@class='card']/p[last()]", URL),
        ("ar/news/2026/a/", "//p[@class='byline quiet']/a", EMAIL),
        ("ar/a-z/", "//section[@class='letter']//li[.//bdi='desk@example.org']", EMAIL),
    ],
)
def test_an_island_in_arabic_text_is_isolated(built: Built, url: str, path: str, island: str) -> None:
    bdi = one(one(built.page(url), path), ".//bdi")
    assert (bdi.text, bdi.get("dir")) == (island, "ltr")


def test_every_island_of_a_sentence_is_isolated_and_its_links_work(built: Built) -> None:
    paragraph = built.page("ar/call/").xpath("//div[@class='text md-typeset']/p")[0]
    assert [bdi.text for bdi in paragraph.iter("bdi")] == [PHONE, EMAIL, URL, "2026-03-01"]
    assert [link.get("href") for link in paragraph.iter("a")] == ["tel:+4588327000", f"mailto:{EMAIL}"]


@pytest.mark.parametrize(
    ("url", "path", "value"),
    [
        ("ar/call/", "//img/@alt", f"هاتفنا {OPEN}{PHONE}{CLOSE}"),
        ("ar/call/", "//li/a/@title", f"اكتب إلى {OPEN}{EMAIL}{CLOSE}"),
        ("ar/news/2026/a/", "//img/@alt", f"اتصل على {OPEN}{PHONE}{CLOSE}"),
        ("ar/call/", "//head/title/text()", f"اتصل على {OPEN}{PHONE}{CLOSE} – منظمة دعم الإعلام الدولي"),
    ],
)
def test_an_island_in_an_attribute_or_the_title_of_the_tab_is_isolated(
    built: Built, url: str, path: str, value: str
) -> None:
    assert value in built.page(url).xpath(path)


def test_code_in_arabic_runs_from_the_left_as_written(built: Built) -> None:
    code = one(built.page("ar/call/"), "//article//code")
    assert (code.text, code.get("dir")) == (PHONE, "ltr")


def test_arabic_text_has_no_island_twice_wrapped(built: Built) -> None:
    assert not built.page("ar/call/").xpath("//bdi//bdi")


def test_latin_scripts_need_no_isolation_in_their_text(built: Built) -> None:
    assert not built.page("fr/set/").xpath("//div[@class='text md-typeset']//bdi")


def test_french_text_has_its_spaces(built: Built) -> None:
    text = one(built.page("fr/set/"), "//div[@class='text md-typeset']")
    said = [words(paragraph) for paragraph in text.findall("p")]
    assert said[0] == f"Vraiment{N}? Oui{N}! «{N}Bien{N}»{N}; voici{B}: tout{N}; lisez https://example.org/a?b=c;d"
    assert said[1] == f"a ? b : c et lien{B}: ici"
    assert said[2] == f"Déjà{N}? Sans espace{N}; et fin."
    assert words(text.findall("h2")[0]) == f"Que faire{N}?"


def test_french_spaces_stay_out_of_code(built: Built) -> None:
    assert [code.text for code in built.page("fr/set/").xpath("//article//code")] == ["a ? b : c", "x = y ? 1 : 2;\n"]


@pytest.mark.parametrize(
    ("url", "path", "said"),
    [
        ("fr/set/", "//h1", f"Que faire{N}?"),
        ("fr/set/", "//p[@class='lead']", f"Voici{B}: tout{N}!"),
        ("fr/set/", "//head/title", f"Que faire{N}? – International Media Support"),
        ("fr/set/", "//nav[@id='contents']//li[1]", f"Que faire{N}?"),
        ("fr/", "//nav[@id='menu']//li[2]", f"Quoi{N}?"),
    ],
)
def test_french_titles_have_their_spaces_too(built: Built, url: str, path: str, said: str) -> None:
    assert words(one(built.page(url), path)) == said


def test_english_and_arabic_are_set_as_written(built: Built) -> None:
    assert words(one(built.page("set/"), "//h2[@id='what-to-do']")) == "What to do?"
    for url in ("set/", "ar/call/"):
        assert N not in one(built.page(url), "//article").text_content()
