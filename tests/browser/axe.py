"""axe looks at a page: what it finds there, on a phone and on a desktop, in light and in dark.

A page is looked at whole, by every rule, once: on a phone, in light. Another scheme gives it other colours and nothing else;
a wider screen shows the same elements, other ones at once and each at another place. So what those can change is asked
there, and of elements that look alike in the same surroundings (a hundred clauses) one answers for all.
"""

from __future__ import annotations

from typing import Literal

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page
from tests.browser.specimens import DESKTOP, PHONE

Rules = dict[str, object]
ALL: Rules = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {"target-size": {"enabled": True}},
}
CONTRAST: Rules = {"runOnly": {"type": "rule", "values": ["color-contrast"]}}
TARGETS: Rules = {"runOnly": {"type": "rule", "values": ["target-size"]}}

ALIKE = """window.alike = () => {
    const known = new Set(), found = [];
    const wanted = ["color", "backgroundColor", "backgroundImage", "fontSize", "fontWeight", "opacity", "display", "position"];
    const isNew = (element, path) => {
        const style = getComputedStyle(element), look = [path, element.localName, ...wanted.map((name) => style[name])].join();
        const before = found.length, own = !known.has(look);
        known.add(look);
        const within = [...element.children].filter((child) => isNew(child, look)).length > 0;
        if (!own && !within) found.splice(before, Infinity, element);
        return own || within;
    };
    isNew(document.documentElement, "");
    return found;
};"""
"""Elements in which nothing looks other than something before them, with the same surroundings."""

LOOK = """async ([rules, once]) => {
    while (document.getAnimations().length) await new Promise(requestAnimationFrame);
    const options = { resultTypes: ["violations"], preload: false, ...rules }; // only sound and film need what is preloaded
    const { violations } = await axe.run(once ? { exclude: alike() } : document, options);
    return violations.flatMap((rule) => rule.nodes.map(
        (node) => `${rule.id} at ${node.target.join(" ")}: ${node.failureSummary}`));
}"""


def faults(page: Page, name: str) -> list[str]:
    """What axe finds on a page as it is, in light by every rule and in dark of its colours."""
    return [*_seen(page, name, "light", ALL, once=False), *_seen(page, name, "dark", CONTRAST)]


def faults_everywhere(page: Page, name: str) -> list[str]:
    """What axe finds on a page on a phone and on a desktop, in light and in dark."""
    page.set_viewport_size(PHONE)
    found = faults(page, f"{name}, phone")
    page.set_viewport_size(DESKTOP)
    wide = f"{name}, desktop"
    found += _seen(page, wide, "dark", CONTRAST)
    return [*found, *_seen(page, wide, "light", CONTRAST), *_seen(page, wide, "light", TARGETS, once=False)]


def _seen(page: Page, name: str, scheme: Literal["light", "dark"], rules: Rules, once: bool = True) -> list[str]:
    page.emulate_media(color_scheme=scheme)
    if not page.evaluate("'axe' in window"):
        page.evaluate(Axe().axe_script + ALIKE)
    return [f"{name}, {scheme}: {fault}" for fault in page.evaluate(LOOK, [rules, once])]
