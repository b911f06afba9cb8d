"""What a server says with each file, apart from the file: for hosts that read `_headers`, and for whoever sets up a server.

`serving/nginx.conf` and `serving/Caddyfile` say the same; tests compare all three. Where two rules meet, some hosts join the
values of one header with a comma, so no two rules for the same address may name the same header.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from knowledge import leave, policy
from knowledge.assets import KEPT
from knowledge.catalogue import Catalogue
from knowledge.languages import Language

OFF = (
    "accelerometer autoplay browsing-topics camera clipboard-read compute-pressure display-capture encrypted-media fullscreen"
    " gamepad geolocation gyroscope hid identity-credentials-get idle-detection local-fonts magnetometer microphone midi"
    " otp-credentials payment picture-in-picture publickey-credentials-create publickey-credentials-get screen-wake-lock serial"
    " storage-access usb window-management xr-spatial-tracking"
).split()
"""What no page may use, by the names of Permissions Policy. Copying a citation (`clipboard-write`) is all that pages do."""

EVERYWHERE: Mapping[str, str] = {
    "Content-Security-Policy": policy.written(policy.HEADER),
    "Strict-Transport-Security": "max-age=31536000",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": ", ".join(f"{name}=()" for name in OFF),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
"""What goes with every file. Other hosts below the same name may not speak HTTPS, so they are left out of the promise."""

LASTING = "public, max-age=31536000, immutable"
"""For files whose names change with what is in them."""

BRIEF = "public, max-age=300, must-revalidate"
"""For everything else: a correction arrives within five minutes. Hosts that read `_headers` have a rule of their own."""

NEVER = "no-store"
"""For pages with the button that leaves the site and whatever lies below them: they should stay on no device."""

CACHE = "Cache-Control"

LASTING_FOLDERS = (KEPT,)
"""Folders at the root of the site that hold only such files."""

LASTING_INDEX = ("pagefind/index/", "pagefind/filter/")
"""Those at the root of each language."""

QUIET_INDEX = "pagefind/fragment/"
"""What search keeps of each page, its whole text: whoever found a page should not have it on the device either."""


@dataclass(frozen=True)
class Rule:
    """Headers for some addresses."""

    address: str
    """From the root of the site; a `*` at its end stands for anything."""

    headers: Mapping[str, str]


def rules(catalogue: Catalogue, wider: Mapping[str, str] | None = None) -> Iterator[Rule]:
    """Every rule of a site that lies at the root of its host; `wider` is what one of its pages needs more than others."""
    yield Rule("/*", {**EVERYWHERE, **(wider or {})})
    for folder in lasting(catalogue.languages.all):
        yield Rule(f"/{folder}*", {CACHE: LASTING})
    for language in catalogue.languages.all:
        yield Rule(f"/{language.root}{QUIET_INDEX}*", {CACHE: NEVER})
        for address in _quiet(language, catalogue):
            yield Rule(address, {CACHE: NEVER})


def _quiet(language: Language, catalogue: Catalogue) -> Iterator[str]:
    """The addresses of pages that one can leave at once, with and without the slash, and of all that lies below each."""
    pages = sorted(entry.id for entry in catalogue.shown(language) if leave.shown(entry))
    for page in pages:
        if not page:
            yield from (f"/{language.root}", f"/{language.root}index.html")
        elif not any(page.startswith(f"{other}/") for other in pages if other):
            yield from (f"/{language.url(page)}".removesuffix("/"), f"/{language.url(page)}*")


def lasting(languages: Iterable[Language]) -> Iterator[str]:
    """The folders of a site whose files never change under their names."""
    yield from LASTING_FOLDERS
    for language in languages:
        yield from (language.root + folder for folder in LASTING_INDEX)


def written(found: Iterable[Rule]) -> str:
    """Rules as a `_headers` file, which Netlify, Cloudflare Pages and others read from the root of a site."""
    blocks = (
        "\n".join([rule.address, *(f"  {name}: {said}" for name, said in rule.headers.items())]) for rule in found
    )
    return "\n".join(blocks) + "\n"
