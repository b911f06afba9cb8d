"""Each language has its own page for addresses that lead nowhere; the one at the root speaks all of them."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils.templates import TemplateContext

from builds import catalogue
from outputs import given, write
from passes import language, words


def on_template_context(context: TemplateContext, *, template_name: str, config: MkDocsConfig) -> TemplateContext:
    """At the root of the site the page can speak the other languages too."""
    reader = language(config)
    others = [other for other in catalogue(config).languages.all if reader.default and other != reader]
    spoken = [{"language": other, "translate": words(config, other).gettext} for other in others]
    given(context)["others"] = spoken
    return context


def on_post_template(output: str, *, template_name: str, config: MkDocsConfig) -> str:
    """`404.html` lies at the root of its language; MkDocs would write each over the one before."""
    if template_name != "404.html":
        return output
    write(config, f"{language(config).root}404.html", output)
    return ""
