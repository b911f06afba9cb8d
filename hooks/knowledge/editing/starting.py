"""Beginning a page: `python -m knowledge.editing.starting article …` is what `make article`, `make document` and
`make translation` run.

Writes one new file, never over another, and opens nothing else; or says in a line why not.
"""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Callable, Sequence
from difflib import get_close_matches
from pathlib import Path

from knowledge import characters, entries, facts, names, provenance, sources
from knowledge.configuration import Configuration
from knowledge.documents import commands
from knowledge.documents.commands import Refusal
from knowledge.editing import beginnings, french, skeletons
from knowledge.entries import Entry
from knowledge.fields import Unfit, day
from knowledge.kinds import kind_of
from knowledge.languages import Language
from knowledge.outline import slug
from knowledge.sources import Source

FOLDERS = {"article": "news/{year}/{name}", "document": "policies/{name}"}
"""Where new pages lie; `kinds` says what lies there."""

TALLEST, LONGEST = 120, 60
"""Characters of a title that lists and tabs can show, and of the name of a folder."""

LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ß": "ss", "ł": "l", "ı": "i", "đ": "d"})
ADVICE = {
    "article": "the text. Headings begin with ##; the title is there already.",
    "document": "the text. A section begins with ##, a clause is a paragraph; `make numbers` gives both their numbers.",
}

NEXT = {
    "article": "Fill in the lines between the two ---, and write the text below them.\nThen run `make check`.",
    "document": "Fill in the lines between the two ---, and write the text below them.\n"
    "Then run `make numbers FILE={path}`, `make register` and `make check`.",
    "translation": "Write each passage below its comment, and delete the comment.\nThen run {stamp}`make check`.",
}
"""What is to be done with a new file, in two lines."""


def article(site: Configuration, title: str, code: str = "", date: str = "", name: str = "") -> Path:
    """Begins an article in a language, dated today unless another day is given."""
    try:
        written = day(date or provenance.build_day().isoformat())
    except Unfit as fault:
        raise Refusal(f"{fault.what}: {fault.cure}") from fault
    folder = FOLDERS["article"].format(year=written.year, name=_named(title, name))
    return _begin(site, folder, code, {"title": _title(title), "date": written})


def document(site: Configuration, title: str, code: str = "", name: str = "") -> Path:
    """Begins a document in a language: version 1, a draft."""
    known = _named(title, name)
    given = {"title": _title(title), "identifier": known, "version": 1, "status": "draft"}
    return _begin(site, FOLDERS["document"].format(name=known), code, given)


def translation(site: Configuration, file: str, code: str) -> Path:
    """Begins the translation of a page into a language, with the shape of its source."""
    if not file.strip():
        raise Refusal("no file was named: write FILE= and the path of the text to translate")
    if not code:
        raise Refusal(f"no language was named: write LANG= and one of {', '.join(site.languages.by_code)}")
    language, entry = _language(site, code), _source(site, Path(file.strip()))
    if language.code in entry.texts or (site.docs / entry.id / language.file_name()).exists():
        raise Refusal(f"{_shown(site, entry.id, language)} is there already: change it there")
    text = entry.texts[entry.original]
    origin = "" if text.language.default else entry.original
    matter = beginnings.translation(entry.kind, text.source.matter.values, origin)
    body = skeletons.skeleton(text.source.body, language.code)
    return _written(site, entry.id, language, matter + body)


def _begin(site: Configuration, page_id: str, code: str, given: dict[str, object]) -> Path:
    language = _language(site, code)
    faults = names.check(f"{page_id}/{language.file_name()}", "", site.languages)
    if faults:
        raise Refusal(f"{faults[0].what}: write NAME= and another, as NAME=press-council")
    _free(site, page_id)
    kind = kind_of(page_id)
    text = beginnings.source(kind, given) + skeletons.new(ADVICE[kind.name])
    return _written(site, page_id, language, text)


def _free(site: Configuration, page_id: str) -> None:
    """Refuses a folder that is there; articles have names of their own, in whichever year."""
    above, _, name = page_id.rpartition("/")
    places = [above]
    if kind_of(page_id).name == "article":
        root = site.docs / above.rpartition("/")[0]
        places = [folder.relative_to(site.docs).as_posix() for folder in sorted(root.glob("*")) if folder.is_dir()]
    for place in (place for place in {*places, above} if (site.docs / place / name).exists()):
        raise Refusal(f"there is a page {site.shown}/{place}/{name} already: write NAME= and another name")


def _title(title: str) -> str:
    """A title as it is shown."""
    line = " ".join(title.split())
    if not line:
        raise Refusal('no title was given: write TITLE="…"')
    if len(line) > TALLEST:
        raise Refusal(f"the title has {len(line)} characters, lists show at most {TALLEST}: say it in fewer words")
    if fault := characters.fault(line):
        raise Refusal(f"the title is not plain text: {fault[1]}: {fault[2]}")
    return line


def _named(title: str, name: str) -> str:
    """The name of a folder: the one given, else whole words of the title in plain letters."""
    if name:
        return name
    words = slug(french.ELISION.sub("", _title(title).lower().translate(LIGATURES)))
    letters = [letter for letter in title if letter.isalpha()]
    if len(words) < 3 or 2 * sum(map(_latin, letters)) < len(letters):
        cure = "write NAME= and a short English name, as NAME=phone-safety: it is the address in every language"
        raise Refusal(f"no address can be made of this title: {cure}")
    return words if len(words) <= LONGEST else words[: LONGEST + 1].rpartition("-")[0] or words[:LONGEST]


def _latin(letter: str) -> bool:
    return unicodedata.name(letter, "").startswith("LATIN")


def _language(site: Configuration, code: str) -> Language:
    if code and (why := site.languages.refusal(code)):
        raise Refusal(why)
    return site.languages[code] if code else site.languages.default


def _source(site: Configuration, file: Path) -> Entry:
    """The page whose source lies in a file, however its path was written."""
    folder = sources.read(site.docs, site.languages, site.shown)
    path = next((place.resolve() for place in (file, site.root / file, site.docs / file) if place.is_file()), None)
    if path is None:
        raise Refusal(f"there is no file {file}" + _meant(file, folder.sources))
    texts = [source for source in folder.sources if (site.docs / source.path).parent == path.parent]
    if path not in [site.docs / source.path for source in texts]:
        raise Refusal(f"{file} is no page: name the file of a text" + _meant(file, folder.sources))
    known, _ = facts.read(site.docs / sources.FACTS, site.languages, sources.FACTS)
    built, faults = entries.build(texts, site.languages, known)
    entry = next(iter(built.values()), None)
    if entry is None:
        told = sorted({*faults, *(fault for fault in folder.problems if fault.path in {text.shown for text in texts})})
        raise Refusal("\n".join(["the source is to be mended first:", *map(str, told)]))
    if entry.kind.name == "version":
        raise Refusal(f"{file} belongs to a former version, which never changes: translate the current one")
    original = entry.texts[entry.original].source
    if site.docs / original.path != path:
        raise Refusal(f"{file} is a translation itself: name its source, FILE={original.shown}")
    return entry


def _meant(file: Path, known: Sequence[Source]) -> str:
    """The file that somebody may have meant."""
    near = get_close_matches(file.as_posix(), [source.shown for source in known], 1, 0.6)
    return f": did you mean {near[0]}?" if near else ""


def _shown(site: Configuration, page_id: str, language: Language) -> str:
    return "/".join(filter(None, (site.shown, page_id, language.file_name())))


def _written(site: Configuration, page_id: str, language: Language, text: str) -> Path:
    """Writes a file that is not there yet."""
    path = site.docs / page_id / language.file_name()
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("x", encoding="utf-8", newline="\n") as file:
        file.write(text)
    return path


def begin(site: Configuration, what: str, given: Sequence[str]) -> str:
    """Begins what is named, with what was written behind the command; returns the path and what to do next."""
    makers: dict[str, Callable[..., Path]] = {"article": article, "document": document, "translation": translation}
    path = makers[what](site, *(words.strip() for words in given))
    shown = (Path(site.shown) / path.relative_to(site.docs)).as_posix()
    bound = kind_of(path.parent.relative_to(site.docs).as_posix()).name == "document"
    told, year = shown, path.parent.parent
    if what == "article" and not any(year.glob("index*.md")):
        told += f"\nIt is the first of {year.name}: put a page into that folder too, like that of the year before."
    stamp = f"`make translated FILE={shown}` and " if bound else ""
    return f"{told}\n{NEXT[what].format(path=shown, stamp=stamp)}"


def main(arguments: list[str]) -> int:
    """Begins what is named first, on the site of the configuration named second, with all that follows."""
    what, config, *given = arguments
    return commands.perform(lambda: begin(commands.site(config), what, given), "Nothing was begun")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
