"""A translation gets the headings of its source where that can be told, and says so where it has its own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge import frontmatter
from knowledge.importer.alignment import aligned
from knowledge.outline import compare, outline, with_ids

MATTER = "---\ntitle: Wells\n---\n\n"
SOURCE = f"{MATTER}## One\n\nText.\n\n### Two\n\nText.\n"


@pytest.mark.parametrize(
    ("body", "made"),
    [
        ("## Un\n\nTexte.\n\n### Deux\n", "## Un\n\nTexte.\n\n### Deux\n"),
        ("### Un\n\n## Deux\n", "## Un\n\n### Deux\n"),
        ("Texte.\n\n**Un**\n\nTexte.\n\n### Deux\n", "Texte.\n\n## Un\n\nTexte.\n\n### Deux\n"),
        ("Texte.\n\n**Un**\n\nTexte.\n\n**Deux**\n\nTexte.\n", "Texte.\n\n## Un\n\nTexte.\n\n### Deux\n\nTexte.\n"),
    ],
)
def test_levels_and_bold_lines_follow_the_source(body: str, made: str) -> None:
    assert aligned(MATTER + body, SOURCE) == MATTER + made


@pytest.mark.parametrize(
    "body",
    [
        "Texte.\n",
        "## Un\n",
        "## Un\n\n## Deux\n\n## Trois\n",
        "## Un\n\nTexte **gras**\n\nici.\n",
        "Texte.\n\n```\n\n**Un**\n\n```\n\n## Deux\n",
        "## Un\n\n## 2. Deux\n",
    ],
)
def test_a_translation_with_other_headings_keeps_them_and_says_so(body: str) -> None:
    assert aligned(MATTER + body, SOURCE) == f"---\ntitle: Wells\nadapted: true\n---\n\n{body}"


BODY = st.lists(st.sampled_from(["## a", "### b", "**c**", "text", "- x", "```\n## d\n```"]), max_size=6).map(
    "\n\n".join
)


@given(BODY, BODY)
def test_what_does_not_say_that_it_is_adapted_has_the_headings_of_its_source(body: str, source: str) -> None:
    matter, made, _ = frontmatter.split(aligned(f"{MATTER}{body}\n", f"{MATTER}{source}\n"))
    assert ("adapted" in (matter or "")) == bool(compare("", outline(made), "", with_ids(outline(source))))
