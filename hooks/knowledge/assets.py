"""The one stylesheet: Material's in a layer of its own below ours, so that ours wins without a fight."""

from __future__ import annotations

import re

QUOTED = r""""(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'"""
"""A string of CSS."""


def stylesheet(theme: str, site: str, fonts: str) -> str:
    """Material's stylesheet (minified CSS), the font rules and ours as one file: one request on a slow line.

    Cascade layers (CSS Cascade 5) make every unlayered rule stronger than every layered one, whatever its selector.
    """
    theme = re.sub(r'@charset "[^"]*";', "", theme)
    theme = re.sub(r"/\*# sourceMappingURL=.*?\*/", "", theme).strip()
    return f"@layer material{{{theme}}}\n{fonts}{compact(site)}"


def compact(css: str) -> str:
    """CSS without comments and needless white space; what stands in quotes is shown to readers and stays."""
    css = re.sub(rf"({QUOTED})|/\*.*?\*/", r"\1", css, flags=re.S)
    css = re.sub(rf"({QUOTED})|\s*;?\s*(\}})\s*|\s*([{{;,>])\s*|\s+", lambda part: "".join(part.groups("")) or " ", css)
    return css.strip() + "\n"
