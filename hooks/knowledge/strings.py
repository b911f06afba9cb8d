"""The words of the chrome in each language, from gettext catalogues.

English is written in the templates; `overrides/locales/<code>.po` holds the other languages, with their plural forms.
They are compiled in memory at each build, so there is nothing to run after editing one. `make strings` brings them up to
date after a template changed, and says what is to be translated.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

from babel import Locale
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

WRITTEN = "en"
"""The language the templates are written in."""

KEYWORDS = {"_": None, "gettext": None, "ngettext": (1, 2), "plurals": (1, 2), "translate": None}
OPTIONS = {"extensions": "jinja2.ext.i18n", "trimmed": "true", "silent": "false"}
ROOMS = Path(__file__).parent
EPOCH = datetime(2026, 1, 1, tzinfo=UTC)
"""A fixed day in the headers, so that files change only when strings do."""


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


def written(templates: Path, rooms: Path = ROOMS) -> Catalog:
    """Every string of the templates, and of the rooms that speak to readers: what `messages.pot` holds."""
    catalog = Catalog(
        project="knowledge site", version="1", charset="utf-8", fuzzy=False, creation_date=EPOCH, revision_date=EPOCH
    )
    for folder, methods in ((templates, [("**.html", "jinja2.ext:babel_extract")]), (rooms, [("**.py", "python")])):
        found = extract_from_dir(folder, methods, {"**.html": OPTIONS}, KEYWORDS, ["L10n:"])
        for file, _, message, comments, context in sorted(found, key=lambda row: row[:2]):
            catalog.add(message, locations=[(file, 1)], auto_comments=comments, context=context)
    return catalog


def renew(locales: Path) -> list[str]:
    """Writes `messages.pot` anew, brings every `.po` beside it up to date, and returns what each still lacks."""
    template = written(locales.parent)
    _save(locales / "messages.pot", template)
    report = []
    for path in sorted(locales.glob("*.po")):
        catalog = load(path, path.stem)
        catalog.update(template, no_fuzzy_matching=True, update_header_comment=False)
        catalog.obsolete.clear()
        _save(path, catalog)
        lacking = list(gaps(catalog, template))
        report.append(
            f"{path.name}: " + (f"{len(lacking)} to translate: {'; '.join(lacking)}" if lacking else "complete")
        )
    return report


def _save(path: Path, catalog: Catalog) -> None:
    catalog.header_comment = "# The words of the chrome. CONTRIBUTING says how to change them."
    catalog.last_translator = catalog.language_team = catalog.msgid_bugs_address = "the site's editors"
    with path.open("wb") as file:
        write_po(file, catalog, width=0, sort_output=False, omit_header=False)


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


if __name__ == "__main__":
    print("\n".join(renew(Path("overrides/locales"))))
