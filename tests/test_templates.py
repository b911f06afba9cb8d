"""Templates are compiled once, follow every change, and a damaged file is as good as none."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment

from knowledge import templates


def read(folder: Path, source: str) -> str:
    """What a template with this text says to somebody called Noor."""
    env = Environment(loader=DictLoader({"a.html": source}), bytecode_cache=templates.Kept(folder))  # noqa: S701
    return env.get_template("a.html").render(name="Noor")


def test_the_second_build_compiles_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert read(tmp_path / "new", "Hello {{ name }}") == "Hello Noor"
    monkeypatch.setattr(Environment, "_generate", None)
    assert read(tmp_path / "new", "Hello {{ name }}") == "Hello Noor"


def test_a_change_is_seen_and_undone(tmp_path: Path) -> None:
    said = [read(tmp_path, source) for source in ("Hello {{ name }}", "Bye {{ name }}", "Hello {{ name }}")]
    assert said == ["Hello Noor", "Bye Noor", "Hello Noor"]


@pytest.mark.parametrize(
    "damage", [lambda data: b"", lambda data: data[:40], lambda data: data[:-9], lambda data: b"j2" + data]
)
def test_a_damaged_file_is_made_again(tmp_path: Path, damage: object) -> None:
    read(tmp_path, "Hello {{ name }}")
    (path,) = tmp_path.iterdir()
    path.write_bytes(damage(path.read_bytes()))  # type: ignore[operator]
    assert read(tmp_path, "Hello {{ name }}") == "Hello Noor"
