"""The one typeface, FiraGO, cut down to what the site can show: Latin and Arabic, two weights, in separate files.

A cut font is a modified one, and its licence (OFL 1.1) reserves the name "Fira": the files are called Knowledge Sans.
A page loads only the files whose characters it shows (`unicode-range`), so an English reader never pays for Arabic.
FiraGO lacks the narrow no-break space that French needs (U+202F): it is added here as a narrower space. Documents to print
are set in the whole font, with its italics.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from importlib.metadata import version
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace

import pymupdf_fonts
from fontTools.subset import Options, Subsetter, parse_unicodes
from fontTools.ttLib import TTFont

from knowledge import store

WEIGHTS = {"regular": "figo", "bold": "figbo"}
"""Our names and the keys of pymupdf-fonts."""

FACES = ("figo", "figbo", "figit", "figbi")
"""Keys of the faces for print: regular and bold, upright and italic."""

FIXED = "fimo"
"""Key of the typeface for code in print, which is not changed and keeps its name."""

SCRIPTS = {
    "latin": "U+0020-007E, U+00A0-00FF, U+0152-0153, U+0178, U+2010-2027, U+202F, U+2039-203A, U+20AC, U+2122, U+2190-2193",
    "extended": "U+0100-0151, U+0154-0177, U+0179-024F, U+02BB-02DC, U+1E00-1EFF",
    "arabic": "U+060C-060D, U+061B-061F, U+0621-0652, U+0660-06D5, U+06EE-06FF, U+0750-077F, U+FDF2, U+FDFC",
}
"""Characters of each script, written as CSS `unicode-range` wants them."""

SHARED = (
    "U+0020-007E, U+00A0, U+00A7, U+00AB, U+00B7, U+00BB, U+00D7, U+2010-2015, U+2018-201A, U+201C-201E, U+2026, U+202F, "
    "U+2039-203A, U+2190-2193"
)
"""What Arabic texts have of other scripts: digits, punctuation, a name of a file. Its files hold them too, so that a page in
Arabic needs two files and not four; a page in Latin letters draws them from its own."""

FAMILY = "Knowledge Sans"
"""What the cut fonts are called."""

FROM_RIGHT = "Knowledge Sans Arabic"
"""The same files under the name that pages from right to left use, which take what is shared from the Arabic ones."""

NARROW = 0x202F

FRACTIONS = {"frac", "numr", "dnom"}
"""Features (OpenType) that no text of ours uses, with glyphs of their own."""

KERNING = 2
"""The type of a lookup that moves pairs of glyphs (OpenType, GPOS)."""

LICENCE = (13, 14)
"""The name records (OpenType `name` table) that say under what licence the font is, and where it stands."""


def files(cache: Path) -> dict[str, bytes]:
    """Every font file of the site by name (`sans-arabic-bold.woff2`), cut once and then kept in `cache`."""
    made = {}
    for weight, key in WEIGHTS.items():
        for script, ranges in SCRIPTS.items():
            name = f"sans-{script}-{weight}.woff2"
            made[name] = _kept(cache, name, key, ranges, SHARED if script == "arabic" else "")
    return made


def _kept(cache: Path, name: str, key: str, ranges: str, more: str = "") -> bytes:
    recipe = f"{version('pymupdf-fonts')} {version('fonttools')} {version('brotli')} {ranges} {more} 6"
    path = cache / f"{store.digest(recipe)[:12]}-{name}"
    return store.kept(path, lambda: cut(pymupdf_fonts.myfont(key), ranges, more)).read_bytes()


def cut(font: bytes, ranges: str, more: str = "") -> bytes:
    """A font reduced to the characters in `ranges`, as WOFF2; the same input gives the same bytes.

    Characters in `more` come along without kerning, which for Latin letters is a sixth of such a file.
    """
    tree = _subset(font, f"{more}, {ranges}" if more else ranges)
    if more:
        _kern(tree, _subset(font, ranges).getGlyphOrder())
    out = BytesIO()
    tree.save(out)
    return out.getvalue()


def _subset(font: bytes, ranges: str) -> TTFont:
    tree = TTFont(BytesIO(font), recalcTimestamp=False)
    _add_narrow_space(tree)
    _rename(tree)
    options = Options(flavor="woff2", hinting=False, notdef_outline=True, name_IDs=[*range(7), *LICENCE])
    options.layout_features = [feature for feature in options.layout_features if feature not in FRACTIONS]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=characters(ranges))
    subsetter.subset(tree)
    tree.flavor = "woff2"
    return tree


def _kern(tree: TTFont, glyphs: Iterable[str]) -> None:
    """Leaves kerning between these glyphs alone."""
    kept = SimpleNamespace(glyphs=set(glyphs))
    for lookup in tree["GPOS"].table.LookupList.Lookup:
        pairs = [getattr(table, "ExtSubTable", table) for table in lookup.SubTable]
        lookup.SubTable = [
            table
            for table, pair in zip(lookup.SubTable, pairs, strict=True)
            if pair.LookupType != KERNING or pair.subset_glyphs(kept)
        ]


def whole(cache: Path) -> Path:
    """A folder with the whole font in all faces for print, made once and then kept in `cache`."""
    recipe = store.digest(version("pymupdf-fonts"), version("fonttools"), "1")
    folder = cache / f"print-{recipe[:12]}"
    for key in FACES:
        store.kept(folder / f"{key}.ttf", partial(_whole, key))
    store.kept(folder / f"{FIXED}.otf", partial(pymupdf_fonts.myfont, FIXED))
    return folder


def _whole(key: str) -> bytes:
    tree = TTFont(BytesIO(pymupdf_fonts.myfont(key)), recalcTimestamp=False, recalcBBoxes=False, lazy=True)
    _add_narrow_space(tree)
    _rename(tree)
    out = BytesIO()
    tree.save(out)
    return out.getvalue()


def _add_narrow_space(tree: TTFont) -> None:
    """U+202F as two thirds of a space, unless the font has one."""
    names = tree.getBestCmap() or {}
    if NARROW in names:
        return
    space, name = names[0x20], "uni202F"
    tree.setGlyphOrder([*tree.getGlyphOrder(), name])
    tree["glyf"][name] = copy.deepcopy(tree["glyf"][space])
    advance, bearing = tree["hmtx"][space]
    tree["hmtx"][name] = (advance * 2 // 3, bearing)
    for table in tree["cmap"].tables:
        if table.isUnicode():
            table.cmap[NARROW] = name


def _rename(tree: TTFont) -> None:
    """Gives the font our name wherever its own stands as a name; copyright and licence records stay."""
    for record in tree["name"].names:
        if record.nameID in (1, 3, 4, 6, 16, 18):
            spaced = FAMILY if record.nameID != 6 else FAMILY.replace(" ", "")
            record.string = str(record).replace("FiraGO", spaced)


def stylesheet(places: Mapping[str, str]) -> str:
    """The `@font-face` rules for the files, from the place of each by its name, as the stylesheet sees it.

    A file that is not there with the text waits for the next page, so that no line breaks anew under a reader's eyes.
    """
    rules = []
    for weight, number in (("regular", 400), ("bold", 700)):
        for family, script, ranges in _faces():
            place = places[f"sans-{script}-{weight}.woff2"]
            rules.append(
                f'@font-face{{font-family:"{family}";font-weight:{number};font-display:optional;'
                f'src:url("{place}") format("woff2");unicode-range:{ranges}}}'
            )
    return "\n".join(rules) + "\n"


def _faces() -> Iterator[tuple[str, str, str]]:
    """Each family with its scripts and the characters that it takes from their files; none from two.

    While the file that a character would come from is on its way, browsers fetch any other that is said to have it.
    """
    for script, ranges in SCRIPTS.items():
        yield FAMILY, script, ranges
    for script, ranges in SCRIPTS.items():
        yield FROM_RIGHT, script, f"{SHARED}, {ranges}" if script == "arabic" else without(ranges, SHARED)


def without(ranges: str, others: str) -> str:
    """The characters of `ranges` that are not among `others`, as `unicode-range` wants them."""
    left = sorted(set(characters(ranges)) - set(characters(others)))
    starts = [code for code in left if code - 1 not in left]
    ends = [code for code in left if code + 1 not in left]
    pairs = zip(starts, ends, strict=True)
    return ", ".join(f"U+{start:04X}" + (f"-{end:04X}" if end > start else "") for start, end in pairs)


def characters(ranges: str) -> list[int]:
    """The code points that a `unicode-range` names."""
    found: list[int] = parse_unicodes(ranges.replace("U+", ""))
    return found
