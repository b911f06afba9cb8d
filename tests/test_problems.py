"""Problems are told as editors can use them."""

from __future__ import annotations

from knowledge.problems import Problem, report


def test_a_problem_is_one_line_with_place_field_and_cure() -> None:
    problem = Problem("docs/a/index.md", 3, "titel", "there is no such field", "did you mean title?")
    assert str(problem) == "docs/a/index.md:3: titel: there is no such field: did you mean title?"


def test_all_are_told_once_in_the_order_of_files_and_lines() -> None:
    late, early = Problem("b.md", 1, "x", "y", "z"), Problem("a.md", 20, "x", "y", "z")
    earlier = Problem("a.md", 3, "x", "y", "z")
    assert report([late, early, earlier, late]).splitlines() == [
        "3 problems to mend before the site can be published:",
        "a.md:3: x: y: z",
        "a.md:20: x: y: z",
        "b.md:1: x: y: z",
    ]
