"""What templates can say in a language; and where they are kept as Python until one of them changes.

Compiling them anew would take a third of the time of a small site. The name of what is kept follows from the template's own name
and text, not from its folder, so that every site that is built with the same templates shares it. Jinja looks at its own version
and Python's before it trusts a file.
"""

from __future__ import annotations

from functools import cache
from gettext import NullTranslations
from pathlib import Path
from pickle import UnpicklingError
from typing import Any

from jinja2 import Environment
from jinja2.bccache import Bucket, FileSystemBytecodeCache

from knowledge import bidi, contacts, store, strings, typography
from knowledge.languages import Language


def speak(env: Environment, reader: Language, words: NullTranslations) -> None:
    """Templates translate, write days and numbers, and isolate what runs against the text.

    What contributors write in front matter is text there, never HTML.
    """
    set_text = typography.setter(reader.code)
    env.autoescape = True
    env.add_extension("jinja2.ext.i18n")
    env.policies["ext.i18n.trimmed"] = True
    extended: Any = env  # the extension has added a method to it
    extended.install_gettext_callables(
        cache(lambda message: set_text(words.gettext(message))),
        lambda one, many, count: set_text(words.ngettext(one, many, count)),
        newstyle=True,
    )
    env.filters |= {"day": reader.date, "number": reader.number, "isolate": bidi.isolated, "tel": contacts.tel}
    env.filters["shown"] = bidi.isolated_text if reader.direction == "rtl" else str
    env.globals["plurals"] = lambda one, many: strings.plurals(words, reader.locale, one, many)
    env.globals["reader"] = reader


class Kept(FileSystemBytecodeCache):
    """Templates as Python in a folder; it is made when it is missing."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        super().__init__(str(folder))

    def get_bucket(self, environment: Environment, name: str, _filename: str | None, source: str) -> Bucket:
        """What is kept of a template with this text; empty when there is nothing, or nothing that can be trusted."""
        bucket = Bucket(environment, store.digest(name, source), self.get_source_checksum(source))
        try:
            self.load_bytecode(bucket)
        except (EOFError, ValueError, UnpicklingError):
            bucket.reset()
        return bucket
