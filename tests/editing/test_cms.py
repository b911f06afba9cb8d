"""The program of the editor is the one that was looked at, or none."""

from __future__ import annotations

import base64
import hashlib
import io
import tarfile
from pathlib import Path

import pytest

from knowledge.editing import cms


def archive(**files: str) -> bytes:
    """An archive of npm with these files."""
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode="w:gz") as tar:
        for name, text in files.items():
            info = tarfile.TarInfo(name.replace("__", "/").replace("_dot_", "."))
            info.size = len(text)
            tar.addfile(info, io.BytesIO(text.encode()))
    return data.getvalue()


DATA = archive(
    package__npm__index_dot_js="import(`../locales/ar.json`)",
    package__npm__index_dot_js_dot_map="map",
    package__dist__all_dot_js="other",
    package__locales__ar_dot_json="words",
    package__LICENSE_dot_txt="MIT",
)


def test_an_archive_that_nobody_looked_at_is_refused(tmp_path: Path) -> None:
    with pytest.raises(cms.Refused, match="not the archive"):
        cms.unpack(DATA, tmp_path / "cms")
    assert list(tmp_path.iterdir()) == []


def test_what_the_browser_needs_is_laid_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cms, "DIGEST", base64.b64encode(hashlib.sha512(DATA).digest()).decode())
    cms.unpack(DATA, cms.place(tmp_path))
    assert [name for name, _ in cms.files(tmp_path)] == ["LICENSE.txt", "locales/ar.js", "npm/index.js"]
    assert [path.read_text("utf-8") for _, path in cms.files(tmp_path)][1:] == [
        "export default words",
        "import(`../locales/ar.js`)",
    ]
    assert cms.fetch(tmp_path) == cms.place(tmp_path)


def test_without_npm_the_cure_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert cms.main([str(tmp_path / "mkdocs.yml")]) == 1
    assert "npm is not here: install it" in capsys.readouterr().err
