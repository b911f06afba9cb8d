"""Pagefind at work: the same pages give the same files, on every machine and at every hour.

Left to itself, Pagefind 1.5.2 numbers pages in the order in which the disk happens to list them, and writes filters in an
order left to chance (mended upstream, in no release yet). So pages are handed to it one after the other, and what came in
chance order is sorted. Talks to its service, a process, as its own Python interface does, which waits a tenth of a second
for each page.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import sys
from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from io import BufferedReader
from subprocess import PIPE, Popen
from threading import Thread
from typing import IO, Any, cast

import cbor2

MAGIC = b"pagefind_dcd"
"""What every file of an index begins with, once unpacked."""

ENTRY = "pagefind-entry.json"
"""The file a browser reads first; it names the one that names all others."""

META_FILTERS = 3
"""Where the overview of an index lists its filters: pairs of a filter's name and the digest in the name of its file."""


class Refused(Exception):
    """Pagefind could not do what it was asked; the message is its own."""


def files(pages: Sequence[tuple[str, str]], language: str) -> dict[str, bytes]:
    """The files of an index by name, from each page's address (`report/`) and document; `language` is a code of two letters.

    Raises Refused with what Pagefind said.
    """
    with Popen([sys.executable, "-m", "pagefind", "--service"], stdin=PIPE, stdout=PIPE) as service:
        asking, answering = cast(IO[bytes], service.stdin), cast(BufferedReader, service.stdout)
        Thread(target=_ask, args=(asking, _questions(pages, language)), daemon=True).start()
        try:
            *_, last = _answers(answering, len(pages) + 2)
        finally:
            service.kill()
    return settled({file["path"]: b64decode(file["content"]) for file in last["files"]})


def _questions(pages: Iterable[tuple[str, str]], language: str) -> Iterator[dict[str, Any]]:
    yield {"type": "NewIndex", "config": {"force_language": language}}
    for address, document in pages:
        yield {"type": "AddFile", "index_id": 0, "file_path": f"{address}index.html", "file_contents": document}
    yield {"type": "GetFiles", "index_id": 0}


def _ask(pipe: IO[bytes], questions: Iterable[dict[str, Any]]) -> None:
    """Writes all questions while the answers are read, so that neither pipe ever fills up."""
    with suppress(OSError, ValueError):  # the service has ended, which whoever reads the answers tells
        for number, payload in enumerate(questions):
            pipe.write(b64encode(json.dumps({"message_id": number, "payload": payload}).encode()) + b",")
        pipe.flush()


def _answers(pipe: BufferedReader, count: int) -> Iterator[dict[str, Any]]:
    """As many answers as there were questions, each ended by a comma."""
    parts: list[bytes] = []
    while count:
        data = pipe.read1()
        if not data:
            raise Refused("Pagefind ended before it had answered")
        *ends, rest = data.split(b",")
        for end in ends:
            payload = json.loads(b64decode(b"".join([*parts, end])))["payload"]
            if payload["type"] == "Error":
                raise Refused(payload["message"])
            yield payload
            parts, count = [], count - 1
        parts.append(rest)


def settled(found: dict[str, bytes]) -> dict[str, bytes]:
    """The files of an index with filters and their values in order; names follow from content, as Pagefind's do."""
    entry = json.loads(found[ENTRY])
    made = {name: data for name, data in found.items() if not name.startswith("filter/")}
    for code, language in entry["languages"].items():
        whole = _opened(made.pop(f"pagefind.{language['hash']}.pf_meta"))
        whole[META_FILTERS] = sorted(whole[META_FILTERS])
        for pair in whole[META_FILTERS]:
            name, values = _opened(found[f"filter/{pair[1]}.pf_filter"])
            packed = _closed([name, sorted(values)])
            pair[1] = f"{code}_{_digest(packed)}"
            made[f"filter/{pair[1]}.pf_filter"] = packed
        packed = _closed(whole)
        language["hash"] = f"{code}_{_digest(packed)}"
        made[f"pagefind.{language['hash']}.pf_meta"] = packed
    made[ENTRY] = json.dumps(entry, ensure_ascii=False, separators=(",", ":")).encode()
    return made


def _opened(data: bytes) -> Any:
    return cbor2.loads(gzip.decompress(data).removeprefix(MAGIC))


def _closed(said: Any) -> bytes:
    return gzip.compress(MAGIC + cbor2.dumps(said), mtime=0)


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:10]
