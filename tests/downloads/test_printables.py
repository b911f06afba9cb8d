"""A text knows what its files are called and what stands on each page."""

from __future__ import annotations

from tests.downloads.specimens import printable

from knowledge.downloads import printables


def test_a_name_says_document_version_and_language() -> None:
    assert printable("fr").name("pdf") == "specimen_v3_fr.pdf"


def test_what_stands_on_every_page_is_in_the_language_of_the_text() -> None:
    assert printable("ar").running == ("specimen", "الإصدار 3", "مسودة", "العربية")


def test_the_number_for_machines_differs_by_version_and_language_alone() -> None:
    first = printable("en").urn
    assert first == printable("en", title="Another", html="").urn
    assert len({first, printable("en", version="4").urn, printable("fr").urn}) == 3
    assert first.startswith("urn:uuid:")


def test_words_are_set_as_their_language_sets_them() -> None:
    words = printables.labels(lambda said: said.replace(":", " :"), "fr")
    assert words["fact"] == "%(label)s\u00a0: %(value)s"
