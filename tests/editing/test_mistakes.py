"""Mistakes that people make, in a copy of the real texts, and what they are told: read each line as they would.

Every mistake is told in one line of its own, and none brings others along.
"""

from __future__ import annotations

import re
import shutil

import pytest
from tests.conftest import ROOT

from knowledge import configuration
from knowledge.editing import checking

NEWS, POLICY, ABOUT, HUB = (
    "news/2026/mentoring-women-journalists",
    "policies/gender-equality-and-diversity",
    "about",
    "prevention",
)

CHANGES = {
    f"{NEWS}/index.md": (r"^topics: .*", "topics: [gender-equalty]"),
    f"{NEWS}/index.fr.md": (r"^title:", "date: 2026-01-22\ntitle:"),
    "news/2022/conflict-sensitive-words/index.md": (r"^title: .*", "title: Words: which to choose"),
    "news/2022/goal-16-10-for-a-reporter/index.fr.md": (r"^---\n\n", "\n"),
    "news/2023/asking-for-public-information/index.md": (r"^summary:", "sumary:"),
    "news/2024/how-a-press-council-works/index.md": (r"^image: .*", "image: Balance.PNG"),
    "news/2025/letters-from-readers/index.ar.md": (r"^date: .*", "date: 2025-02-30"),
    f"{ABOUT}/index.md": (r"\Z", "\nSee [the code](../ethic/index.md).\n"),
    f"{ABOUT}/index.fr.md": (r"\Z", "\nVoir [le code](../ethics/index.md#s3-99).\n"),
    f"{ABOUT}/index.ar.md": (r"^## [^\n]*\n", ""),
    f"{POLICY}/index.fr.md": (r"^1\.3 [^\n]*\n", ""),
    f"{HUB}/index.md": (r"\Z", "\nBring:\n- a pen\n- water\n"),
    f"{HUB}/index.ar.md": (r"\Z", "\nقلم, وماء.\n"),
    f"{HUB}/index.fr.md": (r"\Z", "\nSavoir s'ils partent.\n"),
}
"""What is written instead of what, by file."""

TOLD = [
    (f"{NEWS}/index.md", "topics: there is no topic 'gender-equalty': did you mean gender-equality?"),
    (f"{NEWS}/index.fr.md", f"date: a translation carries only words: delete it: it comes from docs/{NEWS}/index.md"),
    (
        "news/2022/conflict-sensitive-words/index.md",
        'title: a colon stands inside the value: put it between straight quotation marks: title: "Words: which to choose',
    ),
    (
        "news/2022/goal-16-10-for-a-reporter/index.fr.md",
        "file: the front matter is never closed: put a line with --- after",
    ),
    ("news/2023/asking-for-public-information/index.md", "sumary: there is no such field: did you mean summary?"),
    ("news/2023/asking-for-public-information/index.md", "summary: this field is needed: write summary: and its value"),
    (
        "news/2024/how-a-press-council-works/index.md",
        "image: 'Balance.PNG' is not the name of a picture beside this page:",
    ),
    ("news/2025/letters-from-readers/index.ar.md", "date: there is no day 2025-02-30: check the month and the day"),
    (f"{ABOUT}/index.md", "link: there is no page ../ethic/index.md: did you mean ../ethics/index.md?"),
    (f"{ABOUT}/index.fr.md", "link: ../ethics/index.md has no place called #s3-99: did you mean #s3-9?"),
    (
        f"{ABOUT}/index.ar.md",
        f"heading: here stands no heading, in docs/{ABOUT}/index.md ## 'More about the site' in line ",
    ),
    (f"{POLICY}/index.fr.md", f"clause: 1.3 is missing after 1.2 c: docs/{POLICY}/index.md has «It is part of the"),
    (
        f"{HUB}/index.md",
        "markdown: a list begins without an empty line before it: leave one empty, else its marks show as text",
    ),
    (f"{HUB}/index.ar.md", "style: a Latin comma (,), in \u2068قلم, وماء.\u2069: write ، (`make fix` does)"),
    (
        f"{HUB}/index.fr.md",
        "style: a straight apostrophe ('), in \u2068Savoir s'ils partent.\u2069: write ’ (`make fix` does)",
    ),
    (f"{HUB}/index.en.md", "name: 'index.en.md' names the first language: call it index.md"),
    (f"{HUB}/Press Card.png", "name: the file 'Press Card.png' cannot be an address: use small letters a to z, digits"),
]
"""What is told of it."""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Everything that is told of a copy with all those mistakes."""
    folder = tmp_path_factory.mktemp("copy")
    shutil.copytree(ROOT / "docs", folder / "docs")
    shutil.copy(ROOT / "mkdocs.yml", folder)
    (ROOT / ".cache").mkdir(exist_ok=True)
    (folder / ".cache").symlink_to(ROOT / ".cache")  # pictures are made already
    for name, (pattern, words) in CHANGES.items():
        path = folder / "docs" / name
        text, times = re.subn(pattern, words, path.read_text("utf-8"), count=1, flags=re.M)
        assert times == 1, name
        path.write_text(text, "utf-8")
    (folder / f"docs/{HUB}/index.en.md").write_text("---\ntitle: Prevention\n---\n")
    shutil.copy(ROOT / f"docs/{NEWS}/two-paths.png", folder / f"docs/{HUB}/Press Card.png")
    with pytest.raises(checking.Faulty) as fault:
        checking.check(configuration.read(folder / "mkdocs.yml"))
    return [line for line in str(fault.value).split("\n") if line.startswith("docs/")]


@pytest.mark.parametrize(("name", "said"), TOLD, ids=lambda value: value.partition(":")[0])
def test_a_mistake_is_told_where_it_is_and_with_its_cure(told: list[str], name: str, said: str) -> None:
    lines = [line for line in told if re.match(rf"docs/{re.escape(name)}:\d+: {re.escape(said)}", line)]
    assert len(lines) == 1


def test_no_mistake_brings_others_along(told: list[str]) -> None:
    assert len(told) == len(TOLD)
