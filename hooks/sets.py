"""All documents can be taken away at once: an archive for each language, and one for all."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment
from mkdocs import utils
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority

from builds import build, catalogue
from folders import cache, overrides
from knowledge import typography
from knowledge.downloads import deliveries, sets
from outputs import write
from passes import AFTER_I18N, is_first, is_preview, is_whole, language, words


def on_env(env: Environment, *, config: MkDocsConfig, **_: object) -> Environment:
    """Templates find the archives they can offer under `sets`: that of the reader's language, and that of all."""
    found, reader = catalogue(config), language(config)
    spoken = set() if is_preview(config) else {code for entry in found.of_kind("document") for code in entry.texts}
    codes = [code for code in (reader.code, sets.ALL) if code in spoken or (code == sets.ALL and len(spoken) > 1)]
    env.globals["sets"] = [(sets.address(found.languages, code), found.languages.by_code.get(code)) for code in codes]
    return env


@event_priority(AFTER_I18N)
def on_post_build(*, config: MkDocsConfig) -> None:
    """Once, the archives lie there, and the pages that offer them say how large they are."""
    if is_first(config) and is_whole(config):
        books = build(config).books
        shelves = {book.language.code: [other for other in books if other.language == book.language] for book in books}
        for code, shelf in (shelves | ({sets.ALL: books} if len(shelves) > 1 else {})).items():
            _publish(config, code, shelf)


def _publish(config: MkDocsConfig, code: str, books: list[sets.Book]) -> None:
    found, folder = catalogue(config), overrides(config) / "leaflets"
    address = sets.address(found.languages, code)
    kept = sets.kept(cache(config), sets.packed(books, folder, lambda spoken: words(config, spoken)))
    archive = deliveries.delivery(sets.FOLDER, kept, address.removeprefix(sets.FOLDER), found.languages.default, "")
    build(config).deliveries.append(archive)
    utils.copy_file(str(kept), str(Path(config.site_dir, address)))
    for reader in found.languages.all:
        told = typography.setter(reader.code)(words(config, reader).gettext("%(size)s KB"))
        size = told % {"size": reader.number(archive.kilobytes)}
        for entry in found.of_kind("hub", "check"):
            page = Path(config.site_dir, reader.url(entry.id), "index.html")
            write(config, f"{reader.url(entry.id)}index.html", sets.filled(page.read_text("utf-8"), archive, size))
