"""What is slow to make is made once, and kept on disk until something it was made from changes.

The name of a kept file is the digest of everything its bytes depend on, so nothing ever has to be declared out of date:
deleting the folder is always safe, and only costs the time to make its files again.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path


def digest(*ingredients: str | bytes) -> str:
    """A name for what is made from these ingredients: 32 hexadecimal digits of their SHA-256."""
    made = hashlib.sha256()
    for ingredient in ingredients:
        data = ingredient if isinstance(ingredient, bytes) else ingredient.encode()
        made.update(len(data).to_bytes(8, "big") + data)
    return made.hexdigest()[:32]


def kept(path: Path, make: Callable[[], bytes]) -> Path:
    """A file, made when it is not there; another build that looks at the same time never sees half of it."""
    if not path.is_file():
        data = make()
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, part = tempfile.mkstemp(dir=path.parent, prefix=".part-")
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(part).replace(path)
    return path


def link(old: str | Path, new: str | Path) -> None:
    """The same file under another name, or a copy where the disk has none; what is there already stays."""
    try:
        os.link(old, new)
    except FileExistsError:
        pass
    except OSError:
        shutil.copyfile(old, new)
