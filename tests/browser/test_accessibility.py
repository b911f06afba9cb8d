"""axe finds no fault on any kind of page, in any language, on a phone or a desktop, in light or dark."""

from __future__ import annotations

from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page
from tests.browser.specimens import DESKTOP, PAGES, PAIRS, PHONE, QUERIES, ROOTS, SPECIMENS

from knowledge.kinds import KINDS, kind_of

AXE: str = Axe().axe_script
Rules = dict[str, object]
ALL: Rules = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {"target-size": {"enabled": True}},
}
CONTRAST: Rules = {"runOnly": {"type": "rule", "values": ["color-contrast"]}}
"""A dark page has other colours than a light one, and nothing else."""

SPREAD: Rules = {"runOnly": {"type": "rule", "values": ["color-contrast", "target-size"]}}
"""A wide page shows the same elements as a narrow one, other ones at once and each at another place."""

LOOK = """rules => axe.run(document, {resultTypes: ["violations"], ...rules}).then(result => result.violations.flatMap(
    rule => rule.nodes.map(node => `${rule.id} at ${node.target.join(" ")}: ${node.failureSummary}`)))"""
FAULTY = """<!doctype html><title>x</title><p style="color:#999;background:#aaa">pale</p><img src="">
<button style="width:9px;height:9px;padding:0">a</button><button style="width:9px;height:9px;padding:0">b</button>"""


def faults(page: Page, name: str, light: Rules = ALL) -> list[str]:
    """What axe, which the page has been given, finds on it as it is, in light and in dark."""
    found: list[str] = []
    looks: tuple[tuple[Literal["light", "dark"], Rules], ...] = (("light", light), ("dark", CONTRAST))
    for scheme, rules in looks:
        page.emulate_media(color_scheme=scheme)
        page.wait_for_function("document.getAnimations().length === 0")
        found += [f"{name}, {scheme}: {fault}" for fault in page.evaluate(LOOK, rules)]
    return found


@pytest.mark.parametrize("url", [*PAGES, *PAIRS])
def test_a_page_has_no_fault(tab: Page, address: str, url: str) -> None:
    tab.goto(address + url)
    tab.evaluate(AXE)
    found: list[str] = []
    for name, size, rules in (("phone", PHONE, ALL), ("desktop", DESKTOP, SPREAD)):
        tab.set_viewport_size(size)
        found += faults(tab, f"{url}, {name}", rules)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("root", ROOTS.values(), ids=ROOTS)
def test_the_opened_menu_has_no_fault(tab: Page, address: str, root: str) -> None:
    tab.set_viewport_size(PHONE)
    tab.goto(f"{address}{root}contact/")
    tab.click(".bar .opener")
    tab.evaluate(AXE)
    found = faults(tab, f"{root} menu")
    assert not found, "\n".join(found)


@pytest.mark.parametrize("root", ROOTS.values(), ids=ROOTS)
def test_the_opened_contents_have_no_fault(tab: Page, address: str, root: str) -> None:
    tab.set_viewport_size(PHONE)
    tab.goto(f"{address}{root}policies/anti-harassment/")
    tab.click(".contents .opener")
    tab.evaluate(AXE)
    found = faults(tab, f"{root} contents")
    assert not found, "\n".join(found)


@pytest.mark.parametrize(("root", "words"), [*QUERIES.items(), ("", "xqzxqz"), ("ar/", "xqzxqz")])
def test_search_results_have_no_fault(tab: Page, address: str, root: str, words: str) -> None:
    tab.set_viewport_size(PHONE)
    tab.goto(f"{address}{root}search/?q={words}")
    tab.wait_for_selector(".results[aria-busy=false] .count:not(:empty)")
    tab.evaluate(AXE)
    found = faults(tab, f"{root} results")
    assert not found, "\n".join(found)


def test_axe_sees_faults(fresh: Page) -> None:
    fresh.set_content(FAULTY)
    fresh.evaluate(AXE)
    seen = {fault.split()[2] for fault in faults(fresh, "faulty")}
    assert seen >= {"color-contrast", "html-has-lang", "image-alt", "landmark-one-main", "target-size"}


def test_there_is_a_specimen_of_each_kind() -> None:
    """Former versions look like documents, and the real site has none yet."""
    kinds = {kind.name for kind in KINDS} - {"version"}
    assert set(SPECIMENS) == kinds | {"notfound"}
    assert {kind: kind_of(url.strip("/")).name for kind, url in SPECIMENS.items() if kind != "notfound"} == {
        name: name for name in kinds
    }
