"""What opens on request lies open on paper."""

from __future__ import annotations

from knowledge import markup
from knowledge.downloads import panels


def opened(body: str) -> str:
    root = markup.parse(body)
    panels.open_all(root)
    return markup.serialise(root)


def test_a_note_that_unfolds_is_unfolded() -> None:
    made = opened("<details><summary>Why</summary><p>Because.</p></details>")
    assert made == '<div class="panel"><div class="panel-title"><p>Why</p></div><p>Because.</p></div>'


def test_a_box_keeps_its_title() -> None:
    made = opened('<div class="admonition warning"><p class="admonition-title">Care</p><p>x</p></div>')
    assert made == '<div class="panel"><div class="panel-title"><p>Care</p></div><p>x</p></div>'


def test_tabs_stand_one_below_the_other_with_those_inside_them() -> None:
    inner = '<div class="tabbed-set"><div class="tabbed-labels"><label>C</label></div><div class="tabbed-content"><div class="tabbed-block"><p>c</p></div></div></div>'
    outer = f'<div class="tabbed-set"><input type="radio"><div class="tabbed-labels"><label>A</label><label>B</label></div><div class="tabbed-content"><div class="tabbed-block"><p>a</p></div><div class="tabbed-block">{inner}</div></div></div><p>z</p>'
    made = opened(outer)
    assert [made.index(f"<p>{letter}</p>") for letter in "AaBCcz"] == sorted(made.index(f"<p>{letter}</p>") for letter in "AaBCcz")
    assert "tabbed" not in made
    assert "input" not in made


def test_a_box_that_scrolls_is_no_box() -> None:
    assert opened('<div class="scroll"><table></table></div>') == "<table></table>"
