"""The file of an imported page is one that an editor here could have written."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.drafts import LANGUAGES, lay, sound
from tests.importer.archives import CONTENT, TODAY, post
from tests.site.writing import picture

from knowledge import characters, frontmatter
from knowledge.importer import categories
from knowledge.importer.bundles import Aim, plan
from knowledge.importer.categories import Categories
from knowledge.importer.exports import Attachment, Post, Term
from knowledge.importer.manuscripts import SUMMARY, Manuscript, manuscript, sentences, summary, write
from knowledge.importer.media import Belongings, Media
from knowledge.importer.surroundings import Archive, Around, addresses

WATER = (Term("category", "Water"),)
OLD = "https://old.example.org"


@pytest.fixture(scope="module")
def filing(tmp_path_factory: pytest.TempPathFactory) -> Categories:
    """Categories of the small site."""
    folder = tmp_path_factory.mktemp("filing")
    return categories.known(sound(folder / "docs", CONTENT), folder / "import.yml")


def written(folder: Path, filing: Categories, *posts: Post, code: str = "en", alt: str = "A well") -> Manuscript:
    """What becomes of the text in one language of the page that some posts make."""
    lay(folder, {"uploads/a.png": picture()})
    bundle = plan(posts, Aim(LANGUAGES, "en", {"post"}, set(), TODAY)).bundles[0]
    attachments = {
        "7": Attachment(9, "7", f"{OLD}/uploads/a.png", alt),
        "8": Attachment(9, "8", f"{OLD}/uploads/a.png", "Un puits"),
    }
    archive = Archive(OLD, Media(folder, OLD), attachments, addresses([bundle]), {"9": "<p>Give.</p>"})
    around = Around(archive, bundle, bundle.posts[code], Belongings(folder / "page"))
    return manuscript(code, around, filing, LANGUAGES)


def fields(done: Manuscript) -> dict[str, object]:
    """The front matter of a file."""
    return frontmatter.parse(frontmatter.split(done.text)[0] or "").values


def test_a_source_file_has_words_and_facts(tmp_path: Path, filing: Categories) -> None:
    done = written(
        tmp_path,
        filing,
        post(1, title="Wells: what to &amp; how", terms=(*WATER, Term("category", "Delta")), picture="7"),
    )
    assert done.text == (
        "---\ntitle: 'Wells: what to & how'\nsummary: Words.\ndate: 2021-03-01\ntopics: [water]\nregions: [delta]\n"
        "image: a.png\nimage_alt: A well\n---\n\nWords.\n"
    )
    assert done.files == {"a.png"}
    assert (done.remarks, done.faults) == ([], [])


def test_a_translation_has_words_alone(tmp_path: Path, filing: Categories) -> None:
    posts = post(1, group="g", terms=WATER), post(2, language="fr", group="g", title="Puits", terms=WATER)
    assert fields(written(tmp_path, filing, *posts, code="fr")) == {"title": "Puits", "summary": "Words."}


def test_a_translation_names_its_source_when_that_is_not_in_the_first_language(
    tmp_path: Path, filing: Categories
) -> None:
    posts = post(1, group="g", source="fr"), post(2, language="fr", group="g", terms=WATER)
    assert fields(written(tmp_path, filing, *posts))["translated_from"] == "fr"
    assert "date" not in fields(written(tmp_path, filing, *posts))


def test_a_translation_says_what_the_picture_shows_in_its_own_words_or_asks_for_them(
    tmp_path: Path, filing: Categories
) -> None:
    source, own = post(1, group="g", terms=WATER, picture="7"), post(2, language="fr", group="g", picture="8")
    assert fields(written(tmp_path, filing, source, own, code="fr"))["image_alt"] == "Un puits"
    borrowed = written(tmp_path, filing, source, post(2, language="fr", group="g", picture="7"), code="fr")
    assert fields(borrowed)["image_alt"] == "A well"
    assert borrowed.remarks == ["what its picture shows is said in en: translate image_alt"]


def test_a_picture_that_nobody_described_is_not_named(tmp_path: Path, filing: Categories) -> None:
    done = written(tmp_path, filing, post(1, terms=WATER, picture="7"), alt="")
    assert "image" not in fields(done)
    assert done.remarks == ["the picture a.png has no words for those who cannot see it: write image: and image_alt:"]


def test_a_text_without_a_topic_waits_for_one(tmp_path: Path, filing: Categories) -> None:
    done = written(tmp_path, filing, post(1, terms=(Term("category", "Announcements"),)))
    assert done.remarks == ["the category 'Announcements' is neither a topic nor a region"]
    assert done.faults == ["none of its categories is a topic: name one for each in import.yml and import again"]


def test_a_text_that_is_no_page_any_more_is_held_back_as_it_is(tmp_path: Path, filing: Categories) -> None:
    done = written(tmp_path, filing, post(1, terms=WATER, content="<p>word</p>\n" * 450_000))
    assert len(done.text) > 5_000_000
    assert "at most 400,000 make a page: divide it" in done.faults[0]
    assert done.remarks[0] == "it is too long to be converted: this is its HTML"


def test_a_long_text_is_held_back_converted(tmp_path: Path, filing: Categories) -> None:
    done = written(tmp_path, filing, post(1, terms=WATER, content="<p>word and word</p>\n" * 40_000))
    assert "divide it" in done.faults[0]
    assert "<p>" not in done.text


def test_no_placeholder_and_no_hidden_order_comes_along(tmp_path: Path, filing: Categories) -> None:
    done = written(
        tmp_path, filing, post(1, title="{{ a.b }}", content="<p>\u202b{{ c.d }} ماء\u202c</p>", terms=WATER)
    )
    assert "{{" not in done.text
    assert "\u202b" not in done.text


@settings(deadline=None)
@given(st.text(min_size=1, max_size=60), st.text(min_size=1, max_size=60))
def test_whatever_a_title_says_the_front_matter_says_it_too(title: str, said: str) -> None:
    given_words = {name: " ".join(words.split()) for name, words in (("title", title), ("summary", said))}
    matter, body, _ = frontmatter.split(write({name: words for name, words in given_words.items() if words}, "Body.\n"))
    values = frontmatter.parse(matter or "").values
    showing = {name: characters.without(words) for name, words in given_words.items()}
    kept = {name: words for name, words in showing.items() if words}
    assert {name: str(values[name]) for name in values} == kept
    assert body.strip() == "Body."


@pytest.mark.parametrize(
    ("excerpt", "opening", "words", "remarked"),
    [
        ("An editor wrote this.", "Text.", "An editor wrote this.", False),
        ("<p>An editor <em>wrote</em> this.</p>", "Text.", "An editor wrote this.", False),
        ("Cut off by a machine [&hellip;]", "One. Two.", "One. Two.", False),
        ("Cut off…", "One.", "One.", False),
        ("", "One. Two! Three? Four…", "One. Two! Three? Four…", False),
        ("", "سؤال؟ جواب. تعجب!", "سؤال؟ جواب. تعجب!", False),
        ("", "A. " + "b" * 240 + ".", "A.", False),
        ("", "He said “stop.” Then " + "b" * 240, "He said “stop.”", False),
        ("Long. " * 60, "Text.", ("Long. " * 40).strip(), True),
        ("", "word " * 60, ("word " * 47).strip() + "…", True),
        ("", "", "A title", True),
    ],
)
def test_a_summary_is_the_excerpt_or_the_first_sentences(
    excerpt: str, opening: str, words: str, remarked: bool
) -> None:
    said, remarks = summary(post(1, excerpt=excerpt), opening)
    assert said == words
    assert bool(remarks) == remarked


@pytest.mark.parametrize(
    ("excerpt", "description", "words"),
    [
        ("", "For search engines.", "For search engines."),
        ("An editor wrote this.", "For search engines.", "An editor wrote this."),
        ("Cut off by a machine […]", "For search engines.", "For search engines."),
        ("Long. " * 60, "For search engines.", "For search engines."),
        ("", "Cut off by a machine…", "Text."),
    ],
)
def test_what_somebody_wrote_for_search_engines_is_a_summary_too(excerpt: str, description: str, words: str) -> None:
    assert summary(post(1, excerpt=excerpt, description=description), "Text.") == (words, [])


def test_footnotes_and_parts_that_lie_elsewhere_come_along(tmp_path: Path, filing: Categories) -> None:
    content = '<p>Words<sup data-fn="a"><a href="#a">1</a></sup></p><!-- wp:block {"ref":9} /--><!-- wp:footnotes /-->'
    done = written(tmp_path, filing, post(1, terms=WATER, content=content, footnotes=(("a", "A note."),)))
    assert done.text.endswith("\n\nWords[^1]\n\nGive.\n\n[^1]: A note.\n")
    assert done.remarks == []


@pytest.mark.parametrize("content", ["[gallery]", "<h2> </h2>", '<img src="https://example.org/lost.jpg">'])
def test_a_text_of_which_nothing_is_left_waits(tmp_path: Path, filing: Categories, content: str) -> None:
    assert written(tmp_path, filing, post(1, terms=WATER, content=content)).faults == [
        "nothing of its text could be brought along"
    ]


def test_a_text_with_a_part_for_some_visitors_only_waits(tmp_path: Path, filing: Categories) -> None:
    (fault,) = written(tmp_path, filing, post(1, terms=WATER, content="<p>a</p>[members]b[/members]")).faults
    assert "some visitors only" in fault


@settings(deadline=None)
@given(st.text(st.sampled_from("ab .!?؟…”)ج"), max_size=600), st.text(st.sampled_from("ab .!?…"), max_size=600))
def test_no_summary_is_too_long_for_a_card(excerpt: str, opening: str) -> None:
    assert 0 < len(summary(post(1, excerpt=excerpt), " ".join(opening.split()))[0]) <= SUMMARY


def test_sentences_end_at_the_signs_of_each_script_and_not_inside_numbers() -> None:
    assert list(sentences("At 3.5 m. Then؟ «قف.» وبعد")) == ["At 3.5 m.", "Then؟", "«قف.»", "وبعد"]
