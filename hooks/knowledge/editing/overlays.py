"""What a preview shows that no site has: what is to be mended, above every page, and honest pages where there are none.

It is drawn with templates of its own, so that a slip in those of the site does not hide what is to be said of it. Reads them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from gettext import NullTranslations
from pathlib import Path

from babel.messages.pofile import PoFileError
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from knowledge import strings, templates
from knowledge.faults import Failure
from knowledge.languages import Language, Languages

UNKNOWN = Languages((Language("en", "English", True),))
"""The languages of a site whose configuration cannot be read yet."""

SPOKEN = re.compile(rb'<html\b[^>]*\blang="([^"]*)"')


@dataclass(frozen=True)
class Surroundings:
    """What a preview draws around pages, and with what."""

    overrides: Path
    """The folder of our templates."""

    languages: Languages = UNKNOWN
    only: Language | None = None
    """The language that is shown alone."""

    mount: str = "/"
    """Where the site lies on its host."""

    place: str = "/livereload/"
    """Where the preview keeps its own style and script; nothing of a site lies there."""

    @property
    def reader(self) -> Language:
        """For whom it speaks where no page says so."""
        return self.only or self.languages.default

    def of(self, address: str) -> Language:
        """The language of a page, by its address on the host."""
        below = address.removeprefix(self.mount)
        return next(
            (one for one in self.languages.all if one.root and below.startswith(one.root)), self.languages.default
        )

    def absent(self, address: str) -> Language | None:
        """The language of an address that is left out of this preview."""
        return self.of(address) if self.only and self.of(address) != self.only else None

    def dressed(self, page: bytes, epoch: int, failure: Failure | None) -> bytes:
        """A page that follows what changes, with what is to be mended above it."""
        spoken = SPOKEN.search(page)
        reader = self.languages.by_code.get(spoken[1].decode() if spoken else "", self.reader)
        shown = self._drawn("problems.html", reader, failure=failure, behind=b"<main" in page) if failure else ""
        headed = page.replace(b"</head>", self._script(reader, epoch).encode() + b"</head>", 1)
        head, body, tail = headed.rpartition(b"</body>")
        return head + shown.encode() + body + tail

    def instead(self, address: str, failure: Failure | None) -> bytes:
        """What is shown at an address where no page lies: why not."""
        absent, home = self.absent(address), self.mount + self.reader.root
        return self._drawn("page.html", self.reader, absent=absent, home=home, failure=failure).encode()

    def own(self, name: str) -> bytes | None:
        """The preview's own style or script; None for any other name."""
        return (self.overrides / "preview" / name).read_bytes() if name in ("preview.css", "preview.js") else None

    def _script(self, reader: Language, epoch: int) -> str:
        roots = " ".join(self.mount + one.root for one in self.languages.all if one.root)
        only = self.mount + self.only.root if self.only else ""
        return self._drawn("script.html", reader, place=self.place, epoch=epoch, only=only, roots=roots)

    def _drawn(self, template: str, reader: Language, **said: object) -> str:
        return self._env(reader).get_template(template).render(**said)

    def _env(self, reader: Language) -> Environment:
        env = Environment(
            loader=FileSystemLoader(self.overrides / "preview"), undefined=StrictUndefined, autoescape=True
        )
        templates.speak(env, reader, self._words(reader))
        return env

    def _words(self, reader: Language) -> NullTranslations:
        """The words of the chrome; English where they cannot be read."""
        try:
            return strings.translations(self.overrides / "locales", reader.code)
        except (strings.Missing, PoFileError):
            return NullTranslations()
