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


def tabs(**blocks: str) -> str:
    names = "".join(f"<label>{name}</label>" for name in blocks)
    bodies = "".join(f'<div class="tabbed-block">{block}</div>' for block in blocks.values())
    return (
        f'<div class="tabbed-set"><input type="radio"><div class="tabbed-labels">{names}</div><div>{bodies}</div></div>'
    )


def test_tabs_stand_one_below_the_other_with_those_inside_them() -> None:
    made = opened(tabs(A="<p>a</p>", B=tabs(C="<p>c</p>")) + "<p>z</p>")
    places = [made.index(f"<p>{letter}</p>") for letter in "AaBCcz"]
    assert places == sorted(places)
    assert "tabbed" not in made
    assert "input" not in made


def test_a_box_that_scrolls_is_no_box() -> None:
    assert opened('<div class="scroll"><table></table></div>') == "<table></table>"
