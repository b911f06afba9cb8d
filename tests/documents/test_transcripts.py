"""A frozen text reads as the one it was made from, one folder deeper."""

from __future__ import annotations

import pytest
from tests.documents.versions import DOCUMENT, catalogue, text, translation

from knowledge import facts, frontmatter
from knowledge.documents import freshness
from knowledge.documents.transcripts import Transcript
from knowledge.entries import Text

FACTS = {
    "organisation.name": {"en": 'The "Press" Club', "fr": "Le Club : presse", "ar": "النادي"},
    "report.email": {"en": "a@example.org", "fr": "a@example.org", "ar": "a@example.org"},
}
ASSETS = frozenset(
    {
        f"{DOCUMENT}/map.png",
        f"{DOCUMENT}/map.fr.png",
        f"{DOCUMENT}/unused.png",
        f"{DOCUMENT}/annex/list.pdf",
        "policies/other/chart.png",
        "policies/other/chart.ar.png",
    }
)
BODY = """
Ask {{ organisation.name }}, [by e-mail](mailto:{{ report.email }}), or `{{ organisation.name }}`.

## About {{ organisation.name }}

See [who](#about-organisation-name), ![a map](map.png), ![a chart](../other/chart.png) and [a list](annex/list.pdf).

## 1. Rule

1.1 Refuse gifts from {{ organisation.name }}: [how](../../report/index.md#how), [rules][r], [1.1](index.md#s1-1).

[r]: ../other/index.fr.md
"""


def transcript(source: str, **translations: str) -> Transcript:
    files = {f"{DOCUMENT}/index.md": source}
    files |= {f"{DOCUMENT}/index.{code}.md": file for code, file in translations.items()}
    found = catalogue(files, ASSETS, FACTS)
    return Transcript(found, found.entries[DOCUMENT])


def frozen(source: str, code: str = "en", **translations: str) -> str:
    made = transcript(source, **translations)
    return made.file(made.entry.texts[code], source if code == "en" else translations[code])


def test_facts_are_filled_in_addresses_lie_deeper_and_headings_keep_their_ids() -> None:
    assert frozen(text(body=BODY)).split("---\n", 2)[2] == (
        """
Ask The "Press" Club, [by e-mail](mailto:a@example.org), or `{{ organisation.name }}`.

## About The "Press" Club {#about-organisation-name}

See [who](#about-organisation-name), ![a map](map.png), ![a chart](policies-other-chart.png) and """
        """[a list](policies-gifts-annex-list.pdf).

## 1. Rule

1.1 Refuse gifts from The "Press" Club: [how](../../../report/index.md#how), [rules][r], [1.1](index.md#s1-1).

[r]: ../../other/index.fr.md

"""
    )


def test_each_language_is_filled_in_its_own() -> None:
    french = translation(body=BODY)
    assert "## About Le Club : presse {#about-organisation-name}" in frozen(text(body=BODY), "fr", fr=french)


@pytest.mark.parametrize("code", ["en", "fr"])
def test_fields_with_facts_are_filled_in_and_the_others_stay_as_written(code: str) -> None:
    asked = "What {{ organisation.name }} asks"
    source, french = text(owner=asked, menu=2, order=3), translation(owner=asked)
    made = frozen(source, code, fr=french)
    before = frontmatter.parse(frontmatter.split(source if code == "en" else french)[0] or "").values
    after = frontmatter.parse(frontmatter.split(made)[0] or "").values
    name = FACTS["organisation.name"][code]
    before.pop("menu", None)
    assert after == before | {"owner": f"What {name} asks"}
    assert "title: " + before["title"] + "\n" in made


def test_whatever_the_texts_show_lies_beside_them_in_every_variant() -> None:
    assert transcript(text(body=BODY)).files() == {
        f"{DOCUMENT}/map.png": "map.png",
        f"{DOCUMENT}/map.fr.png": "map.fr.png",
        "policies/other/chart.png": "policies-other-chart.png",
        "policies/other/chart.ar.png": "policies-other-chart.ar.png",
        f"{DOCUMENT}/annex/list.pdf": "policies-gifts-annex-list.pdf",
    }


def test_a_picture_that_only_a_translation_shows_comes_along() -> None:
    french = translation(body=text().split("---\n")[2] + "![une carte](map.png)")
    assert sorted(transcript(text(), fr=french).files().values()) == ["map.fr.png", "map.png"]
    assert transcript(text(), fr=translation()).files() == {}


def test_a_translation_that_was_up_to_date_stays_so() -> None:
    made = transcript(text(body=BODY, summary="Of {{ organisation.name }}."))
    now = made.entry.texts["en"]
    base = freshness.said(now)
    assert not freshness.stale(base, now)
    again = Transcript(catalogue({f"{made.folder}/index.md": made.file(now, written(now))}), made.entry)
    deeper = again.catalogue.entries[made.folder].texts["en"]
    assert freshness.stale(base, deeper).clauses
    assert not freshness.stale(made.base(base), deeper)


def test_the_annexes_that_a_translation_was_made_from_are_written_for_their_new_place() -> None:
    body = "## 1. Rule\n\n1.1 Act.\n\n## Annex\n\nSee [it](../other/index.md) of {{ organisation.name }}.\n"
    made = transcript(text(body=body))
    base = made.base(freshness.said(made.entry.texts["en"]))
    assert base.annexes == f"## Annex\n\nSee [it](../../other/index.md) of {FACTS['organisation.name']['en']}."


def written(found: Text) -> str:
    """The file a text was read from."""
    return text(body=BODY, summary="Of {{ organisation.name }}.")


def test_a_text_that_is_frozen_shows_what_readers_saw() -> None:
    made = transcript(text(body=BODY))
    source = made.entry.texts["en"]
    shown = facts.fill(source.body, "en", FACTS)
    deeper = catalogue({f"{made.folder}/index.md": made.file(source, text(body=BODY))}).entries[made.folder]
    addresses = [
        ("(../../", "(../../../"),
        ("../other/chart", "policies-other-chart"),
        ("(annex/", "(policies-gifts-annex-"),
    ]
    addresses += [(": ../other/", ": ../../other/")]
    for old, new in addresses:
        shown = shown.replace(old, new)
    assert deeper.texts["en"].body == shown
