"""A site is published whole or not at all, wherever a publication is cut off, and the one before can be had back."""

from __future__ import annotations

import json
import os
import stat
import sys
from pathlib import Path
from subprocess import Popen, run

import pytest
from tests.conftest import ROOT
from tests.published import OF, finished
from tests.site.writing import files

from knowledge import provenance, releases
from knowledge.releases import Refused, publish, rollback


@pytest.fixture
def dest(tmp_path: Path) -> Path:
    """Where a server looks."""
    return tmp_path / "srv"


def shown(dest: Path) -> str:
    """What readers see: the words of the site that the link leads to, which is whole."""
    current = dest / "current"
    assert (
        provenance.digest(provenance.digests(current))
        == json.loads((current / "build.json").read_text("utf-8"))["digest"]
    )
    return (current / "index.html").read_text("utf-8").partition("<main>")[2].partition("<")[0]


def made(folder: Path, *words: str) -> list[Path]:
    """Finished sites."""
    return [finished(folder / word, word) for word in words]


def test_a_first_site_is_published_where_nothing_was(tmp_path: Path, dest: Path) -> None:
    (site,) = made(tmp_path, "One")
    publish(site, dest, OF)
    assert shown(dest) == "One"
    assert files(dest / "current") == files(site)


def test_the_link_is_relative_so_that_the_folder_can_move(tmp_path: Path, dest: Path) -> None:
    publish(finished(tmp_path / "One", "One"), dest, OF)
    dest.rename(tmp_path / "moved")
    assert shown(tmp_path / "moved") == "One"


def test_five_sites_are_kept(tmp_path: Path, dest: Path) -> None:
    for site in made(tmp_path, *"ABCDEFG"):
        publish(site, dest, OF)
    assert shown(dest) == "G"
    assert len(list((dest / "releases").iterdir())) == releases.KEPT


def test_rolling_back_leads_to_the_site_before_and_takes_the_other_away(tmp_path: Path, dest: Path) -> None:
    for site in made(tmp_path, "One", "Two", "Three"):
        publish(site, dest, OF)
    rollback(dest, OF)
    assert shown(dest) == "Two"
    publish(finished(tmp_path / "Four", "Four"), dest, OF)
    rollback(dest, OF)
    assert shown(dest) == "Two"
    rollback(dest, OF)
    assert shown(dest) == "One"
    with pytest.raises(Refused, match="no earlier site"):
        rollback(dest, OF)
    assert shown(dest) == "One"


def test_publishing_an_earlier_site_again_makes_it_the_newest(tmp_path: Path, dest: Path) -> None:
    one, two = made(tmp_path, "One", "Two")
    for site in (one, two, one):
        publish(site, dest, OF)
    assert shown(dest) == "One"
    assert len(list((dest / "releases").iterdir())) == 2
    rollback(dest, OF)
    assert shown(dest) == "Two"


def test_a_site_with_a_flaw_is_not_published(tmp_path: Path, dest: Path) -> None:
    one, two = made(tmp_path, "One", "Two")
    publish(one, dest, OF)
    (two / "fr/404.html").unlink()
    with pytest.raises(Refused, match=r"fr/404\.html is missing"):
        publish(two, dest, OF)
    assert shown(dest) == "One"


def test_a_release_that_somebody_changed_is_told_and_never_shown_again(tmp_path: Path, dest: Path) -> None:
    one, two = made(tmp_path, "One", "Two")
    first = publish(one, dest, OF)
    publish(two, dest, OF)
    (first / "contact/index.html").write_text("Call this number instead.", "utf-8")
    with pytest.raises(Refused, match="digest"):
        rollback(dest, OF)
    with pytest.raises(Refused, match="digest"):
        publish(one, dest, OF)
    assert shown(dest) == "Two"


def test_a_server_of_any_user_can_read_what_is_published(tmp_path: Path, dest: Path) -> None:
    before = os.umask(0o077)
    (site,) = made(tmp_path, "One")
    release = publish(site, dest, OF)
    os.umask(before)
    modes = {(path.is_dir(), stat.S_IMODE(path.stat().st_mode)) for path in [release, *release.rglob("*")]}
    assert modes == {(True, 0o755), (False, 0o644)}
    assert {stat.S_IMODE(folder.stat().st_mode) for folder in (dest, dest / "releases")} == {0o755}


def test_only_one_publishes_at_a_time(tmp_path: Path, dest: Path) -> None:
    one, two = made(tmp_path, "One", "Two")
    publish(one, dest, OF)
    holds = (
        "import fcntl,sys; lock=open(sys.argv[1],'w'); fcntl.flock(lock,2); print('held',flush=True); sys.stdin.read()"
    )
    with Popen([sys.executable, "-c", holds, str(dest / ".lock")], stdin=-1, stdout=-1) as other:
        assert other.stdout
        assert other.stdout.readline() == b"held\n"
        with pytest.raises(Refused, match="somebody else is publishing"):
            publish(two, dest, OF)
        other.kill()
    publish(two, dest, OF)
    assert shown(dest) == "Two"


def test_a_folder_that_was_not_made_by_this_command_is_left_alone(tmp_path: Path, dest: Path) -> None:
    (dest / "current").mkdir(parents=True)
    with pytest.raises(Refused, match="is no link"):
        publish(finished(tmp_path / "One", "One"), dest, OF)


@pytest.mark.parametrize("command", ["publish", "rollback"])
def test_wherever_it_is_killed_readers_see_a_whole_site(tmp_path: Path, command: str) -> None:
    """Killed before its first step, before its second, and so on to the end; then done again, which succeeds."""
    done = run(
        [sys.executable, "-m", "tests.killing", str(tmp_path), command],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": f"{ROOT / 'hooks'}:{ROOT}"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    seen = json.loads(done.stdout)
    wanted = ("Two", "Three") if command == "publish" else ("Two", "One")
    assert len(seen) > 5
    assert {step["at"] for step in seen} == set(wanted)
    assert {step["after"] for step in seen} == {wanted[1]}


def test_the_command_says_what_is_shown_now(tmp_path: Path, dest: Path) -> None:
    lines = ["site_name: Small", "site_url: https://host/kb/", "site_dir: One", "plugins:", "  i18n:", "    languages:"]
    lines += [
        f"      - {{locale: {code}, name: {code}, default: {str(code == 'en').lower()}}}" for code in ("en", "fr", "ar")
    ]
    (tmp_path / "mkdocs.yml").write_text("\n".join(lines), "utf-8")
    made(tmp_path, "One")

    def said(*given: str) -> tuple[int, str]:
        command = [sys.executable, "-m", "knowledge.releases", *given, str(tmp_path / "mkdocs.yml")]
        done = run(
            command, env=os.environ | {"PYTHONPATH": str(ROOT / "hooks")}, capture_output=True, text=True, check=False
        )
        return done.returncode, done.stdout

    assert said("publish", "") == (1, "Say where: make publish DEST=/srv/knowledge\n")
    code, told = said("publish", str(dest))
    assert (code, told.endswith("; sites kept: 1, at most 5.\n")) == (0, True)
    assert said("rollback", str(dest)) == (1, "there is no earlier site to go back to\n")
