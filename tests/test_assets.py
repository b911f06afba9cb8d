"""One stylesheet: the theme's rules in a layer below ours, and nothing needless in it."""

from __future__ import annotations

import re
from pathlib import Path

import material
import pytest
from tests.conftest import Site
from tests.site.writing import REVIEWED, page

from knowledge.assets import compact, kept, needed, stylesheet


@pytest.mark.parametrize(
    ("css", "left"),
    [
        ("a { color: red; }", "a{color: red}"),
        ("a {\n  color: red;\n  margin: 0;\n}\n", "a{color: red;margin: 0}"),
        ("a , b > c { }", "a,b>c{}"),
        ("a b { inset: 0 1px }", "a b{inset: 0 1px}"),
        ("@media print { a { color: red; } }", "@media print{a{color: red}}"),
        ("@media (width > 30em) { a { b: c } }", "@media (width>30em){a{b: c}}"),
        ("a { width: calc(1px + 2px) }", "a{width: calc(1px + 2px)}"),
        ("/* one */ a /* two\nlines */ { b: c }", "a{b: c}"),
        ("/* it's ours */ a { b: 'c' } /* isn't it? */", "a{b: 'c'}"),
        ("", ""),
    ],
)
def test_comments_and_needless_white_space_go(css: str, left: str) -> None:
    assert compact(css) == left + "\n"


@pytest.mark.parametrize(
    "shown",
    ['" > "', "' , '", '"; }"', '"a  b"', '"/* no comment */"', r'"\" ; \" "', '"it\'s ; "', "'say \" ; \"'", '""'],
)
def test_what_stands_in_quotes_stays(shown: str) -> None:
    assert compact(f"a {{ content: {shown}; }}") == f"a{{content: {shown}}}\n"


def test_a_compact_stylesheet_cannot_be_made_smaller() -> None:
    once = compact("a { b: c; } /* d */ e , f { g: ' ; ' }")
    assert compact(once) == once


def test_the_theme_lies_in_a_layer_below_ours(tmp_path: Path) -> None:
    made = stylesheet("a{color:blue}", "a { color: red }", "@font-face{}\n", tmp_path)
    assert made == "@layer material{a{color:blue}}\n@font-face{}\na{color: red}\n"


def test_another_version_of_the_theme_is_seen(tmp_path: Path) -> None:
    made = [stylesheet(theme, "", "", tmp_path) for theme in ("a{b:c}", "a{b:d}", "a{b:c}")]
    assert made == ["@layer material{a{b:c}}\n\n", "@layer material{a{b:d}}\n\n", "@layer material{a{b:c}}\n\n"]


def test_what_is_illegal_or_useless_inside_a_layer_goes(tmp_path: Path) -> None:
    theme = '@charset "UTF-8";a{b:c}\n/*# sourceMappingURL=main.css.map */\n'
    assert stylesheet(theme, "", "", tmp_path).strip() == "@layer material{a{b:c}}"


THEME = (
    '@charset "utf-8";.md-header,.md-typeset table{color:red}.md-nav{margin:0}'
    ":root{--md-default-fg-color:#000;--md-admonition-icon--note:url('data:image/svg+xml;charset=utf-8,<svg/>')}"
    ".md-typeset :is(h1,h2){margin:0}@media print{.md-search{display:none}.md-typeset a{color:blue}}"
    "@media screen{.md-nav{color:red}}@keyframes x{to{opacity:0}}/*# sourceMappingURL=main.css.map */"
)


def test_only_what_our_pages_can_have_is_taken_from_the_theme() -> None:
    assert needed(THEME) == (
        ".md-typeset table{color:red}:root{--md-default-fg-color:#000}"
        ".md-typeset :is(h1,h2){margin:0}@media print{.md-typeset a{color:blue}}"
    )


def test_the_theme_as_it_is_installed_keeps_what_texts_need_and_loses_the_rest() -> None:
    folder = Path(material.__file__).parent / "templates/assets/stylesheets"
    theme = next(folder.glob("main.*.min.css")).read_text("utf-8")
    left = needed(theme)
    for part in (
        ".md-typeset table",
        ".admonition",
        ".md-typeset details",
        ".tabbed-set",
        ".footnote",
        ".highlight .k",
    ):
        assert part in left
    assert not re.search(r"\.md-(?:header|nav|search|sidebar|tabs)|data:image", left)
    assert len(left) < 0.45 * len(theme)


def test_what_a_file_is_called_follows_from_what_is_in_it() -> None:
    one, other = kept("site.css", b"a{}"), kept("site.css", b"b{}")
    assert one != other
    assert kept("site.css", b"a{}") == one
    assert re.fullmatch(r"assets/kept/site\.[0-9a-f]{10}\.css", one)
    assert kept("fonts/sans-latin-bold.woff2", b"").startswith("assets/kept/sans-latin-bold.")


def test_a_page_asks_for_assets_that_are_there_and_named_after_their_content(site: Site) -> None:
    built = site({"ethics/index.md": page("Code", reviewed=REVIEWED, identifier="code", version=1, status="draft")})
    for url in ("", "fr/ethics/", "ethics/receipt/"):
        asked = [built.folder / url / address for address in built.page(url).xpath("//head//@src | //head/link/@href")]
        local = [path.resolve() for path in asked if "assets" in path.parts]
        assert len(local) >= 4
        assert [path for path in local if not path.is_file() or path.parent.name != "kept"] == []
    css = (built.folder / built.asset("site.css")).read_text("utf-8")
    fonts = re.findall(r'url\("([^"]+)"\)', css)
    assert len(fonts) >= 6
    assert [name for name in fonts if not (built.folder / "assets/kept" / name).is_file()] == []
