"""One language built alone: `python -m knowledge.shares` is what `make share LANG=fr` runs.

Nothing is published. What was made is remembered beside the configuration, where the next build of the whole site finds it: so
each language can be built on a machine of its own, and the last one only brings together what they have made. Starts a build.
"""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from knowledge import configuration, memory, publishing
from knowledge.languages import ALONE
from knowledge.problems import report
from knowledge.progress import Watch


def refused(config: Path, code: str) -> str:
    """Why a language cannot be built alone; `""` when it can, or when MkDocs says better what is wrong."""
    unread = configuration.faults(config, config.name) if config.is_file() else []
    return report(unread) if unread else configuration.unspoken(config, code)


def build(config: Path, code: str, quiet: bool = False) -> bool:
    """Whether a language could be built; what was made of it is remembered then."""
    watch, kept = Watch(quiet=quiet), memory.folder(config)
    kept.mkdir(exist_ok=True)
    with TemporaryDirectory(prefix="share-", dir=kept) as folder:
        return publishing.mkdocs(config, Path(folder, "site"), [], watch, **{ALONE: code})


def main(arguments: list[str]) -> int:
    """Builds the language named second of the site of the configuration named first; quietly with `-q`."""
    config, code = [*(name for name in arguments if name != "-q"), ""][:2]
    file = Path(config).resolve()
    if said := refused(file, code):
        print(said, file=sys.stderr)
        return 1
    done = build(file, code, quiet="-q" in arguments)
    ready = f"What was made for {code!r} lies in .memory and .cache: `make site` finds it there."
    print(ready if done else "Nothing is ready.")
    return 0 if done else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
