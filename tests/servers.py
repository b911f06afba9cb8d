"""Lays out the servers that the site is tested on: `python tests/servers.py` prints where they are, or what is missing.

Debian's and Ubuntu's packages are unpacked into the environment, not installed: nothing starts, nothing on the machine
changes, and nobody needs to be root. Elsewhere the servers that are there are used.
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from subprocess import run
from tempfile import TemporaryDirectory

PACKAGES = "nginx nginx-common libnginx-mod-http-brotli-static caddy wrk libluajit-5.1-2 libfaketime".split()
FOLDER = Path(__file__).parents[1] / ".venv/debian"
PARTS = {
    "nginx": "usr/sbin/nginx",
    "caddy": "usr/bin/caddy",
    "brotli": "usr/lib/nginx/modules/ngx_http_brotli_static_module.so",
    "types": "etc/nginx/mime.types",
    "wrk": "usr/bin/wrk",
    "luajit": "usr/lib/*/libluajit-5.1.so.2",
    "faketime": "usr/lib/*/faketime/libfaketime.so.1",
}
"""What tests ask for, and where Debian has it."""

HELP = (
    "The tests of servers need {name}. On Debian and Ubuntu run apt-get update once, then `python tests/servers.py`;"
    " elsewhere install nginx with its brotli module, Caddy, wrk and libfaketime."
)


def find(name: str) -> str:
    """The path of a part; AssertionError with what to do where it is missing."""
    places = [*FOLDER.glob(PARTS[name]), *Path("/").glob(PARTS[name])]
    found = str(places[0]) if places else shutil.which(name)
    assert found, HELP.format(name=name)
    return found


def unpack() -> None:
    """Fetches the packages with apt, which checks them, and lays their files out."""
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        run(["apt-get", "update", "-qq"], check=False)
    with TemporaryDirectory() as folder:
        run(["apt-get", "download", "-qq", *PACKAGES], cwd=folder, check=False, capture_output=True)
        for package in Path(folder).glob("*.deb"):
            run(["dpkg-deb", "--extract", str(package), str(FOLDER)], check=True)


def missing() -> list[str]:
    """What to do about each part that is not there."""
    found = []
    for name in PARTS:
        try:
            find(name)
        except AssertionError as fault:
            found.append(str(fault))
    return found


if __name__ == "__main__":
    if missing() and shutil.which("apt-get"):
        unpack()
    print("\n".join(missing() or [find(name) for name in PARTS]))
    sys.exit(bool(missing()))
