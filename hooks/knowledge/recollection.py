"""What was read and checked before: a file is read again only when it has changed, and what follows from it is checked again.

Unlike the memory of what builds make it holds things themselves, so that what was made of the same things is found by
comparing them, which costs next to nothing when they are the same ones. Reads and writes a file.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable
from dataclasses import dataclass, field, is_dataclass
from io import BytesIO
from pathlib import Path
from typing import Any, TypeVar, cast

from knowledge import provenance
from knowledge.memory import Memory

Made = TypeVar("Made")


@dataclass
class Recollection:
    """What was made, by name, with what it was made from."""

    known: dict[tuple[str, str], tuple[Any, Any]] = field(default_factory=dict)
    """By what sort of thing it is and whose: the ingredients and the result."""

    fresh: int = 0
    """How many things were made because they were not known, or were made from something else."""

    _asked: set[str] = field(default_factory=set, compare=False)
    """Whose things were asked for: of what is gone, such as a deleted file, nobody asks."""

    def kept(self, sort: str, whose: str, ingredients: object, make: Callable[[], Made]) -> Made:
        """What was made of the same ingredients the last time, else made now. Nobody may change it afterwards."""
        self._asked.add(whose)
        known = self.known.get((sort, whose))
        if known is None or known[0] != ingredients:
            self.fresh += 1
            known = self.known[sort, whose] = (ingredients, make())
        return cast(Made, known[1])

    def same(self, sort: str, value: Made) -> Made:
        """The thing itself that was given the last time, if it is equal: comparing with it then costs nothing."""
        return self.kept(sort, "", value, lambda: value)

    def packed(self) -> bytes:
        """What the next process may ask for again: all of those whose things this one asked for."""
        self.fresh = 0
        asked = {name: made for name, made in self.known.items() if name[1] in self._asked}
        return pickle.dumps(asked, pickle.HIGHEST_PROTOCOL)


PLAIN = {
    ("builtins", "list"),
    ("collections", "defaultdict"),
    ("datetime", "date"),
    ("babel.core", "Locale"),
    ("babel.dates", "DateTimePattern"),
    ("babel.localedata", "Alias"),
    ("babel.localedata", "LocaleDataDict"),
    ("babel.numbers", "NumberPattern"),
    ("babel.plural", "PluralRule"),
    ("pathlib", "PosixPath"),
    ("pathlib._local", "PosixPath"),
}
"""What may be in it besides our own data classes."""


class _Ours(pickle.Unpickler):
    """Makes only things that hold data, so that a file of somebody else's can run nothing."""

    def find_class(self, module: str, name: str) -> Any:
        found = super().find_class(module, name) if module.startswith("knowledge.") or (module, name) in PLAIN else None
        if (module, name) in PLAIN or (is_dataclass(found) and getattr(found, "__module__", "") == module):
            return found
        raise pickle.UnpicklingError(f"{module}.{name} is none of ours")


def loaded(data: bytes) -> dict[Any, Any]:
    """A pickled mapping of nothing but plain values and our own data; an empty one where it is anything else."""
    try:
        return dict(_Ours(BytesIO(data)).load())
    except Exception:  # there is no end to what can be wrong with it
        return {}


def unpacked(data: bytes) -> Recollection:
    """What `packed` gave; an empty one where it is anything else."""
    return Recollection(loaded(data))


def recalled(place: Path) -> Recollection:
    """What the same program left in a file (`memory.place`); nothing when it is damaged, or is not there."""
    kept = Memory(place)
    data = kept.get(provenance.program())
    kept.leave()
    return unpacked(data) if data else Recollection()


def keep(place: Path, known: Recollection) -> None:
    """Leaves for the next process what this one knows, unless it learnt nothing."""
    if known.fresh:
        kept = Memory(place)
        kept.keep(provenance.program(), known.packed())
        kept.close()
