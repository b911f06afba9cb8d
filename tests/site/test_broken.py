"""Whatever is wrong with the content, one run tells all of it, and what was published before stays as it was."""

from __future__ import annotations

import re

import pytest
from tests.conftest import Built, Site
from tests.site.writing import REVIEWED, files, page, picture

PNG = picture()

GOOD = {
    "index.md": page("Home", reviewed=REVIEWED),
    "topics/water/index.md": page("Water", "## Wells\n\nText.", reviewed=REVIEWED),
    "topics/water/index.fr.md": page("Eau", "## Puits\n\nTexte."),
    "regions/delta/index.md": page("Delta", reviewed=REVIEWED),
    "people/noor/index.md": page("Noor", role="Editor", reviewed=REVIEWED),
    "about/press-card.png": PNG,
    "about/index.md": page("About", reviewed=REVIEWED),
}


def _with(*lines: str, body: str = "Text.") -> str:
    """A page of text with more lines of front matter, from line 5 on."""
    return "\n".join(["---", "title: Page", "summary: A page.", "reviewed: 2026-01-05", *lines, "---", body, ""])


def _article(*lines: str) -> str:
    return "\n".join(["---", "title: News", "summary: Some news.", *lines, "---", "Text.", ""])


FRONT_MATTER = {
    "misspelt/index.md": (_with("ordr: 3"), 5, "ordr", "did you mean order?"),
    "unknown/index.md": (_with("colour: red"), 5, "colour", "there is no such field"),
    "wrong-type/index.md": (_with("", "order: third"), 6, "order", "write a number such as 1"),
    "topics/mist/index.md": (
        "---\nsummary: S.\nreviewed: 2026-01-05\n---\nText.\n",
        1,
        "title",
        "this field is needed",
    ),
    "twice/index.md": (_with("order: 1", "order: 2"), 6, "order", "it is written twice: keep one"),
    "anchor/index.md": (_with("short: &name Short"), 5, "file", "& and * have a meaning"),
    "alias/index.md": (_with("short: *name"), 5, "file", "& and * have a meaning"),
    "merge/index.md": (_with("<<: {order: 1}"), 5, "file", "<< would merge other fields in: write each field out"),
    "long/index.md": (_with("short: " + "x" * 9000), 2, "file", "the front matter is longer than 8 KB"),
    "colon/index.md": (_with("short: One: two"), 5, "short", "a colon stands inside the value"),
    "unclosed/index.md": ("---\ntitle: T\n\nText.\n", 3, "file", "the front matter is never closed"),
    "bare/index.md": ("Text alone.\n", 1, "file", "it has no front matter"),
    "news/2026/day/index.md": (
        _article("date: 2026-02-30", "topics: [water]"),
        4,
        "date",
        "there is no day 2026-02-30",
    ),
    "news/2026/form/index.md": (_article("date: 3 May", "topics: [water]"), 4, "date", "as 2026-03-14"),
    "news/2026/topic/index.md": (
        _article("date: 2026-02-03", "topics: [watr]"),
        5,
        "topics",
        "there is no topic 'watr': did you mean water?",
    ),
    "news/2026/region/index.md": (
        _article("date: 2026-02-03", "topics: [water]", "regions: [detla]"),
        6,
        "regions",
        "did you mean delta?",
    ),
    "news/2026/alt/index.md": (
        _article("date: 2026-02-03", "topics: [water]", "image: a.png"),
        1,
        "image_alt",
        "this field is needed",
    ),
    "topics/fire/index.md": (_with("contacts: [nor]"), 5, "contacts", "there is no person 'nor': did you mean noor?"),
}
TEXTS = {
    "link/index.md": ("One line.\n\n[a](../abuot/index.md)", 3, "link", "did you mean ../about/index.md?"),
    "here/index.md": ("## A heading\n\n[a](#a-haeding)", 3, "link", "did you mean #a-heading?"),
    "there/index.md": ("[a](../topics/water/index.md#puits)", 1, "link", "has no place called #puits"),
    "across/index.md": ("[a](../regions/delta/index.ar.md)", 1, "link", "index.ar.md is not written"),
    "across-place/index.md": ("[a](../topics/water/index.fr.md#well)", 1, "link", "did you mean #wells?"),
    "root/index.md": ("[a](/about/)", 1, "link", "starts at the root"),
    "folder/index.md": ("[a](../about/)", 1, "link", "../about/ is not a file"),
    "picture/index.md": ("![A card](../about/press-crad.png)", 1, "image", "did you mean press-card.png?"),
    "mute/index.md": ("![](../about/press-card.png)", 1, "image", "../about/press-card.png has no alt text"),
    "elsewhere/index.md": ("![A](https://example.org/a.png)", 1, "image", "lies on another site"),
    "loud/index.md": ("# Again", 1, "heading", "# 'Again' would be a second title"),
    "line/index.md": ("Words\n=====", 1, "heading", "it is underlined"),
    "jump/index.md": ("## Two\n\n#### Four", 3, "heading", "#### 'Four' skips a level"),
    "fact/index.md": ("Call {{ office.phone }}.", 1, "fact", "there is no fact 'office.phone'"),
}
MANY = (
    "news/2026/many/index.md",
    _article("date: 2026-02-03", "topics: [watr]", "image: lost.png", "colour: red"),
    [(1, "image_alt", "this field is needed"), (5, "topics", "'watr'"), (6, "image", "no lost.png"), (7, "colour", "")],
)
"""A page with many faults, some of which can only be seen with the whole site in view."""

SOUND = {"news/2026/sound/index.md": _article("date: 2026-02-03", "topics: [mist]")}
"""A page without a fault, though the topic it names has one."""

TEXT_BEGINS = 6
"""The line of a page's file on which its text begins here."""

NAMES = {
    "eu/index.md": (_with(), "the folder 'eu' has two letters, like a language"),
    "my.page/index.md": (_with(), "the folder 'my.page' cannot be an address"),
    "my page/index.md": (_with(), "the folder 'my page' cannot be an address"),
    "MyPage/index.md": (_with(), "the folder 'MyPage' cannot be an address"),
    "german/index.de.md": (_with(), "'de' is not a language of this site"),
    "first/index.en.md": (_with(), "'index.en.md' names the first language: call it index.md"),
    "slip/indx.md": (_with(), "'indx.md' is not the name of a page"),
    "report/report.eu.md": (_with(), "'report.eu.md' is not the name of a page"),
    "about/Press Card.png": (PNG, "the file 'Press Card.png' cannot be an address"),
}
BYTES = {
    "latin/index.md": (_with().encode() + b"\ncaf\xe9\n", 8, "it is not UTF-8 text"),
    "bidi/index.md": (_with(body="Pay \u202e001 euros").encode(), 6, "an invisible character (U+202E)"),
    "empty/index.md": (b"", 1, "the file is empty"),
}
TRANSLATIONS = {
    "about/index.fr.md": (page("Infos", reviewed=REVIEWED), 4, "reviewed", "a translation carries only words"),
    "orphan/index.fr.md": (page("Seul"), 1, "reviewed", "if this is a translation, its source index.md is missing"),
    "people/noor/index.fr.md": (page("Nour"), 1, "role", "this field is needed"),
    "topics/water/index.ar.md": (
        page("ماء", "### بئر"),
        5,
        "heading",
        "here stands ### 'بئر', in content/topics/water",
    ),
    "regions/delta/index.fr.md": (
        page("Delta", translated_from="ar"),
        4,
        "translated_from",
        "no 'ar' text lies beside",
    ),
}

Case = tuple[str, int, str, str]
"""Path, line, field, and words of the message."""

CASES: list[Case] = [
    *((path, line, field, said) for path, (_, line, field, said) in (FRONT_MATTER | TRANSLATIONS).items()),
    *((path, line + TEXT_BEGINS - 1, field, said) for path, (_, line, field, said) in TEXTS.items()),
    *((path, 1, "name", said) for path, (_, said) in NAMES.items()),
    *((path, line, "file", said) for path, (_, line, said) in BYTES.items()),
    *((MANY[0], *fault) for fault in MANY[2]),
]


@pytest.fixture(scope="module")
def twice(tiny: Site) -> tuple[dict[str, bytes], Built]:
    """The files of a site published once, and what came of building it again with everything wrong."""
    first = tiny(GOOD)
    assert first.code == 0, first.said
    before = files(first.folder)
    texts = {path: _with(body=body) for path, (body, *_) in TEXTS.items()}
    others = {path: content for path, (content, *_) in (FRONT_MATTER | NAMES | BYTES | TRANSLATIONS).items()}
    return before, tiny(GOOD | SOUND | {MANY[0]: MANY[1]} | texts | others)


@pytest.mark.parametrize(("path", "line", "field", "said"), CASES, ids=[case[0] for case in CASES])
def test_every_fault_is_told_with_its_line_its_field_and_its_cure(
    twice: tuple[dict[str, bytes], Built], path: str, line: int, field: str, said: str
) -> None:
    start = f"content/{path}:{line}: {field}: "
    told = [row for row in twice[1].said.splitlines() if row.startswith(start)]
    assert len(told) == 1, twice[1].said
    what, _, cure = told[0].removeprefix(start).partition(": ")
    assert said in told[0]
    assert what
    assert cure


def test_nothing_is_told_that_is_not_wrong(twice: tuple[dict[str, bytes], Built]) -> None:
    told = re.findall(r"^content/(.+?):\d+: ", twice[1].said, re.M)
    assert sorted(set(told)) == sorted({case[0] for case in CASES})


def test_the_count_of_problems_is_told_first(twice: tuple[dict[str, bytes], Built]) -> None:
    count = len(re.findall(r"^content/.+?:\d+: ", twice[1].said, re.M))
    assert f"{count} problems to mend before the site can be published:" in twice[1].said
    assert "Traceback" not in twice[1].said


def test_a_failed_build_exits_with_1_and_leaves_the_published_site(twice: tuple[dict[str, bytes], Built]) -> None:
    before, failed = twice
    assert failed.code == 1
    assert "Nothing was published; the previous site is untouched." in failed.said
    assert files(failed.folder) == before


def test_a_failed_build_leaves_nothing_half_made(twice: tuple[dict[str, bytes], Built]) -> None:
    beside = sorted(path.name for path in twice[1].folder.parent.iterdir())
    assert beside == [".cache", ".memory", "content", "hooks", "mkdocs.yml", "out", "overrides", "tiny.yml"]
