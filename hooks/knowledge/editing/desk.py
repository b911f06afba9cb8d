"""The editor in the browser: what Sveltia CMS is told of the site, made from the kinds of pages and their fields.

Off unless `extra: admin:` names where the files are kept. Articles, topics, regions and people can be begun and translated;
other pages can be changed, but for documents: numbers, ledgers and versions need the commands for them. Articles whose source is
in another language than the site's first have a list of their own, because facts stand in the source file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from knowledge import policy
from knowledge.catalogue import Catalogue
from knowledge.editing import widgets
from knowledge.editing.widgets import Widget
from knowledge.entries import Entry
from knowledge.kinds import named
from knowledge.languages import Language

PLACE = "admin/"
"""Where the editor lies, from the root of the site."""

BEGUN = {
    "article": ("news", "{{year}}/{{slug}}/index"),
    "topic": ("topics", ""),
    "region": ("regions", ""),
    "person": ("people", ""),
}
"""Kinds of which new pages can be begun: the folder they lie in, and their path below it where it is not just their name."""

APART = ("document", "version", "search", "contents")
"""Kinds that are not edited here: texts that bind (the editor loses keys with a point in them, as `differs: {"3.2": …}` has), and
pages that the site fills by itself."""

SLUG = {
    "editable": ["create"],
    "pattern": ["^[a-z0-9]{3,}(-[a-z0-9]+)*$|^[a-z0-9]+(-[a-z0-9]+)+$", "a to z, digits, hyphens"],
}
"""The name of a folder is an address: asked for once, in Latin letters, and never changed."""

HOSTS = {
    "github": ["https://api.github.com"],
    "gitlab": ["https://gitlab.com"],
    "gitea": ["https://gitea.com"],
    "test-repo": [],
}
"""Where files may be kept, and the hosts that the browser then asks, unless the setting names others."""

REVIEWED = ("github", "gitlab")
"""Those where every change becomes a pull request first."""


class Unusable(ValueError):
    """What is wrong with the setting, in one line."""


def backend(said: Any) -> Mapping[str, Any]:
    """Where the files are kept, as `extra: admin:` says; raises Unusable."""
    found = said.get("backend") if isinstance(said, dict) else None
    if not isinstance(found, dict) or found.get("name") not in HOSTS:
        raise Unusable(f"write backend: {{name: github, repo: organisation/site}}; name is one of {', '.join(HOSTS)}")
    return found


def settings(catalogue: Catalogue, kept: Mapping[str, Any], docs: str, site_url: str) -> dict[str, Any]:
    """The whole configuration of the editor; `docs` is the content folder, from the root of the project."""
    return {
        "load_config_file": False,
        "backend": dict(kept),
        "publish_mode": "editorial_workflow" if kept["name"] in REVIEWED else "simple",
        "media_folder": docs,
        "site_url": site_url,
        "slug": {"encoding": "ascii", "clean_accents": True},
        "editor": {"preview": False},
        "output": {"omit_empty_optional_fields": True},
        "i18n": _spoken(catalogue, catalogue.languages.default) | {"structure": "multiple_files"},
        "collections": [*_lists(catalogue, docs), _pages(catalogue, docs)],
    }


def _spoken(catalogue: Catalogue, source: Language) -> dict[str, Any]:
    """The languages that pages with this source can be edited in, the source first.

    The files of the first language have no ending; the editor allows that for the language of the source alone.
    """
    others = [other.code for other in catalogue.languages.all if other != source and not other.default]
    codes = [source.code, *others]
    omitted = {"omit_default_locale_from_file_path": source.default}
    return {"locales": codes, "default_locale": source.code, "initial_locales": "default"} | omitted


def _lists(catalogue: Catalogue, docs: str) -> Iterator[dict[str, Any]]:
    for kind, (folder, path) in BEGUN.items():
        for source in catalogue.languages.all if kind == "article" else [catalogue.languages.default]:
            own = {"name": f"{kind}-{source.code}", "label": f"{kind.title()} · {source.name}"}
            place = {"folder": f"{docs}/{folder}", "path": path or "{{slug}}/index", "slug": SLUG}
            media = {"media_folder": "", "public_folder": "", "delete": False, "create": True}
            yield (
                own
                | place
                | media
                | _sifted(kind)
                | {
                    "i18n": _spoken(catalogue, source),
                    "fields": _form(catalogue, kind, source),
                }
            )


def _sifted(kind: str) -> dict[str, Any]:
    """Only pages that have their facts in the language of the list: there is the source."""
    fact = "date" if kind == "article" else "reviewed"
    return {"filter": {"field": fact, "pattern": "[0-9]"}}


def _form(catalogue: Catalogue, kind: str, source: Language) -> list[Widget]:
    def options(wanted: str) -> Iterator[tuple[str, str]]:
        for entry in catalogue.of_kind(wanted):
            yield (
                entry.id if wanted == "document" else entry.id.rpartition("/")[2],
                entry.text(source.code).record.title,
            )

    origin = "" if source.default else source.code
    return widgets.form(named(kind).record, options, origin, _spoken(catalogue, source)["locales"][1:])


def _pages(catalogue: Catalogue, docs: str) -> dict[str, Any]:
    """Every other page, to be changed."""
    found = [entry for entry in catalogue.entries.values() if entry.kind.name not in (*BEGUN, *APART)]
    return {
        "name": "pages",
        "label": "Pages",
        "i18n": True,
        "files": [_page(catalogue, entry, docs) for entry in found],
    }


def _page(catalogue: Catalogue, entry: Entry, docs: str) -> dict[str, Any]:
    source = catalogue.languages[entry.original]
    folder = f"{docs}/{entry.id}".removesuffix("/")
    return {
        "name": entry.id.replace("/", "-") or "home",
        "label": entry.record.label,
        "file": f"{folder}/index.{{{{locale}}}}.md",
        "media_folder": "",
        "public_folder": "",
        "i18n": _spoken(catalogue, source),
        "fields": _form(catalogue, entry.kind.name, source),
    }


def directives(kept: Mapping[str, Any]) -> dict[str, str]:
    """What the editor's page alone may load and run: its styles stand in elements, and it asks where the files are kept."""
    named_hosts = [f"{at.scheme}://{at.netloc}" for at in map(urlsplit, filter(_is_address, kept.values()))]
    hosts = " ".join(dict.fromkeys(["'self'", *HOSTS[kept["name"]], *named_hosts]))
    return {
        **policy.PAGES,
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' blob: data:",
        "media-src": "blob:",
        "frame-src": "blob:",
        "worker-src": "'self' blob:",
        "connect-src": f"{hosts} blob: data:",
    }


def _is_address(value: Any) -> bool:
    return isinstance(value, str) and value.startswith("https://")


def header(kept: Mapping[str, Any]) -> dict[str, str]:
    """What a server says with that page: its policy, and that it may speak with the window one signs in to."""
    said = policy.written({**directives(kept), "frame-ancestors": "'none'"})
    return {"Content-Security-Policy": said, "Cross-Origin-Opener-Policy": "same-origin-allow-popups"}


def everywhere(kept: Mapping[str, Any]) -> dict[str, str]:
    """What hosts say that have one header for all: as much as any page needs. Each page narrows it for itself."""
    own, all_pages = directives(kept), policy.HEADER
    joined = {name: _joined(all_pages.get(name, ""), own.get(name, "")) for name in {**all_pages, **own}}
    return header(kept) | {"Content-Security-Policy": policy.written(joined)}


def _joined(*said: str) -> str:
    sources = dict.fromkeys(source for part in said for source in part.split())
    return " ".join(source for source in sources if source != "'none'" or len(sources) == 1)
