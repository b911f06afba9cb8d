"""What was slow to make is remembered from the last build of the same site; what a build does not ask for is forgotten.

One small database holds thousands of pages, where thousands of files would cost more than they save. Everything lies there
under the digest of all it was made from, beside a seal of its own: whatever is damaged, or was put there by something else,
is told in one line and made anew. Nothing is on disk before `close`, so that a build that fails leaves it as it was.
Reads and writes its file.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

FORMAT = 0x4B4D3031
"""What the file says it is (SQLite's `application_id`): another program, or a later form of this room, says something else."""

DAMAGED = "What was kept in"
"""How the line begins that tells of a damaged file."""

BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
"""What SQLite says while another build writes."""

TABLE = "CREATE TABLE remembered (key TEXT PRIMARY KEY, data BLOB NOT NULL, seal BLOB NOT NULL) WITHOUT ROWID"


def folder(config: Path) -> Path:
    """Where the site of a configuration file keeps all that it remembers; deleting it is always safe."""
    return config.parent / ".memory"


def place(config: Path, noun: str) -> Path:
    """Where it keeps what it remembers of a kind."""
    return folder(config) / f"{config.stem}-{noun}.sqlite"


class Memory:
    """What the last build of a site made, by the digest of what it was made from."""

    def __init__(self, path: Path, told: Callable[[str], None] = print) -> None:
        """Opens the file, which need not be there; `told` hears of a damaged one."""
        self.path, self.told = path, told
        self._asked: set[str] = set()
        path.parent.mkdir(parents=True, exist_ok=True)
        self._base = self._opened() if path.exists() else _new(path)

    def _opened(self) -> sqlite3.Connection:
        base = sqlite3.connect(self.path, timeout=0.1)
        with suppress(sqlite3.DatabaseError):
            if _is_busy(base):
                return _new(":memory:")
            ours = base.execute("PRAGMA application_id").fetchone() == (FORMAT,)
            if ours and base.execute("PRAGMA quick_check").fetchone() == ("ok",):
                return base
        return self._renewed(base)

    def _renewed(self, base: sqlite3.Connection) -> sqlite3.Connection:
        """An empty memory in the place of one that cannot be trusted."""
        self.told(f"{DAMAGED} {self.path.parent.name}/{self.path.name} is damaged: it is made anew.")
        base.close()
        self._asked.clear()
        with suppress(OSError):
            self.path.unlink()
        return _new(":memory:" if self.path.exists() else self.path)

    def get(self, key: str) -> bytes | None:
        """What was made before from what the key is the digest of; None when nothing was, or another build is writing."""
        try:
            row = self._base.execute("SELECT data, seal FROM remembered WHERE key = ?", (key,)).fetchone()
        except sqlite3.DatabaseError as fault:
            row = None if fault.sqlite_errorcode in BUSY else (None, None)
        if row is None:
            return None
        data, seal = row
        if not isinstance(data, bytes) or seal != _seal(key, data):
            self._base = self._renewed(self._base)
            return None
        self._asked.add(key)
        return data

    def keep(self, key: str, data: bytes) -> None:
        """Remembers what was made now; nothing, while another build of the same site is about to."""
        with suppress(sqlite3.DatabaseError):
            self._base.execute("INSERT OR REPLACE INTO remembered VALUES (?, ?, ?)", (key, data, _seal(key, data)))
            self._asked.add(key)

    def kept(self, key: str, make: Callable[[], bytes]) -> bytes:
        """What the key stands for, made when it is not remembered."""
        data = self.get(key)
        if data is None:
            self.keep(key, data := make())
        return data

    def close(self) -> None:
        """What was made is on disk, and what was not asked for is gone: all of it or nothing."""
        with suppress(sqlite3.DatabaseError), closing(self._base) as base, base:
            known = {key for (key,) in base.execute("SELECT key FROM remembered")}
            base.executemany("DELETE FROM remembered WHERE key = ?", [(key,) for key in known - self._asked])

    def leave(self) -> None:
        """Nothing of this build is remembered, and the file is free for the next one."""
        self._base.close()


def _new(place: Path | str) -> sqlite3.Connection:
    base = sqlite3.connect(place, timeout=0.1)
    with suppress(sqlite3.DatabaseError):
        base.execute(f"PRAGMA application_id = {FORMAT}")
        base.execute(TABLE)
    return base


def _is_busy(base: sqlite3.Connection) -> bool:
    """Whether another build is writing: its file is left alone."""
    try:
        base.execute("SELECT 1 FROM sqlite_schema").fetchone()
    except sqlite3.OperationalError as fault:
        return fault.sqlite_errorcode in BUSY
    return False


def _seal(key: str, data: bytes) -> bytes:
    return hashlib.blake2b(key.encode() + data, digest_size=16).digest()
