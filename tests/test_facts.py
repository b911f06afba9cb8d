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
        ("a:\n  b: 'open\n", "2: b: the quotation that ' begins is never closed"),
        ("a: &x\n  b: *x\n", "1: file: & and * have a meaning of their own here"),
        ("a:\n  b: " + "x" * 70_000, "1: file: it is longer than 64 KB: take out what no page shows"),
        (
            "a:\n  email: {en: a@b.org, fr: a@b.org, ar: e@b.org}\n",
            "1: a: a.email is not the same in every language (en: a@b.org; fr: a@b.org; ar: e@b.org): write it once for all",
        ),
        (
            "a:\n  web: {en: https://a.org/en, fr: https://e.org/en, ar: https://a.org/ar}\n",
            "1: a: a.web is not the same in every language",
        ),
        ("a:\n  key: {en: 0A, fr: 0B, ar: 0A}\n", "1: a: a.key is not the same in every language"),
        (
            "a:\n  answer: {en: In 3 days, fr: Sous 5 jours, ar: خلال 3 أيام}\n",
            "1: a: a.answer has not the same figures in every language (en: In 3 days; fr: Sous 5 jours; ar: خلال 3 أيام)",
        ),
        (b"a:\n  b: caf\xe9\n", "1: file: it is not UTF-8 text: save it as UTF-8"),
    ],
)
def test_what_is_wrong_with_the_facts_is_told(tmp_path: Path, text: str | bytes, said: str) -> None:
    (problem,) = read_text(tmp_path, text)[1]
    assert problem.startswith(f"docs/facts.yml:{said}")


@pytest.mark.parametrize(
    "said",
    [
        "hours: {en: 9 am to 5 pm, fr: de 9 h à 17 h, ar: من ٩ صباحاً إلى 5 مساءً}",
        "web: {en: https://a.org/en/1, fr: https://a.org/fr/2, ar: https://a.org/ar/3}",
        "post: {en: 'Street 4, 1000 City', fr: '4, rue, 1000 Ville', ar: '1000، شارع 4'}",
    ],
)
def test_what_languages_write_in_their_own_way_is_no_fault(tmp_path: Path, said: str) -> None:
    assert read_text(tmp_path, f"a:\n  {said}\n")[1] == []


def test_a_file_of_many_channels_is_read(tmp_path: Path) -> None:
    text = "".join(
        f"line{number}:\n  hours: {{en: {'a ' * 200}, fr: {'b ' * 200}, ar: {'ج ' * 200}}}\n" for number in range(30)
    )
    assert len(text.encode()) > 40_000
    assert read_text(tmp_path, text)[1] == []


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
