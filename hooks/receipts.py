"""Whoever must sign that they read a document finds a receipt for exactly that text, to print or to keep."""

from __future__ import annotations

from functools import partial

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig

from builds import build, catalogue
from knowledge import chrome
from knowledge.documents import dossier, receipts
from outputs import render, write
from passes import archive, language


def on_env(env: Environment, *, config: MkDocsConfig, **_: object) -> Environment:
    """`receipt/` lies below every document and version, as a page and as a file."""
    found, reader = catalogue(config), language(config)
    for entry in found.of_kind("document", "version"):
        opened, words = archive(config).dossier(entry), build(config).bodies.words(entry.text(reader.code))
        digest = words.digest(opened.text.record.title)
        made = receipts.receipt(opened, digest)
        view = chrome.view(entry, reader, found, config.site_url or "/", lambda _: dossier.RECEIPT)
        write(config, opened.receipt + made.file_name, receipts.text(made))
        render(env, config, "receipt.html", opened.receipt, view, partial(dict, dossier=opened, receipt=made))
    return env
