"""The button that leaves the site at once stands where it is needed, and leads somewhere in every language."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.drafts import ENGLISH, LANGUAGES, sound
from tests.site.writing import CHANNEL, REVIEWED, concern_everywhere, page

from knowledge import leave

SITE = "https://knowledge.example.org/"
TARGETS = {"en": "https://example.com/", "fr": "https://example.com/fr", "ar": "https://example.com/ar"}


def faults(**changed: object) -> list[str]:
    return [str(problem) for problem in leave.check(TARGETS | changed, LANGUAGES, SITE, "mkdocs.yml")]


def test_pages_about_raising_a_concern_have_it_and_those_that_ask(tmp_path: Path) -> None:
    files = {
        "facts.yml": CHANNEL.format("Words"),
        **concern_everywhere("Raise a concern"),
        "safe/index.md": page("Safe", reviewed=REVIEWED, leave=True),
        "about/index.md": page("About", reviewed=REVIEWED),
    }
    entries = sound(tmp_path, files).entries
    assert [name for name, entry in entries.items() if leave.shown(entry)] == ["contact", "safe"]


def test_an_address_for_each_language_has_nothing_to_mend() -> None:
    assert faults() == []
    assert leave.target(TARGETS, ENGLISH) == "https://example.com/"


@pytest.mark.parametrize(
    ("target", "said"),
    [
        (None, "the button that leaves the site leads nowhere"),
        (["https://example.com/"], "the button that leaves the site leads nowhere"),
        ("", "'' is not an https:// address"),
        ("http://example.com/", "is not an https:// address"),
        ("javascript:alert(1)", "is not an https:// address"),
        ("/weather/", "is not an https:// address"),
        ("https://", "is not an https:// address"),
        ("https://wеather.org/", "is not an https:// address"),
        ("https://knowledge.example.org/about/", "the button would lead to this site"),
    ],
)
def test_an_address_that_is_none_is_told_with_the_cure(target: object, said: str) -> None:
    (fault,) = faults(fr=target)
    assert fault.startswith("mkdocs.yml:1: extra.leave: fr: ")
    assert said in fault
    assert fault.endswith("write below leave: a line fr: https://… with an ordinary page in Français")


@pytest.mark.parametrize("targets", [None, "https://example.com/", []])
def test_a_configuration_that_names_no_address_is_told_for_every_language(targets: object) -> None:
    assert len(list(leave.check(targets, LANGUAGES, SITE, "mkdocs.yml"))) == 3
    assert leave.target(targets, ENGLISH) == ""
