"""nginx and Caddy, set up with the files of this project, say and hide what they should."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from subprocess import run

import brotli
import pytest
from tests.browser.specimens import PAGES, ROOTS
from tests.conftest import ROOT, Built, hosted
from tests.serving.conftest import BESIDE, HIDDEN, Answer, Server, caddy

from knowledge import headers, leave, policy, provenance
from knowledge.catalogue import Catalogue
from knowledge.editing import desk

BOTH = [ROOT / "serving/nginx.conf", ROOT / "serving/Caddyfile"]
OTHERS = {"contact", "report"}
"""Where a page about raising a concern may lie; a site has one of the two."""

SCRIPT = re.compile(r'src="(?:\.\./)*(assets/kept/site\.\w+\.js)"')


def said(answer: Answer) -> dict[str, str]:
    """What an answer says of what should go with every file."""
    return {name: answer.headers.get(name.lower(), "") for name in headers.EVERYWHERE}


def script(built: Built) -> str:
    """The address of the site's script."""
    found = SCRIPT.search((built.folder / "index.html").read_text("utf-8"))
    assert found
    return f"/{found[1]}"


@pytest.mark.parametrize("url", PAGES)
def test_every_kind_of_page_comes_with_the_headers(server: Server, url: str) -> None:
    answer = server.get(f"/{url}")
    assert (answer.status, said(answer)) == (200, headers.EVERYWHERE)
    assert answer.headers["content-type"].lower() == "text/html; charset=utf-8"


def test_the_editor_in_the_browser_alone_has_a_policy_of_its_own(server: Server) -> None:
    own = desk.header({"name": "github", "repo": "organisation/site"})
    for url in ("/admin/", "/admin/cms/index.js"):
        assert said(server.get(url)) == {**headers.EVERYWHERE, **own}
    assert said(server.get("/administration/")) == headers.EVERYWHERE


@pytest.mark.parametrize("url", ["/feed.xml", "/sitemap.xml", "/robots.txt", "/build.json", "/nowhere/", "/news"])
def test_files_redirects_and_faults_come_with_them_too(server: Server, url: str) -> None:
    assert said(server.get(url)) == headers.EVERYWHERE


def test_what_is_sent_is_kept_for_as_long_as_it_stays_true(server: Server, catalogue: Catalogue) -> None:
    quiet = {entry.id for entry in catalogue.entries.values() if leave.shown(entry)}
    quiet |= {name for name in catalogue.entries if any(name.startswith(f"{page}/") for page in quiet)}
    for language in catalogue.languages.all:
        for entry in catalogue.shown(language):
            wanted = headers.NEVER if entry.id in quiet else headers.BRIEF
            assert server.get(f"/{language.url(entry.id)}").headers["cache-control"] == wanted, (language, entry.id)


@pytest.mark.parametrize(
    ("pattern", "wanted"),
    [
        ("assets/kept/*.js", headers.LASTING),
        ("assets/kept/*.css", headers.LASTING),
        ("assets/kept/*.woff2", headers.LASTING),
        ("assets/kept/*.svg", headers.LASTING),
        ("news/*/*/*.webp", headers.LASTING),
        ("fr/pagefind/index/*", headers.LASTING),
        ("ar/pagefind/filter/*", headers.LASTING),
        ("pagefind/fragment/*", headers.NEVER),
        ("ar/pagefind/fragment/*", headers.NEVER),
        ("pagefind/*.js", headers.BRIEF),
        ("assets/cards/news/*/*.png", headers.BRIEF),
        ("policies/*/*.pdf", headers.BRIEF),
        ("fr/policies/*/*.docx", headers.BRIEF),
        ("documents/*.zip", headers.BRIEF),
        ("*.xml", headers.BRIEF),
        ("news/index.json", headers.BRIEF),
    ],
)
def test_a_file_is_kept_for_long_only_where_its_name_changes_with_it(
    server: Server, real: Built, pattern: str, wanted: str
) -> None:
    path = next(real.folder.glob(pattern)).relative_to(real.folder)
    answer = server.get(f"/{path}")
    assert (answer.status, answer.headers["cache-control"]) == (200, wanted)


@pytest.mark.parametrize("ending", ["", "/", "/index.html", "/nowhere"])
@pytest.mark.parametrize("root", ROOTS.values())
def test_a_page_that_one_can_leave_is_stored_nowhere_under_any_address(server: Server, root: str, ending: str) -> None:
    assert server.get(f"/{root}contact{ending}").headers["cache-control"] == headers.NEVER


def test_hosts_that_read_a_file_of_headers_find_one(real: Built) -> None:
    said = (real.folder / "_headers").read_text("utf-8")
    assert said.startswith("/*\n  Content-Security-Policy: default-src 'none'; ")
    assert "\n/fr/prevention\n  Cache-Control: no-store\n/fr/prevention/*\n  Cache-Control: no-store\n" in said


@pytest.mark.parametrize("path", BESIDE)
def test_what_lies_below_such_a_page_is_stored_nowhere_either(server: Server, real: Built, path: str) -> None:
    answer = server.get(f"/{path}")
    assert (answer.status, answer.headers["cache-control"]) == (200, headers.NEVER)
    assert (headers.CACHE, headers.NEVER) in hosted(real.folder, f"/{path}")


@pytest.mark.parametrize(
    ("path", "language"),
    [("x", "en"), ("topics/x/", "en"), ("fr/x", "fr"), ("ar/news/x/", "ar"), ("fr/contact/x", "fr")],
)
def test_an_address_that_leads_nowhere_is_answered_in_its_language(server: Server, path: str, language: str) -> None:
    answer = server.get(f"/{path}")
    assert answer.status == 404
    assert f'<html lang="{language}"' in answer.body.decode()


@pytest.mark.parametrize(
    ("encoding", "unpack"), [("br", brotli.decompress), ("gzip", gzip.decompress)], ids=["br", "gzip"]
)
@pytest.mark.parametrize("root", ROOTS.values())
def test_texts_are_sent_as_they_were_compressed(
    server: Server, real: Built, root: str, encoding: str, unpack: Callable[[bytes], bytes]
) -> None:
    answer = server.get(f"/{root}contact/", Accept_Encoding=encoding)
    assert answer.headers["content-encoding"] == encoding
    assert "accept-encoding" in answer.headers["vary"].lower()
    assert answer.headers["content-type"].lower().startswith("text/html")
    assert unpack(answer.body) == (real.folder / root / "contact/index.html").read_bytes()


def test_whoever_unpacks_nothing_gets_the_text_itself(server: Server, real: Built) -> None:
    answer = server.get("/contact/")
    assert "content-encoding" not in answer.headers
    assert answer.body == (real.folder / "contact/index.html").read_bytes()


def test_what_did_not_change_is_not_sent_again(server: Server) -> None:
    first = server.get("/news/")
    assert server.get("/news/", If_None_Match=first.headers["etag"]).status == 304


@pytest.mark.parametrize("path", ["/assets/", "/assets/kept/", "/pagefind/", "/news/2025/sources-and-consent/../"])
def test_no_folder_is_listed(server: Server, path: str) -> None:
    answer = server.get(path)
    assert answer.status in (403, 404) or b"<main" in answer.body
    assert b"pf_meta" not in answer.body


@pytest.mark.parametrize("path", [*HIDDEN, "_headers", "..%2f..%2fetc/passwd", "%2egit/config"])
def test_nothing_hidden_is_served(server: Server, path: str) -> None:
    assert server.get(f"/{path}").status in (400, 404)


def test_a_pdf_is_shown_by_older_browsers_too(server: Server, real: Built) -> None:
    pdf = next(real.folder.glob("policies/*/*.pdf")).relative_to(real.folder)
    wanted = {**headers.EVERYWHERE, "Content-Security-Policy": policy.written(policy.PAPER)}
    assert said(server.get(f"/{pdf}")) == wanted


def test_whom_to_tell_of_a_hole_is_not_hidden(server: Server) -> None:
    answer = server.get("/.well-known/security.txt")
    assert (answer.status, answer.headers["content-type"].lower()) == (200, "text/plain; charset=utf-8")
    assert answer.body.startswith(b"Contact: mailto:")


def test_nobody_who_visits_is_written_down(copy: Path, tmp_path: Path) -> None:
    """By Caddy, which prints what it logs; what nginx writes has tests of its own."""
    with caddy(copy, tmp_path) as server:
        for path in ("/about/", "/contact/", "/nowhere/", "/search/?q=x", "/contact/form.pdf"):
            server.get(path)
        assert "serving initial configuration" in server.written()
        assert not re.search("about|contact|nowhere|q=x", server.written())


def test_a_site_says_what_it_was_made_from_and_what_it_is(server: Server, real: Built) -> None:
    answer = server.get("/build.json")
    said = json.loads(answer.body)
    git = run(["git", "-C", str(ROOT), "rev-parse", "HEAD"], capture_output=True, text=True, check=False)
    assert answer.headers["content-type"].lower().startswith("application/json")
    assert said.get("commit", "") == git.stdout.strip()
    assert timedelta() <= provenance.build_day() - date.fromisoformat(said["day"]) <= timedelta(days=1)
    assert said["digest"] == provenance.digest(provenance.digests(real.folder))
    assert set(said) <= {"commit", "changed", "day", "digest"}


def test_the_address_in_the_tor_network_follows_the_page(server: Server) -> None:
    assert server.get("/fr/news/?x=1").headers["onion-location"] == "http://YOUR-ADDRESS.onion/fr/news/?x=1"


@pytest.mark.parametrize("file", BOTH, ids=lambda path: path.name)
def test_each_file_names_every_page_that_one_can_leave(catalogue: Catalogue, file: Path) -> None:
    pages = {entry.id for entry in catalogue.entries.values() if leave.shown(entry)} - set(OTHERS)
    found = re.findall(r"\^/\(\[\^/\]\+/\)\?\((contact[\w|/-]+)\)\(/\|\$\)", file.read_text("utf-8"))
    assert len(found) == (2 if file.suffix == ".conf" else 1)
    for names in found:
        assert pages == set(names.split("|")) - set(OTHERS) - {headers.QUIET_INDEX.rstrip("/")}
