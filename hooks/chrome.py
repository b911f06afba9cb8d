"""Every template finds the page as its reader sees it under `view`, and what all pages share under `shelf`."""

from __future__ import annotations

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from builds import catalogue, text_of
from folders import cache
from knowledge import chrome, templates, wordforms
from outputs import given
from passes import language, shelf


def on_env(env: Environment, *, config: MkDocsConfig, **_: object) -> Environment:
    """The shelf of this language is ready, and templates that were compiled before are at hand."""
    env.bytecode_cache = templates.Kept(cache(config) / "templates")
    found = catalogue(config)
    env.globals["shelf"] = shelf(config)
    env.globals["languages"] = found.languages.all
    env.globals["forms"] = wordforms.of_language(language(config).code)
    env.globals["facts"] = found.facts
    return env


def on_page_context(context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation) -> TemplateContext:
    """The view of this page is in its context."""
    found = catalogue(config)
    entry = found.entries[text_of(page, config).source.page_id]
    given(context)["view"] = chrome.view(entry, language(config), found, config.site_url or "/")
    return context
