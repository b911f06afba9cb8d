"""Whatever stands in a file, reading it ends in fields or in a refusal, and its page holds words."""

from __future__ import annotations

import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from lxml import etree, html
from tests.drafts import LANGUAGES
from tests.hostile.bounds import bounded
from tests.hostile.refusals import LINKS
from tests.hostile.showings import SHOWN
from tests.hostile.speaking import converter
from tests.hostile.strangeness import strange

from knowledge import facts, fragments, frontmatter, limits, links, markup, outline, ways
from knowledge.bodies import Bodies
from knowledge.entries import Text
from knowledge.fragments import Setting
from knowledge.frontmatter import FrontMatter, Refused
from knowledge.sources import Source, decode

LINES = """title: a|title: |summary: 'a|order: 1|- a|  - b|? a|: b|&a|*a|<<: *a|!!str|{a: |[a, |}|]|"\\ud800"|"\\0"|"|'|# a|
"\\U000E0041"|---|...|%YAML 9.9|\t|a: |  b: |>-|~: a|1: 2|null|2026-13-45|0x1F|1e999|\u202e|\ufeff|\x85"""
MATTER = st.lists(st.sampled_from(LINES.split("|")), max_size=14).map("\n".join)
MARKS = """# a|## a {#b}|> |- |1. |    |\t|***|---|~~~|```|`|[|](|)|![|[^1]|[^1]: |*[a]: |!!! a|??? a|=== "a"|{: |}|<|>|</|
<!--|-->|<p>|<div markdown=1>|</div>|<b|&#|;|&lt;|\\|  \n|\n\n|a@b.org|+45 88 32 70 00|2026-01-01|{{ a.b }}|\u200f|أ|é|🙂"""
PIECES = [*(text for text, _ in (SHOWN | LINKS).values()), *MARKS.split("|")]
BODIES = st.lists(st.sampled_from(PIECES) | st.text(max_size=8), max_size=20).map("".join)


def fields(written: str) -> FrontMatter | Refused:
    """What front matter says, or why it is refused; nothing else may be raised."""
    try:
        return frontmatter.parse(written)
    except Refused as refused:
        return refused


def parts(data: bytes) -> tuple[str | None, str, int] | Refused:
    """What a file consists of, or why it is refused."""
    try:
        text = decode(data)
        limits.check(text)
        return frontmatter.split(text)
    except Refused as refused:
        return refused


def shown(body: str) -> str:
    """The finished HTML of a text, which every room has looked at that looks at pages."""
    assert list(links.links(body)) is not None
    assert len(outline.with_ids(outline.outline(body))) == len(outline.outline(body))
    assert all(line >= 1 for line, _, _ in facts.unknown(body, 1, {}))
    language, source = LANGUAGES.default, Source("a/index.md", "docs/a/index.md", "a", "en", FrontMatter(), body, 1)
    text = Text(language, None, source, [])
    setting = Setting(language, LANGUAGES["ar"], "a/", LANGUAGES, str, lambda path: None, lambda address: None)
    clean = Bodies(converter(), {}).clean(text)
    assert all(way.value for way in ways.shown(clean))
    return markup.serialise(fragments.finish(clean, setting))


@settings(max_examples=250)
@given(MATTER | st.text(max_size=200))
@example("a: " + "[" * 4 + "]" * 4)
@example('a: "\\0"')
def test_front_matter_is_read_or_refused(written: str) -> None:
    with bounded():
        found = fields(written)
    if isinstance(found, Refused):
        assert found.line >= 1
        assert found.what
        assert found.cure
    else:
        assert set(found.values) == set(found.lines)
        assert yaml.safe_dump(found.values, allow_unicode=True).encode()


@settings(max_examples=150)
@given(st.binary(max_size=200) | MATTER.map(lambda said: f"---\n{said}\n---\na".encode()))
def test_a_file_is_split_or_refused(data: bytes) -> None:
    with bounded():
        found = parts(data)
    if isinstance(found, Refused):
        assert found.line >= 1
    else:
        assert found[1] in decode(data)
        assert (found[0] is None) == (found[2] == 1)


@settings(max_examples=120, suppress_health_check=[HealthCheck.too_slow])
@given(BODIES)
def test_markdown_becomes_words(body: str) -> None:
    with bounded():
        page = "" if isinstance(parts(f"---\na: b\n---\n{body}".encode()), Refused) else shown(body)
    root = html.document_fromstring(f"<!doctype html><html><body>{page}</body></html>")
    assert list(strange(root)) == []
    assert etree.fromstring(etree.tostring(root)) is not None
