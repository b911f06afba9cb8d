"""The chrome speaks the reader's language: words, dates and numbers for the templates."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority

from knowledge import bidi, contacts, strings, typography
from passes import AFTER_I18N, build, language, words


@event_priority(AFTER_I18N)
def on_pre_build(*, config: MkDocsConfig) -> None:
    """The words of this pass's language travel with the build."""
    build(config).words = words(config, language(config))


def on_env(env: Environment, *, config: MkDocsConfig, **_: object) -> Environment:
    """Templates can translate, write dates and numbers, and isolate what runs against the text."""
    reader, spoken = language(config), build(config).words
    set_text = typography.setter(reader.code)
    env.autoescape = True  # what contributors write in front matter is text, never HTML
    env.add_extension("jinja2.ext.i18n")
    env.policies["ext.i18n.trimmed"] = True
    env.install_gettext_callables(  # type: ignore[attr-defined]  # added by the extension
        cache(lambda message: set_text(spoken.gettext(message))),
        lambda one, many, count: set_text(spoken.ngettext(one, many, count)),
        newstyle=True,
    )
    env.filters |= {"day": reader.date, "number": reader.number, "isolate": bidi.isolated, "tel": contacts.tel}
    env.globals["plurals"] = lambda one, many: strings.plurals(spoken, reader.locale, one, many)
    env.filters["shown"] = bidi.isolated_text if reader.direction == "rtl" else str
    return env
