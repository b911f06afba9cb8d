"""What ended a build is told as a line with place and cure, where it has a place."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment, FileSystemLoader, StrictUndefined, TemplateError
from mkdocs.exceptions import Abort

from knowledge import configuration, faults
from knowledge.problems import Problem


class Carrying(Exception):
    """A fault that knows its problems."""

    problems = (Problem("docs/a.md", 3, "title", "this field is needed", "write it"),)


def raised(folder: Path, template: str) -> TemplateError:
    """What comes of showing a template with this text, included by another."""
    (folder / "outer.html").write_text("<p>\n{% include 'inner.html' %}", "utf-8")
    (folder / "inner.html").write_text(template, "utf-8")
    env = Environment(loader=FileSystemLoader(folder), undefined=StrictUndefined, autoescape=True)
    with pytest.raises(TemplateError) as told:
        env.get_template("outer.html").render()
    return told.value


def test_problems_that_a_fault_carries_are_told_however_deep_it_lies() -> None:
    outer = RuntimeError("ended")
    outer.__cause__ = Carrying()
    assert faults.failure(outer, ["a warning"], ".").problems == list(Carrying.problems)
    assert str(faults.failure(outer, [], ".")).endswith("docs/a.md:3: title: this field is needed: write it")


@pytest.mark.parametrize(
    ("template", "line", "what"),
    [
        ("one\n{{ two", 2, "unexpected end of template, expected 'end of print statement'."),
        ("one\ntwo\n{{ three.four }}", 3, "'three' is undefined"),
        ("one\n{% include 'lost.html' %}", 2, "there is no template lost.html"),
    ],
)
def test_a_slip_in_a_template_is_told_with_its_line(tmp_path: Path, template: str, line: int, what: str) -> None:
    (found,) = faults.failure(raised(tmp_path, template), [], str(tmp_path)).problems
    assert (found.path, found.line, found.field, found.what) == ("inner.html", line, "template", what)


def test_a_template_without_a_file_is_told_by_its_name() -> None:
    with pytest.raises(TemplateError) as told:
        Environment(loader=DictLoader({"a.html": "{{"}), autoescape=True).get_template("a.html")
    assert next(faults.template(told.value, ".")).path == "a.html"


def test_else_the_warnings_are_told_and_else_the_fault_itself() -> None:
    strict, odd = Abort("Aborted with 2 warnings in strict mode!"), ValueError("odd")
    assert str(faults.failure(strict, ["one", "two"], ".")) == f"{faults.WARNED}\none\ntwo"
    assert str(faults.failure(odd, ["one"], ".")) == f"{faults.OURS}\nValueError: odd\none"
    assert str(faults.failure(odd, [], ".")) == f"{faults.OURS}\nValueError: odd"


def test_a_configuration_that_is_no_yaml_is_told_with_its_line_wherever_it_is_inherited_from(tmp_path: Path) -> None:
    (tmp_path / "below.yml").write_text("site_name: A\nextra: 'open\n", "utf-8")
    (tmp_path / "ours.yml").write_text("INHERIT: below.yml\nsite_name: B\n", "utf-8")
    (found,) = configuration.faults(tmp_path / "ours.yml", "ours.yml")
    assert (found.path, found.line) == ("below.yml", 2)
    assert "this is not YAML" in found.what
    (tmp_path / "below.yml").write_text("site_name: A\n", "utf-8")
    assert configuration.faults(tmp_path / "ours.yml", "ours.yml") == []
