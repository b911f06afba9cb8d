"""Slips in front matter, each with the line that an editor is told: read them aloud."""

from __future__ import annotations

import pytest

from knowledge import missteps
from knowledge.frontmatter import Refused, parse, split

END = "put it between straight quotation marks: "
WRITTEN = [
    ("title: 'L'été à Tyr'", f"2: title: an apostrophe ends the value that ' begins: {END}title: \"L'été à Tyr\""),
    ("title: 'L'été à Tyr", f"2: title: an apostrophe ends the value that ' begins: {END}title: \"L'été à Tyr\""),
    ("title: 'Tyr", f'2: title: the quotation that \' begins is never closed: {END}title: "Tyr"'),
    ('title: "Tyr', '2: title: the quotation that " begins is never closed: write title: "Tyr"'),
    (
        'title: "Say "no" and go"',
        '2: title: a " inside the value ends it: write “ and ” inside, and " only at both ends of the whole value',
    ),
    ('title: "C:\\Users"', "2: title: \\ has a meaning of its own inside quotes: write \\\\ instead"),
    ("title: Words: which", f'2: title: a colon stands inside the value: {END}title: "Words: which"'),
    ('title: Say "no": how', f'2: title: a colon stands inside the value: {END}title: "Say “no”: how"'),
    (
        "title: “Words: which”",
        f'2: title: curly quotation marks do not hold a value together: {END}title: "Words: which"',
    ),
    ("title:Words\nsummary: x", "2: title: no space stands behind the colon: write title: Words"),
    (
        "title:\u00a0Words\nsummary: x",
        "2: title: the colon or the space behind it only looks like one: write title: and a space again by hand",
    ),
    (
        "title： Words\nsummary: x",
        "2: title: the colon or the space behind it only looks like one: write title: and a space again by hand",
    ),
    ("topics:\n\t- water", "3: file: the line begins with a tab: begin it with spaces"),
    ("title: x\n summary: y", "3: summary: the line begins with a space: begin it where the line above begins"),
    (
        "summary: long\nwords that go on\ndate: 2026-01-01",
        '3: file: words that go on is no field: write it at the end of the line above, or as "field: value"',
    ),
    ("title: @home", f'2: title: @ has a meaning of its own at the beginning: {END}title: "@home"'),
    ("title: - Words", f'2: title: - begins a list, which needs a line of its own: {END}title: "- Words"'),
    ("title: [Draft] Words", f'2: title: words stand behind ]: {END}title: "[Draft] Words"'),
    ("topics: [water, rain\ndate: x", "2: topics: the list that [ begins is never closed: write ] at its end"),
    ("title: #Été à Tyr", f'2: title: what stands behind # is not read: {END}title: "#Été à Tyr"'),
    ("title: Été #1 à Tyr", f'2: title: what stands behind # is not read: {END}title: "Été #1 à Tyr"'),
]


def told(matter: str) -> str:
    """What an editor is told of front matter."""
    with pytest.raises(Refused) as fault:
        parse(split(f"---\n{matter}\n---\nText.\n")[0] or "")
    return f"{fault.value.line}: {fault.value.field}: {fault.value.what}: {fault.value.cure}"


@pytest.mark.parametrize(("matter", "said"), WRITTEN, ids=[matter for matter, _ in WRITTEN])
def test_a_slip_is_told_with_its_line_its_field_and_what_to_write(matter: str, said: str) -> None:
    assert told(matter) == said


@pytest.mark.parametrize(
    "matter",
    [
        "title: 'It''s here'",
        "title: Words # a remark",
        'title: "a: b #1"',
        "topics:\n  - water\n  - rain",
        "summary: >-\n  folded: words\n  go on",
        "topics: [water,\n  rain]",
        "topics:\n- water",
        'differs: {"3.2": "the law"}',
        "title: 12:30 is late",
    ],
)
def test_what_is_written_well_is_no_slip(matter: str) -> None:
    assert parse(matter).values
    assert missteps.found(matter, matter.count("\n")) is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("---\ntitle: x\n\nText.\n", (3, "put a line with --- after its last field, above this line")),
        ("---\ntitle: x\nText stands here.\n", (3, "put a line with --- after its last field, above this line")),
        ("---\ntitle: x\n----\nText.\n", (3, "write --- (three hyphens) instead of ----")),
        ("---\ntitle: x\n—\nText.\n", (3, "write --- (three hyphens) instead of —")),
        ("---\ntitle: x\ntopics:\n  - a\n", (5, "put a line with --- after its last field, above this line")),
    ],
)
def test_front_matter_that_is_never_closed_says_where_its_end_belongs(text: str, said: tuple[int, str]) -> None:
    with pytest.raises(Refused, match="never closed") as fault:
        split(text)
    assert (fault.value.line, fault.value.cure) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("\n---\ntitle: x\n---\n", "an empty line stands before the front matter: delete it: the file begins with ---"),
        ("--\ntitle: x\n---\n", "the front matter begins with --: write --- (three hyphens) instead"),
        ("title: x\n---\nText.\n", "no line with --- stands above the first field: write one"),
        ("Text.\n", "it has no front matter: begin the file with ---, title: …, summary: … and ---"),
    ],
)
def test_front_matter_that_is_never_opened_says_why(text: str, said: str) -> None:
    assert ": ".join(missteps.unopened(text)) == said


def test_what_no_slip_explains_is_still_refused() -> None:
    assert told("a: 1\n--- b\nc: 2").startswith("4: file: this is not YAML")
