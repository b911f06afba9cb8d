"""Facts are written once and filled in by language; a name that no fact has is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.drafts import LANGUAGES, told

from knowledge.facts import Facts, fill, read, unknown

FACTS: Facts = {
    "org.name": {"en": "The Union", "fr": "L’Union", "ar": "الاتحاد"},
    "report.email": {"en": "r@example.org", "fr": "r@example.org", "ar": "r@example.org"},
}


def read_text(folder: Path, text: str | bytes) -> tuple[Facts, list[str]]:
    path = folder / "facts.yml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    facts, problems = read(path, LANGUAGES, "docs/facts.yml")
    return facts, told(problems)


def test_a_fact_has_one_value_for_all_languages_or_one_for_each(tmp_path: Path) -> None:
    text = "org:\n  name: {en: The Union, fr: L’Union, ar: الاتحاد}\nreport:\n  email: r@example.org\n"
    assert read_text(tmp_path, text) == (FACTS, [])


def test_a_site_needs_no_facts(tmp_path: Path) -> None:
    assert read(tmp_path / "facts.yml", LANGUAGES, "docs/facts.yml") == ({}, [])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "a:\n  b: {en: One, fr: Un}\n",
            "1: a: a.b has no value for ar: write one for each language",
        ),
        ("a:\n  b:\n    en: One\n    fr:\n    ar:\n", "1: a: a.b has no value for fr, ar"),
        ("a:\n  b: One\na:\n  c: Two\n", "3: a: it is written twice: keep one"),
        ("a:\n  b: 'open\n", "2: file: this is not YAML"),
        ("a: &x\n  b: *x\n", "1: file: & and * have a meaning of their own here"),
        (b"a:\n  b: caf\xe9\n", "1: file: it is not UTF-8 text: save it as UTF-8"),
    ],
)
def test_what_is_wrong_with_the_facts_is_told(tmp_path: Path, text: str | bytes, said: str) -> None:
    (problem,) = read_text(tmp_path, text)[1]
    assert problem.startswith(f"docs/facts.yml:{said}")


@pytest.mark.parametrize(
    ("language", "filled"), [("en", "We are The Union."), ("fr", "We are L’Union."), ("ar", "We are الاتحاد.")]
)
def test_a_placeholder_becomes_the_value_in_the_language_of_the_text(language: str, filled: str) -> None:
    assert fill("We are {{ org.name }}.", language, FACTS) == filled


@pytest.mark.parametrize(
    ("text", "filled"),
    [
        ("{{org.name}}{{  org.name  }}", "The UnionThe Union"),
        ("[{{ org.name }}](mailto:{{ report.email }})", "[The Union](mailto:r@example.org)"),
        ("`{{ org.name }}` {{ org.name }}", "`{{ org.name }}` The Union"),
        ("```\n{{ org.name }}\n```\n", "```\n{{ org.name }}\n```\n"),
        ("{{ org.nmae }} and { org.name }", "{{ org.nmae }} and { org.name }"),
        ("{{ org\n.name }}", "{{ org\n.name }}"),
        ("nothing to fill", "nothing to fill"),
    ],
)
def test_only_placeholders_outside_code_are_filled(text: str, filled: str) -> None:
    assert fill(text, "en", FACTS) == filled


def test_a_value_is_not_filled_again() -> None:
    assert fill("{{ a.b }}", "en", {"a.b": {"en": "{{ a.b }}"}}) == "{{ a.b }}"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{{ org.nmae }}", (4, "there is no fact 'org.nmae'", "did you mean {{ org.name }}?")),
        ("a\n\n{{ 7 * 7 }}", (6, "there is no fact '7 * 7'", "add it to facts.yml")),
        ("{{ }}", (4, "there is no fact ''", "add it to facts.yml")),
    ],
)
def test_a_placeholder_that_names_no_fact_is_told_with_the_nearest(text: str, said: tuple[int, str, str]) -> None:
    assert list(unknown(text, 4, FACTS)) == [said]


@pytest.mark.parametrize("text", ["{{ org.name }}", "`{{ nothing }}`", "<!-- {{ nothing }} -->", "{ org }", ""])
def test_a_text_whose_placeholders_all_have_facts_has_no_problem(text: str) -> None:
    assert list(unknown(text, 1, FACTS)) == []
