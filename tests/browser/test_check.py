"""A reader finds out on their own device whether a file is ours, which one it is, or that it was changed."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest
from playwright.sync_api import Page, Request, expect
from tests.browser.specimens import ROOTS
from tests.conftest import Built
from tests.site.writing import spoken

OURS, NOT = (
    "This file is ours and unchanged:",
    "This file is not in our list. It was changed, it comes from elsewhere, or we have replaced it since: our files are made "
    "anew when their page or their look changes. Do not rely on it; download it again from its page.",
)
EACH = pytest.mark.parametrize(("code", "root"), ROOTS.items(), ids=ROOTS)


def printed(real: Built, code: str, root: str) -> Path:
    """The Code of Ethics in a language, as a reader keeps it."""
    (found,) = (real.folder / root / "ethics").glob("*.pdf")
    assert found.name.endswith(f"_{code}.pdf")
    return found


@EACH
def test_a_file_of_ours_is_known_by_its_version_and_language(
    tab: Page, address: str, real: Built, code: str, root: str
) -> None:
    file = printed(real, code, root)
    tab.goto(f"{address}{root}check/")
    tab.set_input_files("#file", file)
    expect(tab.locator(".verdict.ours")).to_have_text(f"{spoken(code, OURS)} {file.name}")
    expect(tab.locator(".print")).to_have_text(sha256(file.read_bytes()).hexdigest())


@EACH
def test_a_changed_file_and_one_from_elsewhere_are_not_ours(
    tab: Page, address: str, real: Built, tmp_path: Path, code: str, root: str
) -> None:
    changed, other = tmp_path / printed(real, code, root).name, tmp_path / "other.pdf"
    changed.write_bytes(printed(real, code, root).read_bytes().replace(b"%%EOF", b"%%EOf"))
    other.write_bytes(b"%PDF-1.7 from elsewhere")
    tab.goto(f"{address}{root}check/")
    for file in (changed, other):
        tab.set_input_files("#file", file)
        expect(tab.locator(".print")).to_have_text(sha256(file.read_bytes()).hexdigest())
        expect(tab.locator(".verdict.other")).to_have_text(spoken(code, NOT))


def test_what_is_dropped_on_the_field_is_looked_at_too(tab: Page, address: str) -> None:
    tab.goto(f"{address}check/")
    tab.evaluate("""() => {
        const held = new DataTransfer();
        held.items.add(new File(["from elsewhere"], "a.pdf"));
        document.querySelector(".check").dispatchEvent(new DragEvent("drop", { dataTransfer: held, bubbles: true }));
    }""")
    expect(tab.locator(".verdict.other")).to_be_visible()


def test_the_file_goes_nowhere(tab: Page, address: str, real: Built) -> None:
    tab.goto(f"{address}check/")
    asked: list[Request] = []
    tab.on("request", lambda request: asked.append(request))
    tab.set_input_files("#file", printed(real, "en", ""))
    expect(tab.locator(".verdict.ours")).to_be_visible()
    assert [
        (request.method, request.url, request.post_data) for request in asked if not request.url.endswith(".svg")
    ] == [("GET", f"{address}SHA256SUMS", None)]


def test_when_the_list_is_not_to_be_had_the_reader_is_told(tab: Page, address: str, real: Built) -> None:
    tab.goto(f"{address}check/")
    tab.route("**/SHA256SUMS", lambda route: route.abort())
    tab.set_input_files("#file", printed(real, "en", ""))
    expect(tab.locator(".verdict")).to_have_text("The list could not be read. Check the file by hand.")
    tab.unroute("**/SHA256SUMS")


@EACH
def test_without_scripts_the_page_says_how_to_check_by_hand(bare: Page, address: str, code: str, root: str) -> None:
    bare.goto(f"{address}{root}check/")
    expect(bare.locator("article")).to_contain_text("sha256sum")
    expect(bare.locator(".check")).to_be_hidden()
    expect(bare.locator("a[href$=SHA256SUMS]")).to_be_visible()
