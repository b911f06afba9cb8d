"""One page of each kind, the languages it is looked at in, and the screens it is looked at on."""

from __future__ import annotations

from playwright.sync_api import ViewportSize

SPECIMENS = {
    "home": "",
    "news": "news/",
    "year": "news/2025/",
    "article": "news/2022/conflict-sensitive-words/",
    "hub": "people/",
    "topic": "topics/gender-equality/",
    "region": "regions/middle-east-and-north-africa/",
    "person": "people/andreas-sugar/",
    "document": "policies/anti-harassment/",
    "report": "contact/",
    "search": "search/",
    "contents": "a-z/",
    "translations": "translations/",
    "check": "check/",
    "page": "prevention/women-journalists-safety/",
    "notfound": "404.html",
}
"""The address of a page of each kind within its language: the one with most in it (tables, contacts, foreign titles)."""

MADE = (
    "policies/anti-harassment/history/",
    "ethics/receipt/",
    "policies/partner-questionnaire/",
    "policies/partner-guidelines/v1/",
)
"""Pages made for documents, and the one that is a form."""

ROOTS = {"en": "", "fr": "fr/", "ar": "ar/"}
"""Where each language lives."""

QUERIES = {"": "safety", "fr/": "sécurité", "ar/": "السلامة"}
"""A word that pages of several kinds have, by the root of its language."""

PAIRS = tuple(
    f"{root}policies/partner-guidelines/compare/{other}/" for root, other in (("", "ar"), ("fr/", "ar"), ("ar/", "en"))
)
"""Two languages side by side."""

LISTS = tuple(f"{root}{owner}/page/1/" for root in ("", "ar/") for owner in ("news", "topics/emergency-assistance"))
"""Further pages of lists; in French no list of ours is long enough yet."""

PAGES = [*(ROOTS[code] + path for path in (*SPECIMENS.values(), *MADE) for code in ROOTS), *PAIRS, *LISTS]
"""The address of each specimen in each language, from the root of the site."""

PHONE = ViewportSize(width=390, height=844)
DESKTOP = ViewportSize(width=1280, height=900)
NARROW = ViewportSize(width=320, height=640)
ZOOMED = ViewportSize(width=320, height=256)
"""What a screen of 1280 by 1024 shows at 400 %."""
