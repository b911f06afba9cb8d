"""Pages that lie among files: what is there, each language in its own section, words and direction.

They stand alone: no server, no script, and a style of a few lines in the page itself. The same templates serve archives of
documents and the folder of offline copies. Reads the templates.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from gettext import NullTranslations
from pathlib import Path

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup

from knowledge import bidi, typography
from knowledge.downloads.deliveries import Delivery
from knowledge.languages import Language

TEMPLATES = ("part.html", "leaflet.html")
STYLE = "leaflet.css"


@dataclass(frozen=True)
class Item:
    """One thing to take, in one format or more."""

    title: str
    words: str
    """What it is, in a sentence; `""` when its title says so."""

    files: Sequence[tuple[str, Delivery]]
    """Where each file lies from the leaflet, and what it is."""


@dataclass(frozen=True)
class Part:
    """What is there in one language."""

    language: Language
    title: str
    words: str
    """What readers need to know of all of it, in one sentence."""

    items: Sequence[Item]


Told = tuple[Part, NullTranslations]
"""A section and the words of its language."""


def environment(folder: Path, reader: Language, words: NullTranslations) -> Environment:
    """Templates in a folder that speak to readers of a language, as those of the site do."""
    env, set_text = Environment(loader=FileSystemLoader(folder), autoescape=True), typography.setter(reader.code)
    env.add_extension("jinja2.ext.i18n")
    env.policies["ext.i18n.trimmed"] = True
    env.install_gettext_callables(  # type: ignore[attr-defined]  # added by the extension
        lambda message: set_text(words.gettext(message)),
        lambda one, many, count: set_text(words.ngettext(one, many, count)),
        newstyle=True,
    )
    env.filters |= {"day": reader.date, "number": reader.number, "isolate": bidi.isolated}
    env.globals["reader"] = reader
    return env


def leaflet(folder: Path, parts: Iterable[Told]) -> str:
    """The page; its own language and direction are those of the first part."""
    told = []
    for part, words in parts:
        env = environment(folder, part.language, words)
        told.append((part, env, Markup(env.get_template(TEMPLATES[0]).render(part=part))))  # noqa: S704  # escaped there
    first, env, _ = told[0]
    style = Markup("<style>{}</style>").format(Markup((folder / STYLE).read_text("utf-8")))  # noqa: S704  # ours
    return env.get_template(TEMPLATES[1]).render(part=first, sections=[section for *_, section in told], style=style)
