"""Characters that no text of this site may hold: they act on what stands around them, or on machines, and show nothing.

They are looked for wherever one can be written: in a file as it is, in front matter as `"\\u202e"`, in Markdown as `&#8238;`.
"""

from __future__ import annotations

import re

CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f]")
"""Control characters: XML refuses them, so no feed could carry them."""

OVERRIDES = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Characters that reorder the text around them (UAX 9): the classic way to make a reviewer read something else."""

UNSEEN = re.compile("[\u115f\u1160\u180e\u2060-\u2064\u3164\ufeff\uffa0\ufffe\uffff\U000e0000-\U000e007f]")
"""Characters that show nothing and join nothing, so that no text needs them; those of Persian and Indian scripts are others."""


def fault(text: str) -> tuple[int, str, str] | None:
    """Where a text first holds one of them, what is wrong, and the cure; None when it holds none."""
    if control := CONTROLS.search(text):
        return control.start(), f"a control character (U+{ord(control[0]):04X}) stands in the text", "delete it"
    if hidden := OVERRIDES.search(text):
        what = f"an invisible character (U+{ord(hidden[0]):04X}) changes the order of the text"
        return hidden.start(), what, "delete it: the site puts phone numbers and addresses in order by itself"
    if unseen := UNSEEN.search(text):
        return unseen.start(), f"an invisible character (U+{ord(unseen[0]):04X}) stands in the text", "delete it"
    return None


def without(text: str) -> str:
    """The text without them."""
    for pattern in (CONTROLS, OVERRIDES, UNSEEN):
        text = pattern.sub("", text)
    return text
