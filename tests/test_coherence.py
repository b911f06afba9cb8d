"""Pages fit together: what one names, the others have."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.documents.versions import sealed, text
from tests.drafts import DRAWING, Files, draft, sound, told
from tests.site.writing import REVIEWED, page

SITE: Files = {
    "facts.yml": "report:\n  email: concerns@example.org\n",
    "topics/water/index.md": page(
        "Water", "## Wells", reviewed=REVIEWED, contacts=["noor"], documents=["policies/care"]
    ),
    "topics/water/index.fr.md": page("Eau", "## Puits"),
    "regions/delta/index.md": page("Delta", reviewed=REVIEWED),
    "people/noor/index.md": page("Noor", role="Adviser", reviewed=REVIEWED),
    "policies/care/index.md": page("Care", reviewed=REVIEWED, identifier="care", version=1, status="draft"),
    "news/2024/rain/index.ar.md": page("مطر", "## سيل", date="2024-01-01", topics=["water"], regions=["delta"]),
    "news/2024/rain/photo.svg": DRAWING,
}
STORY = "news/2024/story/index.md"


def article(body: str = "Text.", **fields: Any) -> str:
    return page("A story", body, **{"date": "2024-01-02", "topics": ["water"]} | fields)


def problems(folder: Path, files: Files) -> list[str]:
    return told(draft(folder, {**SITE, **files})[1])


def test_a_site_that_fits_together_has_no_problem(tmp_path: Path) -> None:
    fitting: Files = {
        STORY: article(
            "[a](../rain/index.md#section-1) [b](../rain/index.ar.md) ![c](../rain/photo.svg) {{ report.email }}",
            topics=["topics/water"],
            regions=["delta"],
            authors=["people/noor"],
            image="photo.svg",
            image_alt="Rain",
        ),
        "news/2024/story/photo.svg": DRAWING,
    }
    assert "news/2024/story" in sound(tmp_path, {**SITE, **fitting}).entries


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"topics": ["watr"]}, "5: topics: there is no topic 'watr': did you mean water?"),
        ({"topics": ["water", "zzz"]}, "5: topics: there is no topic 'zzz': write one of water"),
        ({"topics": ["delta"]}, "5: topics: there is no topic 'delta'"),
        ({"topics": ["topics/watre"]}, "5: topics: there is no topic 'topics/watre': did you mean topics/water?"),
        ({"regions": ["detla"]}, "7: regions: there is no region 'detla': did you mean delta?"),
        ({"authors": ["nour"]}, "7: authors: there is no person 'nour': did you mean noor?"),
    ],
)
def test_a_page_that_does_not_exist_is_told_with_the_nearest_name(
    tmp_path: Path, fields: dict[str, Any], said: str
) -> None:
    (problem,) = problems(tmp_path, {STORY: article(**fields)})
    assert problem.startswith(f"docs/{STORY}:{said}")


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"contacts": ["nor"]}, "contacts: there is no person 'nor': did you mean noor?"),
        (
            {"documents": ["policies/car"]},
            "documents: there is no document 'policies/car': did you mean policies/care?",
        ),
    ],
)
def test_a_topic_names_people_and_documents_that_exist(tmp_path: Path, fields: dict[str, Any], said: str) -> None:
    (problem,) = problems(tmp_path, {"topics/fire/index.md": page("Fire", reviewed=REVIEWED, **fields)})
    assert said in problem


def test_without_any_page_of_a_kind_the_cure_is_to_write_one(tmp_path: Path) -> None:
    files = {STORY: article(regions=["asia"]), "topics/water/index.md": page("Water", reviewed=REVIEWED)}
    (problem,) = told(draft(tmp_path, files)[1])
    assert problem.endswith("there is no region 'asia': write the page of that region first")


def test_a_page_with_faults_of_its_own_may_still_be_named(tmp_path: Path) -> None:
    files = {"topics/fire/index.md": "---\ntitle: Fire\n---\n", STORY: article(topics=["fire"])}
    assert [problem for problem in problems(tmp_path, files) if STORY in problem] == []


def test_a_page_with_faults_of_its_own_is_told_of_the_others_too(tmp_path: Path) -> None:
    said = problems(tmp_path, {STORY: article(date="soon", topics=["watr"])})
    assert [problem.split(": ")[1] for problem in said] == ["date", "topics"]


@pytest.mark.parametrize(
    ("image", "said"),
    [
        ("phoot.svg", "there is no phoot.svg beside this page: did you mean photo.svg?"),
        ("q.webp", "there is no q.webp beside this page: put the picture in the folder of the page"),
    ],
)
def test_a_picture_that_is_missing_is_told_with_the_nearest_name(tmp_path: Path, image: str, said: str) -> None:
    files: Files = {STORY: article(image=image, image_alt="Rain"), "news/2024/story/photo.svg": DRAWING}
    assert problems(tmp_path, files) == [f"docs/{STORY}:7: image: {said}"]


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("[a](../rian/index.md)", "9: link: there is no page ../rian/index.md: did you mean ../rain/index.md?"),
        ("[a](../rain/index.en.md)", "9: link: ../rain/index.en.md is not written"),
        ("[a](../rain/index.md#nowhere)", "9: link: ../rain/index.md has no place called #nowhere"),
        ("[a](../../../topics/water/index.fr.md#puits)", "has no place called #puits"),
        ("Write to {{ reprot.email }}", "9: fact: there is no fact 'reprot.email': did you mean {{ report.email }}?"),
        ("![](../rain/photo.svg)", "9: image: ../rain/photo.svg has no alt text"),
    ],
)
def test_what_a_text_leads_to_must_be_there(tmp_path: Path, body: str, said: str) -> None:
    (problem,) = problems(tmp_path, {STORY: article(f"\n{body}")})
    assert problem.startswith(f"docs/{STORY}:")
    assert said in problem


def test_a_translation_is_checked_in_its_own_language(tmp_path: Path) -> None:
    french = page("Récit", "[a](../../../topics/water/index.md#wells) [b](../../../topics/water/index.md#puits)")
    (problem,) = problems(tmp_path, {STORY: article(), "news/2024/story/index.fr.md": french})
    assert "story/index.fr.md:5: link: ../../../topics/water/index.md has no place called #puits" in problem


FORMER: Files = {
    "policies/gifts/v1/index.md": text(
        1, body="[a](../../gone/index.md) [b](#gone) [c](index.fr.md)", contacts=["gone"]
    ),
    "policies/gifts/index.md": text(2, "2026-03-01", body="Text."),
}


def test_a_former_version_cannot_follow_pages_that_go(tmp_path: Path) -> None:
    assert problems(tmp_path, sealed(FORMER, "policies/gifts/v1")) == []


def test_a_file_that_a_former_version_shows_is_part_of_it(tmp_path: Path) -> None:
    former = text(1, body="![A map](map.png) [a list](list.pdf) [far](https://host/x.md)")
    said = problems(tmp_path, sealed({**FORMER, "policies/gifts/v1/index.md": former}, "policies/gifts/v1"))
    assert [problem.split(": ", 1)[1] for problem in said] == [
        "image: there is no file map.png: put it beside the page",
        "link: there is no file list.pdf: put it beside the page",
    ]


def test_a_fact_in_front_matter_must_exist(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, {STORY: article(short="{{ org.name }}")})
    assert problem.startswith(f"docs/{STORY}:7: short: there is no fact 'org.name'")


def test_examples_in_code_are_not_checked(tmp_path: Path) -> None:
    assert problems(tmp_path, {STORY: article("`[a](nowhere.md)` and `{{ no.fact }}`")}) == []
