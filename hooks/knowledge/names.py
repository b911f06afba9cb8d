"""The names of folders and files: they are addresses, so they are plain, and some are kept for what the build makes."""

from __future__ import annotations

import re
from difflib import get_close_matches

from knowledge.kinds import kind_of
from knowledge.languages import Languages
from knowledge.problems import Problem

TURNED = "page"
"""The folder of a list's further pages (`news/page/2/`): no page of its own may be called so."""

MADE = {"history": "the page of its history", "compare": "comparisons of its languages", "receipt": "its receipt"}
"""Folders below a document and its versions that the build fills, and with what."""

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
ASSET = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*(?:\.(?P<language>[a-z]{2,3}))?\.[a-z0-9]{2,5}")


def check(path: str, shown: str, languages: Languages) -> list[Problem]:
    """Problems of folder and file names: they are addresses, so they are plain."""
    *folders, name = path.split("/")
    problems = []
    for depth, part in enumerate(folders):
        if not SLUG.fullmatch(part):
            cure = "use small letters a to z, digits and single hyphens"
            problems.append(Problem(shown, 1, "name", f"the folder {part!r} cannot be an address", cure))
        elif taken := _taken(part, "/".join(folders[:depth])):
            what = f"the folder {part!r} is taken by {taken}"
            problems.append(Problem(shown, 1, "name", what, "give it another name"))
        elif re.fullmatch(r"[a-z]{2}", part):
            what = f"the folder {part!r} has two letters, like a language"
            problems.append(Problem(shown, 1, "name", what, "give it a longer name"))
    if name.endswith(".md"):
        problems += _page_name(name, shown, languages)
    else:
        problems += _asset_name(name, shown, languages)
    return problems


def _taken(name: str, above: str) -> str:
    """What a folder of this name in the folder `above` is kept for; `""` when it is free."""
    if name == TURNED:
        return "the further pages of lists"
    if name in MADE and kind_of(above).name in ("document", "version"):
        return MADE[name]
    numbered = re.fullmatch(r"v\d+", name) and kind_of(f"{above}/{name}").name != "version"
    return "former versions of documents, v1, v2 and so on below theirs" if numbered else ""


def _asset_name(name: str, shown: str, languages: Languages) -> list[Problem]:
    match = ASSET.fullmatch(name)
    if not match:
        cure = "use small letters a to z, digits and single hyphens, as press-card.jpg"
        return [Problem(shown, 1, "name", f"the file {name!r} cannot be an address", cure)]
    if match["language"] and match["language"] not in languages:
        what = f"{match['language']!r} is not a language of this site"
        return [Problem(shown, 1, "name", what, f"call it {name.replace('.', '-', 1)}, or name one that is")]
    return []


def _page_name(name: str, shown: str, languages: Languages) -> list[Problem]:
    code = languages.of_file(name)
    if code and code in languages and name == languages[code].file_name():
        return []
    names = languages.file_names()
    if code and code in languages:
        what, cure = f"{name!r} names the first language", f"call it {languages.default.file_name()}"
    elif code:
        what, cure = f"{code!r} is not a language of this site", f"call it {names}"
    else:
        near = get_close_matches(name, [language.file_name() for language in languages.all], 1, 0.5)
        what = f"{name!r} is not the name of a page"
        cure = f"each page is a folder with {names} in it" + (f"; did you mean {near[0]}?" if near else "")
    return [Problem(shown, 1, "name", what, cure)]
