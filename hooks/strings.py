"""The chrome speaks the reader's language: words, dates and numbers for the templates."""

from __future__ import annotations

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority

from builds import build
from knowledge import templates
from passes import AFTER_I18N, language, words


@event_priority(AFTER_I18N)
def on_pre_build(*, config: MkDocsConfig) -> None:
    """The words of this pass's language travel with the build."""
    build(config).words = words(config, language(config))


def on_env(env: Environment, *, config: MkDocsConfig, **_: object) -> Environment:
    """Templates can translate, write dates and numbers, and isolate what runs against the text."""
    templates.speak(env, language(config), build(config).words)
    return env
