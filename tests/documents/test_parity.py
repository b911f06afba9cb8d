"""Parity: what a translation lost, added, moved or changed is told with both texts, and accepted only by name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.documents import versions
from tests.drafts import LANGUAGES
from tests.site.writing import page

from knowledge.documents import freshness, parity
from knowledge.entries import Text
from knowledge.problems import Problem

ENGLISH = (
    "## 3. Duties\n\n3.1 Act within 30 days.\n\n3.2 Write to {{ report.email }}:\n\na) at once;\n\nb) [here](x.md).\n"
)
FRENCH = "## 3. Devoirs\n\n3.1 Agir sous 30 jours.\n\n3.2 Écrire à {{ report.email }} :\n\na) de suite ;\n\nb) [ici](x.md).\n"


def text(code: str, body: str, accepted: Mapping[str, str]) -> Text:
    """A text whose body begins its file."""
    found = versions.catalogue({f"{versions.DOCUMENT}/index.md": versions.text(body="x")}).entries[versions.DOCUMENT]
    source = replace(found.texts["en"].source, shown=f"a.{code}.md", language=code, body=body, body_line=1)
    record = replace(found.record, differs=tuple(accepted.items()))
    return Text(LANGUAGES[code], record, source, [])


def problems(ours: str, theirs: str = ENGLISH, accepted: Mapping[str, str] | None = None) -> list[Problem]:
    base = freshness.said(text("en", theirs, {}))
    return list(parity.check(text("fr", ours, accepted or {}), base, "a.md"))


def told(ours: str, theirs: str = ENGLISH, accepted: Mapping[str, str] | None = None) -> list[str]:
    """The problems without their cures."""
    return [f"{problem.line}: {problem.what}" for problem in problems(ours, theirs, accepted)]


def test_a_faithful_translation_has_no_problems() -> None:
    assert told(FRENCH) == []


@pytest.mark.parametrize(
    ("was", "becomes", "expected"),
    [
        (
            "30 jours",
            "60 jours",
            ["3: 3.1 has 60 and lacks 30: here «Agir sous 60 jours.», in a.md «Act within 30 days.»"],
        ),
        (
            "30 jours",
            "trente jours",
            ["3: 3.1 lacks 30: here «Agir sous trente jours.», in a.md «Act within 30 days.»"],
        ),
        ("de suite", "en 2 jours", ["7: 3.2 a has 2: here «en 2 jours ;», in a.md «at once;»"]),
        (
            "{{ report.email }}",
            "a@b.org",
            [
                "5: 3.2 has a@b.org and lacks {{ report.email }}: here «Écrire à a@b.org :», "
                "in a.md «Write to {{ report.email }}:»"
            ],
        ),
        ("x.md", "y.md", ["9: 3.2 b has y.md and lacks x.md: here «[ici](y.md).», in a.md «[here](x.md).»"]),
        (
            "a) de suite ;\n\nb)",
            "a)",
            [
                "7: 3.2 b is missing after 3.2 a: a.md has «[here](x.md).»",
                "7: 3.2 a has x.md: here «[ici](x.md).», in a.md «at once;»",
            ],
        ),
        ("3.1 Agir sous 30 jours.\n\n", "", ["1: 3.1 is missing after 3: a.md has «Act within 30 days.»"]),
        (
            "3.2 Écrire",
            "3.3 Agir encore.\n\n3.2 Écrire",
            ["5: 3.3 is here alone: «Agir encore.»; a.md has no such clause"],
        ),
        (
            "30 jours.\n\n",
            "30 jours.\n\nEncore.\n\n",
            [
                "3: 3.1 has a passage without a number: here «Agir sous 30 jours. Encore.», "
                "in a.md «Act within 30 days.»"
            ],
        ),
        (
            "Agir sous 30 jours.",
            "[abrogé dans la version 30]",
            ["3: 3.1 is repealed in one text only: here «[abrogé dans la version 30]», in a.md «Act within 30 days.»"],
        ),
    ],
)
def test_a_difference_is_told_with_both_texts(was: str, becomes: str, expected: list[str]) -> None:
    assert told(FRENCH.replace(was, becomes, 1)) == expected


def test_the_cure_names_the_command_and_what_to_accept() -> None:
    [problem] = problems(FRENCH.replace("30", "60"))
    assert (problem.path, problem.field) == ("a.fr.md", "clause")
    assert problem.cure == (
        "mend the one that is wrong; once this text follows the source as it is now, run `make translated FILE=a.fr.md`; "
        'where both are meant so, write in its front matter differs: {"3.1": "the reason"}'
    )


def test_only_the_clause_out_of_order_is_told() -> None:
    ours = "## 1. D\n\n1.4 d\n\n1.1 a\n\n1.2 b\n\n1.3 c\n"
    theirs = "## 1. D\n\n1.1 a\n\n1.2 b\n\n1.3 c\n\n1.4 d\n"
    assert told(ours, theirs) == ["3: 1.4 is out of order: here «d»; in a.md it stands after 1.3"]


def test_two_clauses_repealed_alike_are_equal_and_their_versions_count() -> None:
    theirs = "## 1. D\n\n1.1 [repealed in version 4]\n"
    assert told("## 1. D\n\n1.1 [ملغى في الإصدار 4]\n", theirs) == []
    assert len(told("## 1. D\n\n1.1 [ملغى في الإصدار 3]\n", theirs)) == 1


def test_an_accepted_difference_silences_the_clause_it_names_and_no_other() -> None:
    ours = FRENCH.replace("30", "60").replace("de suite", "en 2 jours")
    assert told(ours, accepted={"3.1": "the law"}) == ["7: 3.2 a has 2: here «en 2 jours ;», in a.md «at once;»"]
    assert told(ours, accepted={"3.1": "the law", "3.2 a": "the law"}) == []


@pytest.mark.parametrize(
    "ours",
    [FRENCH.replace("3.1 Agir sous 30 jours.\n\n", ""), FRENCH + "\n3.1 Agir encore.\n", FRENCH.replace("30", "60")],
)
def test_a_clause_that_is_missing_or_changed_can_be_accepted(ours: str) -> None:
    assert told(ours, accepted={"3.1": "why"}) == (
        ["1: 3.1 does not differ from its source"] if "encore" in ours else []
    )


def test_an_accepted_difference_that_is_none_is_told_with_a_cure() -> None:
    found = [
        (problem.field, problem.what, problem.cure)
        for problem in problems(FRENCH, accepted={"3.2": "why", "3.2a": "y", "x": "z"})
    ]
    assert found == [
        ("differs", "3.2 does not differ from its source", "take 3.2 out of differs"),
        ("differs", "there is no clause 3.2a", "did you mean 3.2 a?"),
        ("differs", "there is no clause x", "name a clause as 3.2 or 3.2 a"),
    ]


def test_a_long_clause_is_shown_around_what_differs() -> None:
    words = " ".join(["word"] * 100)
    [line] = told(f"## 1. D\n\n1.1 {words} 7 {words}\n", f"## 1. D\n\n1.1 {words} 8 {words}\n")
    here, there = line.split(": here ")[1].split(", in a.md ")
    assert (" 7 " in here, " 8 " in there) == (True, True)
    assert max(map(len, (here, there))) < parity.SHOWN + 20
    assert (here[:6], here[-6:]) == ("«…word", "word…»")


def test_many_differences_are_told_with_their_numbers() -> None:
    more = "1 2 3 4 5 6 6"
    assert "has 1, 2, 3, 4, 5 …" in told(f"## 1. D\n\n1.1 {more}\n", "## 1. D\n\n1.1 x\n")[0]
    assert "has 6 (2 times)" in told("## 1. D\n\n1.1 6 6\n", "## 1. D\n\n1.1 x\n")[0]


@given(st.permutations(range(7)))
def test_the_steadiest_part_of_an_order_is_in_order_and_the_longest(places: list[int]) -> None:
    kept = [places[position] for position in sorted(parity.steady(places))]
    longest = max(len(part) for part in _ordered(places))
    assert (kept, len(kept)) == (sorted(kept), longest)


def _ordered(places: list[int]) -> list[list[int]]:
    """Every part of a sequence that is in order."""
    found: list[list[int]] = [[]]
    for place in places:
        found += [[*part, place] for part in found if not part or part[-1] < place]
    return found


def opening(title: str, start: str, **fields: object) -> list[str]:
    """What is told of the title and the words before the first clause of a French text."""
    facts = {"reviewed": "2026-01-05", "identifier": "gifts", "version": 1, "status": "draft"}
    english = page("Rules of 2020", f"Since 1 March 2020.\n\n{versions.BODY}", **facts)
    french = page(title, f"{start}\n\n{versions.BODY}", **fields)
    name = f"{versions.DOCUMENT}/index"
    found = versions.catalogue({f"{name}.md": english, f"{name}.fr.md": french}).entries[versions.DOCUMENT].texts
    checked = parity.check(found["fr"], freshness.said(found["en"]), "en.md")
    return [f"{problem.line}: {problem.field}: {problem.what}" for problem in checked]


def test_the_title_and_the_words_before_the_first_clause_are_compared_too() -> None:
    assert opening("Règles de 2020", "Depuis le 1er mars 2020.") == []
    assert opening("Règles de 2021", "Depuis le 1er avril 2020.") == [
        "2: title: title has 2021 and lacks 2020: here «Règles de 2021», in en.md «Rules of 2020»",
        "3: summary: summary has 2021 and lacks 2020: here «Règles de 2021.», in en.md «Rules of 2020.»",
        "5: start: start has avril and lacks March: here «Depuis le 1er avril 2020.», in en.md «Since 1 March 2020.»",
    ]


def test_annexes_and_their_footnotes_are_compared_too() -> None:
    english = ENGLISH + "\n## Annex\n\nWithin 7 days.[^1]\n\n[^1]: Or 8.\n"
    french = FRENCH + "\n## Annexe\n\nSous 7 jours.[^1]\n\n[^1]: Ou 8.\n"
    assert told(french, english) == []
    assert told(french.replace("7", "6"), english)[0].startswith("9: annexes has 6 and lacks 7")
    assert told(french.replace("Ou 8", "Ou 9"), english)[0].startswith("9: annexes has 9 and lacks 8")
    assert told(french.replace("7", "6"), english, {"annexes": "the law"}) == []


def test_what_the_front_matter_accepts_is_accepted_and_what_it_need_not_is_told_at_its_line() -> None:
    accepted = {"title": "a year later", "summary": "a year later", "1.1": "none"}
    assert opening("Règles de 2021", "Depuis le 1er mars 2020.", differs=accepted) == [
        "4: differs: 1.1 does not differ from its source"
    ]
