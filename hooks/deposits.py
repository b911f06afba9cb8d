"""Every text of a document lies beside its page as data, and one list leads to all of them."""

from __future__ import annotations

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority

from builds import build, catalogue
from knowledge.documents import deposits
from outputs import write
from passes import AFTER_I18N, archive, is_first, language


def on_env(env: Environment, *, config: MkDocsConfig, **_: object) -> Environment:
    """`index.json` lies beside every document and every former version that has a text in this language."""
    reader, opened, site_url = language(config), archive(config), config.site_url or "/"
    for entry in catalogue(config).of_kind("document", "version"):
        if text := entry.texts.get(reader.code):
            dossier, words = opened.dossier(entry), build(config).bodies.words(text)
            stale, apart = dossier.staleness.clauses, dossier.opening_stale
            said = deposits.deposit(dossier.edition, text, words, stale, site_url, apart=apart)
            write(config, deposits.path(dossier.edition, reader), deposits.written(said))
    return env


@event_priority(AFTER_I18N)
def on_post_build(*, config: MkDocsConfig) -> None:
    """Once, the list of all documents and the schema of their data lie where the data say."""
    if is_first(config):
        found = [archive(config).dossier(entry).editions for entry in catalogue(config).of_kind("document")]
        write(config, deposits.LIST, deposits.written(deposits.listing(found, config.site_url or "/")))
        write(config, deposits.SCHEMA, deposits.schema())
