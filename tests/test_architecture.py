"""The shape of the project: doors and rooms, one noun each, nothing that says more or less than it should."""

from __future__ import annotations

import ast
import re
import sys
from pathlib import Path

import pytest
import yaml

from knowledge.kinds import KINDS

ROOT = Path(__file__).parents[1]
KNOWLEDGE = ROOT / "hooks/knowledge"
ROOMS = sorted(KNOWLEDGE.rglob("*.py"))
HALLS = {"builds", "folders", "outputs", "passes", "previewing", "previews"}
"""What doors share, and the command of the preview: no doors themselves."""

DOORS = [path for path in sorted((ROOT / "hooks").glob("*.py")) if path.stem not in HALLS]
CONFIG = yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8"))
READS_AND_WRITES = {
    *("sources", "facts", "fonts", "strings", "search", "publishing", "contract", "pictures", "store"),
    *("assets", "templates", "processes"),
    *("wxr", "wpjson", "categories", "configuration", "staging", "importing", "years"),
    *("deposits", "ledgers", "frozen", "freezing", "numbering"),
    *("pandoc", "paper", "pdf", "wordfile", "epub", "printing"),
    "overlays",
    *("compression", "memory", "traces", "legacy", "shares", "provenance", "smoke", "releases", "reviewing"),
    *("linter", "starting", "checking", "fixing", "cms"),
    *("revisions", "sites", "appraisal"),
    *("deliveries", "sets", "leaflets", "packs", "carrying", "supplements", "media"),
}
"""Rooms whose docstrings say that they touch files or start processes; by noun, whichever package they stand in."""

DRAWERS = {"utils", "helpers", "manager", "base", "common", "misc", "tools", "core"}


def named(path: Path) -> str:
    """A room as people call it: `bidi`, `importer/wxr`; a door by its noun."""
    return path.relative_to(KNOWLEDGE).with_suffix("").as_posix() if path.is_relative_to(KNOWLEDGE) else path.stem


def imports(path: Path) -> set[str]:
    """The first names of every module a file imports."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add((node.module or "").partition(".")[0])
    return found


@pytest.mark.parametrize("room", ROOMS, ids=named)
def test_a_room_imports_no_mkdocs_and_no_door(room: Path) -> None:
    assert not imports(room) & {
        "mkdocs",
        "mkdocs_static_i18n",
        "material",
        *HALLS,
        *(door.stem for door in DOORS),
    }


@pytest.mark.parametrize("room", ROOMS, ids=named)
def test_only_named_rooms_touch_files_or_processes(room: Path) -> None:
    source = room.read_text("utf-8")
    touches = re.search(
        r"\.(?:read|write)_(?:text|bytes)\(|(?<!Image\.)(?<!pikepdf\.)\bopen\(|\brun\(|\.mkdir\(|\.unlink\(", source
    )
    assert bool(touches) <= (room.stem in READS_AND_WRITES)


@pytest.mark.parametrize("door", DOORS, ids=named)
def test_a_door_is_short_holds_no_state_and_imports_no_other_door(door: Path) -> None:
    source = door.read_text("utf-8")
    assert source.count("\n") <= 65
    assert not imports(door) & {other.stem for other in DOORS}
    assigned = [node for node in ast.parse(source).body if isinstance(node, ast.Assign)]
    names = [target.id for node in assigned for target in node.targets if isinstance(target, ast.Name)]
    assert [name for name in names if name != "log" and not name.startswith("on_")] == []


def test_every_door_is_listed_in_the_configuration_and_none_is_missing() -> None:
    assert sorted(CONFIG["hooks"]) == [f"hooks/{door.name}" for door in DOORS]


def test_no_file_is_called_like_the_standard_library_or_like_a_drawer() -> None:
    names = {path.stem for path in [*ROOMS, *DOORS]} - {"__init__"}
    doors = {path.stem for path in DOORS} | HALLS
    assert not doors & set(sys.stdlib_module_names)
    assert not names & DRAWERS


@pytest.mark.parametrize("path", [*ROOMS, *DOORS], ids=named)
def test_a_file_opens_with_a_sentence_and_its_functions_are_short(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    assert ast.get_docstring(tree)
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    assert [node.name for node in functions if (node.end_lineno or 0) - node.lineno > 32] == []
    public = [node for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef)]
    assert [node.name for node in public if not node.name.startswith("_") and not ast.get_docstring(node)] == []


@pytest.mark.parametrize("path", ROOMS, ids=named)
def test_a_room_is_small(path: Path) -> None:
    assert path.read_text("utf-8").count("\n") <= 220


def test_no_two_rooms_bear_the_same_noun() -> None:
    nouns = [path.stem for path in ROOMS if path.stem != "__init__"]
    assert sorted(nouns) == sorted(set(nouns))


def test_a_build_needs_nothing_of_the_importer() -> None:
    others = [path for path in [*ROOMS, *DOORS] if path.parent.name != "importer"]
    assert [named(path) for path in others if "knowledge.importer" in path.read_text("utf-8")] == []


def test_every_kind_has_its_template_and_every_template_its_kind() -> None:
    templates = {path.stem for path in (ROOT / "overrides/kinds").glob("*.html")}
    assert templates == {kind.name for kind in KINDS}


def test_every_room_has_a_test() -> None:
    tested = {path.stem.removeprefix("test_") for path in (ROOT / "tests").rglob("test_*.py")}
    by_another = {
        "names": "sources",
        "origins": "entries",
        "reading": "coherence",
        "catalogue": "entries",
        "markup": "bidi",
        "contract": "documentation",
        "rules": "mending",
        "styles": "remarks",
        "english": "remarks",
        "inventory": "turnover",
        "ripples": "turnover",
        "sites": "weights",
        "signposts": "account",
        "findings": "appraisal",
        "summary": "appraisal",
    }
    rooms = {path.stem for path in ROOMS} - {"__init__"}
    assert {room for room in rooms if by_another.get(room, room) not in tested} == set()


def test_the_generator_names_no_organisation_and_no_content_folder() -> None:
    organisation = re.compile(r"\bIMS\b|International Media Support|example\.org/knowledge|[\"']docs/|[\"']docs[\"']")
    allowed = {"entries.py", "reading.py", "configuration.py"}
    found = [path.name for path in [*ROOMS, *DOORS] if organisation.search(path.read_text("utf-8"))]
    assert set(found) <= allowed


def test_styles_use_logical_properties_only() -> None:
    """Mirroring then needs no second stylesheet (CSS Logical Properties and Values 1)."""
    css = re.sub(r"/\*.*?\*/", "", (ROOT / "overrides/assets/site.css").read_text("utf-8"), flags=re.S)
    sides = r"(?:left|right)"
    physical = rf"(?:margin|padding|border)-{sides}|(?<![-\w]){sides}\s*:|(?:text-align|float|clear)\s*:\s*{sides}"
    assert re.findall(physical, css) == []
    assert re.findall(r"letter-spacing:(?!\s*0)", css) == []


def test_templates_carry_no_inline_script_style_or_event() -> None:
    """JSON-LD is data, which no browser runs and no Content-Security-Policy stops."""
    script = r'<script(?! type="application/ld\+json">)(?![^>]*\bsrc=)'
    for path in (ROOT / "overrides").rglob("*.html"):
        source = path.read_text("utf-8")
        assert not re.search(rf"{script}|<style|\sstyle=|\son\w+=", source), path


def test_the_repository_keeps_no_promise_for_later() -> None:
    later = re.compile(r"\b(?:TODO|FIXME|XXX)\b|pytest\.(?:skip|xfail)|mark\.(?:skip|xfail)")
    files = [*(ROOT / "hooks").rglob("*.py"), *(ROOT / "tests").rglob("*.py")]
    assert [path for path in files if path != Path(__file__) and later.search(path.read_text("utf-8"))] == []
