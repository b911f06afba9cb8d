"""What a process has worked out before: a preview reads a file again only when it has changed, and checks what follows from it.

Unlike the memory of builds it holds things themselves, so that what was made of the same things is found by comparing them,
which costs next to nothing when they are the same ones.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar, cast

Made = TypeVar("Made")


@dataclass
class Recollection:
    """What was made, by name, with what it was made from."""

    known: dict[tuple[str, str], tuple[Any, Any]] = field(default_factory=dict)
    """By what sort of thing it is and whose: the ingredients and the result."""

    fresh: int = 0
    """How many things were made because they were not known, or were made from something else."""

    def kept(self, sort: str, whose: str, ingredients: object, make: Callable[[], Made]) -> Made:
        """What was made of the same ingredients the last time, else made now. Nobody may change it afterwards."""
        known = self.known.get((sort, whose))
        if known is None or known[0] != ingredients:
            self.fresh += 1
            known = self.known[sort, whose] = (ingredients, make())
        return cast(Made, known[1])

    def same(self, sort: str, value: Made) -> Made:
        """The thing itself that was given the last time, if it is equal: comparing with it then costs nothing."""
        return self.kept(sort, "", value, lambda: value)

    def packed(self) -> bytes:
        """Everything, for the next process."""
        self.fresh = 0
        return pickle.dumps(self.known, pickle.HIGHEST_PROTOCOL)


def unpacked(data: bytes) -> Recollection:
    """What `packed` gave; raises whatever pickle does for anything else, so only give it what we wrote ourselves."""
    return Recollection(pickle.loads(data))  # noqa: S301  # from our own sealed memory
