"""A page that moved is found by what it says, whatever else moved, came or went."""

from __future__ import annotations

from time import process_time

from tests.drafts import LANGUAGES

from knowledge import frontmatter
from knowledge.reviews.succession import heirs
from knowledge.sources import Source


def text(page_id: str, *lines: str, title: str = "A title") -> dict[str, Source]:
    """The texts of a page in one language."""
    code = LANGUAGES.default.code
    matter = frontmatter.parse(f"title: {title}\n")
    return {code: Source(f"{page_id}/index.md", f"{page_id}/index.md", page_id, code, matter, "\n".join(lines), 4)}


def states(*pages: dict[str, Source]) -> dict[str, dict[str, Source]]:
    """Pages by id."""
    return {source.page_id: page for page in pages for source in page.values()}


RAIN = ("Rain fell on the roof for days.", "Nobody slept.", "In the morning the road was gone.")
WELL = ("A well was dug.", "It gave water.", "Nobody asked who would mend the pump.")


def test_a_page_with_the_same_words_moved() -> None:
    assert heirs(states(text("a", *RAIN)), states(text("b", *RAIN))) == {"b": "a"}


def test_a_page_may_change_a_little_on_its_way() -> None:
    assert heirs(states(text("a", *RAIN)), states(text("b", *RAIN[:2], "It stopped.", title="Rain"))) == {"b": "a"}


def test_another_page_is_no_heir() -> None:
    assert heirs(states(text("a", *RAIN)), states(text("b", *WELL))) == {}


def test_what_is_still_there_has_no_heir() -> None:
    assert heirs(states(text("a", *RAIN)), states(text("a", *RAIN), text("b", *RAIN))) == {}


def test_each_page_has_one_heir_and_the_most_alike_is_it() -> None:
    before = states(text("a", *RAIN), text("b", *RAIN[:2], *WELL[:1]))
    after = states(text("c", *RAIN), text("d", *RAIN[:2], *WELL[:1]))
    assert heirs(before, after) == {"c": "a", "d": "b"}


def test_one_page_that_went_was_not_two() -> None:
    after = states(text("b", *RAIN), text("c", *RAIN, "It stopped."))
    assert heirs(states(text("a", *RAIN)), after) == {"b": "a"}


def test_lines_that_all_pages_have_cost_nothing_and_hide_nothing() -> None:
    """Every year that is renamed brings hundreds of pages with the same fields."""

    def year(name: str) -> dict[str, dict[str, Source]]:
        return states(
            *(text(f"{name}{n}", f"Story {n} begins.", f"It ends {n} times.", "Read on.") for n in range(1000))
        )

    start = process_time()
    assert heirs(year("a"), year("b")) == {f"b{n}": f"a{n}" for n in range(1000)}
    assert process_time() - start < 5
