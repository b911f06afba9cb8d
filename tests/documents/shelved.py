"""A site with one document in three languages on disk, for commands that work on the documents of a site."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml
from tests.documents.versions import text, translation
from tests.drafts import LANGUAGES, Files, lay

from knowledge import configuration
from knowledge.documents import holdings
from knowledge.documents.holdings import Holdings
from knowledge.documents.stamping import stamp

GIFTS = "docs/policies/gifts"
BODY = "Read this.\n\n## 1. Rule\n\n1.1 Refuse gifts:\n\na) money;\n\nb) things.\n\n1.2 Report them.\n"
FRENCH = "Lisez ceci.\n\n## 1. Règle\n\n1.1 Refuser les cadeaux :\n\na) argent ;\n\nb) choses.\n\n1.2 Les signaler.\n"
ARABIC = "اقرأ هذا.\n\n## 1. القاعدة\n\n1.1 ارفض الهدايا:\n\nأ) المال؛\n\nب) الأشياء.\n\n1.2 أبلغ عنها.\n"


def shelve(folder: Path, body: str = BODY, others: Files | None = None, **fields: Any) -> Holdings:
    """Writes the document with this source (and `fields` in its front matter) and other files, and reads the site."""
    files: Files = {
        "policies/gifts/index.md": text(body=body, **fields),
        "policies/gifts/index.fr.md": translation(body=FRENCH),
        "policies/gifts/index.ar.md": translation("الهدايا", ARABIC),
    }
    lay(folder / "docs", {**files, **(others or {})})
    spoken = [{"locale": one.code, "name": one.name, "default": one.default} for one in LANGUAGES.all]
    said = {"site_name": "A site", "plugins": {"i18n": {"languages": spoken}}}
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(said, allow_unicode=True), "utf-8")
    return again(folder)


def again(folder: Path) -> Holdings:
    """The site as it is now."""
    return holdings.read(configuration.read(folder / "mkdocs.yml"))


def rewrite(folder: Path, old: str, new: str, name: str = "index.md") -> Holdings:
    """Changes words of one file of the document, and reads the site."""
    path = folder / GIFTS / name
    before = path.read_text("utf-8")
    assert old in before
    path.write_text(before.replace(old, new), "utf-8")
    return again(folder)


def stamped(folder: Path, code: str = "fr", named: str = "") -> str:
    """Stamps one of its translations; what was told."""
    return stamp(again(folder), folder / GIFTS / f"index.{code}.md", named)


def ledger(folder: Path) -> dict[str, str]:
    """The files of its ledger and what they hold."""
    return {path.name: path.read_text("utf-8") for path in sorted((folder / GIFTS / ".ledger").glob("*"))}
