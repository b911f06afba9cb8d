"""The one stylesheet, with Material's in a layer below ours, so that ours wins without a fight; and what files are called."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from importlib.metadata import version
from pathlib import Path

import tinycss2

from knowledge import store

QUOTED = r""""(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'"""
"""A string of CSS."""


FOREIGN = re.compile(
    r"\.md-(?!typeset\b)|\[data-md|#__|:root>\*|\.(?:no-js|focus-visible|mermaid|gsc|keys|arithmatex|katex|headerlink"
    r"|task-list|critic|emojione|twemoji|linenos|linenodiv|grid|mdx|tx-)\b|\[data-linenos"
)
"""What Material styles and our pages do not have: its header, navigation, search, palette, and extensions we leave off."""

ICON = re.compile(r"--md-[\w-]*icon|--md-status|--md-tooltip|--md-version")
"""Variables that carry pictures as data, which our pages show none of."""

KEPT = "assets/kept/"
"""The folder of files whose names follow from what is in them, from the root of the site: browsers may keep them for ever."""

Nodes = Iterable[tinycss2.ast.Node]


def kept(name: str, data: bytes) -> str:
    """What a file is called on the site: `site.css` is `assets/kept/site.0a1b2c3d4e.css`."""
    stem, _, ending = name.rpartition("/")[2].partition(".")
    return f"{KEPT}{stem}.{hashlib.sha256(data).hexdigest()[:10]}.{ending}"


def stylesheet(theme: str, site: str, fonts: str, cache: Path) -> str:
    """Material's stylesheet (minified CSS), the font rules and ours as one file: one request on a slow line.

    Cascade layers (CSS Cascade 5) make every unlayered rule stronger than every layered one, whatever its selector.
    What Material's is cut to is kept in `cache`, a folder, until Material or this room changes.
    """
    recipe = store.digest(theme, Path(__file__).read_bytes(), version("tinycss2"))
    material = store.kept(cache / f"{recipe}.css", lambda: needed(theme).encode()).read_text("utf-8")
    return f"@layer material{{{material}}}\n{fonts}{compact(site)}"


def needed(theme: str) -> str:
    """The rules of Material's stylesheet that can match something on our pages: two fifths of it, compressed."""
    return _rules(tinycss2.parse_stylesheet(theme, skip_comments=True, skip_whitespace=True))


def _rules(nodes: Nodes) -> str:
    return "".join(_rule(node) for node in nodes)


def _rule(node: tinycss2.ast.Node) -> str:
    if node.type == "qualified-rule":
        selectors = ",".join(selector for selector in _selectors(node.prelude) if not FOREIGN.search(selector))
        declarations = _declarations(node.content)
        return f"{selectors}{{{declarations}}}" if selectors and declarations else ""
    if node.type == "at-rule" and node.lower_at_keyword in ("media", "supports"):
        inner = _rules(tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True))
        return f"@{node.lower_at_keyword}{tinycss2.serialize(node.prelude)}{{{inner}}}" if inner else ""
    return ""


def _selectors(prelude: Sequence[tinycss2.ast.Node]) -> Iterator[str]:
    """The selectors of a list; commas inside brackets are part of one."""
    start = 0
    for place, node in enumerate([*prelude, None]):
        if node is None or (node.type == "literal" and node.value == ","):
            yield tinycss2.serialize(prelude[start:place]).strip()
            start = place + 1


def _declarations(content: Nodes) -> str:
    found = tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True)
    kept = [node for node in found if node.type == "declaration" and not ICON.match(node.name)]
    return ";".join(node.serialize() for node in kept)


def compact(css: str) -> str:
    """CSS without comments and needless white space; what stands in quotes is shown to readers and stays."""
    css = re.sub(rf"({QUOTED})|/\*.*?\*/", r"\1", css, flags=re.S)
    css = re.sub(rf"({QUOTED})|\s*;?\s*(\}})\s*|\s*([{{;,>])\s*|\s+", lambda part: "".join(part.groups("")) or " ", css)
    return css.strip() + "\n"
