"""What a stranger writes to run something on a page, or to bring something along, is shown as words and does nothing."""

from __future__ import annotations

import re
from pathlib import Path

import pypdfium2
import pytest
from lxml import html
from tests.conftest import Built, build_tiny
from tests.drafts import sound
from tests.hostile.bounds import bounded
from tests.hostile.showings import BOMB, BREAKING, DRAWING, POLICY, SHOWN, file, folder
from tests.hostile.speaking import converter
from tests.hostile.strangeness import strange
from tests.site.writing import REVIEWED, home, one, page, picture, words

from knowledge.bodies import Bodies

ASKED = {
    "title",
    "href",
    "src",
    "alt",
    "id",
    "class",
    "lang",
    "dir",
    "name",
    "type",
    "for",
    "checked",
    "open",
    "hreflang",
}
GIVEN = ASKED | {
    "rel",
    "loading",
    "decoding",
    "width",
    "height",
    "tabindex",
    "aria-label",
    "aria-labelledby",
    "data-kind",
    "srcset",
}
"""What an element of a text may say; the second half the site says itself."""


def pages() -> dict[str, str | bytes]:
    """A page of each case, and what pictures they show."""
    found: dict[str, str | bytes] = {f"{folder(name)}/index.md": file(name) for name in SHOWN}
    found |= {f"{folder(name)}/a.png": picture() for name in SHOWN if "a.png" in SHOWN[name][0]}
    drawn = page("Drawings", "![A](drawing.svg) ![B](bomb.svg) [C](drawing.svg)", reviewed=REVIEWED)
    return (
        found
        | POLICY
        | {
            "strange/drawings/index.md": drawn,
            "strange/drawings/drawing.svg": DRAWING,
            "strange/drawings/bomb.svg": BOMB,
            "topics/strange/index.md": page(
                BREAKING, "Text.", reviewed=REVIEWED, menu=1, summary=BREAKING, short=BREAKING
            ),
        }
    )


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """One site with all of them."""
    done = build_tiny(tmp_path_factory.mktemp("hostile"), home() | pages())
    assert done.code == 0, done.said
    return done


@pytest.mark.parametrize("name", SHOWN)
def test_nothing_but_words_reaches_the_finished_page(built: Built, name: str) -> None:
    root = built.page(folder(name))
    assert list(strange(root)) == []
    text = one(root, "//article//div[contains(@class, 'text')]")
    assert {attribute for element in text.iter() for attribute in element.attrib} <= GIVEN
    assert " ".join(SHOWN[name][1].split()) in words(text)


@pytest.mark.parametrize("name", SHOWN)
def test_it_costs_little(tmp_path: Path, name: str) -> None:
    files: dict[str, str | bytes] = {"strange/index.md": file(name), "strange/a.png": picture()}
    with bounded():
        found = sound(tmp_path, files)
        Bodies(converter(), found.facts).clean(found.entries["strange"].texts["en"])


@pytest.mark.parametrize("name", [name for name in SHOWN if name.startswith("words that are another")])
def test_words_that_are_another_address_lead_nowhere(built: Built, name: str) -> None:
    assert not built.page(folder(name)).xpath("//article//a[contains(@href, 'evil')]")


def test_a_title_is_shown_as_it_is_written_wherever_it_stands(built: Built) -> None:
    for url in ("topics/strange", "", "fr", "ar/topics/strange"):
        assert list(strange(built.page(url))) == []
    assert words(one(built.page("topics/strange"), "//h1")) == BREAKING


def test_a_drawing_is_published_without_what_acts_in_it(built: Built) -> None:
    drawings = [path.read_text("utf-8") for path in (built.folder / "strange/drawings").glob("*.svg")]
    assert len(drawings) == 2
    for drawing in drawings:
        assert "<path" in drawing
        assert not re.search(r"script|evil|javascript|onload|ENTITY|root:|foreignObject|animate|@import", drawing)


@pytest.mark.parametrize("ending", ["pdf", "txt"])
def test_no_program_that_sets_documents_takes_words_for_commands(built: Built, ending: str) -> None:
    path = built.folder / f"policies/strange/strange_v1_en.{ending}"
    text = path.read_text("utf-8") if ending == "txt" else printed(path)
    for command in ('#read("/etc/passwd")', '#panic("a")', '#panic("b")', '#eval("1")', "/etc/passwd}"):
        assert command in re.sub(r"\s+", "", text.replace("“", '"').replace("”", '"'))
    assert "root:" not in text


def printed(path: Path) -> str:
    """The words of a PDF."""
    return "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(path))


def test_the_check_sees_what_is_strange() -> None:
    root = html.document_fromstring(
        '<meta http-equiv=refresh content=0><script>x</script><iframe></iframe><p onclick=x><a href=" java\nscript:x">a</a>'
    )
    assert len(list(strange(root))) == 5
