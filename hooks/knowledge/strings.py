"""The words of the chrome in each language, from gettext catalogues.

English is written in the templates; `overrides/locales/<code>.po` holds the other languages, with their plural forms.
They are compiled in memory at each build, so there is nothing to run after editing one.
"""

from __future__ import annotations

from collections.abc import Iterator
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

from babel import Locale
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

WRITTEN = "en"
"""The language the templates are written in."""

KEYWORDS = {"_": None, "gettext": None, "ngettext": (1, 2), "plurals": (1, 2)}


class Missing(LookupError):
    """A language without a catalogue, or with gaps in it."""


def translations(folder: Path, code: str) -> NullTranslations:
    """The chrome's words in a language; raises Missing when it has no catalogue."""
    if code.partition("-")[0] == WRITTEN:
        return NullTranslations()
    path = folder / f"{code}.po"
    if not path.is_file():
        raise Missing(f"{path} is missing: copy messages.pot there and translate its lines")
    return compiled(load(path, code))


def load(path: Path, code: str) -> Catalog:
    """A `.po` file as it is."""
    with path.open("rb") as file:
        return read_po(file, locale=code.replace("-", "_"), abort_invalid=True)


def compiled(catalog: Catalog) -> GNUTranslations:
    """A catalogue ready to translate."""
    buffer = BytesIO()
    write_mo(buffer, catalog)
    buffer.seek(0)
    return GNUTranslations(buffer)


def plurals(words: NullTranslations, locale: Locale, one: str, many: str) -> dict[str, str]:
    """A counted phrase in every plural form of a language, by CLDR category, for scripts (`Intl.PluralRules`)."""
    samples = {locale.plural_form(number): number for number in range(200, -1, -1)}
    return {form: words.ngettext(one, many, number) for form, number in sorted(samples.items())}


def written(templates: Path) -> Catalog:
    """Every string of the templates, with where it stands: what `messages.pot` holds."""
    catalog = Catalog(project="knowledge site", charset="utf-8", fuzzy=False)
    methods = [("**.html", "jinja2.ext:babel_extract")]
    options = {"**.html": {"extensions": "jinja2.ext.i18n", "trimmed": "true", "silent": "false"}}
    found = extract_from_dir(templates, methods, options, KEYWORDS, ["L10n:"])
    for file, line, message, comments, context in sorted(found, key=lambda row: row[:2]):
        catalog.add(message, locations=[(file, line)], auto_comments=comments, context=context)
    return catalog


def gaps(catalog: Catalog, needed: Catalog) -> Iterator[str]:
    """Strings of the templates that a catalogue does not translate, or only in part of its plural forms."""
    for message in needed:
        if not message.id:
            continue
        ours = catalog.get(message.id, message.context)
        parts = ours.string if ours and isinstance(ours.string, tuple | list) else (ours.string if ours else "",)
        wanted = catalog.num_plurals if message.pluralizable else 1
        if not ours or ours.fuzzy or len(parts) != wanted or not all(parts):
            yield message.id[0] if message.pluralizable else str(message.id)
