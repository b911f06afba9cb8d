"""Freezing a version: `python -m knowledge.documents.freezing policies/x` is what `make version DOC=policies/x` runs.

The current text of a document, in every language, becomes a former version in a folder of its own, which nobody changes
again, and the next version is opened as a draft. The document's folder is written anew beside the old one and takes its
place when it is whole and the site is sound with it; until then everything stays as it was.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from knowledge import reading
from knowledge.catalogue import Catalogue
from knowledge.configuration import Configuration
from knowledge.documents import commands, frozen, ledgers
from knowledge.documents.commands import Refusal
from knowledge.documents.exchange import exchange, fresh, recover
from knowledge.documents.rewriting import Changes, rewritten
from knowledge.documents.transcripts import Transcript
from knowledge.entries import Entry, Text
from knowledge.frontmatter import Refused
from knowledge.languages import Language
from knowledge.problems import Problem, report
from knowledge.sources import decode


@dataclass(frozen=True)
class Desk:
    """The site whose documents are frozen, as it is at one moment."""

    site: Configuration
    catalogue: Catalogue
    problems: list[Problem]

    @classmethod
    def of(cls, site: Configuration) -> Desk:
        """The site as it is now."""
        return cls(site, *reading.read(site.docs, site.languages, site.shown, cache=site.cache))

    def find(self, name: str) -> Entry:
        """The document or version that an editor names: by its path, its folder or one of its files."""
        path = name.removeprefix("./").removeprefix(f"{self.site.shown}/").rstrip("/")
        wanted = path.rpartition("/")[0] if path.endswith(".md") else path
        known = {entry.id: entry for entry in self.catalogue.of_kind("document", "version")}
        if found := known.get(wanted) or self.catalogue.find("document", wanted):
            return found
        sound(self.problems)
        near = get_close_matches(wanted, known, 1, 0.4)
        hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(known) or 'none'}"
        raise Refusal(f"There is no document {wanted!r}: {hint}")

    def called(self, language: Language) -> str:
        """A language as messages call it."""
        return self.site.languages.default.name_of(language)


def sound(problems: Iterable[Problem]) -> None:
    """Raises Refusal with what there is to mend."""
    if found := list(problems):
        raise Refusal(f"The site is to be mended first. {report(found)}")


def freeze(site: Configuration, name: str) -> str:
    """Freezes the current version of a document and opens the next; returns what was done, and what to do now.

    Raises Refusal, and leaves the content folder as it was, when that cannot be.
    """
    recover(site.docs)
    desk = Desk.of(site)
    entry = desk.find(name)
    if entry.kind.name == "version":
        return _seal(desk, entry)
    _may(desk, entry)
    folder = site.docs / entry.id
    new = fresh(folder)
    try:
        _write(Transcript(desk.catalogue, entry), site.docs, new)
        exchange(new, folder, lambda: sound(Desk.of(site).problems))
    finally:
        shutil.rmtree(new, ignore_errors=True)
    return _done(desk, entry)


def _may(desk: Desk, entry: Entry) -> None:
    """Raises Refusal for a document whose current text cannot become a former version."""
    version, shown = entry.record.version, f"{desk.site.shown}/{entry.id}"
    if entry.record.status == "draft":
        raise Refusal(f"Version {version} of {shown} is a draft: only what somebody has adopted is frozen.")
    if (desk.site.docs / entry.id / f"v{version}").exists():
        raise Refusal(f"Version {version} of {shown} is frozen already, in {shown}/v{version}.")
    sound(desk.problems)


def _write(transcript: Transcript, docs: Path, new: Path) -> None:
    """The document's folder as it will be: everything it held, the frozen version, and the next one opened."""
    entry = transcript.entry
    version = new / f"v{entry.record.version}"
    shutil.copytree(docs / entry.id, new)
    version.mkdir()
    for text in entry.texts.values():
        name = text.language.file_name()
        written = (new / name).read_bytes()
        try:
            (version / name).write_text(transcript.file(text, decode(written)), "utf-8", newline="\n")
            (new / name).write_bytes(rewritten(written.decode(), _opened(entry, text)).encode())
        except Refused as fault:
            raise Refusal(f"{text.source.shown}:{fault.line}: {fault.what}: {fault.cure}") from fault
    for asset, name in transcript.files().items():
        shutil.copyfile(docs / asset, version / name)
    _remember(transcript, new, version)


def _opened(entry: Entry, text: Text) -> Changes:
    """What changes in the front matter when the next version is opened: nobody has adopted it, nobody compared it."""
    if text.language.code != entry.original:
        return {"adopted_by": None, "compared": None}
    number = entry.record.version + 1
    return {"version": number, "status": "draft", "effective": None, "until": None, "adopted_by": None}


def _remember(transcript: Transcript, folder: Path, version: Path) -> None:
    """The version has the ledger of the document, in its own words, and the digests of all its files."""
    if (folder / ledgers.FOLDER).exists():
        shutil.copytree(folder / ledgers.FOLDER, version / ledgers.FOLDER)
    for code, base in transcript.catalogue.ledgers[transcript.entry.id].bases.items():
        ledgers.save(version, f"{code}.json", ledgers.stamped(transcript.base(base)))
    ledgers.save(version, ledgers.SUMS, frozen.summed(version))


def _done(desk: Desk, entry: Entry) -> str:
    """What an editor needs to know now."""
    shown, version = f"{desk.site.shown}/{entry.id}", entry.record.version
    source = entry.texts[entry.original].source.shown
    spoken = ", ".join(desk.called(text.language) for text in entry.texts.values())
    missing = [language for language in desk.site.languages.all if language.code not in entry.texts]
    lacking = f"\n  It has no text in {', '.join(map(desk.called, missing))}, and will have none." if missing else ""
    return (
        f"Version {version} is frozen in {shown}/v{version}: {spoken}.{lacking}\n"
        f"Version {version + 1} is open in {shown}: a draft that binds nobody. What applied goes on applying.\n"
        "Now:\n"
        f"  1. Change the text in {source}, then its translations. Nothing below {shown}/v{version} may change.\n"
        "  2. Keep the numbers of clauses: what goes leaves its number behind, "
        f"as 3.2 [repealed in version {version + 1}].\n"
        f"  3. When it is adopted, write status: in-force and effective: in {source}, and adopted_by: in every language.\n"
        f"  4. Commit the whole folder {shown}, its hidden folders {ledgers.FOLDER} too."
    )


def _seal(desk: Desk, version: Entry) -> str:
    """A version that was brought from elsewhere gets its digests, once."""
    folder, shown = desk.site.docs / version.id, f"{desk.site.shown}/{version.id}"
    if (folder / ledgers.FOLDER / ledgers.SUMS).exists():
        raise Refusal(f"{shown} is frozen already.")
    sound(problem for problem in desk.problems if not problem.path.endswith(f"/{ledgers.SUMS}"))
    ledgers.save(folder, ledgers.SUMS, frozen.summed(folder))
    return f"{shown} is frozen: nothing in it may change any more. Commit it, its hidden folder {ledgers.FOLDER} too."


def main(arguments: list[str]) -> int:
    """Freezes the document named first, of the site of `mkdocs.yml` or of the configuration named second."""
    name, config = [*arguments, "", ""][:2]

    def work() -> str:
        if not name.strip():
            raise Refusal("no document was named: write make version DOC= and the path of its folder")
        return freeze(commands.site(config), name.strip())

    return commands.perform(work, "Nothing was frozen")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
