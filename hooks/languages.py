"""Each pass builds one language: its own texts, and honest copies of what it lacks.

static-i18n republishes untranslated pages as if they were translated, and knows only the first language as a source. So
pages are taken away before it looks, and given back after it from the catalogue; images and other files stay its work.
"""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel

from builds import catalogue
from knowledge import links
from knowledge.catalogue import Catalogue
from knowledge.entries import Entry
from knowledge.languages import Language
from passes import AFTER_I18N, language


class LanguageFiles(Files):
    """The files of one pass, in which a link finds the page in the reader's language, or in the one it names."""

    def __init__(self, assets: Files, found: Catalogue, reader: Language, config: MkDocsConfig) -> None:
        self.assets, self.catalogue, self.reader, self.config = assets, found, reader, config
        pages = (self.page(entry, reader) for entry in found.shown(reader))
        super().__init__([*(file for file in assets if not file.is_documentation_page()), *pages])

    def page(self, entry: Entry, shown: Language) -> File:
        """The file of an entry as readers of a language get it."""
        source = entry.text(shown.code).source
        url = entry.url(shown)
        return File(
            source.path,
            self.config.docs_dir,
            self.config.site_dir,
            self.config.use_directory_urls,
            dest_uri=f"{url}index.html",
            inclusion=InclusionLevel.NOT_IN_NAV if entry.id else InclusionLevel.INCLUDED,
        )

    def get_file_from_path(self, path: str) -> File | None:
        """What a link to `path`, from the content folder, leads to in this pass."""
        target = links.target("", path, self.catalogue.languages)
        if target and (entry := self.catalogue.entries.get(target.page_id)):
            languages = self.catalogue.languages
            shown = languages.by_code.get(target.language or "", self.reader)
            return self.src_uris.get(entry.text(shown.code).source.path) or self.page(entry, shown)
        return self.assets.get_file_from_path(path)


def _take(files: Files, *, config: MkDocsConfig) -> Files:
    """No page is left in the files, only images and other assets."""
    return Files([file for file in files if not file.is_documentation_page()])


@event_priority(AFTER_I18N)
def _give(files: Files, *, config: MkDocsConfig) -> Files:
    """The files hold every page that has an address in this language."""
    return LanguageFiles(files, catalogue(config), language(config), config)


on_files = CombinedEvent(_take, _give)
