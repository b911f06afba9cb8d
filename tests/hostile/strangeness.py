"""What no page should hold, whatever is written in its text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

RUNS = re.compile(r"(?:site|documents|leave|check)\.[0-9a-z]+\.js$")
BRINGS = (
    "iframe frame frameset object embed applet base style svg math template slot portal video audio source track canvas "
    "marquee dialog textarea select plaintext xmp noembed noframes"
).split()
ADDRESSES = {
    "href",
    "src",
    "action",
    "formaction",
    "data",
    "poster",
    "cite",
    "background",
    "ping",
    "srcset",
    "manifest",
}
ELSEWHERE = re.compile(r"\s*(?:[a-z][a-z0-9+.-]*:|[/\\]{2})", re.I)
SCHEMES = re.compile(r"(?![a-z][a-z0-9+.-]*:|//)|(?:https?://|mailto:|tel:)", re.I)


def strange(root: HtmlElement) -> Iterator[str]:
    """What a page should not hold."""
    for script in root.iter("script"):
        if script.get("type") != "application/ld+json" and not RUNS.search(script.get("src", "")):
            yield f"a script: {script.get('src') or script.text}"
    yield from (f"<{name}>" for name in BRINGS for _ in root.iter(name))
    for element in root.iter():
        for name, value in element.attrib.items():
            if name.startswith("on") or name in (
                "style",
                "srcdoc",
                "ping",
                "accesskey",
                "contenteditable",
                "autofocus",
            ):
                yield f"{name}={value}"
            if name in ADDRESSES and not SCHEMES.match(re.sub(r"[\x00-\x20]", "", value)):
                yield f"{name}={value}"
            if name == "src" and ELSEWHERE.match(value):
                yield f"brought from elsewhere: {value}"
    for said in root.iter("meta"):
        if (said.get("http-equiv") or "content-security-policy").lower() != "content-security-policy":
            yield f"meta {said.get('http-equiv')}"
