"""A build that fails late, with pages already made, publishes nothing, and says why in whole lines."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.conftest import ROOT, Site
from tests.site.writing import REVIEWED, files, home, page

FOOTER = "pieces/footer.html"
"""A template that every page includes."""

LAST = (ROOT / "overrides" / FOOTER).read_text("utf-8").count("\n") + 1
"""The line that is added to it."""


@pytest.mark.parametrize(
    ("addition", "said"),
    [
        ("{{ view.nonsense.deeper }}", f"overrides/{FOOTER}:{LAST}: template: "),
        ("{{ unclosed", f"overrides/{FOOTER}:{LAST}: template: unexpected end of template"),
        ("<p>+45 88 32 70 00</p>", "index.ar.md: +45 88 32 70 00 would show in the wrong order"),
    ],
    ids=["a name no page has", "a slip of the pen", "a bare phone number"],
)
def test_a_fault_in_a_template_leaves_the_published_site(site: Site, tmp_path: Path, addition: str, said: str) -> None:
    first = site(home())
    assert first.code == 0, first.said
    before = files(first.folder)
    template = (ROOT / "overrides" / FOOTER).read_text("utf-8")
    (tmp_path / "overrides" / FOOTER).write_text(template + addition, "utf-8")
    failed = site({"about/index.md": page("New", reviewed=REVIEWED)})
    assert failed.code == 1
    assert said in failed.said
    assert "Traceback" not in failed.said
    assert files(failed.folder) == before


def test_a_configuration_that_cannot_be_read_is_told_as_a_line(site: Site, tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_name: 'open\n", "utf-8")
    failed = site(home())
    assert failed.code == 1
    assert "mkdocs.yml:1: file: this is not YAML" in failed.said
    assert "Traceback" not in failed.said


def test_the_next_build_publishes_what_the_failed_one_did_not(site: Site) -> None:
    assert site(home()).code == 0
    assert site({"about/index.md": page("About", colour="red", reviewed=REVIEWED)}).code == 1
    mended = site({"about/index.md": page("About", reviewed=REVIEWED)})
    assert mended.code == 0, mended.said
    assert mended.has("about/")


def test_a_site_that_was_never_built_is_not_begun(site: Site) -> None:
    failed = site({"about/index.md": page("About", colour="red", reviewed=REVIEWED)})
    assert failed.code == 1
    assert not failed.folder.exists()


def test_a_problem_is_one_line_in_a_narrow_terminal(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    failed = site({"about/index.md": page("About", colour="red", reviewed=REVIEWED)})
    line = next(row for row in failed.said.splitlines() if row.startswith("content/about/index.md:"))
    assert "there is no such field" in line
    assert line.endswith(", translated_from")
