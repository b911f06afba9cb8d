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

from knowledge import templates
from knowledge.downloads.deliveries import Delivery
from knowledge.languages import Language

SECTION, PAGE, STYLE = "part.html", "leaflet.html", "leaflet.css"
"""The templates: what is said in one language, the whole, and its style."""


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
    env = Environment(loader=FileSystemLoader(folder), autoescape=True)
    templates.speak(env, reader, words)
    return env


def leaflet(folder: Path, parts: Iterable[Told]) -> str:
    """The page; its own language and direction are those of the first part."""
    told = [(part, environment(folder, part.language, words)) for part, words in parts]
    sections = [env.get_template(SECTION).make_module({"part": part}) for part, env in told]
    first, env = told[0]
    style = Markup("<style>{}</style>").format(env.get_template(STYLE).make_module())
    return env.get_template(PAGE).render(part=first, sections=sections, style=style)
