"""The button that leaves the site at once: where it leads readers of each language.

A page about raising a concern can be dangerous to be seen with. So the button leads to something dull in the reader's own
language, and a site that shows it somewhere without saying where it leads is not built.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from knowledge.entries import Entry
from knowledge.languages import Language, Languages
from knowledge.problems import Problem


def shown(entry: Entry) -> bool:
    """Whether the page has the button: those about raising a concern, and those that ask for it."""
    return entry.kind.name == "report" or bool(entry.record.leave)


def target(targets: Any, reader: Language) -> str:
    """Where readers of a language leave for; `""` on a site that has no such button."""
    return str(targets.get(reader.code, "")) if isinstance(targets, Mapping) else ""


def check(targets: Any, languages: Languages, site_url: str, shown: str) -> Iterator[Problem]:
    """What is wrong with `extra.leave`, a mapping of language codes to addresses, in the configuration file called `shown`."""
    known = targets if isinstance(targets, Mapping) else {}
    for language in languages.all:
        if fault := _fault(known.get(language.code), site_url):
            cure = f"write below leave: a line {language.code}: https://… with an ordinary page in {language.name}"
            yield Problem(shown, 1, "extra.leave", f"{language.code}: {fault}", cure)


def _fault(target: Any, site_url: str) -> str:
    """What is wrong with one address; `""` when nothing is."""
    if not isinstance(target, str):
        return "the button that leaves the site leads nowhere"
    if not target.startswith("https://") or not target.isascii() or not (host := urlsplit(target).hostname):
        return f"{target!r} is not an https:// address"
    return "the button would lead to this site" if host == urlsplit(site_url).hostname else ""
