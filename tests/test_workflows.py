"""What runs on the project's host may do as little as it can, and nobody changes more than prose without a maintainer."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from subprocess import run
from typing import Any

import pytest
import yaml
from pathspec import PathSpec

from knowledge import configuration

ROOT = Path(__file__).parents[1]
FORMS = ROOT / ".github/ISSUE_TEMPLATE"
FILES = sorted((ROOT / ".github/workflows").glob("*.yml"))
PINNED = re.compile(r"- uses: [\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")
TRIGGERS = {"check": {"pull_request", "push"}, "publish": {"push"}, "languages": {"workflow_dispatch"}}
"""`pull_request_target` and its like would run a stranger's code with the rights of the project."""

OURS = "mkdocs.yml Makefile README.md hooks/README.md hooks/search.py overrides/main.html .github/CODEOWNERS tests/x.py"
FACTS = "docs/facts.yml docs/ethics/.ledger/ar.json docs/news/2026/x/photo.jpg requirements.txt serving/nginx.conf"
REACHED = "docs/contact/index.md docs/contact/index.ar.md docs/report/index.fr.md docs/people/x/index.md"
PROSE = "docs/index.md docs/about/index.fr.md docs/news/2026/x/index.ar.md"


def said(path: Path) -> dict[Any, Any]:
    """What a workflow says; YAML takes the word `on` for true."""
    found: dict[Any, Any] = yaml.safe_load(path.read_text("utf-8"))
    return found


def steps(path: Path) -> Iterator[dict[str, Any]]:
    """Every step of a workflow."""
    for job in said(path)["jobs"].values():
        yield from job["steps"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_workflow_is_started_only_by_what_cannot_lend_its_rights_to_strangers(path: Path) -> None:
    started = said(path)[True]
    assert ({started} if isinstance(started, str) else set(started)) == TRIGGERS[path.stem]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_workflow_may_only_read(path: Path) -> None:
    assert said(path)["permissions"] == {"contents": "read"}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_job_that_may_do_more_runs_no_code_of_the_project(path: Path) -> None:
    for job in said(path)["jobs"].values():
        if "permissions" in job:
            assert job["permissions"] == {"pages": "write", "id-token": "write"}
            assert [step for step in job["steps"] if "run" in step or "checkout" in step["uses"]] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_action_is_pinned_to_a_commit_and_says_its_version(path: Path) -> None:
    source = path.read_text("utf-8")
    lines = [
        line.strip().replace("uses:", "- uses:").replace("- - ", "- ")
        for line in source.splitlines()
        if "uses:" in line
    ]
    assert lines
    assert [line for line in lines if not PINNED.fullmatch(line)] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_credential_stays_where_the_build_could_publish_it(path: Path) -> None:
    for step in steps(path):
        if "actions/checkout@" in step.get("uses", ""):
            assert step["with"]["persist-credentials"] is False
            assert set(step["with"]) <= {"persist-credentials", "fetch-depth"}
    assert "secrets." not in path.read_text("utf-8")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_command_contains_what_a_stranger_can_write(path: Path) -> None:
    assert [step["run"] for step in steps(path) if "${{" in step.get("run", "")] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_job_ends(path: Path) -> None:
    assert [name for name, job in said(path)["jobs"].items() if not 0 < job.get("timeout-minutes", 0) <= 30] == []


def test_changes_are_checked_with_the_command_that_everybody_has() -> None:
    assert "make test" in [step.get("run") for step in steps(ROOT / ".github/workflows/check.yml")]


def test_changed_ways_to_reach_people_are_told_and_fail_the_job() -> None:
    """In a shell that hears of it when a command before `|` fails; the commit before the merge is the site without the change."""
    (first, _, told) = said(ROOT / ".github/workflows/check.yml")["jobs"]["contacts"]["steps"]
    assert told == {"run": 'make contacts BASE=HEAD^1 | tee -a "$GITHUB_STEP_SUMMARY"', "shell": "bash"}
    assert first["with"]["fetch-depth"] == 2


def reviewing() -> list[dict[str, Any]]:
    """The steps of the job that tells what a pull request does."""
    job = said(ROOT / ".github/workflows/check.yml")["jobs"]["review"]
    assert job["if"] == "github.event_name == 'pull_request'"
    found: list[dict[str, Any]] = job["steps"]
    return found


def test_a_pull_request_is_summed_up_even_when_the_site_does_not_build() -> None:
    """The history of two commits is enough; the summary leads to lines as they are in the merge that is built."""
    *_, before, told = reviewing()
    assert reviewing()[0]["with"]["fetch-depth"] == 2
    assert told["run"].startswith("make review BASE=HEAD^1 BEFORE=../before/site ")
    assert 'SUMMARY="$GITHUB_STEP_SUMMARY"' in told["run"]
    assert 'HOST="$GITHUB_SERVER_URL/$GITHUB_REPOSITORY/blob/$GITHUB_SHA/"' in told["run"]
    assert before["if"] == told["if"] == "${{ !cancelled() }}"
    assert "continue-on-error" not in told


def test_a_site_that_does_not_build_fails_the_job_and_one_from_before_does_not() -> None:
    lenient = [step["run"] for step in reviewing() if step.get("continue-on-error")]
    assert [command for command in lenient if "make -C ../before site" not in command] == []
    assert "make site" in [step.get("run") for step in reviewing()]


def test_a_preview_can_be_downloaded_with_its_hidden_files() -> None:
    (kept,) = [step["with"] for step in reviewing() if "actions/upload-artifact@" in step.get("uses", "")]
    assert kept == {"name": "site", "path": "site", "include-hidden-files": True, "retention-days": 14}


@pytest.mark.parametrize(
    ("schema", "files"),
    [
        ("github-workflows", FILES),
        ("github-issue-forms", sorted({*FORMS.glob("*.yml")} - {FORMS / "config.yml"})),
        ("github-issue-config", [FORMS / "config.yml"]),
    ],
)
def test_files_for_the_host_are_as_its_schemas_want_them(schema: str, files: list[Path]) -> None:
    program = Path(sys.executable).with_name("check-jsonschema")
    order = [str(program), "--builtin-schema", f"vendor.{schema}", *map(str, files)]
    done = run(order, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_what_is_run_is_a_command_that_a_shell_can_read(path: Path) -> None:
    for step in steps(path):
        if command := step.get("run"):
            assert run(["bash", "-n", "-c", command], capture_output=True, check=False).returncode == 0, command


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_jobs_and_steps_that_are_named_are_there(path: Path) -> None:
    jobs = said(path)["jobs"]
    names = {step["id"] for step in steps(path) if "id" in step}
    needed = [job["needs"] for job in jobs.values() if "needs" in job]
    assert set(needed) <= jobs.keys()
    assert set(re.findall(r"\bsteps\.(\w+)\.", path.read_text("utf-8"))) <= names


def test_what_is_slow_to_make_is_kept_between_publications() -> None:
    (kept,) = [
        step["with"]
        for step in steps(ROOT / ".github/workflows/publish.yml")
        if "actions/cache@" in step.get("uses", "")
    ]
    assert kept["path"].split() == [".cache", ".memory"]
    assert "github.sha" in kept["key"]


def test_each_language_of_the_site_has_a_runner_and_the_last_one_has_what_they_all_made() -> None:
    jobs = said(ROOT / ".github/workflows/languages.yml")["jobs"]
    languages = configuration.read(ROOT / "mkdocs.yml").languages
    assert jobs["share"]["strategy"]["matrix"]["language"] == [language.code for language in languages.all]
    *_, built, given = jobs["share"]["steps"]
    assert built == {"run": 'make share LANG="$LANGUAGE"', "env": {"LANGUAGE": "${{ matrix.language }}"}}
    memory = ".memory/*-site-${{ matrix.language }}.sqlite"
    assert given["with"]["path"].splitlines() == [memory, ".cache", "!.cache/templates"]
    assert given["with"]["include-hidden-files"]
    assert jobs["site"]["needs"] == "share"
    *_, taken, whole, _ = jobs["site"]["steps"]
    assert taken["with"] == {"pattern": "share-*", "merge-multiple": True}
    assert whole == {"run": "make site"}


def owners(path: str) -> list[str]:
    """Who must agree to a change of a file, as the host reads CODEOWNERS: the last line that fits counts."""
    found: list[str] = []
    for line in (ROOT / ".github/CODEOWNERS").read_text("utf-8").splitlines():
        pattern, *names = line.split() or ["#"]
        if not pattern.startswith("#") and PathSpec.from_lines("gitignore", [pattern]).match_file(path):
            found = names
    return found


@pytest.mark.parametrize("path", [*OURS.split(), *FACTS.split(), *REACHED.split()])
def test_everything_but_prose_needs_a_maintainer(path: str) -> None:
    assert owners(path)


@pytest.mark.parametrize("path", PROSE.split())
def test_prose_needs_none(path: str) -> None:
    assert owners(path) == []


def test_nothing_that_builds_keep_is_in_the_repository() -> None:
    """A build trusts what it kept itself: it would trust what came with somebody else's change, too."""
    command = ["git", "ls-files", ".memory", ".cache", ".build", "site", "offline"]
    assert run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout == ""
