"""The ways to raise a concern: one address each, and what one must know before using it.

A channel is a group of the file of facts, so that every language shows the same address and nobody types it twice. Whoever
writes wants to know who reads it, when, in which languages, and whether a name is needed: a channel says all of it or is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from babel.lists import format_list
from lxml.html import HtmlElement

from knowledge import fields, hosts, markup, typography
from knowledge.facts import SEPARATOR, Facts
from knowledge.fields import Reader, Unfit
from knowledge.languages import Language, Languages

PLACE = "how"
"""The id of the section that shows the channels at its end."""

ONION = re.compile(r"[a-z2-7]{56}\.onion")
"""The address of an onion service, version 3 (rend-spec-v3)."""


PLAIN = re.compile(r"https://[^\s\"'<>`{}\\]+", re.A)
"""An address without what no address holds."""


def onion(value: Any) -> str:
    """The address of an onion service, without a scheme: readers copy it into Tor Browser."""
    if isinstance(value, str) and ONION.fullmatch(value):
        return value
    raise Unfit(
        f"{value!r} is not an onion address", "write 56 letters and digits, then .onion, and nothing before them"
    )


def web(value: Any) -> str:
    """The address of a form or a page on the web."""
    if not isinstance(value, str) or not PLAIN.fullmatch(value):
        raise Unfit(f"{value!r} is not an address on the web", "write it with https:// before it")
    if fault := hosts.fault(value):
        raise Unfit(*fault)
    return value


ADDRESSES: Mapping[str, Reader] = {
    "email": fields.email,
    "phone": fields.phone,
    "onion": onion,
    "web": web,
    "post": fields.text,
}
"""The sorts of channels, by the name of the fact that is its address; each with what reads it."""

WORDS = ("hours", "reader", "anonymity", "answer")
"""What every channel says: when, who reads it, whether a name is needed, how soon an answer comes."""


@dataclass(frozen=True)
class Channel:
    """One way to raise a concern, as readers of one language see it."""

    sort: str
    """One of ADDRESSES."""

    address: str
    """As people write it."""

    languages: str
    """The languages one can use, in words."""

    hours: str
    reader: str
    """Who reads or hears it."""

    anonymity: str
    answer: str
    """How soon an answer comes."""

    name: str
    """What it is called where two are of one sort; mostly `""`."""

    key: str
    """The fingerprint of the key to encrypt with; mostly `""`."""


def read(names: Sequence[str], facts: Facts, reader: Language) -> list[Channel]:
    """The channels with these names, for readers of a language; those that `check` refuses are left out."""
    return [_channel(name, facts, reader) for name in names if not list(_faults(name, facts, [reader]))]


def _channel(name: str, facts: Facts, reader: Language) -> Channel:
    said = _group(name, facts, reader)
    sort = next(sort for sort in ADDRESSES if sort in said)
    spoken = [reader.locale.languages[code] for code in said["languages"].split(SEPARATOR)]
    set_text = typography.setter(reader.code)
    words = {word: set_text(said.get(word, "")) for word in (*WORDS, "name", "key")}
    return Channel(sort=sort, address=said[sort], languages=listed(spoken, reader), **words)


def listed(words: Sequence[str], reader: Language) -> str:
    """Words as a list in a language (CLDR): `English, French and Arabic`."""
    return format_list(words, locale=reader.locale)


def _group(name: str, facts: Facts, reader: Language) -> dict[str, str]:
    """The facts of one group in a language, by their names in it."""
    prefix = f"{name}."
    return {
        fact.removeprefix(prefix): texts[reader.code]
        for fact, texts in facts.items()
        if fact.startswith(prefix) and texts.get(reader.code)
    }


def check(names: Sequence[str], facts: Facts, languages: Languages) -> Iterator[tuple[str, str]]:
    """What is wrong with the channels of these names, and the cure; a missing value of one language is told by `facts`."""
    for name in names:
        yield from _faults(name, facts, languages.all)


def _faults(name: str, facts: Facts, languages: Sequence[Language]) -> Iterator[tuple[str, str]]:
    known = {fact.removeprefix(f"{name}.") for fact in facts if fact.startswith(f"{name}.")}
    if not known:
        groups = sorted({fact.partition(".")[0] for fact in facts})
        yield f"there is no channel {name!r}", f"write it in facts.yml, where there are {', '.join(groups) or 'none'}"
        return
    for word in sorted({"languages", *WORDS} - known):
        yield f"the channel {name!r} does not say {word!r}", f"write {word}: below {name}: in facts.yml"
    sorts = [sort for sort in ADDRESSES if sort in known]
    if len(sorts) != 1:
        what = f"the channel {name!r} has {len(sorts)} addresses ({', '.join(sorts) or 'none'})"
        yield what, f"give it one of {', '.join(ADDRESSES)} in facts.yml, and make another channel for another address"
        return
    yield from _unfit(name, sorts[0], facts)
    spoken = facts[f"{name}.languages"].values() if "languages" in known else ()
    for code in dict.fromkeys(code for said in spoken for code in said.split(SEPARATOR) if said):
        if code not in languages[0].locale.languages:
            yield f"{code!r} is not the code of a language", f"write languages: [en, fr] below {name}: in facts.yml"


def _unfit(name: str, sort: str, facts: Facts) -> Iterator[tuple[str, str]]:
    for value in dict.fromkeys(facts[f"{name}.{sort}"].values()):
        try:
            ADDRESSES[sort](value)
        except Unfit as fault:
            yield f"{name}.{sort}: {fault.what}", f"{fault.cure}, in facts.yml"


def divide(root: HtmlElement) -> tuple[str, str]:
    """The HTML of a text up to the end of the section that shows the channels, and from there on."""
    below, children = markup.parse(""), list(root)
    start = next((place for place, child in enumerate(children) if child.get("id") == PLACE), len(children))
    end = next((place for place, child in enumerate(children) if place > start and child.tag == "h2"), len(children))
    below.extend(children[end:])
    return markup.serialise(root), markup.serialise(below)
