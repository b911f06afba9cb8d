"""What a stranger sends to harm readers or to keep the build busy is refused with a clear line, at once."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.drafts import HOME, LANGUAGES, told
from tests.hostile.bounds import bounded
from tests.hostile.refusals import REFUSED, Sent

from knowledge import reading


def lay(folder: Path, sent: Sent) -> Path:
    """Writes what was sent, and the first page, into a content folder."""
    for name, content in {**HOME, **sent}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, Path):
            path.symlink_to(content)
        else:
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


@pytest.mark.parametrize("name", REFUSED)
def test_it_is_refused_with_a_clear_line(name: str, tmp_path: Path) -> None:
    sent, line = REFUSED[name]
    docs = lay(tmp_path / "docs", sent)
    with bounded():
        problems = told(reading.read(docs, LANGUAGES, cache=tmp_path / "cache")[1])
    assert any(line in problem and problem.startswith("docs/") for problem in problems), "\n".join(problems)
