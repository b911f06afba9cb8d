"""The order in which readers see a line of plain text (UAX 9), as a string from the left edge to the right."""

from __future__ import annotations

import re

from bidi import get_display

from knowledge.documents import plaintext


def shown(line: str, base: str) -> str:
    """What stands from left to right when the line is in a paragraph of the base direction, `L` or `R`."""
    return plaintext.bare(get_display(line, base_dir=base))


def from_right(*pieces: str) -> str:
    """What stands from left to right when pieces are read from the right: those with Latin letters or digits keep their order.

    Brackets stand in the order of the text here; whoever draws them mirrors them.
    """
    return "".join(piece if re.search(r"[A-Za-z0-9]", piece) else piece[::-1] for piece in reversed(pieces))
