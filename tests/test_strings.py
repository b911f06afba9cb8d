"""The words of the chrome are translated in full, in every plural form, and the files are what the templates need."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from babel import Locale
from babel.messages.catalog import Catalog, Message
from tests.conftest import ROOT

from knowledge import strings

LOCALES = ROOT / "overrides/locales"
CODES = sorted(path.stem for path in LOCALES.glob("*.po"))
PLURAL = {"ar": {0: 0, 1: 1, 2: 2, 3: 3, 10: 3, 11: 5, 99: 5, 100: 4, 102: 4, 103: 3}, "fr": {0: 0, 1: 0, 2: 1, 100: 1}}
"""Number → place of its form in the catalogue; Babel puts Arabic's `other` (100) before its `many` (11)."""


def counted(code: str) -> list[Message]:
    """The messages of a catalogue that have plural forms."""
    return [message for message in strings.load(LOCALES / f"{code}.po", code) if message.pluralizable]


def forms(message: Message) -> list[str]:
    assert message.string
    assert not isinstance(message.string, str)
    return list(message.string)


def test_french_and_arabic_are_there() -> None:
    assert {"ar", "fr"} <= set(CODES)


@pytest.mark.parametrize("code", CODES)
def test_every_string_of_the_templates_is_translated(code: str) -> None:
    needed = strings.written(ROOT / "overrides")
    assert len(list(needed)) > 20
    assert list(strings.gaps(strings.load(LOCALES / f"{code}.po", code), needed)) == []


@pytest.mark.parametrize("name", ["messages.pot", *(f"{code}.po" for code in CODES)])
def test_the_files_are_what_make_strings_writes(tmp_path: Path, name: str) -> None:
    shutil.copytree(ROOT / "overrides", tmp_path / "overrides")
    strings.renew(tmp_path / "overrides/locales")
    assert (tmp_path / "overrides/locales" / name).read_text("utf-8") == (LOCALES / name).read_text("utf-8")


@pytest.mark.parametrize("code", CODES)
def test_a_translation_keeps_the_names_it_is_filled_with(code: str) -> None:
    for message in strings.load(LOCALES / f"{code}.po", code):
        for error in message.check():
            pytest.fail(f"{code}: {message.id}: {error}")


@pytest.mark.parametrize(
    ("code", "number", "place"),
    [(code, number, place) for code, forms in PLURAL.items() for number, place in forms.items()],
)
def test_a_number_takes_its_plural_form(code: str, number: int, place: int) -> None:
    words = strings.translations(LOCALES, code)
    assert counted(code)
    for message in counted(code):
        assert words.ngettext(message.id[0], message.id[1], number) == forms(message)[place]


def test_arabic_has_six_forms_and_they_differ() -> None:
    for message in counted("ar"):
        assert len(forms(message)) == 6
        assert len(set(forms(message))) >= 4, message.id


@pytest.mark.parametrize(
    ("code", "names"),
    [("en", ["one", "other"]), ("fr", ["one", "other"]), ("ar", ["few", "many", "one", "other", "two", "zero"])],
)
def test_scripts_get_every_plural_form_by_its_name(code: str, names: list[str]) -> None:
    words = strings.translations(LOCALES, code)
    message = counted("ar")[0]
    found = strings.plurals(words, Locale.parse(code), message.id[0], message.id[1])
    assert sorted(found) == names
    assert all(found.values())


def test_the_plural_forms_of_scripts_are_those_of_the_catalogue() -> None:
    words = strings.translations(LOCALES, "ar")
    for message in counted("ar"):
        found = strings.plurals(words, Locale.parse("ar"), message.id[0], message.id[1])
        assert [found[form] for form in ("zero", "one", "two", "few", "other", "many")] == forms(message)


@pytest.mark.parametrize("code", ["en", "en-GB"])
def test_english_is_written_in_the_templates(code: str) -> None:
    words = strings.translations(LOCALES, code)
    assert words.gettext("Page not found") == "Page not found"
    assert words.ngettext("%(num)s article", "%(num)s articles", 2) == "%(num)s articles"


def test_a_language_without_a_catalogue_is_told_how_to_get_one() -> None:
    with pytest.raises(strings.Missing, match=r"xx\.po is missing: copy messages\.pot there and translate its lines"):
        strings.translations(LOCALES, "xx")


def test_strings_are_found_in_templates_and_in_rooms(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "rooms").mkdir()
    template = (
        "{% trans %}\n  One\n  line\n{% endtrans %}{{ _('Two') }}{{ ngettext('a', 'b', n) }}{{ plurals('c', 'd') }}"
    )
    (tmp_path / "templates/a.html").write_text(template, "utf-8")
    (tmp_path / "rooms/a.py").write_text('translate("Three")\nprint("Four")\n', "utf-8")
    found = strings.written(tmp_path / "templates", tmp_path / "rooms")
    assert {message.id for message in found if message.id} == {"One line", "Two", ("a", "b"), ("c", "d"), "Three"}


@pytest.mark.parametrize(
    ("string", "lacking"),
    [("Bonjour", []), ("", ["Hello"]), (None, ["Hello"])],
)
def test_an_untranslated_string_is_a_gap(string: str | None, lacking: list[str]) -> None:
    needed, ours = Catalog(), Catalog(locale="fr")
    needed.add("Hello")
    if string is not None:
        ours.add("Hello", string)
    assert list(strings.gaps(ours, needed)) == lacking


@pytest.mark.parametrize(("forms", "lacking"), [(("a", "b"), []), (("a", ""), ["one"]), (("a",), ["one"])])
def test_a_missing_plural_form_is_a_gap(forms: tuple[str, ...], lacking: list[str]) -> None:
    needed, ours = Catalog(), Catalog(locale="fr")
    needed.add(("one", "many"))
    ours.add(("one", "many"), forms)
    assert list(strings.gaps(ours, needed)) == lacking


def test_renewing_keeps_translations_drops_what_is_gone_and_says_what_is_missing(tmp_path: Path) -> None:
    locales = tmp_path / "overrides/locales"
    locales.mkdir(parents=True)
    (locales.parent / "a.html").write_text("{{ _('Kept') }}{{ _('New') }}", "utf-8")
    (locales / "fr.po").write_text('msgid "Kept"\nmsgstr "Gardé"\n\nmsgid "Gone"\nmsgstr "Parti"\n', "utf-8")
    (said,) = strings.renew(locales)
    text = (locales / "fr.po").read_text("utf-8")
    assert said.startswith("fr.po: ")
    assert "New" in said
    assert "Gardé" in text
    assert "Parti" not in text
    assert 'msgid "New"' in (locales / "messages.pot").read_text("utf-8")
