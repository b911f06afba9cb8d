"""An editor lists files beside a page with all that readers need to choose, or is told what lacks."""

from __future__ import annotations

from typing import Any

import pytest

from knowledge.attachments.enclosures import Enclosure, enclosures
from knowledge.fields import Unfit

REPORT = {"file": "report.pdf", "title": "The  whole report", "language": "fr", "kind": "full-version"}


def test_a_list_is_read() -> None:
    assert enclosures([REPORT]) == (Enclosure("report.pdf", "The whole report", "fr", "full-version"),)


def test_a_language_that_the_site_lacks_is_a_language() -> None:
    assert enclosures([REPORT | {"language": "pt-BR"}])[0].language == "pt-BR"


@pytest.mark.parametrize(
    ("value", "what", "cure"),
    [
        ("report.pdf", "this is not a list of files", '"- file: report.pdf"'),
        ([], "this is not a list of files", '"- file: report.pdf"'),
        (["report.pdf"], "this is not a list of files", '"- file: report.pdf"'),
        ([{"file": "report.pdf"}], "report.pdf lacks its title", "title:, language: and kind:"),
        ([REPORT | {"titel": "x"}], "a file has no 'titel'", "did you mean title?"),
        ([REPORT | {"size": 3}], "a file has no 'size'", "a file has file, title, language, kind"),
        ([REPORT | {"kind": "report"}], "'report' is not known here", "full-version"),
        ([REPORT | {"language": "klingon"}], "'klingon' is not a language", "as en, fr or ar"),
        ([REPORT | {"language": 3}], "3 is not a language", "as en, fr or ar"),
        ([REPORT | {"file": "../other/report.pdf"}], "is not the name of a file beside the page", "its name alone"),
        ([REPORT | {"title": ""}], "this is not a line of text", "write words"),
        ([REPORT, REPORT], "report.pdf stands here twice", "list it once"),
    ],
)
def test_what_does_not_fit_is_told_with_its_cure(value: Any, what: str, cure: str) -> None:
    with pytest.raises(Unfit) as told:
        enclosures(value)
    assert what in told.value.what
    assert cure in told.value.cure
