"""The configuration is read as MkDocs reads it, without MkDocs."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.config import load_config
from tests.conftest import ROOT

from knowledge import configuration


def write(folder: Path, text: str) -> Path:
    """A configuration beside a copy of ours."""
    (folder / "mkdocs.yml").write_text((ROOT / "mkdocs.yml").read_text("utf-8"), "utf-8")
    (folder / "ours.yml").write_text(text, "utf-8")
    return folder / "ours.yml"


def test_the_real_configuration_is_understood() -> None:
    found = configuration.read(ROOT / "mkdocs.yml")
    assert (found.root, found.docs, found.shown) == (ROOT, ROOT / "docs", "docs")
    assert [language.code for language in found.languages.all] == ["en", "fr", "ar"]


def test_a_configuration_inherits_and_names_its_own(tmp_path: Path) -> None:
    languages = "plugins: {i18n: {languages: [{locale: es, name: Español, default: true}]}}"
    found = configuration.read(
        write(tmp_path, f"INHERIT: mkdocs.yml\ndocs_dir: ours\nsite_name: Nuestro\n{languages}\n")
    )
    assert (found.docs, found.shown) == (tmp_path / "ours", "ours")
    assert [(language.code, language.site_name) for language in found.languages.all] == [("es", "Nuestro")]


def test_what_is_inherited_is_what_mkdocs_inherits(tmp_path: Path) -> None:
    path = write(tmp_path, "INHERIT: mkdocs.yml\ndocs_dir: ours\nplugins: {i18n: {docs_structure: suffix}}\n")
    (tmp_path / "ours").mkdir()
    (tmp_path / "hooks").symlink_to(ROOT / "hooks")
    (tmp_path / "overrides").symlink_to(ROOT / "overrides")
    theirs = load_config(str(path))
    found = configuration.read(path)
    spoken = [item["locale"] for item in theirs.plugins["i18n"].config.languages]
    assert [language.code for language in found.languages.all] == spoken
    assert found.docs == Path(theirs.docs_dir)


def test_tags_that_only_mkdocs_understands_break_nothing(tmp_path: Path) -> None:
    text = "INHERIT: mkdocs.yml\nsite_url: !ENV [URL, x]\nextra: {a: !!python/name:os.getcwd }\n"
    assert configuration.read(write(tmp_path, text)).shown == "docs"


def test_a_content_folder_elsewhere_is_called_by_its_whole_path(tmp_path: Path) -> None:
    assert (
        configuration.read(write(tmp_path, "INHERIT: mkdocs.yml\ndocs_dir: /elsewhere/docs\n")).shown
        == "/elsewhere/docs"
    )


def test_a_configuration_without_languages_cannot_be_used(tmp_path: Path) -> None:
    (tmp_path / "bare.yml").write_text("site_name: Bare\n")
    with pytest.raises(KeyError):
        configuration.read(tmp_path / "bare.yml")
