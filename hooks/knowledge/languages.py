"""The languages of the site: their names, directions, dates, and where their pages live.

Everything follows from the `languages` list in mkdocs.yml; no language is named in code.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from babel import Locale
from babel.core import get_global
from babel.dates import format_date
from babel.numbers import format_decimal

DATE_PATTERN = "d MMMM y"
"""Day, month in words, year: unambiguous everywhere, and the order of the words is right in each script."""

FIRST = {"fr": "1er"}
"""How the first day of a month is written, by language, where it is not `1`; CLDR has no pattern for it."""

PAGE_NAME = re.compile(r"^index(?:\.(?P<language>[A-Za-z]{2,3}(?:[-_][A-Za-z]+)*))?\.md$")


@dataclass(frozen=True)
class Language:
    """One language readers can choose."""

    code: str
    """Its BCP 47 tag, as in `<html lang>` and in file names (`index.fr.md`)."""

    name: str
    """Its name in itself: Français, العربية."""

    default: bool
    """Whether it lives at the root of the site and its files carry no suffix."""

    site_name: str = ""
    """The name of the site in this language."""

    site_description: str = ""
    """One sentence about the site, for search engines and feeds."""

    @cached_property
    def locale(self) -> Locale:
        """The CLDR data of this language."""
        return Locale.parse(self.code.replace("-", "_"))

    @property
    def with_territory(self) -> str:
        """Its tag with a territory, as Open Graph wants it: the likeliest one of CLDR where the site names none (`fr_FR`)."""
        likely = get_global("likely_subtags").get(str(self.locale), "")
        return f"{self.locale.language}_{self.locale.territory or likely.rpartition('_')[2]}".rstrip("_")

    @property
    def direction(self) -> str:
        """`rtl` or `ltr`, from CLDR's character order."""
        return "rtl" if self.locale.character_order == "right-to-left" else "ltr"

    @property
    def root(self) -> str:
        """Where its pages live, from the root of the site: `""` or `"fr/"`."""
        return "" if self.default else f"{self.code}/"

    def url(self, page_id: str) -> str:
        """The address of a page in this language, from the root of the site (`fr/news/` or `""`)."""
        return f"{self.root}{page_id}/" if page_id else self.root

    def file_name(self) -> str:
        """What a page's file is called in this language."""
        return "index.md" if self.default else f"index.{self.code}.md"

    def date(self, day: date) -> str:
        """A day in words, with European digits (`1 March 2026`, `1er mars 2026`, `1 مارس 2026`)."""
        first = FIRST.get(self.locale.language, "1") if day.day == 1 else str(day.day)
        return first + format_date(day, DATE_PATTERN, locale=self.locale).removeprefix(str(day.day))

    def number(self, value: int) -> str:
        """A whole number with this language's separators and European digits."""
        return format_decimal(value, locale=self.locale, numbering_system="latn")

    def name_of(self, other: Language) -> str:
        """The name of another language in this one (`العربية` in English is `Arabic`)."""
        return self.locale.languages.get(other.code) or other.name


@dataclass(frozen=True)
class Languages:
    """All languages of the site, the default one first, the others in the order of mkdocs.yml."""

    all: tuple[Language, ...]
    by_code: Mapping[str, Language] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_code", {language.code: language for language in self.all})

    @property
    def default(self) -> Language:
        """The language at the root of the site."""
        return next(language for language in self.all if language.default)

    def __getitem__(self, code: str) -> Language:
        return self.by_code[code]

    def __contains__(self, code: object) -> bool:
        return code in self.by_code

    def of_file(self, name: str) -> str | None:
        """The language code that a page's file name claims, known or not; None when it is no page name."""
        match = PAGE_NAME.match(name)
        return match and (match["language"] or self.default.code)

    def file_names(self) -> str:
        """What a page's files may be called, for messages."""
        return ", ".join(language.file_name() for language in self.all)

    def refusal(self, code: str) -> str:
        """Why nobody can ask for a language by this code; `""` when the site has it."""
        codes = ", ".join(self.by_code)
        return "" if code in self else f"{code!r} is not a language of this site: write LANG= and one of {codes}"


ALONE = "KNOWLEDGE_LANGUAGE"
"""The variable of the environment by which a build is asked for one language alone."""


def read(settings: Iterable[Mapping[str, Any]], site_name: str, site_description: str = "") -> Languages:
    """The languages of a static-i18n `languages` list; those with `build: false` are left out."""
    built = [
        Language(
            code=item["locale"],
            name=item["name"],
            default=bool(item.get("default")),
            site_name=item.get("site_name") or site_name,
            site_description=item.get("site_description") or site_description,
        )
        for item in settings
        if item.get("build", True)
    ]
    return Languages(tuple(sorted(built, key=lambda language: not language.default)))
