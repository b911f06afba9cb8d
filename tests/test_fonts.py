"""The fonts hold what the site shows, under a name of our own, and stay small."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from pathlib import Path

import pymupdf_fonts
import pytest
from fontTools.subset import parse_unicodes
from fontTools.ttLib import TTFont
from tests.conftest import ROOT

from knowledge import fonts
from knowledge.catalogue import Catalogue
from knowledge.fonts import FAMILY, SCRIPTS, WEIGHTS, cut

NAMES = [f"sans-{script}-{weight}.woff2" for weight in WEIGHTS for script in SCRIPTS]
LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأؤإئىة"
MARKS = "ًٌٍَُِّْ"
PUNCTUATION = "،؛؟"


@cache
def files() -> dict[str, bytes]:
    """The files of the site, from the cache that every build shares."""
    return fonts.files(ROOT / ".cache")


def font(name: str) -> TTFont:
    return TTFont(BytesIO(files()[name]))


def characters(name: str) -> set[int]:
    """The characters a font file can draw."""
    return set(font(name).getBestCmap())


def promised(script: str) -> set[int]:
    """The characters for which a page loads the file of a script."""
    return set(parse_unicodes(SCRIPTS[script].replace("U+", "")))


def test_there_is_a_file_for_each_weight_and_script() -> None:
    assert sorted(files()) == sorted(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_file_is_compressed_and_small(name: str) -> None:
    assert files()[name][:4] == b"wOF2"
    assert len(files()[name]) < 23_500


@pytest.mark.parametrize("name", NAMES)
def test_the_reserved_name_stands_only_in_the_copyright(name: str) -> None:
    records = {record.nameID: str(record) for record in font(name)["name"].names}
    assert [number for number, said in records.items() if "Fira" in said] == [0]
    assert (records[1], records[6].partition("-")[0]) == (FAMILY, FAMILY.replace(" ", ""))


@pytest.mark.parametrize("name", NAMES)
def test_copyright_and_licence_stay(name: str) -> None:
    records = {record.nameID: str(record) for record in font(name)["name"].names}
    assert "copyright" in records[0]
    assert "SIL Open Font License, Version 1.1" in records[13]
    assert records[14].startswith("http://scripts.sil.org/OFL")


@pytest.mark.parametrize("weight", WEIGHTS)
def test_latin_has_what_french_and_english_need(weight: str) -> None:
    assert {ord(letter) for letter in "aZéÀçœŒŸ«»“”‘’–—…€→←"} <= characters(f"sans-latin-{weight}.woff2")


@pytest.mark.parametrize("weight", WEIGHTS)
def test_the_narrow_space_of_french_is_there_and_narrower_than_a_space(weight: str) -> None:
    latin = font(f"sans-latin-{weight}.woff2")
    names, widths = latin.getBestCmap(), latin["hmtx"]
    assert 0 < widths[names[0x202F]][0] < widths[names[0x20]][0]
    assert latin["glyf"][names[0x202F]].numberOfContours == 0


@pytest.mark.parametrize("weight", WEIGHTS)
def test_arabic_has_its_letters_marks_and_punctuation(weight: str) -> None:
    assert {ord(letter) for letter in LETTERS + MARKS + PUNCTUATION} <= characters(f"sans-arabic-{weight}.woff2")


@pytest.mark.parametrize("weight", WEIGHTS)
def test_arabic_letters_join_and_marks_find_their_place(weight: str) -> None:
    arabic = font(f"sans-arabic-{weight}.woff2")
    features = {
        record.FeatureTag for table in ("GSUB", "GPOS") for record in arabic[table].table.FeatureList.FeatureRecord
    }
    assert {"init", "medi", "fina", "rlig", "mark"} <= features


def kerned(name: str) -> set[str]:
    """The glyphs that are moved towards what follows them."""
    lookups = font(name)["GPOS"].table.LookupList.Lookup
    tables = [getattr(table, "ExtSubTable", table) for lookup in lookups for table in lookup.SubTable]
    return {glyph for table in tables if table.LookupType == fonts.KERNING for glyph in table.Coverage.glyphs}


@pytest.mark.parametrize("weight", WEIGHTS)
def test_letters_of_a_files_own_script_are_kerned_and_no_others(weight: str) -> None:
    latin, arabic = (font(f"sans-{script}-{weight}.woff2").getBestCmap() for script in ("latin", "arabic"))
    assert {latin[ord(letter)] for letter in "AVTy"} <= kerned(f"sans-latin-{weight}.woff2")
    assert {arabic[ord(letter)] for letter in "رود"} <= kerned(f"sans-arabic-{weight}.woff2")
    assert not {arabic[ord(letter)] for letter in "AVTy1."} & kerned(f"sans-arabic-{weight}.woff2")


@pytest.mark.parametrize("weight", WEIGHTS)
def test_a_page_in_arabic_needs_no_other_file_for_figures_and_plain_letters(weight: str) -> None:
    assert {ord(letter) for letter in "0123456789:./+-()«»–… PDF www@"} <= characters(f"sans-arabic-{weight}.woff2")
    rules = fonts.stylesheet(dict.fromkeys(NAMES, "x")).splitlines()
    own = [rule.rpartition("unicode-range:")[2].rstrip("}") for rule in rules if f'"{fonts.FROM_RIGHT}"' in rule]
    ranges = [fonts.characters(named) for named in own[: len(SCRIPTS)]]
    assert sum(map(len, ranges)) == len(set().union(*ranges)) == sum(len(promised(script)) for script in SCRIPTS)
    assert set(fonts.characters(fonts.SHARED)) <= set(ranges[-1])


def test_no_character_is_drawn_from_the_files_of_two_scripts() -> None:
    ranges = [promised(script) for script in SCRIPTS]
    assert sum(map(len, ranges)) == len(set().union(*ranges))


def test_every_character_of_the_pages_is_in_a_file(catalogue: Catalogue) -> None:
    written = {
        letter
        for text in catalogue.by_path.values()
        for letter in f"{text.record.title}{text.record.summary}{text.body}"
    }
    drawn = set().union(*map(characters, NAMES))
    assert [letter for letter in sorted(written) if letter.isprintable() and ord(letter) not in drawn] == []


def test_the_same_font_gives_the_same_bytes() -> None:
    data = pymupdf_fonts.myfont(WEIGHTS["regular"])
    assert cut(data, "U+0041-0043, U+202F") == cut(data, "U+0041-0043, U+202F")


def test_a_cut_font_is_taken_from_the_cache(tmp_path: Path) -> None:
    assert files()
    for path in (ROOT / ".cache").glob("*.woff2"):
        (tmp_path / path.name).write_bytes(path.name.encode())
    kept = fonts.files(tmp_path)
    assert {name: data.decode().partition("-")[2] for name, data in kept.items()} == {name: name for name in NAMES}


def test_the_rules_load_each_file_for_its_characters_only() -> None:
    places = {name: f"fonts/{name}" for name in NAMES}
    rules = [rule for rule in fonts.stylesheet(places).splitlines() if f'"{FAMILY}"' in rule]
    assert len(rules) == len(NAMES)
    for rule, name in zip(rules, NAMES, strict=True):
        assert f'src:url("fonts/{name}")' in rule
        assert rule.endswith(f"unicode-range:{SCRIPTS[name.split('-')[1]]}}}")


def test_documents_are_set_in_the_whole_font_with_the_narrow_space_under_our_name(tmp_path: Path) -> None:
    folder = fonts.whole(tmp_path)
    for key in fonts.FACES:
        tree = TTFont(BytesIO((folder / f"{key}.ttf").read_bytes()))
        assert tree["name"].getBestFamilyName() == FAMILY
        assert {0x202F, ord("ش"), ord("ß")} <= set(tree.getBestCmap())
        assert tree["hmtx"][tree.getBestCmap()[0x202F]][0] < tree["hmtx"]["space"][0]
    assert fonts.whole(tmp_path) == folder


@pytest.mark.parametrize(
    ("ranges", "others", "left"),
    [
        ("U+0041-0043", "U+0042", "U+0041, U+0043"),
        ("U+0041-0045, U+0050", "U+0045", "U+0041-0044, U+0050"),
        ("U+0041", "U+0041", ""),
    ],
)
def test_ranges_are_taken_from_ranges(ranges: str, others: str, left: str) -> None:
    assert fonts.without(ranges, others) == left
