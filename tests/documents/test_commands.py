"""A command does its work and says so, or says what it did not do and why."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.documents import commands
from knowledge.documents.commands import Refusal


def refuse(said: str) -> str:
    raise Refusal(said)


def lose() -> str:
    raise OSError("the disk is full")


def test_work_that_was_done_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert commands.perform(lambda: "Done.", "Nothing was done") == 0
    assert commands.perform(lambda: "", "Nothing was done") == 0
    assert capsys.readouterr() == ("Done.\n", "")


def test_work_that_was_refused_is_told_with_its_reason(capsys: pytest.CaptureFixture[str]) -> None:
    assert commands.perform(lambda: refuse("no file was named"), "Nothing was done") == 1
    assert commands.perform(lambda: refuse("a:1: x\nb:2: y"), "Nothing was done") == 1
    assert commands.perform(lose, "Nothing was done") == 1
    assert capsys.readouterr() == (
        "",
        "Nothing was done: no file was named\nNothing was done:\na:1: x\nb:2: y\nNothing was done: the disk is full\n",
    )


@pytest.mark.parametrize("written", [None, "site_name: x\n", "a: [\n"])
def test_a_configuration_that_cannot_be_used_is_refused_by_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, written: str | None
) -> None:
    monkeypatch.chdir(tmp_path)
    if written:
        Path("mkdocs.yml").write_text(written)
    with pytest.raises(Refusal, match=r"^mkdocs\.yml cannot be used: "):
        commands.site("")
