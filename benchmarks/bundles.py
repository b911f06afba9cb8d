"""A page as its files: front matter and body, one file a language, the facts in the original's alone."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from benchmarks.phrases import Statement

from knowledge.languages import Languages


def files(
    page_id: str,
    bodies: Mapping[str, str],
    words: Mapping[str, Statement],
    facts: Mapping[str, str],
    languages: Languages,
) -> Iterator[tuple[str, str]]:
    """The path and the text of each file: `bodies` by language, the original's first; `facts` as YAML has them."""
    original = next(iter(bodies))
    for code, body in bodies.items():
        own: Mapping[str, str] = facts
        if code != original:
            own = {} if original == languages.default.code else {"translated_from": original}
        quoted = {name: json.dumps(statement.said(code), ensure_ascii=False) for name, statement in words.items()}
        matter = "".join(f"{name}: {value}\n" for name, value in {**quoted, **own}.items())
        yield f"{page_id}/{languages[code].file_name()}", f"---\n{matter}---\n\n{body}\n"
