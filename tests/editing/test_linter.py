"""Markdown that would show its marks is told in plain words, and what the site knows better is not."""

from __future__ import annotations

import pytest

from knowledge.editing import linter
from knowledge.problems import Problem

WRONG = {
    "MD011": "See (the page)[a.md] now",
    "MD032": "Words:\n- a point",
    "MD037": "This is ** bold ** here",
    "MD042": "See [the page]() now",
    "MD052": "See [the page][nowhere] now",
    "MD056": "| a | b |\n| --- | --- |\n| c |",
    "MD058": "Words\n| a | b |\n| --- | --- |\n| c | d |",
    "MD068": "Words[^1]\n\n[^1]:",
    "MD083": "La sociÃ©tÃ©",
    "MD086": "Words\n\n<!-- never closed",
    "MD092": "<<<<<<< HEAD\na\n=======\nb\n>>>>>>> other",
}


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> list[Problem]:
    """What is told of a folder with each fault in a file of its own, and a sound file."""
    folder = tmp_path_factory.mktemp("docs")
    for name, body in WRONG.items():
        (folder / f"{name.lower()}.md").write_text(f"---\ntitle: x\n---\n\n{body}\n", "utf-8")
    sound = 'Day: [__ / __ / ____] or [____ @ ____]\n\n( ) Yes ( ) No\n\n1.1 Words\n\n!!! note "x"\n    Words.\n'
    (folder / "sound.md").write_text(sound, "utf-8")
    return list(linter.check(folder, "content"))


@pytest.mark.parametrize("name", WRONG)
def test_each_fault_is_told_in_its_file(told: list[Problem], name: str) -> None:
    found = [problem for problem in told if problem.path == f"content/{name.lower()}.md"]
    assert linter.RULES[name][0] in [problem.what for problem in found]
    assert all(problem.line >= 5 for problem in found)


def test_a_sound_file_is_not_told(told: list[Problem]) -> None:
    assert [problem for problem in told if problem.path == "content/sound.md"] == []
