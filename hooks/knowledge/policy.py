"""What a page may load and run, told to the browser (Content-Security-Policy 3): only files of the site itself.

No inline script or style is ever allowed and none is blessed by its digest, so what a contributor smuggles into a page does
not run. Every page carries the policy, because copies on a stick and many hosts have no headers; servers send it too, with
what only a header can say. A browser that is given both obeys both.
"""

from __future__ import annotations

from collections.abc import Mapping

PAGES = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    "font-src": "'self'",
    "connect-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
}
"""Directives of every page. Further cards of a list and the archive's index are fetched, and the menu's search is a form."""

SEARCH = PAGES | {"script-src": "'self' 'wasm-unsafe-eval'"}
"""Search runs Pagefind's WebAssembly; the word allows compiling that, and no `eval`."""

HEADER = SEARCH | {"frame-ancestors": "'none'"}
"""What servers send with everything: one header fits all, and each page narrows it. Only a header can forbid framing."""

PAPER = {"frame-ancestors": "'none'"}
"""For PDF, where a server can tell files apart: older Chromium shows a strip of one under any policy with a `default-src`."""


def written(directives: Mapping[str, str]) -> str:
    """A policy as browsers read it, in a header or in `<meta>`."""
    return "; ".join(f"{name} {sources}" for name, sources in directives.items())
