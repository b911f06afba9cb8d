"""A drawing draws: it runs nothing, calls nobody and tells nothing about who made it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from tests.drafts import DRAWING

from knowledge.drawings import DRAWS, HEAVIEST, make
from knowledge.fields import Unfit

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 40 30"'


def drawn(inside: str, **said: str) -> str:
    """A drawing with something in it, as it is published."""
    more = "".join(f' {name}="{value}"' for name, value in said.items())
    ((_, _, data),) = make(f"{HEAD}{more}>{inside}</svg>".encode())
    return data.decode()


def test_a_drawing_stays_as_it_is() -> None:
    path = '<g fill="#0b5563"><path d="M0 0h40v30z"/><text x="1">Łódź «عربي»</text></g>'
    assert path in drawn(path)
    assert make(DRAWING) == [(40, 30, DRAWING)]


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert('SECRET')</script>",
        '<script href="https://example.org/SECRET.js"/>',
        '<path d="M0 0" onclick="SECRET()"/>',
        '<path d="M0 0" OnClick="SECRET()"/>',
        '<a href="https://example.org/SECRET"><path d="M0 0"/></a>',
        '<a xlink:href="javascript:SECRET()"><path d="M0 0"/></a>',
        '<use href="https://example.org/SECRET.svg#a"/>',
        '<use href="data:image/svg+xml,SECRET"/>',
        '<image href="SECRET.png"/>',
        '<image xlink:href="data:image/png;base64,SECRET"/>',
        "<foreignObject><body xmlns='http://www.w3.org/1999/xhtml'><script>SECRET()</script></body></foreignObject>",
        '<animate attributeName="href" to="javascript:SECRET()"/>',
        '<set attributeName="onclick" to="SECRET()"/>',
        '<path d="M0 0" style="fill:url(https://example.org/SECRET)"/>',
        '<path d="M0 0" fill="url( \'//example.org/SECRET\' )"/>',
        '<path d="M0 0" fill="ururl(x)l(https://example.org/SECRET)"/>',
        "<style>@import 'https://example.org/SECRET.css';</style>",
        "<style>path { fill: url(https://example.org/SECRET) }</style>",
        '<style>path { fill: url(\n"https://example.org/SECRET") }</style>',
        "<metadata><rdf xmlns='http://example.org/'>SECRET</rdf></metadata>",
        '<path xmlns:ink="http://www.inkscape.org/" ink:export-filename="/home/SECRET/a.png" d="M0 0"/>',
        '<ink:view xmlns:ink="http://www.inkscape.org/" name="SECRET"/>',
        "<!-- SECRET --><?SECRET x?>",
        '<g xml:base="https://example.org/SECRET/"><use href="#a"/></g>',
    ],
)
def test_what_could_act_call_or_tell_is_taken_out(inside: str) -> None:
    assert "SECRET" not in drawn(f'<path id="stays" d="M1 1"/>{inside}<path id="stays-too" d="M2 2"/>')
    assert drawn(f"{inside}<path id='stays' d='M1 1'/>").count("stays") == 1


def test_references_inside_the_drawing_stay() -> None:
    inside = '<linearGradient id="g"/><path fill="url(#g)" style="stroke:url(\'#g\')"/><use href="#p"/><use xlink:href="#p"/>'
    published = drawn(inside)
    assert published.count("#g") == 2
    assert published.count('href="#p"') == 2


def test_text_behind_what_is_taken_out_stays() -> None:
    assert ">one two three<" in drawn("<text>one <script>x</script>two <!-- y -->three</text>")
    assert ">two<" in drawn("<text><script>x</script>two</text>")


@pytest.mark.parametrize(
    ("said", "size"),
    [
        ('viewBox="0 0 40 30"', (40, 30)),
        ('viewBox="-5,-5,40.4,29.6"', (40, 30)),
        ('width="80" height="60px" viewBox="0 0 40 30"', (80, 60)),
        ('width="100%" height="100%" viewBox="0 0 40 30"', (40, 30)),
        ('width="12cm" height="9cm" viewBox="0 0 40 30"', (40, 30)),
        ('viewBox="0 0 0.1 0.1"', (1, 1)),
    ],
)
def test_its_size_is_known(said: str, size: tuple[int, int]) -> None:
    ((width, height, _),) = make(f'<svg xmlns="http://www.w3.org/2000/svg" {said}/>'.encode())
    assert (width, height) == size


BOMB = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "lol" * 100}">' for n in range(9))


@pytest.mark.parametrize(
    ("data", "what"),
    [
        ("", "the drawing cannot be read"),
        ("<svg", "the drawing cannot be read"),
        ("\x89PNG", "the drawing cannot be read"),
        ("<html/>", "the file is no drawing"),
        ("<svg viewBox='0 0 4 3'/>", "the file is no drawing"),
        ('<svg xmlns="http://www.w3.org/2000/svg"/>', "does not say how large"),
        ('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 wide high"/>', "does not say how large"),
        ('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 inf nan"/>', "does not say how large"),
        (f"<!DOCTYPE svg [{BOMB}]>{HEAD} id='&e8;'/>", "the drawing cannot be read"),
        (f"{HEAD}>{' ' * HEAVIEST}</svg>", "the drawing has 1.0 MB, at most 1 is published"),
    ],
    ids=range(10),
)
def test_what_is_no_drawing_is_refused_with_words(data: str, what: str) -> None:
    with pytest.raises(Unfit) as fault:
        make(data.encode())
    assert what in fault.value.what
    assert fault.value.cure


def test_no_entity_is_unfolded() -> None:
    data = f'<!DOCTYPE svg [<!ENTITY file SYSTEM "file:///etc/passwd">{BOMB}]>{HEAD}><text>a&file;&e0;b</text></svg>'
    ((_, _, published),) = make(data.encode())
    assert b">ab<" in published
    assert b"ENTITY" not in published


MARKUP = st.recursive(
    st.sampled_from(["words", "<path d='M0 0'/>", "&amp;"]),
    lambda inner: st.builds(
        lambda name, attribute, inside: f"<{name} {attribute}>{''.join(inside)}</{name}>",
        st.sampled_from(["g", "script", "a", "style", "set", "iframe", "foreignObject", "x:g"]),
        st.sampled_from(["", "onload='x'", "href='javascript:x'", "style='fill:url(x)'", "x:href='y'", "href='#a'"]),
        st.lists(inner, max_size=3),
    ),
)


@given(st.lists(MARKUP, max_size=4).map("".join))
def test_whatever_is_written_only_drawing_comes_out(inside: str) -> None:
    root = etree.fromstring(drawn(inside, **{"xmlns:x": "http://example.org/"}).encode())
    assert {etree.QName(element).localname for element in root.iter()} <= DRAWS | {"svg"}
    said = {(name, value) for element in root.iter() for name, value in element.attrib.items()}
    assert not [name for name, _ in said if "}" in name or name.startswith("on")]
    assert {value for name, value in said if name == "href"} <= {"#a"}
    assert "url(" not in drawn(inside, **{"xmlns:x": "http://example.org/"})
