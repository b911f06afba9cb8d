"""Every article has a picture of its title for where its link is shared, in each language it is written in."""

from __future__ import annotations

from pathlib import Path

from mkdocs import utils
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from builds import catalogue, text_of
from folders import cache, overrides
from knowledge import press, titlecards
from outputs import given
from passes import AFTER_I18N, is_first, is_preview, language


def on_page_context(context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation) -> TemplateContext:
    """An article knows where its card lies."""
    text = text_of(page, config)
    if catalogue(config).entries[text.source.page_id].kind.name == "article":
        given(context)["card"] = titlecards.card(text)
    return context


@event_priority(AFTER_I18N)
def on_post_build(*, config: MkDocsConfig) -> None:
    """The cards of this language lie where articles say; a preview is not shared."""
    code = language(config).code
    texts = [entry.texts[code] for entry in catalogue(config).of_kind("article") if code in entry.texts]
    if texts and not is_preview(config):
        css = (overrides(config) / "assets/site.css").read_text("utf-8")
        try:
            made = titlecards.cards(texts, titlecards.palette(css), cache(config) / "cards")
        except titlecards.Missing as fault:
            raise PluginError(str(fault)) from fault
        for card, kept in made:
            utils.copy_file(str(kept), str(Path(config.site_dir, card.address)))
        if is_first(config) and not press.able():
            print(titlecards.HELP)
