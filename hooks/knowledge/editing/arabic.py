"""Style in Arabic: its own punctuation, digits and letters, where keyboards and programs put those of others.

Letters of Persian and Urdu look the same and are not: search does not find them, and screen readers spell them.
"""

from __future__ import annotations

import re

from knowledge.editing.rules import Rule, Style, quotes

LETTER = "\u0621-\u063a\u0641-\u0652\u0670-\u06d3"
"""Letters and vowel marks of the Arabic script, those of its neighbours too."""

ALIKE = {"ک": "ك", "ھ": "ه", "ہ": "ه", "ے": "ي"}
"""Letters that only look right, and the right ones, wherever they stand."""

LATIN = {",": ("comma", "،"), ";": ("semicolon", "؛"), "?": ("question mark", "؟")}
DIGITS = {sign: str(value) for block in ("٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹") for value, sign in enumerate(block)}


def _latin(sign: str, name: str, right: str) -> Rule:
    mark = re.escape(sign)
    after, before = rf"(?<=[{LETTER}»]){mark}", rf"{mark}(?=[ \t]+[{LETTER}«])|(?<!\d){mark}(?=[{LETTER}«])"
    return Rule(
        re.compile(f"(?P<mark>{after}|{before})"), f"a Latin {name} ({sign})", f"write {right}", {"mark": right}
    )


def _alike(wrong: str, right: str) -> Rule:
    what = f"the letter {wrong} of another language, which only looks like {right}"
    return Rule(re.compile(f"(?P<letter>{wrong})"), what, f"write {right}", {"letter": right})


def _digit(wrong: str, right: str) -> Rule:
    what = f"the digit {wrong}, among texts that write 0 to 9"
    return Rule(re.compile(f"(?P<digit>{wrong})"), what, f"write {right}", {"digit": right})


STYLE = Style(
    rules=(
        *(_latin(sign, *named) for sign, named in LATIN.items()),
        quotes("«", "»", "write « and »"),
        *(_alike(wrong, right) for wrong, right in ALIKE.items()),
        Rule(
            re.compile(rf"(?P<letter>ی)(?=[{LETTER}])"),
            "the letter ی of another language, which only looks like ي",
            "write ي",
            {"letter": "ي"},
        ),
        Rule(re.compile(rf"ی(?![{LETTER}])"), "the letter ی of another language at the end of a word", "write ي or ى"),
        Rule(re.compile("ۀ"), "the letter ۀ of another language", "write ة or ه"),
        Rule(re.compile("گ"), "the letter گ of another language", "write غ, ك or ج, as the name is known in Arabic"),
        Rule(
            re.compile(rf"(?<=[{LETTER}])(?P<line>\u0640+)(?=[{LETTER}])"),
            "a stretched word (tatweel)",
            "take the line out of it",
            {"line": ""},
        ),
        *(_digit(wrong, right) for wrong, right in DIGITS.items()),
        Rule(
            re.compile(r"(?<![\d.+/–-])\d{1,4}[ ]?[–-][ ]?\d{1,4}(?![\d/–-]|\.\d)"),
            "a range with a dash, which is read from both ends",
            "write it in words, as من 5 إلى 7",
        ),
        Rule(re.compile(r"(?<=\S)(?P<gap>[ \t]+)(?=[،؛؟])"), "a space before ، ؛ or ؟", "delete it", {"gap": ""}),
        Rule(
            re.compile(rf"(?<=[،؛؟])(?<!\d،)(?P<gap>)(?=[{LETTER}\w«(])"),
            "no space after ، ؛ or ؟",
            "write one",
            {"gap": " "},
        ),
    ),
    vague=frozenset(
        (
            "اضغط هنا",
            "انقر هنا",
            "هنا",
            "من هنا",
            "المزيد",
            "اقرأ المزيد",
            "للمزيد",
            "هذا الرابط",
            "الرابط",
            "هذه الصفحة",
        )
    ),
    doubled=frozenset("رويدا رويدًا جدا جدًا خطوة واحدا واحدًا شيئا شيئًا يوما يومًا".split()),
)
