"""Which text of a page the others were translated from: its file carries the facts.

It is the first language's, unless a translation says `translated_from: ar`.
"""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.languages import Languages
from knowledge.problems import Problem
from knowledge.sources import Source

FIELD = "translated_from"


def original(files: list[Source], languages: Languages) -> tuple[Source, list[Problem]]:
    """The source file of a page: the one the others say they were translated from; and where they are unclear."""
    claims = {file.language: file.matter.values.get(FIELD) for file in files}
    claimed = sorted({str(code) for code in claims.values() if code in claims})
    problems = [fault for file in files for fault in _claim(file, files)]
    if len(claimed) > 1:
        what = f"texts of this page say they were translated from {' and from '.join(claimed)}"
        problems.append(files[0].problem(FIELD, what, "name the same language in each"))
    wanted = claimed[0] if claimed else languages.default.code
    source = next((file for file in files if file.language == wanted), files[0])
    for file in files:
        if source.language != languages.default.code and file is not source and not claims[file.language]:
            cure = f"write translated_from: {source.language} in its front matter"
            problems.append(file.problem(FIELD, "the text it was translated from is unclear", cure))
    return source, problems


def _claim(file: Source, files: list[Source]) -> Iterator[Problem]:
    """What is wrong with the language that a text says it was translated from."""
    code, others = file.matter.values.get(FIELD), [other.language for other in files if other is not file]
    if code is not None and code not in others:
        cure = f"name one of {', '.join(others)}" if others else "restore that text, or drop the field"
        yield file.problem(FIELD, f"no {code!r} text lies beside this one", cure)
