"""Words that readers take for the same have one bare form, by rules that the page's script reads as the build does."""

from __future__ import annotations

import re

import pytest

from knowledge.wordforms import END, LANGUAGES, bare, form, of_language, words

RULES = [rule for forms in LANGUAGES.values() for rule in forms.rules]


def same(one: str, other: str, code: str) -> bool:
    """Whether a search for one word finds a page with the other."""
    return bool(bare(one, code)) and bare(one, code) == bare(other, code)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("شريك", "الشركاء"),
        ("شريك", "شركائنا"),
        ("تلميذ", "التلاميذ"),
        ("تقرير", "تقارير"),
        ("مصدر", "المصادر"),
        ("خبر", "الأخبار"),
        ("سؤال", "أسئلة"),
        ("وثيقة", "وثائق"),
        ("مبدأ", "مبادئ"),
        ("قضية", "قضايا"),
        ("صحفي", "الصحفيين"),
        ("سياسة", "سياسات"),
        ("انتهاك", "انتهاكات"),
    ],
)
def test_an_arabic_singular_and_its_plural_share_a_form(one: str, other: str) -> None:
    assert same(one, other, "ar")


@pytest.mark.parametrize(
    "written", ["السياسة", "بالسياسة", "للسياسة", "والسياسة", "وللسياسة", "فبالسياسة", "كالسياسة", "سياستها", "سياستهم"]
)
def test_attached_particles_and_pronouns_are_taken_away(written: str) -> None:
    assert same(written, "سياسة", "ar")


@pytest.mark.parametrize(
    ("written", "usual"),
    [
        ("شـــريك", "شريك"),
        ("مُدَوَّنَةٌ", "مدونة"),
        ("مسئولية", "مسؤولية"),
        ("اسئله", "أسئلة"),
        ("إبلاغ", "ابلاغ"),
        ("ٱلإبلاغ", "الإبلاغ"),
        ("مدونه", "مدونة"),
        ("علي", "على"),
        ("مستشفي", "مستشفى"),
        ("سیاسة", "سياسة"),
        ("مکتب", "مكتب"),
        ("ﻣﻜﺘﺐ", "مكتب"),
        ("بادئة", "بادءة"),
    ],
)
def test_another_habit_or_keyboard_of_arabic_makes_no_difference(written: str, usual: str) -> None:
    assert same(written, usual, "ar")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("œuvre", "oeuvre"),
        ("Œuvres", "oeuvre"),
        ("égalité", "egalite"),
        ("ENQUÊTE", "enquete"),
        ("l’information", "information"),
        ("d'enquête", "enquête"),
        ("qu’informations", "information"),
        ("journaliste", "journalistes"),
        ("signaler", "signalement"),
        ("signalez", "signalements"),
        ("enquêtons", "enquêter"),
        ("formatrices", "formateur"),
    ],
)
def test_french_accents_ligatures_elision_and_endings_make_no_difference(one: str, other: str) -> None:
    assert same(one, other, "fr")


@pytest.mark.parametrize(
    ("one", "other", "code"),
    [
        ("شريك", "شرق", "ar"),
        ("سلوك", "سلام", "ar"),
        ("كتاب", "مكتب", "ar"),
        ("contrat", "contre", "fr"),
        ("enquête", "requête", "fr"),
    ],
)
def test_different_words_keep_different_forms(one: str, other: str, code: str) -> None:
    assert not same(one, other, code)


@pytest.mark.parametrize("written", ["2026", "٢٠٢٦", "۲۰۲۶"])
@pytest.mark.parametrize("code", LANGUAGES)
def test_a_number_is_the_same_in_all_digits(written: str, code: str) -> None:
    assert bare(written, code) == ["2026" + END]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Deux mots", ["deux", "mots"]),
        ("l’eau, d'abord", ["l", "eau", "d", "abord"]),
        ("en_bas-ici", ["en", "bas", "ici"]),
        ("Cœur æquo Straße", ["coeur", "aequo", "strasse"]),
        ("مُدَوَّنَةُ الأخلاقيات", ["مدونة", "الاخلاقيات"]),
        ("٣ و۴", ["3", "و4"]),
        ("«؟»", []),
        ("", []),
    ],
)
def test_words_are_plain_and_in_order(text: str, found: list[str]) -> None:
    assert words(text) == found


@pytest.mark.parametrize(("code", "text"), [("ar", "في من عن"), ("fr", "le la les des au"), ("fr", ""), ("ar", "، ؛")])
def test_particles_have_no_form(code: str, text: str) -> None:
    assert bare(text, code) == []


def test_a_form_stands_once_in_the_order_of_the_alphabet_and_is_closed() -> None:
    """Pagefind also finds longer words that begin with the one asked for."""
    assert bare("signaler journaliste signalement", "fr") == ["journalist" + END, "signal" + END]


@pytest.mark.parametrize("code", ["en", "fa", "es", "zh-Hans"])
def test_a_language_without_rules_gives_no_forms(code: str) -> None:
    assert of_language(code) is None
    assert bare("Some words, شريك, œuvre", code) == []


@pytest.mark.parametrize(("code", "primary"), [("ar-EG", "ar"), ("fr-CA", "fr")])
def test_a_regional_language_follows_the_rules_of_its_language(code: str, primary: str) -> None:
    assert of_language(code) is LANGUAGES[primary]


@pytest.mark.parametrize("pattern", sorted({pattern for pattern, _ in RULES}))
def test_a_pattern_says_the_same_in_python_and_in_javascript(pattern: str) -> None:
    """Only what both read alike: no escapes (`\\w` is ASCII there), no flags or names, no possessive or atomic groups."""
    assert re.compile(pattern)
    assert "\\" not in pattern
    assert re.findall(r"\(\?(?!:|=|!|<=|<!)", pattern) == []
    assert re.findall(r"[*+?}]\+", pattern) == []
    assert re.findall(r"\[[^\]]*(?:\[|&&|--|\|\|)", pattern) == []
    assert re.findall(r"\$(?!$)", pattern) == []


def test_a_replacement_is_plain_text() -> None:
    """A backslash is special in Python, a dollar in JavaScript."""
    assert [replacement for _, replacement in RULES if {"\\", "$"} & set(replacement)] == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_word_loses_everything(code: str) -> None:
    forms = LANGUAGES[code]
    letters = "اويهتك" if code == "ar" else "esxaoi"
    shortest = [(one + two) * forms.least for one in letters for two in letters]
    assert [word for word in shortest if not form(word, forms).strip()] == []
