"""Every page says where it lies in the Tor network, when the site lies there."""

from __future__ import annotations

import pytest
from tests.conftest import Built, Site
from tests.site.writing import REVIEWED, page

ADDRESS = "abcdefghijklmnopqrstuvwxyz234567abcdefghijklmnopqrstuvwx.onion"
MARK = ".//meta[@http-equiv='onion-location']"


@pytest.fixture(scope="module")
def built(tiny: Site) -> Built:
    """A site with such an address."""
    files = {
        "ethics/index.md": page("Code", reviewed=REVIEWED, identifier="code", version=1, status="draft"),
        "search/index.md": page("Search", reviewed=REVIEWED),
    }
    made: Built = tiny(files, extra={"onion": ADDRESS})
    assert made.code == 0, made.said
    return made


@pytest.mark.parametrize("url", ["", "fr/", "ethics/", "ar/ethics/", "ar/ethics/receipt/"])
def test_every_page_names_its_own_address_there(built: Built, url: str) -> None:
    (mark,) = built.page(url).findall(MARK)
    assert mark.get("content") == f"http://{ADDRESS}/{url}"


def test_a_page_for_what_is_not_there_names_none(built: Built) -> None:
    assert "onion" not in (built.folder / "fr/404.html").read_text("utf-8")


def test_the_policy_of_the_search_page_alone_allows_search(built: Built) -> None:
    policies = {}
    for url in ("", "search/", "fr/search/", "ethics/", "ethics/receipt/"):
        mark = built.page(url).find(".//meta[@http-equiv='Content-Security-Policy']")
        assert mark is not None
        before = mark.getprevious()
        assert before is not None
        assert before.get("charset") == "utf-8"
        policies[url] = "'wasm-unsafe-eval'" in mark.get("content", "")
    assert [url for url, allows in policies.items() if allows] == ["search/", "fr/search/"]


def test_a_site_without_one_says_nothing(site: Site) -> None:
    assert site({}).page("").find(MARK) is None


@pytest.mark.parametrize("wrong", [f"http://{ADDRESS}", "short.onion", "example.org", ADDRESS + "/", 5])
def test_an_address_that_is_none_is_told(site: Site, wrong: object) -> None:
    built = site({}, extra={"onion": wrong})
    assert built.code == 1
    assert "extra.onion: " in built.said
    assert "write 56 letters and digits" in built.said
