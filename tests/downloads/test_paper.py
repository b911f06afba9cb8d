"""What a browser shows, opens and leads to becomes what paper can hold."""

from __future__ import annotations

import pytest
from tests.downloads.specimens import printable, text

from knowledge.downloads.paper import paper
from knowledge.fields import Unfit


def html(body: str, code: str = "en") -> str:
    return text(body, code).html


def clause(number: str, place: str, words: str) -> str:
    link = f'<a class="number" href="#{place}" aria-label="clause">{number.split(" ")[-1]}</a>'
    return f'<section class="clause" id="{place}" data-clause="{number}"><p>{link}&nbsp;{words}</p></section>'


def test_clauses_keep_number_and_place_and_lose_the_link() -> None:
    made = html(clause("3.2", "s3-2", "Staff must.") + clause("3.2 a", "s3-2-a", "at once"))
    assert (
        '<div class="clause" id="s3-2" data-clause="3.2" data-depth="1"><p><span class="number" data-depth="1">3.2</span>Staff'
        in made
    )
    assert '<span class="number" data-depth="2">a</span>at once' in made
    assert "<a" not in made


def test_a_section_is_its_heading() -> None:
    made = html(
        '<section class="clause" id="s3" data-clause="3"><h2><a class="number">3.</a>&nbsp;Duty</h2><p>x</p></section>'
    )
    assert made == '<h2 id="s3"><span class="number" data-depth="0">3.</span>Duty</h2><p>x</p>'


def test_headings_begin_at_the_first_level_and_leave_none_out() -> None:
    assert html("<h3>a</h3><h6>b</h6><h2>c</h2><h4>d</h4>") == "<h2>a</h2><h3>b</h3><h2>c</h2><h3>d</h3>"


def test_footnotes_say_what_they_are_and_lead_nowhere_back() -> None:
    body = '<p>a<sup id="fnref:1"><a class="footnote-ref" href="#fn:1">1</a></sup></p>'
    back = '<a class="footnote-backref" href="#fnref:1">x</a>'
    notes = f'<div class="footnote"><hr><ol><li id="fn:1"><p>b {back}</p></li></ol></div>'
    made = html(body + notes)
    assert '<a class="footnote-ref" href="#fn:1" role="doc-noteref">1</a>' in made
    assert '<li id="fn:1" role="doc-endnote">' in made
    assert "<sup" not in made
    assert "backref" not in made


def test_islands_run_against_the_text_and_nothing_else_says_its_direction() -> None:
    made = html('<p dir="rtl">س <bdi dir="ltr">+45 1</bdi> <bdi>IMS</bdi></p>', "ar")
    assert made == '<p>س <span dir="ltr" class="island">+45 1</span> <span>IMS</span></p>'


def test_a_paragraph_that_runs_against_the_text_says_so_around_it() -> None:
    made = html('<p lang="en" dir="ltr">English</p>', "ar")
    assert made == '<div class="turned" dir="ltr"><p lang="en">English</p></div>'


def test_what_only_a_page_needs_is_left_out() -> None:
    made = html('<p tabindex="0" style="x" aria-label="y" data-citation="z">a</p><script>b</script><svg></svg>')
    assert made == "<p>a</p>"


def test_pictures_are_named_and_as_wide_as_on_the_page() -> None:
    made = text('<img src="photo.webp" alt="Words" width="480" srcset="x"><img src="photo.webp" alt="Again">')
    assert '<img src="plate-1.png" alt="Words" width="5.00in">' in made.html
    assert [plate.name for plate in made.plates] == ["plate-1.png"]


def test_a_picture_that_is_not_there_is_told() -> None:
    with pytest.raises(Unfit, match=r"the picture gone\.webp is not there"):
        paper(printable("en", html='<img src="gone.webp" alt="">'))


def test_sections_and_length_are_known() -> None:
    long = "".join(f'<h2 id="p{number}">Part {number}</h2>' + "<p>x</p>" * 8 for number in range(5))
    assert text(long).long
    assert text(long).sections[0] == ("p0", "Part 0")
    assert not text("<h2>a</h2><p>x</p>").long


def test_numbered_means_all_sections_are() -> None:
    assert text('<h2><a class="number">1.</a>&nbsp;a</h2>').numbered
    assert not text('<h2><a class="number">1.</a>&nbsp;a</h2><h2>b</h2>').numbered
