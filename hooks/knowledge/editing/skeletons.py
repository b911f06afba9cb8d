"""The text of a new translation before it is one: the shape of the source, and each passage of it above an empty place.

Numbers of clauses, ids, marks of lists, columns, pictures and forms are there already; the words of the source stand in
comments, which `unfinished` tells until somebody has written each passage and deleted its comment.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from knowledge.documents.clauses import NUMBERED
from knowledge.documents.letters import ABJAD, LETTERED
from knowledge.documents.passages import Passage, passages
from knowledge.editing.unfinished import ASKED, EMPTY, WAITS

KEPT = ("code", "address")
"""Kinds of passages that are the same in every language."""

HAS_WORDS = re.compile(r"[^\W\d_]")
FIELDS = re.compile(r"(\[[_# /@]*_[_# /@]*\]|\([ x]\)|\[[ x]\])")
FACTS = re.compile(r"\{\{[^{}]*\}\}|\[[_# /@]+\]")
MARK = re.compile(r"(?P<mark>[ \t>]*(?:(?:[-*+]|[0-9]{1,9}\.|:)[ \t]+)?)(?P<words>[^\n]*)")
BOX = re.compile(r"(?P<mark>[ \t]*(?:!!!|\?\?\?\+?|===[!+]*)[^\"\n]*)\"[^\"\n]*\"")
PICTURE = re.compile(r"(?P<open>!\[)[^\]\n]*(?P<rest>\]\([^)\n]*\)(?:\{[^{}\n]*\})?)")
NOTE = re.compile(r" {0,3}\[\^[^\]\n]+\]:|\*\[[^\]\n]+\]:")
RULED = re.compile(r"[ \t|:-]+")


def new(advice: str) -> str:
    """The text of a page that nobody has written yet."""
    return f"\n<!-- {WAITS} {advice} -->\n"


def skeleton(body: str, code: str) -> str:
    """The body of a translation into the language `code`, from that of its source."""
    return "\n" + "\n\n".join(_place(passage, code) for passage in _whole(body)) + "\n"


def _whole(body: str) -> list[Passage]:
    """The passages of a body, points of a list without an empty line between them as one."""
    found: list[Passage] = []
    for passage in passages(body):
        above = found[-1] if found else passage
        if passage.kind == above.kind == "item" and above.end == passage.line:
            found[-1] = replace(above, text=f"{above.text}\n{passage.text}")
        else:
            found.append(passage)
    return found


def _place(passage: Passage, code: str) -> str:
    """A passage of the source in a comment, and the place for its translation."""
    text = passage.text.rstrip()
    if passage.kind in KEPT or not HAS_WORDS.search(FACTS.sub("", text)):
        return text
    inside = passage.kind == "inner"
    comment = f"<!-- {ASKED}\n{text.replace('-->', '--&gt;')}\n-->\n"
    shape = SHAPES.get(passage.kind, _lines)(text)
    if passage.kind == "paragraph":
        shape = _numbered(text, code) or shape
    return comment + ("\n" if inside else "") + shape


def _heading(text: str) -> str:
    """In the language of the source: its level, number and id are those of the translation too."""
    return text


def _numbered(text: str, code: str) -> str:
    """The number of a clause, or the letter of a point as the language writes it; `""` for any other paragraph."""
    if match := NUMBERED.fullmatch(text):
        return f"{match['number']} {_filled(match['text'])}"
    match = LETTERED.fullmatch(text)
    return f"{_letter(match['number'], code)}) {_filled(match['text'])}" if match else ""


def _letter(written: str, code: str) -> str:
    """The letter of a point: Arabic counts with its own."""
    plain = written.removesuffix("\u0640").replace("ا", "أ")
    place = ABJAD.index(plain) if plain in ABJAD else ord(plain) - ord("a")
    if code.partition("-")[0] != "ar":
        return chr(ord("a") + place)
    return ABJAD[place] + ("\u0640" if ABJAD[place] == "ه" else "")


def _lines(text: str) -> str:
    """A list, a table, a box or a form, with its marks and without its words."""
    if "|" in text and any(RULED.fullmatch(line) and "-" in line for line in text.split("\n")):
        return "\n".join(_row(line) for line in text.split("\n"))
    lines: list[str] = []
    for line in map(_line, text.split("\n")):
        if line.strip() != EMPTY or not lines or not lines[-1].endswith(EMPTY):
            lines.append(line)
    return "\n".join(lines)


def _line(line: str) -> str:
    if match := BOX.fullmatch(line.rstrip()):
        return f'{match["mark"]}"{EMPTY}"'
    if match := NOTE.match(line):
        return f"{match[0]} {EMPTY}"
    if FIELDS.search(line):
        return " ".join(filter(None, (_answer(part) for part in FIELDS.split(line))))
    match = MARK.fullmatch(line)
    return f"{match['mark']}{_filled(match['words'])}" if match and match["words"] else line


def _answer(part: str) -> str:
    """A field of a form as it is, the words around it as an empty place."""
    return EMPTY if HAS_WORDS.search(part) else part.strip()


def _filled(words: str) -> str:
    """What stands in an empty place: the picture it shows, or a sign that it waits."""
    picture = PICTURE.fullmatch(words.strip())
    return f"{picture['open']}{EMPTY}{picture['rest']}" if picture else EMPTY


def _row(line: str) -> str:
    """A row of a table: cells with words wait, others stay."""
    if RULED.fullmatch(line):
        return line
    return "|".join(f" {EMPTY} " if HAS_WORDS.search(cell) else cell for cell in line.split("|"))


SHAPES: dict[str, Callable[[str], str]] = {"heading": _heading}
"""What becomes of a passage, by its kind; of any other, its lines."""
