"""What stands in one part of a Word, Excel or PowerPoint file: what cannot be published, and what is taken out in silence.

Elements are known by their names and by whose they are (the namespace), in both kinds of the format, common and strict
(ECMA-376, parts 1 and 4), and in Microsoft's additions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from knowledge.attachments import parts
from knowledge.fields import Unfit

WORD = re.compile(r"wordprocessingml|microsoft\.com/office/word/")
SHEET = re.compile(r"spreadsheetml|microsoft\.com/office/excel/")

REMARKS = {"comment", "cm", "threadedComment"}
CHANGE = re.compile(
    r"ins|del|move(?:From|To)|(?:customXml|move)\w*Range(?:Start|End)|cell(?:Ins|Del|Merge)|conflict(?:Ins|Del)|\w+Change|"
    r"del(?:Text|InstrText)"
)
LOGS = {"revisions", "headers", "users"}
"""Roots of what Excel keeps of changes."""

FETCHING = re.compile(r"(?i)^\s*(?:DDEAUTO|DDE|INCLUDE|INCLUDETEXT|INCLUDEPICTURE|LINK|IMPORT|DATABASE|RD)\b")
"""How fields of Word begin, in letters of any size, that run something or fetch something from a disk or from elsewhere."""

DISK = re.compile(r"(?i)\s*(?:file:|[a-z]:\\|\\\\\w)")
"""The beginning of an address that leads to somebody's machine."""

LEADING = re.compile(r"(?i)\bHYPERLINK\s+\"?(?:file:|[a-z]:\\|\\\\)")
"""A field of Word that does."""

PEOPLE = {"people", "personList", "cmAuthorLst", "authorLst"}
"""Roots of lists of those who took part; they are emptied."""

TOLD = {
    *("attachedTemplate", "rsids", "docVars", "mailMerge", "permStart", "permEnd"),
    *("absPath", "fileSharing", "customWorkbookViews", "customSheetViews", "author"),
}
"""From what template it was made, in which sessions, what programs keep in it, who may change what; where it was saved, by
whom it is open, whose views of it and who commented on it once."""


def faults(root: etree._Element) -> Iterator[Unfit]:
    """Why a part cannot be published."""
    fields = []
    for element in root.iter():
        owner, name = parts.names(element)
        if name in REMARKS:
            yield Unfit("it carries comments, which name their authors", "delete all comments, and save it again")
        if (WORD.search(owner) and _changed(element, name)) or (SHEET.search(owner) and name in LOGS):
            yield Unfit("it carries tracked changes, which name their authors", "accept or reject them all")
        if WORD.search(owner):
            fields += [element.text or ""] if name == "instrText" else _attributes(element, "instr")
    said = "".join(fields)
    if LEADING.search(said):
        yield Unfit("a link in it leads to a disk", "remove that link")
    if FETCHING.search(said):
        yield Unfit("a field in it fetches or runs something when it is opened", "replace it by what it shows")


def _changed(element: etree._Element, name: str) -> bool:
    return bool(CHANGE.fullmatch(name) or _attributes(element, "author"))


def _attributes(element: etree._Element, name: str) -> list[str]:
    """What an element says under a name, whoever's it is."""
    return [value for key, value in element.attrib.items() if key.rpartition("}")[2] == name]


def strip(root: etree._Element) -> None:
    """Takes out what names people, machines and sessions and is not seen."""
    if parts.names(root)[1] in PEOPLE:
        root[:] = []
    for element in list(root.iter()):
        owner, name = parts.names(element)
        above = element.getparent()
        if above is not None and name in TOLD and (WORD.search(owner) or SHEET.search(owner)):
            above.remove(element)
        else:
            _quiet(element, name)


def _quiet(element: etree._Element, name: str) -> None:
    """Attributes say nothing of sessions, printers and places on a disk."""
    for key, value in element.attrib.items():
        owner, _, called = key.rpartition("}")
        session = called.startswith("rsid") and WORD.search(owner)
        if session or called == "refreshedBy" or (name == "pageSetup" and called == "id"):
            del element.attrib[key]
        elif DISK.match(value):
            element.set(key, "")
