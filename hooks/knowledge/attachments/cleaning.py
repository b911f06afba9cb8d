"""What becomes of a file before it is published, by its ending: which types are taken, and how each is cleaned.

An archive (.zip) is not taken, because nobody would look into it; nor are old formats (.doc, .xls), which hide more than they
show, nor anything that runs in a browser.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from importlib.metadata import version

from knowledge import sources
from knowledge.attachments import officefiles, openfiles, portable
from knowledge.fields import Unfit
from knowledge.frontmatter import Refused

RECIPE = f"{version('pikepdf')} {version('lxml')} 3"
"""What cleaned bytes depend on besides the file; the number counts changes to this package."""


def _plain(data: bytes, _title: str, _language: str) -> bytes:
    """Text as it is: it holds nothing but what it shows."""
    try:
        sources.decode(data)
    except Refused as fault:
        raise Unfit(fault.what, fault.cure) from fault
    return data


TYPES: Mapping[str, Callable[[bytes, str, str], bytes]] = {
    "pdf": portable.bare,
    **{ending: partial(officefiles.bare, ending=ending) for ending in officefiles.FOLDERS},
    **{ending: partial(openfiles.bare, ending=ending) for ending in openfiles.KINDS},
    **dict.fromkeys(("csv", "txt", "asc"), _plain),
}
"""What cleans a file of each type that is taken; an `.asc` is a public key or a signature."""


def ending(name: str) -> str:
    """The ending of a file's name, without its dot."""
    return name.rpartition(".")[2].lower()


def cleaned(name: str, data: bytes, title: str, language: str) -> bytes:
    """A file as it is published; raises Unfit when it cannot be."""
    if ending(name) not in TYPES:
        raise Unfit(f"files of the type .{ending(name)} are not published", f"save it as one of {', '.join(TYPES)}")
    return TYPES[ending(name)](data, title, language)
