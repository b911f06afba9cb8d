"""What strangers could send and the site refuses: the files of each contribution, and the line that refuses it."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from struct import pack
from zipfile import ZipFile
from zlib import compress, crc32

from tests.site.writing import REVIEWED, page

Sent = dict[str, str | bytes | Path]
"""Paths below the content folder and what lies there; a path is a link to what it names."""

Case = tuple[Sent, str]
"""What is sent, and a part of the line that refuses it."""

PAGE = "strange/index.md"


def body(text: str, **fields: object) -> Sent:
    """A page with a hostile text."""
    return {PAGE: page("Strange", text, reviewed=REVIEWED, **fields)}


def matter(lines: str, path: str = PAGE) -> Sent:
    """A page with hostile front matter."""
    return {path: f"---\ntitle: Strange\nsummary: Strange.\nreviewed: 2026-01-05\n{lines}\n---\nText.\n"}


def _archive(name: str) -> bytes:
    """An Office file with one more part than it should have."""
    out = BytesIO()
    with ZipFile(out, "w") as parts:
        parts.writestr("[Content_Types].xml", "<Types/>")
        parts.writestr("word/document.xml", "<document/>")
        parts.writestr(name, b"x")
    return out.getvalue()


def _enormous() -> bytes:
    """A picture of a few bytes that says it is 30,000 pixels wide and high."""
    pieces = [b"IHDR" + pack(">IIBBBBB", 30_000, 30_000, 1, 0, 0, 0, 0), b"IDAT" + compress(bytes(9_000)), b"IEND"]
    chunks = (pack(">I", len(piece) - 4) + piece + pack(">I", crc32(piece)) for piece in pieces)
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def enclosed(name: str) -> str:
    """The front matter that lists a file beside the page."""
    return f"attachments:\n  - {{file: {name!r}, title: A, language: en, kind: annex}}"


LINKS = {
    "javascript": ("[a](javascript:alert(1))", "is not a kind of link this site has"),
    "javascript in capitals": ("[a](JaVaScRiPt:alert(1))", "is not a kind of link"),
    "javascript behind a space": ("[a]( javascript:alert)", "is not a kind of link"),
    "javascript in angles": ("[a](<javascript:alert(1)>)", "is not a kind of link"),
    "javascript further down": ("[a][b]\n\n[b]: javascript:alert(1)", "is not a kind of link"),
    "javascript in HTML": ('<a href="javascript:alert(1)">a</a>', "is not a kind of link"),
    "javascript without quotes": ("<a href=javascript:alert(1)>a</a>", "is not a kind of link"),
    "javascript in braces": ("[a](#){href=javascript:alert(1)}", "is not a kind of link"),
    "javascript as percent signs": ("[a](javascript%3Aalert(1))", "is not a file"),
    "javascript as entities": ("[a](&#106;avascript:alert(1))", "is not a file"),
    "javascript with an invisible letter": ("[a](java\u00adscript:alert(1))", "is not a file"),
    "javascript in wide letters": ("[a](ｊavascript:alert(1))", "is not a file"),
    "vbscript": ("[a](vbscript:x)", "is not a kind of link"),
    "data": ("[a](data:text/html;base64,PHNjcmlwdD4=)", "is not a kind of link"),
    "a file of the reader": ("[a](file:///etc/passwd)", "is not a kind of link"),
    "an address without a scheme": ("[a](//evil.example/)", "is not a kind of link"),
    "an address in braces": ("[a](#){href=//evil.example/}", "is not a kind of link"),
    "slashes the wrong way round": (r"[a](https:\\evil.example/)", "is not an address"),
    "a name before the host": ("[a](https://good.example@evil.example/)", "leads to evil.example, whatever stands"),
    "a number for a host": ("[a](https://2130706433/)", "leads to a number"),
    "the reader's own computer": ("[a](http://localhost:8000/)", "leads to the reader's own computer"),
    "a Cyrillic letter in a host": ("[a](https://аpple.example/)", "holds U+0430"),
    "an invisible letter in a host": ("[a](https://exam\u200bple.org/)", "holds U+200B"),
    "another dot in a host": ("[a](https://good.example。evil.example/)", "holds U+3002"),
    "percent signs in a host": ("[a](https://good.example%2eevil.example/)", "hides where it leads behind %"),
    "a Cyrillic letter in a mailbox": ("Write to cоncerns@example.org.", "holds letters of another alphabet"),
    "words that are another address": ("[https://good.example](https://evil.example/)", "the words are https://good"),
    "bold words that are another address": ("[**good.example**](https://evil.example/)", "the words are **good"),
    "words that are another mailbox": ("[a@good.example](mailto:a@evil.example)", "the words are a@good.example"),
    "words that are another phone": ("[+45 88 32 70 00](tel:+4512345678)", "the words are +45 88 32 70 00"),
    "a letter with a hidden recipient": ("[a](mailto:a@b.org?bcc=c@evil.example)", "sends the letter to others too"),
    "a letter to two": ("[a](mailto:a@b.org,c@evil.example)", "is not one e-mail address"),
    "a phone that is a command": ("[a](tel:*21*4512345678%23)", "is not a phone number"),
    "a picture of another site": ("![a](https://evil.example/a.png)", "lies on another site"),
    "a picture without a scheme": ("![a](//evil.example/a.png)", "lies on another site"),
    "a picture in its address": ("![a](data:image/svg+xml,%3Csvg%3E)", "lies on another site"),
    "a picture in HTML of another site": ('<img alt="a" src="https://evil.example/a.png">', "lies on another site"),
    "a picture in braces of another site": ("![a](b.png){src=https://evil.example/a.png}", "there is no file b.png"),
    "a picture further up": ("![a](../../../../etc/passwd.png)", "there is no file ../../../../etc/passwd.png"),
    "a file further up": ("[a](../../../../etc/passwd)", "is not a file"),
    "a file further up in percent signs": ("[a](..%2f..%2f..%2fetc%2fpasswd)", "is not a file"),
    "the project's own files": ("[a](../../.git/config)", "is not a file"),
    "the facts": ("[a](../facts.yml)", "there is no file ../facts.yml"),
    "a path from the root": ("[a](/etc/passwd)", "starts at the root"),
}
"""Texts with addresses that lead where they should not."""

TEXTS = {
    "an order that is not shown": ("Pay \u202e001 euros", "changes the order of the text"),
    "an isolated order": ("Pay \u2066001\u2069 euros", "changes the order of the text"),
    "a tag that nobody sees": ("a\U000e0041b", "an invisible character (U+E0041)"),
    "a joiner of words": ("a\u2060b", "an invisible character (U+2060)"),
    "a null": ("<scr\x00ipt>alert(1)</script>", "a control character (U+0000)"),
    "a fact that is an expression": ("{{ 7 * 7 }}", "there is no fact '7 * 7'"),
    "the configuration": ("{{ config.site_url }}", "there is no fact 'config.site_url'"),
    "the id of a part of the page": ("## Words {#menu}", "#menu is the id of a part of every page"),
}
"""Texts that hide something or ask for what is not theirs."""

MATTERS = {
    "a template for a title": ('short: "{{ config }}"', "there is no fact 'config'"),
    "an order written out": (r'short: "a\u202eb"', "changes the order of the text"),
    "a null written out": (r'short: "a\0b"', "a control character (U+0000)"),
    "a tag written out": (r'short: "a\U000E0041"', "an invisible character (U+E0041)"),
    "half a letter": (r'short: "\ud800"', "has a meaning of its own inside quotes"),
    "a Python object": ('short: !!python/object/apply:os.system ["id"]', "! and % have a meaning of their own"),
    "bytes": ("short: !!binary aGk=", "! and % have a meaning of their own"),
    "an anchor": ("short: &a [a]\norder: *a", "& and * have a meaning of their own"),
    "a bomb of aliases": ("\n".join(f"a{n}: &a{n} [*a{n - 1},*a{n - 1}]" for n in range(1, 40)), "& and * have"),
    "a bomb of merges": ("<<: {<<: {<<: {a: b}}}", "<< would merge other fields in"),
    "a list for a name": ("? [a, b]\n: c", "a list stands where the name of a field belongs"),
    "fields inside each other": ("short: " + "{a: " * 15 + "}" * 15, "fields are nested too deeply"),
    "lists inside each other": ("short: " + "[" * 3000, "are open at once"),
    "too much of it": ("short: " + "a " * 4500, "the front matter is longer than 8 KB"),
    "a very large number": ("order: " + "9" * 5000, "is not a whole number from 1"),
    "a field of the generator": ("template: main.html", "there is no such field"),
    "a style of its own": ("extra_css: https://evil.example/a.css", "there is no such field"),
    "a person further up": ("contacts: [../../etc/passwd]", "there is no person"),
    "a language further up": ("translated_from: ../../etc", "no '../../etc' text lies beside this one"),
    "an attachment further up": (enclosed("../../../etc/passwd.pdf"), "is not the name of a file beside the page"),
    "an attachment the other way": (enclosed(r"..\secret.pdf"), "is not the name of a file beside the page"),
}
"""Front matter that is read by nobody twice."""

LARGE = {
    "a text of a megabyte": ("Words. " * 150_000, "the text has more than 150 KB"),
    "a line without an end": ("x" * 20_000, "the line has more than 10,000 characters"),
    "a paragraph without an end": ("words\n" * 20_000, "1,000 lines follow each other"),
    "open brackets": ("[" * 9_000, "brackets [ are open at once"),
    "open links": ("[a](" * 2_000, "brackets ( are open at once"),
    "open tags": ("<a " * 900, "brackets < are open at once"),
    "open facts": ("{{" * 4_000, "brackets { are open at once"),
    "brackets open everywhere": ("[[[a\n\n" * 5_000, "brackets [ are never closed"),
    "quotations inside each other": ("> " * 3_000 + "a", "quotations or lists begin in one line"),
    "lists inside each other": ("1. " * 3_000 + "a", "quotations or lists begin in one line"),
    "lists and quotations": ("> - 1. " * 800 + "a", "quotations or lists begin in one line"),
    "lists on lines": ("\n".join("    " * deep + "- a" for deep in range(100)), "lists or boxes lie inside each other"),
    "fences that never close": ("~~~a\n" * 20_000, "the text has more than 200 code blocks"),
    "headings": ("## a\n\n" * 3_000, "the text has more than 500 headings"),
    "tabs": ('=== "a"\n' * 900, "the text has more than 100 tabs"),
    "tags": ("<b>\n\n" * 3_000, "HTML tags"),
    "footnotes": ("".join(f"[^{n}]: a\n\n" for n in range(3_000)), "the text has more than 1,000 footnotes"),
    "an abbreviation of nine thousand letters": (
        "*[A]: " + "x" * 9_000 + "\n\n" + "A " * 4_000,
        "is too long to be used",
    ),
    "an abbreviation in a list": ("- *[A]: " + "x" * 9_000 + "\n\n" + "A " * 4_000, "is too long to be used"),
    "a link of nine thousand letters": (
        "[a]: https://b.org/" + "x" * 9_000 + "\n\n" + "[a] " * 2_000,
        "is too long to be",
    ),
}
"""Texts that ask for more than any page needs."""

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">%b</svg>'
SHOWING = body("![A drawing](drawing.svg)")
FILES: dict[str, Case] = {
    "a page of the web": (body("Text.") | {"strange/a.html": "<script>x</script>"}, "type .html are not published"),
    "a program": (body("[a](a.js)") | {"strange/a.js": "x"}, "type .js are not published"),
    "a program for the whole site": (body("Text.") | {"sw.js": "x"}, "type .js are not published"),
    "a style": (body("Text.") | {"strange/a.css": "@import url(//evil.example)"}, "type .css are not published"),
    "a page in disguise": (body("![a](a.png)") | {"strange/a.png": "<script>x</script>"}, "the file is no picture"),
    "headers of its own": (body("Text.") | {"_headers": "/*\n  X: y\n"}, "the file '_headers' cannot be an address"),
    "dots in a folder": (body("Text.") | {"strange/a..b/a.png": b""}, "the folder 'a..b' cannot be an address"),
    "a link out of the folder": (
        body("Text.") | {"strange/a.png": Path("/etc/passwd")},
        "it is a link to another place",
    ),
    "a link for a page": ({PAGE: Path("/etc/passwd")}, "it is a link to another place"),
    "a link for a folder": (body("Text.") | {"etc-files": Path("/etc")}, "it is a link to another place"),
    "a link for the facts": (body("Text.") | {"facts.yml": Path("/etc/passwd")}, "it is a link to another place"),
    "a link that is hidden": (body("Text.") | {".ledger": Path("/etc")}, "it is a link to another place"),
    "a file of 21 MB": (body("Text.") | {"strange/a.pdf": b"%PDF-" + bytes(21_000_000)}, "it has more than 20 MB"),
    "a picture of 900 million pixels": (
        body("![a](a.png)") | {"strange/a.png": _enormous()},
        "more than 4000 pixels a side",
    ),
    "a drawing inside itself": (
        SHOWING | {"strange/drawing.svg": SVG % (b"<g>" * 20_000)},
        "the drawing cannot be read",
    ),
    "a drawing of 4 MB": (SHOWING | {"strange/drawing.svg": SVG % (b"<path/>" * 600_000)}, "the drawing has 4.2 MB"),
    "a document with a program": (
        matter(enclosed("a.docx")) | {"strange/a.docx": _archive("word/vbaProject.bin")},
        "a.docx: ",
    ),
    "a document that is none": (matter(enclosed("a.pdf")) | {"strange/a.pdf": "<script>x</script>"}, "a.pdf: "),
    "an identifier further up": (
        matter("identifier: ../../etc\nversion: 1\nstatus: draft", "policies/strange/index.md"),
        "'../../etc' cannot be the name of a file",
    ),
    "a topic further up": (
        {"news/2026/strange/index.md": page("A", date="2026-01-05", topics=["../../etc/passwd"])},
        "there is no topic",
    ),
    "a picture further up in front matter": (
        {"news/2026/strange/index.md": page("A", date="2026-01-05", topics=["t"], image="../../etc/x.png")},
        "is not the name of a picture beside this page",
    ),
}
"""Whole contributions."""

REFUSED: dict[str, Case] = {
    **{name: (body(text), told) for name, (text, told) in (LINKS | TEXTS | LARGE).items()},
    **{f"front matter: {name}": (matter(lines), told) for name, (lines, told) in MATTERS.items()},
    **FILES,
}
