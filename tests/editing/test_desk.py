"""What the editor in the browser is told: every page where it lies, facts in the source alone, no more than it needs."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from tests.conftest import ROOT, Built, build_tiny
from tests.drafts import Files, sound
from tests.site.writing import REVIEWED, page

from knowledge import headers, policy
from knowledge.catalogue import Catalogue
from knowledge.editing import desk

GITHUB = {"name": "github", "repo": "organisation/site"}
FILES: Files = {
    "topics/safety/index.md": page("Safety", reviewed=REVIEWED),
    "about/index.ar.md": page("عن الموقع", reviewed=REVIEWED),
    "news/2026/phone/index.ar.md": page("الهاتف", date="2026-01-01", topics=["safety"]),
}


def told(catalogue: Catalogue, **backend: str) -> dict[str, Any]:
    """The configuration of the editor."""
    return desk.settings(catalogue, GITHUB | backend, "docs", "https://example.org/")


def test_every_page_that_can_be_edited_is_offered_where_its_source_lies(catalogue: Catalogue) -> None:
    lists = told(catalogue)["collections"]
    places = [re.escape(item["folder"]) + "/" + _pattern(item["path"]) for item in lists if "folder" in item]
    files = {file["file"].replace(".{{locale}}", "") for item in lists for file in item.get("files", [])}
    for entry in catalogue.entries.values():
        path = f"docs/{entry.id}/index".replace("//", "/")
        listed = any(re.fullmatch(place, path) for place in places)
        assert [listed, f"{path}.md" in files].count(True) == (entry.kind.name not in desk.APART), entry.id


def _pattern(path: str) -> str:
    return path.replace("{{year}}", r"\d{4}").replace("{{slug}}", "[^/]+")


def test_pages_are_edited_in_their_source_and_in_languages_whose_files_have_an_ending(tmp_path: Path) -> None:
    lists = {item["name"]: item for item in told(sound(tmp_path, FILES))["collections"]}
    english, arabic = lists["article-en"]["i18n"], lists["article-ar"]["i18n"]
    assert (english["locales"], english["omit_default_locale_from_file_path"]) == (["en", "fr", "ar"], True)
    assert (arabic["locales"], arabic["omit_default_locale_from_file_path"]) == (["ar", "fr"], False)
    about = next(file for file in lists["pages"]["files"] if file["name"] == "about")
    assert about["i18n"]["default_locale"] == "ar"
    assert [item["name"] for item in lists["article-ar"]["fields"]].count("translated_from") == 1
    assert [item["name"] for item in lists["article-en"]["fields"]].count("translated_from") == 0


def test_changes_become_pull_requests_where_the_host_has_them(tmp_path: Path) -> None:
    catalogue = sound(tmp_path, FILES)
    modes = [told(catalogue, name=name)["publish_mode"] for name in ("github", "gitlab", "gitea")]
    assert modes == ["editorial_workflow", "editorial_workflow", "simple"]
    assert json.dumps(told(catalogue))


@pytest.mark.parametrize("said", [None, "github", {}, {"backend": "github"}, {"backend": {"name": "ftp"}}])
def test_a_setting_that_says_too_little_is_told(said: Any) -> None:
    with pytest.raises(desk.Unusable, match=r"write backend: \{name: github"):
        desk.backend(said)


def test_only_the_editor_may_ask_the_host_and_carry_styles() -> None:
    own = desk.directives(GITHUB)
    assert own["script-src"] == "'self'"
    assert own["connect-src"] == "'self' https://api.github.com blob: data:"
    other = desk.directives({"name": "gitlab", "base_url": "https://git.example.org/oauth"})
    assert "https://git.example.org " in other["connect-src"]
    assert [name for name, said in own.items() if "unsafe" in said] == ["style-src"]


def test_a_header_for_all_pages_allows_what_each_of_them_does(tmp_path: Path) -> None:
    (rule, *_) = headers.rules(sound(tmp_path, FILES), desk.everywhere(GITHUB))
    said = dict(part.split(" ", 1) for part in rule.headers["Content-Security-Policy"].split("; "))
    for page_policy in (policy.PAGES, policy.SEARCH, desk.directives(GITHUB)):
        for name, sources in page_policy.items():
            assert set(sources.split()) - {"'none'"} <= set(said[name].split()), name
    assert (said["default-src"], said["frame-ancestors"]) == ("'none'", "'none'")


def test_both_servers_offer_its_policy_in_comments() -> None:
    for name in ("nginx.conf", "Caddyfile"):
        source = (ROOT / "serving" / name).read_text("utf-8")
        assert [said for said in desk.header(GITHUB).values() if f'"{said}"' not in source] == []


def test_a_site_that_does_not_turn_it_on_has_nothing_of_it(real: Built) -> None:
    assert not (real.folder / desk.PLACE).exists()
    assert "sveltia" not in (real.folder / "_headers").read_text("utf-8") + (real.folder / "sitemap.xml").read_text(
        "utf-8"
    )


def test_a_site_that_lacks_the_setting_or_the_program_is_not_built_and_says_what_to_do(tmp_path: Path) -> None:
    done = build_tiny(tmp_path, {}, extra={"admin": {"backend": {"name": "ftp"}}})
    assert (done.code, "mkdocs.yml: extra.admin: write backend: {name: github" in done.said) == (1, True), done.said
    (tmp_path / ".cache").unlink()
    done = build_tiny(tmp_path, {}, extra={"admin": {"backend": GITHUB}})
    assert (done.code, "run `make admin` once" in done.said) == (1, True), done.said
