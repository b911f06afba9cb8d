"""`make serve`: an address for each language, and a preview that follows what an editor changes."""

from __future__ import annotations

import os
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from socket import socket
from subprocess import PIPE, Popen

import pytest
from tests.conftest import Site

PATIENCE = 90
"""Seconds after which the preview counts as not following."""


def free_port() -> int:
    """A port nobody listens on."""
    with socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


@pytest.fixture
def preview(site: Site, tmp_path: Path) -> Iterator[tuple[str, list[str]]]:
    """The address of a running preview, and the lines it printed first."""
    assert site({}).code == 0
    address = f"127.0.0.1:{free_port()}"
    command = [sys.executable, "-m", "mkdocs", "serve", "--quiet", "-f", "tiny.yml", "-a", address]
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONUNBUFFERED": "1"}
    with Popen(command, cwd=tmp_path, env=environment, stdout=PIPE, text=True) as process:
        assert process.stdout
        said = [process.stdout.readline().rstrip() for _ in range(4)]
        yield f"http://{address}/", said
        process.terminate()
        process.stdout.close()


def shows(url: str, text: str) -> bool:
    """Whether a page comes to show a text within the patience of an editor."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(url, timeout=5) as answer:  # noqa: S310  # our own loopback address
                if text in answer.read().decode():
                    return True
        except OSError:
            pass
        time.sleep(0.2)
    return False


def test_the_preview_names_an_address_for_each_language(preview: tuple[str, list[str]]) -> None:
    address, said = preview
    assert said[1:] == [f"  {address}  English", f"  {address}fr/  Français", f"  {address}ar/  العربية"]


def test_the_preview_follows_a_text_a_template_and_the_configuration(
    preview: tuple[str, list[str]], tmp_path: Path
) -> None:
    address, _ = preview
    assert shows(address, "Welcome.")
    page = tmp_path / "content/index.md"
    page.write_text(page.read_text("utf-8") + "\nA new sentence.\n", "utf-8")
    assert shows(address, "A new sentence.")
    footer = tmp_path / "overrides/pieces/footer.html"
    footer.write_text(footer.read_text("utf-8") + "<p>A new footer.</p>", "utf-8")
    assert shows(f"{address}ar/", "A new footer.")
    config = tmp_path / "tiny.yml"
    config.write_text(config.read_text("utf-8").replace("Tiny site", "Tinier site"), "utf-8")
    assert shows(address, "Tinier site")
