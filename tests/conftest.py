"""What tests share: a tiny site from a few strings, the real site built once, and a browser that looks at it."""

from __future__ import annotations

import fcntl
import functools
import http.server
import json
import os
import shutil
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from subprocess import run
from textwrap import dedent
from urllib.parse import urlsplit

import pytest
import yaml
from hypothesis import settings
from lxml import html
from lxml.html import HtmlElement
from playwright.sync_api import Browser, sync_playwright
from tests.chromium import HELP, find

from knowledge import languages, reading
from knowledge.catalogue import Catalogue
from knowledge.languages import Languages

ROOT = Path(__file__).parents[1]

# A slow moment of the machine is no fault of the code; what must be quick is tested for it by name.
settings.register_profile("tests", deadline=None, derandomize=True)
settings.load_profile("tests")
HOME = "---\ntitle: Home\nsummary: The first page.\nreviewed: 2026-01-05\n---\nWelcome.\n"


@dataclass(frozen=True)
class Built:
    """A finished site, or why there is none."""

    folder: Path
    """Where it lies."""

    code: int
    """The exit code of the build."""

    said: str
    """What the build printed."""

    def page(self, url: str) -> HtmlElement:
        """A page of the site by its address from the root (`fr/news/`)."""
        return html.document_fromstring((self.folder / url / "index.html").read_text("utf-8"))

    def asset(self, name: str) -> str:
        """Where an asset lies, from the root of the site, by what templates call it (`site.css`)."""
        stem, _, ending = name.partition(".")
        (found,) = self.folder.glob(f"assets/kept/{stem}.*.{ending}")
        return found.relative_to(self.folder).as_posix()

    def has(self, url: str) -> bool:
        """Whether there is a page at an address."""
        return (self.folder / url / "index.html").is_file()


Site = Callable[..., Built]
"""`site({path: text}, **settings)`: builds the files (below the content folder) and settings of a config beside ours."""


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """Builds tiny sites with the real mkdocs.yml, inherited by a config beside it."""
    return functools.partial(build_tiny, tmp_path)


def build_tiny(
    folder: Path, files: Mapping[str, str | bytes], po: Mapping[str, str] | None = None, **settings: object
) -> Built:
    """Builds a tiny site in a folder of its own; a second build there adds to the files of the first."""
    _lay_out(folder, po or {})
    for path, text in ({"index.md": HOME} | dict(files)).items():
        if text != "":
            _write(folder / "content" / path, text)
    own = {"INHERIT": "mkdocs.yml", "docs_dir": "content", "site_name": "Tiny site"} | settings
    (folder / "tiny.yml").write_text(yaml.safe_dump(own, allow_unicode=True), "utf-8")
    return build_site(folder / "tiny.yml", folder / "out")


def _lay_out(folder: Path, po: Mapping[str, str]) -> None:
    """Our configuration and hooks in a folder of their own, as another organisation would have them."""
    if (folder / "mkdocs.yml").exists():
        return
    shutil.copy(ROOT / "mkdocs.yml", folder)
    (folder / "hooks").symlink_to(ROOT / "hooks")
    (ROOT / ".cache").mkdir(exist_ok=True)
    (folder / ".cache").symlink_to(ROOT / ".cache")
    shutil.copytree(ROOT / "overrides", folder / "overrides")
    for code, text in po.items():
        _write(folder / "overrides/locales" / f"{code}.po", text)


def _write(path: Path, text: str | bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else dedent(text).lstrip("\n").encode())


def build_site(config: Path, out: Path) -> Built:
    """Builds as `make site` does, into `out`."""
    command = [sys.executable, "-m", "knowledge.publishing", str(config), str(out)]
    done = run(
        command,
        cwd=config.parent,
        env=os.environ | {"PYTHONPATH": str(ROOT / "hooks"), "PYTHONDONTWRITEBYTECODE": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    return Built(out, done.returncode, done.stdout + done.stderr)


@pytest.fixture(scope="session")
def real(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The real site, built once for all tests, by whichever of the processes that run them needs it first."""
    own = tmp_path_factory.getbasetemp()
    folder = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    with (folder / "real.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "real.json").exists():
            built = build_site(ROOT / "mkdocs.yml", folder / "real")
            (folder / "real.json").write_text(json.dumps([built.code, built.said]), "utf-8")
    built = Built(folder / "real", *json.loads((folder / "real.json").read_text("utf-8")))
    assert built.code == 0, built.said
    return built


@pytest.fixture(scope="session")
def trilingual() -> Languages:
    """English at the root, French and Arabic beside it."""
    settings = yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8"))
    return languages.read(settings["plugins"]["i18n"]["languages"], settings["site_name"])


@pytest.fixture(scope="session")
def catalogue(trilingual: Languages) -> Catalogue:
    """The catalogue of the real docs."""
    found, problems = reading.read(ROOT / "docs", trilingual)
    assert not problems
    return found


def hosted(folder: Path, url: str) -> Iterator[tuple[str, str]]:
    """What a host that reads the file `_headers` of a site says with an address."""
    applies, file = False, folder / "_headers"
    for line in file.read_text("utf-8").splitlines() if file.is_file() else ():
        if not line.startswith(" "):
            applies = fnmatchcase(urlsplit(url).path, line)
        elif applies:
            name, _, said = line.strip().partition(": ")
            yield name, said


class _Handler(http.server.SimpleHTTPRequestHandler):
    """Serves a folder as a web server would: with the site's own headers, and what lies there compressed goes out so."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def end_headers(self) -> None:
        for name, said in hosted(Path(self.directory), self.path):
            self.send_header(name, said)
        super().end_headers()

    def log_message(self, *_: object) -> None:
        pass

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        packed = path.with_name(f"{path.name}.gz")
        if not packed.is_file():
            super().do_GET()
            return
        data = packed.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


@pytest.fixture(scope="session")
def address(real: Built) -> Iterator[str]:
    """The real site on loopback: its address, ending in a slash."""
    yield from serve(real.folder)


def serve(folder: Path) -> Iterator[str]:
    """A site on loopback while the iterator is held: its address, ending in a slash."""
    handler = functools.partial(_Handler, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium."""
    path = find()
    assert path, HELP
    with sync_playwright() as playwright:
        options = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
        chromium = playwright.chromium.launch(executable_path=path, args=options)
        yield chromium
        chromium.close()
