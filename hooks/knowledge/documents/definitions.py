"""What the words of a clause use and a file defines elsewhere: footnotes, and the addresses of links with a label.

A footnote stands at the end of the file, but it is part of the clause that refers to it: who changes it changes that clause,
and a clause shown alone shows it too.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from knowledge.documents.passages import ADDRESS, NOTE, Passage

USE = re.compile(r"\[(\^?[^\[\]\n]{1,200})\]")
"""What may be the label of a footnote or of a link."""


def defined(passage: Passage) -> str:
    """The label of the footnote (`^1`) or of the links that a passage defines; `""` for any other passage."""
    pattern = {"note": NOTE, "address": ADDRESS}.get(passage.kind)
    match = pattern.match(passage.text) if pattern else None
    return folded("^" * (passage.kind == "note") + match["label"]) if match else ""


def folded(label: str) -> str:
    """A label as it is looked up: `[FAQ]` leads where `[faq]` does."""
    return " ".join(label.casefold().split())


def used(texts: Sequence[str], known: Mapping[str, Sequence[str]]) -> list[str]:
    """What some texts use of what is `known` by label, in the order of use, footnotes first; they may use links."""
    labels: dict[str, None] = {}
    waiting = list(texts) if known else []
    for text in waiting:
        for use in USE.findall(text):
            if (label := folded(use)) in known and label not in labels:
                labels[label] = None
                waiting += known[label]
    return [text for label in sorted(labels, key=lambda label: label[0] != "^") for text in known[label]]
