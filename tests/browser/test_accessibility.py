"""axe finds no fault on any kind of page, in any language, on a phone or a desktop, in light or dark."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page
from tests.browser.axe import faults, faults_everywhere
from tests.browser.specimens import PAGES, PHONE, QUERIES, ROOTS, SPECIMENS

from knowledge.kinds import KINDS, kind_of

FAULTY = """<!doctype html><title>x</title><p style="color:#999;background:#aaa">pale</p><img src="">
<button style="width:9px;height:9px;padding:0">a</button><button style="width:9px;height:9px;padding:0">b</button>"""
HIDDEN = """<!doctype html><html lang="en"><title>x</title><style>
a { display: inline-block; min-width: 99px; line-height: 99px }
@media (prefers-color-scheme: dark) { .dark { color: #999; background: #aaa } }
@media (min-width: 1000px) { .wide { color: #999; background: #aaa } a { min-width: 0; font-size: 9px; line-height: 1 } }
</style><main><h1>x</h1><ul><li class=dark id=dark>dark<li class=dark>dark<li class=wide id=wide>wide<li class=wide>wide</ul>
<p><a href="#a" id=a>a</a><a href="#b" id=b>b</a></main>"""
"""Faults that a phone in light does not show; the last of each two list items looks like the one before it."""


@pytest.mark.parametrize("url", PAGES)
def test_a_page_has_no_fault(tab: Page, address: str, url: str) -> None:
    tab.goto(address + url)
    found = faults_everywhere(tab, url)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("root", ROOTS.values(), ids=ROOTS)
def test_the_opened_menu_has_no_fault(tab: Page, address: str, root: str) -> None:
    tab.set_viewport_size(PHONE)
    tab.goto(f"{address}{root}contact/")
    tab.click(".bar .opener")
    found = faults(tab, f"{root} menu")
    assert not found, "\n".join(found)


@pytest.mark.parametrize("root", ROOTS.values(), ids=ROOTS)
def test_the_opened_contents_have_no_fault(tab: Page, address: str, root: str) -> None:
    tab.set_viewport_size(PHONE)
    tab.goto(f"{address}{root}policies/anti-harassment/")
    tab.click(".contents .opener")
    found = faults(tab, f"{root} contents")
    assert not found, "\n".join(found)


@pytest.mark.parametrize(("root", "words"), [*QUERIES.items(), ("", "xqzxqz"), ("ar/", "xqzxqz")])
def test_search_results_have_no_fault(tab: Page, address: str, root: str, words: str) -> None:
    tab.set_viewport_size(PHONE)
    tab.goto(f"{address}{root}search/?q={words}")
    tab.wait_for_selector(".results[aria-busy=false] .count:not(:empty)")
    found = faults(tab, f"{root} results")
    assert not found, "\n".join(found)


def test_axe_sees_faults(fresh: Page) -> None:
    fresh.set_content(FAULTY)
    seen = {fault.split()[2] for fault in faults(fresh, "faulty")}
    assert seen >= {"color-contrast", "html-has-lang", "image-alt", "landmark-one-main", "target-size"}


def test_axe_sees_what_a_scheme_or_a_width_brings_with_it(fresh: Page) -> None:
    fresh.set_content(HIDDEN)
    seen = [
        re.findall(r"(phone|desktop), (light|dark): (\S+) at (\S+):", fault)[0]
        for fault in faults_everywhere(fresh, "x")
    ]
    assert seen == [
        ("phone", "dark", "color-contrast", "#dark"),
        ("desktop", "dark", "color-contrast", "#dark"),
        ("desktop", "light", "color-contrast", "#wide"),
        ("desktop", "light", "target-size", "#a"),
        ("desktop", "light", "target-size", "#b"),
    ]


def test_there_is_a_specimen_of_each_kind() -> None:
    """The site has no former version yet; `test_documents` looks at one of another site."""
    kinds = {kind.name for kind in KINDS} - {"version"}
    assert set(SPECIMENS) == kinds | {"notfound"}
    assert {kind: kind_of(url.strip("/")).name for kind, url in SPECIMENS.items() if kind != "notfound"} == {
        name: name for name in kinds
    }
