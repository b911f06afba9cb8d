"""What the documents say is so: fields, commands, files, rooms."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from knowledge import channels, concerns, contract
from knowledge.frontmatter import parse, split
from knowledge.kinds import KINDS, kind_of

ROOT = Path(__file__).parents[1]
README, CONTRIBUTING = (ROOT / "README.md").read_text("utf-8"), (ROOT / "CONTRIBUTING.md").read_text("utf-8")
ROOMS_README = (ROOT / "hooks/README.md").read_text("utf-8")
FRENCH, ARABIC = ((ROOT / f"CONTRIBUTING.{code}.md").read_text("utf-8") for code in ("fr", "ar"))
GUIDES = {"CONTRIBUTING": CONTRIBUTING, "CONTRIBUTING.fr": FRENCH, "CONTRIBUTING.ar": ARABIC}
TEXTS = {"README": README, "hooks/README": ROOMS_README, **GUIDES}
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")


def test_the_tables_of_fields_are_those_of_the_record_classes() -> None:
    assert contract.renew(CONTRIBUTING) == CONTRIBUTING


def test_every_field_has_a_sentence() -> None:
    rows = [row for row in "\n".join(contract.tables()).splitlines() if row.startswith("| `")]
    assert rows
    assert [row for row in rows if not row.endswith(". |")] == []


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_every_command_named_exists(text: str) -> None:
    named = set(re.findall(r"(?:^|[`\s])make ([a-z]+)(?=[`\s])", text, re.M))
    targets = set(re.findall(r"^([a-z]+):", MAKEFILE, re.M))
    prose = {"it", "the", "a", "sure", "contract"} - targets
    assert named - prose <= targets


def test_every_command_is_named_in_the_readme() -> None:
    targets = re.findall(r"^([a-z]+):", MAKEFILE, re.M)
    assert [target for target in targets if f"make {target}" not in README] == []


@pytest.mark.parametrize("text", GUIDES.values(), ids=GUIDES)
def test_every_guide_has_the_commands_of_everyday_with_what_they_take(text: str) -> None:
    given = dict(re.findall(r"^ {4,7}make (\w+)(.*)$", text, re.M))
    takes = dict(re.findall(r"^(\w+): .*\n\t@(.*)$", MAKEFILE, re.M))
    assert given.keys() >= {"article", "translation", "translated", "check", "fix", "serve"}
    for target, said in given.items():
        assert [name for name in re.findall(r"\b([A-Z]{2,})=", said) if name not in takes[target]] == []


@pytest.mark.parametrize("text", [FRENCH, ARABIC], ids=["fr", "ar"])
def test_the_fields_in_the_short_guides_are_those_of_an_article(text: str) -> None:
    kind = kind_of("news/2026/x")
    rows = re.findall(r"^\| (`.+?`) \|", text, re.M)
    named = {field for row in rows for field in re.findall(r"`(\w+)`", row)}
    assert set(kind.needed) <= named <= kind.words | kind.facts
    others = set(re.findall(r"`([a-z_]+)(?:: [\w-]+)?`", text)) - named
    assert others <= {field for each in KINDS for field in each.words | each.facts}


def test_the_arabic_guide_runs_from_right_to_left_but_for_its_commands() -> None:
    outer, *inner = re.findall(r'<div dir="(\w+)">', ARABIC)
    assert (outer, set(inner), ARABIC.count("</div>")) == ("rtl", {"ltr"}, len(inner) + 1)
    mirrored = re.sub(r'<div dir="ltr">.*?</div>', "", ARABIC, flags=re.S)
    assert re.findall(r"^ {4}\S.*$", mirrored, re.M) == []


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_every_file_named_exists(text: str) -> None:
    named = set(re.findall(r"[`(]((?:docs|hooks|overrides|tests|\.github)/[\w./-]*)[`)]", text))
    assert [name for name in sorted(named) if not (ROOT / name).exists()] == []


def test_every_room_stands_in_the_map() -> None:
    rooms = {path.stem for path in (ROOT / "hooks/knowledge").rglob("*.py")} - {"__init__"}
    assert {room for room in rooms if f"`{room}`" not in ROOMS_README} == set()


def test_the_readme_says_why_each_dependency_is_there() -> None:
    pinned = re.findall(r"^([\w-]+)(?:\[\w+\])?==", (ROOT / "requirements.txt").read_text("utf-8"), re.M)
    assert [name for name in pinned if name.lower() not in README.lower()] == []


def test_the_example_of_an_article_has_only_known_fields() -> None:
    example = re.search(r"^ {7}---\n(?: {7}.*\n)+", CONTRIBUTING, re.M)
    assert example
    matter, _, _ = split(re.sub(r"^ {7}", "", example[0], flags=re.M))
    kind = kind_of("news/2026/x")
    assert set(parse(matter or "").values) <= kind.words | kind.facts


def test_the_sections_of_the_page_about_concerns_are_those_that_the_build_wants() -> None:
    rows = re.findall(r"^\| `(\w+)` \| ([^|]+) \|$", CONTRIBUTING, re.M)
    assert dict(rows) | concerns.SECTIONS == dict(rows)


def test_what_a_channel_says_is_told() -> None:
    example = CONTRIBUTING[CONTRIBUTING.index("    line:\n") :].partition("\n\n")[0]
    assert [word for word in ("languages", *channels.WORDS) if f"      {word}: " not in example] == []
    assert [sort for sort in channels.ADDRESSES if f"`{sort}`" not in CONTRIBUTING] == []


def test_placeholders_to_replace_before_publishing_are_told() -> None:
    addresses = set(re.findall(r"https://[\w.-]*example\.org/[\w-]*", (ROOT / "mkdocs.yml").read_text("utf-8")))
    assert addresses
    assert [address for address in addresses if address not in CONTRIBUTING] == []
