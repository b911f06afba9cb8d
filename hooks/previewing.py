"""`python -m previewing` is what `make serve` runs: a preview that stays alive whatever is broken, and says what.

Like `passes` it is no door: it starts MkDocs's builds itself. Each goes into a folder of its own and is shown when it is
finished, so that a failed one leaves the pages of the one before. What was read stays known from build to build.
"""

from __future__ import annotations

import gc
import logging
import shutil
import signal
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from mkdocs.config import load_config
from mkdocs.livereload import LiveReloadServer
from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from knowledge import configuration, recollection
from knowledge.memory import place
from previews import Preview

log = logging.getLogger("mkdocs")

READY = (
    "The preview is ready; it follows what you change in texts, templates and the configuration. Stop it with Ctrl-C."
)
CHANGES = {"created", "modified", "moved", "deleted"}
"""What happens to files that changes a site."""


class Changes(FileSystemEventHandler):
    """Tells that a file changed; that somebody reads one, or that Python keeps what it compiled, is no change."""

    def __init__(self, told: Callable[[], None]) -> None:
        self.told = told

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Something happened to a file."""
        if not event.is_directory and event.event_type in CHANGES and "__pycache__" not in str(event.src_path):
            self.told()


class Server(LiveReloadServer):
    """Serves what was built, dressed; what the site has not is answered honestly."""

    observer: Any
    """What tells of changes: not the one that MkDocs takes."""

    def __init__(self, preview: Preview, host: str, port: int) -> None:
        super().__init__(self.renew, host, port, str(preview.folder))
        self.preview = preview
        # The system tells of changes: looking for them among thousands of files would cost half a core.
        self.observer = Observer()
        self.watch(str(preview.config))
        # The loop begins with a build, and the first page waits for it.
        self._want_rebuild, self._visible_epoch = True, 0

    def watch(self, path: str, _func: None = None, *, recursive: bool = True) -> None:
        """Follows a file, or a folder with all in it."""
        path = str(Path(path).resolve())
        if path not in self._watched_paths:
            self._watched_paths[path] = 1
            try:
                self.observer.schedule(Changes(self._renew_soon), path, recursive=recursive)
            except OSError as fault:  # the system follows only so many folders
                print(f"Changes in {path} are not seen ({fault.strerror}): start the preview again.", file=sys.stderr)

    def _renew_soon(self) -> None:
        with self._rebuild_cond:
            self._want_rebuild = True
            self._rebuild_cond.notify_all()

    def renew(self) -> None:
        """What can be built is shown, and everything that it is made of is followed."""
        first = not any(self.preview.folder.iterdir())
        self.preview.build(self.url)
        self.root, self.mount_path = str(self.preview.folder), self.preview.surroundings.mount
        for path in sorted(self.preview.watched):
            self.watch(path)
        if first and not self.preview.failure:
            self._tell()

    def _tell(self) -> None:
        around = self.preview.surroundings
        print(READY)
        for language in [around.only] if around.only else around.languages.all:
            print(f"  {self.url.rstrip('/')}{around.mount}{language.root}  {language.name}", flush=True)

    def _serve_request(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
        around = self.preview.surroundings
        if path.startswith(around.place) and (data := around.own(path.removeprefix(around.place))):
            kind = "text/css" if path.endswith(".css") else "text/javascript"
            start_response("200 OK", [("Content-Type", f"{kind}; charset=utf-8"), ("Cache-Control", "no-cache")])
            return [data]
        with self._epoch_cond:  # a page that is asked for while one is made is that one
            self._epoch_cond.wait_for(lambda: self._visible_epoch == self._wanted_epoch)
        found: Iterable[bytes] | None = super()._serve_request(environ, start_response)
        if found is not None:
            return found
        start_response("404 Not Found", [("Content-Type", "text/html; charset=utf-8")])
        return [self._inject_js_into_html(self._missing(path), self._visible_epoch)]

    def _missing(self, path: str) -> bytes:
        """The page for an address where nothing lies."""
        around, built = self.preview.surroundings, any(self.preview.folder.iterdir())
        page = self.preview.folder / around.of(path).root / "404.html"
        if around.absent(path) or not built or not page.is_file():
            return around.instead(path, self.preview.failure)
        return page.read_bytes()

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
        return self.preview.surroundings.dressed(content, epoch, self.preview.failure)


def address(config: Path) -> tuple[str, int]:
    """Where the configuration wants the preview; MkDocs's own place when it cannot be read."""
    try:
        said = load_config(str(config)).dev_addr
        return str(said.host), int(said.port)
    except Exception:  # what is wrong with it is told by the first build
        return "127.0.0.1", 8000


def main(arguments: list[str]) -> int:
    """Previews the site of the configuration named first, in the language named second or in all, at `host:port` named third."""
    config, only, at = [*arguments, "", "", ""][:3]
    file = Path(config or "mkdocs.yml").resolve()
    log.addHandler(logging.NullHandler())
    log.propagate = False
    if said := configuration.unspoken(file, only) if only else "":
        print(said, file=sys.stderr)
        return 1
    host, port = (at.rpartition(":")[0], int(at.rpartition(":")[2])) if at else address(file)
    preview = Preview(file, only, recollection.recalled(place(file, "read")))
    gc.freeze()  # what is known lives as long as the preview: nobody need look through it for what can go
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # whoever stops it, nothing is left behind
    server: Any = Server(preview, host, port)  # MkDocs gives its methods no types
    try:
        server.serve()
    except KeyboardInterrupt:
        print("Stopped.")
    except OSError as fault:
        print(f"The preview cannot use {host}:{port}: {fault.strerror}. Is another one running?", file=sys.stderr)
        return 1
    finally:
        server.shutdown()
        shutil.rmtree(preview.folder, ignore_errors=True)
        recollection.keep(place(file, "read"), preview.known)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
