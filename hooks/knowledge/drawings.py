"""SVG drawings, published as they are but for what could act, call elsewhere, or tell who made them and where.

Inside a page a drawing is a mere picture, but its own address can be opened, and there its scripts would run as the site's.
So everything that is not drawing is taken out: scripts, links, foreign elements, event attributes, addresses of other hosts,
and the notes of drawing programs, in which names and folders of the maker stand.
"""

from __future__ import annotations

import re

from lxml import etree

from knowledge.fields import Unfit

SVG = "http://www.w3.org/2000/svg"
HREF = "{http://www.w3.org/1999/xlink}href"
SPOKEN = {f"{{http://www.w3.org/XML/1998/namespace}}{name}" for name in ("lang", "space")}
DRAWS = set(
    "a circle clipPath defs desc ellipse feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDropShadow "
    "feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology feOffset feTile feTurbulence "
    "filter g line linearGradient marker mask path pattern polygon polyline radialGradient rect stop style svg switch symbol "
    "text textPath title tspan use view".split()
)
"""Elements that draw; whatever else there is goes, with all it holds."""

CALLS = re.compile(r"@import[^;]*;?|url\(\s*+[\"']?+(?!#)[^)]*\)|image-set|(?:java|vb)script:|\\", re.I)
"""What a style could load or run; a backslash could hide either."""

NUMBER = re.compile(r"\s*(\d+(?:\.\d+)?)\s*(?:px)?\s*")
AGAIN = "open it in a drawing program and save it as plain SVG"
SMALLER = "save it as a picture 1440 pixels wide"
HEAVIEST = 1_000_000
"""Bytes: a drawing is published whole, for phones on slow lines too."""

RECIPE = f"{etree.__version__} 1"
"""What the bytes depend on besides the original; the number counts changes to this file."""


def make(data: bytes) -> list[tuple[int, int, bytes]]:
    """Width and height in CSS pixels and the clean drawing; raises Unfit when it is none or has no size."""
    if len(data) > HEAVIEST:
        raise Unfit(f"the drawing has {len(data) / 1e6:.1f} MB, at most {HEAVIEST // 10**6} is published", SMALLER)
    root = _parsed(data)
    width, height = _size(root)
    for element in list(root.iter()):
        if isinstance(element.tag, str) and _draws(element):
            _strip(element)
        elif element.getparent() is not None:
            _drop(element)
    etree.cleanup_namespaces(root)
    return [(width, height, etree.tostring(root, encoding="utf-8"))]


def _parsed(data: bytes) -> etree._Element:
    """The tree, with entities left as they are: libxml2 refuses those that unfold into gigabytes, `make` drops the rest."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Unfit("the drawing cannot be read", AGAIN) from error
    if root.tag != f"{{{SVG}}}svg":
        raise Unfit("the file is no drawing", AGAIN)
    return root


def _size(root: etree._Element) -> tuple[int, int]:
    given = [NUMBER.fullmatch(root.get(name, "")) for name in ("width", "height")]
    box = re.split(r"[\s,]+", root.get("viewBox", "").strip())
    try:
        sides = [float(side[1]) for side in given if side] if all(given) else [float(side) for side in box[2:]]
        width, height = (max(1, round(side)) for side in sides)
    except (ValueError, OverflowError) as error:
        raise Unfit(
            "the drawing does not say how large it is", 'write viewBox="0 0 width height" in its <svg>'
        ) from error
    return width, height


def _draws(element: etree._Element) -> bool:
    name = etree.QName(element)
    return name.namespace == SVG and name.localname in DRAWS


def _strip(element: etree._Element) -> None:
    """Takes away attributes that act, lead elsewhere or belong to a drawing program."""
    for name, value in list(element.attrib.items()):
        leads = name in ("href", HREF) and not value.strip().startswith("#")
        foreign = name.startswith("{") and name not in SPOKEN | {HREF}
        if leads or foreign or name.lower().startswith("on"):
            del element.attrib[name]
        else:
            element.set(name, _quiet(value))
    if etree.QName(element).localname == "style":
        element.text = _quiet("".join(element.itertext()))


def _quiet(style: str) -> str:
    """A value without calls; again and again, because what is left may be one anew."""
    while (less := CALLS.sub("", style)) != style:
        style = less
    return style


def _drop(element: etree._Element) -> None:
    """Removes an element and all it holds, but not the text behind it."""
    parent, before = element.getparent(), element.getprevious()
    if parent is None:
        return
    if element.tail and before is not None:
        before.tail = (before.tail or "") + element.tail
    elif element.tail:
        parent.text = (parent.text or "") + element.tail
    parent.remove(element)
