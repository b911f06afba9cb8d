"""The configuration of the site for commands that run without the site generator: where content lies, in which languages.

Reads the file and those it inherits from, as MkDocs does; values that only MkDocs understands (`!ENV`, `!!python/…`) are left
out, because nothing here needs them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from knowledge import languages
from knowledge.languages import Languages

DOCS = "docs"
"""The content folder of a configuration that names none: MkDocs's own default."""


@dataclass(frozen=True)
class Configuration:
    """What commands need to know of a site."""

    root: Path
    """The folder of the configuration file."""

    docs: Path
    """The content folder."""

    languages: Languages
    site_url: str = ""
    """The address of the site, ending in a slash; `""` when it has none yet."""

    theme: str = "overrides"
    """The folder of our templates, from the root."""

    @property
    def overrides(self) -> Path:
        """The folder of our templates."""
        return self.root / self.theme

    @property
    def cache(self) -> Path:
        """Where what is slow to make is kept between builds."""
        return self.root / ".cache"

    @property
    def shown(self) -> str:
        """What the content folder is called in messages."""
        return (
            self.docs.relative_to(self.root).as_posix() if self.docs.is_relative_to(self.root) else self.docs.as_posix()
        )


def read(path: Path) -> Configuration:
    """The configuration of a file; raises OSError, YAMLError or KeyError when it cannot be used."""
    said = _inherited(path)
    root = path.parent.resolve()
    spoken = languages.read(
        said["plugins"]["i18n"]["languages"], said.get("site_name", ""), said.get("site_description", "")
    )
    docs, theme = (root / said.get("docs_dir", DOCS)).resolve(), said.get("theme") or {}
    return Configuration(root, docs, spoken, said.get("site_url") or "", theme.get("custom_dir", Configuration.theme))


def _inherited(path: Path) -> dict[str, Any]:
    class Loader(yaml.SafeLoader):
        """Understands what commands need, and lets the rest be."""

    Loader.add_multi_constructor("", lambda *_: None)
    said: dict[str, Any] = Loader(path.read_text("utf-8")).get_single_data() or {}
    parent = said.pop("INHERIT", None)
    return _merged(_inherited(path.parent / parent), said) if parent else said


def _merged(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    """Mappings are merged, everything else is replaced, as MkDocs does."""
    both = {name for name in below if isinstance(below[name], dict) and isinstance(above.get(name), dict)}
    return {**below, **above, **{name: _merged(below[name], above[name]) for name in both}}
