"""A page about raising a concern that shows an address of its own is not built, and `make check` says so too."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.conftest import Site
from tests.site.writing import CHANNEL, concern_everywhere

from knowledge import configuration
from knowledge.editing import checking


def test_an_address_that_only_the_page_shows_ends_the_build_and_the_check(site: Site, tmp_path: Path) -> None:
    files = concern_everywhere("Contact", "\nWrite to eve&#64;evil.example.\n")
    built = site({"facts.yml": CHANNEL.format("Words"), **files})
    line = files["contact/index.fr.md"].partition("eve&")[0].count("\n") + 1
    said = f"contact/index.fr.md:{line}: contact: eve@evil.example would stand on the page, or a link would lead there"
    assert built.code == 1
    assert f"content/{said}" in built.said
    with pytest.raises(checking.Faulty, match=said):
        checking.check(configuration.read(tmp_path / "tiny.yml"))
