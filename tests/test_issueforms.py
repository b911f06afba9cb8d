"""The forms on the project's host: valid there, in three languages, and asking for what front matter asks for."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from knowledge import configuration
from knowledge.kinds import kind_of

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / ".github/ISSUE_TEMPLATE"
FORMS = sorted(path for path in FOLDER.glob("*.yml") if path.name != "config.yml")

WORDS = {"type": "string", "minLength": 1}
FLAG = {"type": "boolean"}
SHOWN = {"label": WORDS, "description": WORDS}
ATTRIBUTES: dict[str, dict[str, Any]] = {
    "markdown": {"value": WORDS},
    "input": {**SHOWN, "placeholder": WORDS, "value": WORDS},
    "textarea": {**SHOWN, "placeholder": WORDS, "value": WORDS, "render": WORDS},
    "dropdown": {
        **SHOWN,
        "multiple": FLAG,
        "options": {"type": "array", "items": WORDS, "minItems": 1, "uniqueItems": True},
        "default": {"type": "integer"},
    },
    "checkboxes": {
        **SHOWN,
        "options": {
            "type": "array",
            "minItems": 1,
            "items": {
                "properties": {"label": WORDS, "required": FLAG},
                "required": ["label"],
                "additionalProperties": False,
            },
        },
    },
}
NEEDED = {"markdown": ["value"], "dropdown": ["label", "options"], "checkboxes": ["label", "options"]}


def part(kind: str, attributes: dict[str, Any]) -> dict[str, Any]:
    """The schema of one part of a form."""
    inside = {
        "type": "object",
        "properties": attributes,
        "required": NEEDED.get(kind, ["label"]),
        "additionalProperties": False,
    }
    fields: dict[str, Any] = {"type": {"const": kind}, "attributes": inside}
    if kind != "markdown":
        validations = {"type": "object", "properties": {"required": FLAG}, "additionalProperties": False}
        fields |= {"id": {"type": "string", "pattern": "^[A-Za-z0-9_-]+$"}, "validations": validations}
    return {"properties": fields, "required": ["type", "attributes"], "additionalProperties": False}


SCHEMA = {
    "type": "object",
    "properties": {
        **dict.fromkeys(("name", "description", "title"), WORDS),
        "labels": {"type": "array", "items": WORDS, "minItems": 1},
        "body": {
            "type": "array",
            "minItems": 1,
            "items": {"oneOf": [part(kind, attributes) for kind, attributes in ATTRIBUTES.items()]},
        },
    },
    "required": ["name", "description", "body"],
    "additionalProperties": False,
}
"""What GitHub takes: "Syntax for issue forms" and "Syntax for GitHub's form schema" in its documentation."""


def said(path: Path) -> dict[str, Any]:
    """What a form says."""
    found: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
    return found


def fields(name: str) -> dict[str, dict[str, Any]]:
    """The fields of a form by their id."""
    return {part["id"]: part for part in said(FOLDER / f"{name}.yml")["body"] if "id" in part}


def test_there_is_a_form_for_each_way_to_begin() -> None:
    assert [path.stem for path in FORMS] == ["article", "correction", "translation"]


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_a_form_is_one_that_the_host_takes(path: Path) -> None:
    form = said(path)
    jsonschema.validate(form, SCHEMA)
    ids = [part["id"] for part in form["body"] if "id" in part]
    assert len(ids) == len(set(ids))
    assert any(part["type"] != "markdown" for part in form["body"])


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_everything_is_said_in_three_languages(path: Path) -> None:
    form = said(path)
    labels = [part["attributes"]["label"] for part in form["body"] if "label" in part["attributes"]]
    descriptions = [part["attributes"].get("description", " · · ") for part in form["body"]]
    for words in [form["name"], form["description"], *labels, *descriptions]:
        assert words.count("·") == 2, words
    for part in form["body"]:
        if part["type"] == "markdown":
            assert len(part["attributes"]["value"].strip().split("\n")) == 3


def test_the_form_for_an_article_asks_for_its_fields() -> None:
    kind, asked = kind_of("news/2026/x"), fields("article")
    assert set(asked) - {"language", "text"} <= kind.words | kind.facts
    needed = {name for name, part in asked.items() if part.get("validations", {}).get("required")}
    assert set(kind.needed) - {"date"} <= needed


def test_the_form_for_a_translation_asks_for_fields_of_translations() -> None:
    assert set(fields("translation")) - {"page", "language", "text"} <= kind_of("policies/x").words


@pytest.mark.parametrize(("field", "folder"), [("topics", "topics"), ("regions", "regions")])
def test_what_can_be_chosen_is_what_there_is(field: str, folder: str) -> None:
    there = sorted(path.name for path in (ROOT / "docs" / folder).iterdir() if path.is_dir())
    assert fields("article")[field]["attributes"]["options"] == there


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_the_languages_are_those_of_the_site(path: Path) -> None:
    site = configuration.read(ROOT / "mkdocs.yml")
    names = [language.name for language in site.languages.all]
    chosen = [part for name, part in fields(path.stem).items() if name in ("language", "translated_from")]
    assert chosen
    assert [part["attributes"]["options"] for part in chosen] == [names] * len(chosen)


def test_concerns_are_led_to_the_site_because_the_host_is_public() -> None:
    config, site = said(FOLDER / "config.yml"), configuration.read(ROOT / "mkdocs.yml")
    assert set(config) == {"blank_issues_enabled", "contact_links"}
    (link,) = config["contact_links"]
    assert set(link) == {"name", "url", "about"}
    assert link["url"] == f"{site.site_url}contact/"
    assert (site.docs / "contact/index.md").is_file()
