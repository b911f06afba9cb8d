"""The real site on real servers, set up with the files that stand in `serving/`, on loopback."""

from __future__ import annotations

import os
import shutil
import socket
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from subprocess import STDOUT, Popen
from tempfile import TemporaryFile
from typing import IO

import pytest
from tests.conftest import ROOT, Built
from tests.servers import find

PATIENCE = 20
"""Seconds until a server answers."""

NGINX = """
daemon off; master_process off; pid {folder}/pid; error_log {folder}/errors.log; user root; load_module {brotli};
events {{}}
http {{
    include {types}; access_log {folder}/access.log;
    client_body_temp_path {folder}/1; proxy_temp_path {folder}/2; fastcgi_temp_path {folder}/3;
    uwsgi_temp_path {folder}/4; scgi_temp_path {folder}/5;
    server {{ listen 127.0.0.1:{port}; root {site}; include {folder}/knowledge.conf; }}
}}
"""
CADDY = "{{\n\tadmin off\n\tauto_https off\n}}\nimport {folder}/Caddyfile\n"


@dataclass(frozen=True)
class Answer:
    """What a server said."""

    status: int
    headers: Mapping[str, str]
    """By name in small letters."""

    body: bytes


@dataclass(frozen=True)
class Server:
    """A server that runs."""

    port: int
    log: Callable[[], str]
    """What it has written down of requests and errors."""

    def get(self, path: str, **headers: str) -> Answer:
        """Asks for exactly this path; headers by keyword, `_` for a hyphen."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        connection.request("GET", path, headers={name.replace("_", "-"): said for name, said in headers.items()})
        found = connection.getresponse()
        answer = Answer(found.status, {name.lower(): said for name, said in found.getheaders()}, found.read())
        connection.close()
        return answer

    def written(self) -> str:
        """What it has written down: a server writes after it has answered, but before it answers again."""
        self.get("/robots.txt")
        return self.log()


def uncommented(name: str) -> str:
    """A file of `serving/` with what is offered in comments switched on."""
    source = (ROOT / "serving" / name).read_text("utf-8")
    return (
        source.replace("# brotli_static on;", "brotli_static on;")
        .replace("# add_header Onion", "add_header Onion")
        .replace("# Onion", "Onion")
        .replace("#admin ", "")
    )


def free() -> int:
    """A port that nobody uses."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return int(listening.getsockname()[1])


@contextmanager
def running(command: list[str], port: int, **settings: str) -> Iterator[Callable[[], str]]:
    """A server process that answers on a port, until the context ends; gives what it has printed so far."""
    with TemporaryFile() as said, Popen(command, stdout=said, stderr=STDOUT, env=os.environ | settings) as process:
        try:
            _wait(process, port, said)
            yield lambda: os.pread(said.fileno(), 1 << 20, 0).decode()
        finally:
            process.terminate()


def _wait(process: Popen[bytes], port: int, said: IO[bytes]) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        assert process.poll() is None, said.seek(0) or said.read().decode()
        with socket.socket() as asking:
            asking.settimeout(0.05)
            if asking.connect_ex(("127.0.0.1", port)) == 0:
                return
    raise AssertionError("the server does not answer")


@contextmanager
def nginx(site: Path, folder: Path, changed: tuple[str, str] = ("", "")) -> Iterator[Server]:
    """nginx with the committed snippet, or with a line of it changed."""
    port = free()
    source = uncommented("nginx.conf")
    assert changed[0] in source
    (folder / "knowledge.conf").write_text(source.replace(*changed, 1), "utf-8")
    parts = {"brotli": find("brotli"), "types": find("types"), "folder": folder, "site": site, "port": port}
    (folder / "nginx.conf").write_text(NGINX.format(**parts), "utf-8")
    logs = [folder / "access.log", folder / "errors.log"]
    with running([find("nginx"), "-c", str(folder / "nginx.conf"), "-e", str(folder / "errors.log")], port):
        yield Server(port, lambda: "".join(log.read_text("utf-8") for log in logs if log.exists()))


@contextmanager
def caddy(site: Path, folder: Path) -> Iterator[Server]:
    """Caddy with the committed file."""
    port = free()
    (folder / "Caddyfile").write_text(uncommented("Caddyfile"), "utf-8")
    (folder / "own").write_text(CADDY.format(folder=folder), "utf-8")
    command = [find("caddy"), "run", "--adapter", "caddyfile", "--config", str(folder / "own")]
    places = {"KNOWLEDGE_SITE": f"http://127.0.0.1:{port}", "KNOWLEDGE_ROOT": str(site), "HOME": str(folder)}
    with running(command, port, **places) as printed:
        yield Server(port, printed)


SERVERS = {"nginx": nginx, "caddy": caddy}
BESIDE = ("contact/form.pdf", "fr/prevention/more/poster.webp", "ar/contact/photo.0a1b2c3d.webp")
"""Files beside and below pages that one can leave."""

HIDDEN = (".git/config", ".cache/x", "fr/.hidden", ".htaccess")
"""Files that have no business in a site."""


@pytest.fixture(scope="session")
def copy(real: Built, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site with files that nobody should see, and others beside pages that one can leave."""
    folder = tmp_path_factory.mktemp("served") / "site"
    shutil.copytree(real.folder, folder, copy_function=os.link)
    for name in (*HIDDEN, *BESIDE):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text("secret", "utf-8")
    return folder


@pytest.fixture(scope="session", params=SERVERS)
def server(request: pytest.FixtureRequest, copy: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The real site on each server."""
    with SERVERS[request.param](copy, tmp_path_factory.mktemp(request.param)) as started:
        yield started


@pytest.fixture(scope="session")
def logged(copy: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The real site on nginx, set up by somebody who wants to count visits."""
    with nginx(copy, tmp_path_factory.mktemp("logged"), ("\naccess_log off;\n", "\n")) as started:
        yield started


@pytest.fixture(scope="session")
def unlogged(copy: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The real site on nginx as it is set up here, on a machine that logs whatever does not object."""
    with nginx(copy, tmp_path_factory.mktemp("unlogged")) as started:
        yield started
