"""Nothing reaches the content folder that the site would not build with, and nothing there is written over."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tests.drafts import lay as lay_files
from tests.importer.archives import TODAY, site
from tests.site.writing import REVIEWED, files, page, picture

from knowledge.configuration import Configuration
from knowledge.importer.manuscripts import Manuscript
from knowledge.importer.staging import Laid, Stage

GOOD = page("Wells", date="2021-03-01", topics=["water"])
OLD = "https://old.example.org/x/"


@pytest.fixture
def home(tmp_path: Path) -> Configuration:
    """The small site."""
    return site(tmp_path)


def lay(
    stage: Stage,
    name: str,
    text: str = GOOD,
    file: str = "index.md",
    links: dict[str, str] | None = None,
    **beside: bytes,
) -> Laid:
    """Lays a text of the page `news/2021/<name>` into the copy, with files beside it."""
    page_id = f"news/2021/{name}"
    for stem, data in beside.items():
        origin = stage.folder / "origin" / f"{stem}.png"
        origin.parent.mkdir(exist_ok=True)
        origin.write_bytes(data)
        stage.beside(page_id).add(origin)
    names = frozenset(f"{stem}.png" for stem in beside)
    new = not (stage.site.docs / page_id / file).exists()
    laid = Laid(page_id, f"{page_id}/{file}", f"{page_id}/index.md", links or {}, names, new, [])
    stage.lay(laid, Manuscript(text, laid.links, names, [], []))
    return laid


def told(stage: Stage) -> dict[str, list[str]]:
    """What is held back, and why."""
    return {path: laid.held for path, laid in stage.laid.items() if laid.held}


def test_a_sound_page_moves_whole_with_its_files(home: Configuration) -> None:
    body = page("Wells", "![A pump](pump.png)", date="2021-03-01", topics=["water"])
    with Stage(home, TODAY) as stage:
        lay(stage, "wells", body, pump=picture())
        stage.settle()
        assert told(stage) == {}
        stage.publish()
    assert set(files(home.docs / "news/2021")) == {"wells/index.md", "wells/pump.png"}


def test_the_copy_leaves_nothing_behind(home: Configuration) -> None:
    before = files(home.root)
    with Stage(home, TODAY) as stage:
        lay(stage, "wells")
        assert stage.folder.exists()
    assert files(home.root) == before
    assert not stage.folder.exists()


def interrupted(home: Configuration) -> None:
    """A run that somebody stops."""
    with Stage(home, TODAY) as stage:
        lay(stage, "wells")
        stage.settle()
        raise KeyboardInterrupt


def test_an_interrupted_run_leaves_the_content_folder_as_it_was(home: Configuration) -> None:
    before = files(home.docs)
    with pytest.raises(KeyboardInterrupt):
        interrupted(home)
    assert files(home.docs) == before


def test_a_run_that_fails_while_it_publishes_leaves_whole_pages_and_the_next_one_goes_on(home: Configuration) -> None:
    body = page("Wells", "![A pump](pump.png)", date="2021-03-01", topics=["water"])
    with Stage(home, TODAY) as stage:
        lay(stage, "wells", body, pump=picture())
        lay(stage, "pumps")
        stage.settle()
        shutil.rmtree(stage.whole / "news/2021/pumps")
        with pytest.raises(OSError, match="pumps"):
            stage.publish()
    assert set(files(home.docs / "news/2021")) == {"wells/index.md", "wells/pump.png"}
    with Stage(home, TODAY) as stage:
        lay(stage, "wells", body, pump=picture())
        lay(stage, "pumps")
        stage.settle()
        stage.publish()
    assert set(files(home.docs / "news/2021")) == {"wells/index.md", "wells/pump.png", "pumps/index.md"}


def test_what_a_killed_run_left_is_cleared_by_the_next(home: Configuration) -> None:
    left = home.root / ".content.import/whole/rubbish"
    left.mkdir(parents=True)
    with Stage(home, TODAY):
        assert not left.exists()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (page("Wells", date="2021-03-01", topics=["watre"]), "topics: there is no topic 'watre': did you mean water?"),
        (page("Wells", date="2021-03-01"), "topics: this field is needed"),
        (page("Wells", date="2020-03-01", topics=["water"]), "date: 2020-03-01 lies in the folder news/2021"),
        (
            page("Wells", "[a](../lost/index.md)", date="2021-03-01", topics=["water"]),
            "link: there is no page ../lost/index.md",
        ),
        (page("Wells", "![a](lost.png)", date="2021-03-01", topics=["water"]), "image: there is no file lost.png"),
        (page("Wells", "# One", date="2021-03-01", topics=["water"]), "heading: # 'One' would be a second title"),
    ],
)
def test_what_would_break_the_build_is_held_back_with_the_reason(home: Configuration, text: str, said: str) -> None:
    with Stage(home, TODAY) as stage:
        lay(stage, "wells", text)
        lay(stage, "pumps")
        stage.settle()
        stage.publish()
        assert said in told(stage)["news/2021/wells/index.md"][0]
        assert files(stage.held) == {"news/2021/wells/index.md": text.encode()}
    assert set(files(home.docs / "news/2021")) == {"pumps/index.md"}


def test_a_picture_that_cannot_be_shown_holds_its_text_back(home: Configuration) -> None:
    with Stage(home, TODAY) as stage:
        lay(stage, "wells", page("Wells", "![A](pump.png)", date="2021-03-01", topics=["water"]), pump=b"no picture")
        stage.settle()
        assert "pump.png: the file is no picture" in told(stage)["news/2021/wells/index.md"][0]
        assert set(files(stage.held)) == {"news/2021/wells/index.md", "news/2021/wells/pump.png"}


def test_a_translation_with_a_fault_waits_and_its_source_does_not(home: Configuration) -> None:
    source = page("Wells", "## One\n\n![A](pump.png)", date="2021-03-01", topics=["water"])
    with Stage(home, TODAY) as stage:
        lay(stage, "wells", source, pump=picture())
        lay(stage, "wells", page("Puits", "# Un\n\n![A](pump.png) [a](lost.md)"), "index.fr.md", pump=picture())
        lay(stage, "wells", page("آبار", "## واحد"), "index.ar.md")
        stage.settle()
        stage.publish()
        assert list(told(stage)) == ["news/2021/wells/index.fr.md"]
        assert set(files(stage.held / "news/2021/wells")) == {"index.fr.md", "pump.png"}
    assert set(files(home.docs / "news/2021/wells")) == {"index.md", "index.ar.md", "pump.png"}


def test_a_translation_with_other_headings_keeps_them_and_says_so(home: Configuration) -> None:
    for _ in range(2):
        with Stage(home, TODAY) as stage:
            lay(stage, "wells", page("Wells", "## One\n\n## Two", date="2021-03-01", topics=["water"]))
            french = lay(stage, "wells", page("Puits", "## Un"), "index.fr.md")
            arabic = lay(stage, "wells", page("آبار", "### واحد\n\n## اثنان"), "index.ar.md")
            stage.settle()
            stage.publish()
            assert told(stage) == {}
            assert french.new or stage.same(french.path)
    assert [len(laid.remarks) for laid in (french, arabic)] == [1, 0]
    assert "adapted: true\n---" in (home.docs / french.path).read_text("utf-8")
    assert "## واحد\n\n## اثنان" in (home.docs / arabic.path).read_text("utf-8")


def test_a_year_that_gets_its_first_article_gets_a_page(home: Configuration) -> None:
    lay_files(home.docs, {"news/2020/index.md": page("Articles of 2020", reviewed=REVIEWED)})
    with Stage(home, TODAY) as stage:
        lay(stage, "wells")
        stage.settle()
        stage.publish()
    written = (home.docs / "news/2021/index.md").read_text("utf-8")
    assert written == page("Articles of 2021", reviewed=REVIEWED)


def test_a_year_whose_articles_are_held_back_gets_none(home: Configuration) -> None:
    lay_files(home.docs, {"news/2020/index.md": page("Articles of 2020", reviewed=REVIEWED)})
    with Stage(home, TODAY) as stage:
        lay(stage, "wells", page("Wells", date="2021-03-01"))
        stage.settle()
        stage.publish()
        assert stage.years == []
    assert not (home.docs / "news/2021").exists()


def test_translations_wait_with_their_source(home: Configuration) -> None:
    with Stage(home, TODAY) as stage:
        lay(stage, "wells", page("Puits"), "index.fr.md")
        lay(stage, "wells", page("Wells", date="2021-03-01"))
        stage.settle()
        assert told(stage)["news/2021/wells/index.fr.md"] == ["the text it was translated from is held back"]
        assert not (stage.whole / "news/2021/wells").exists()


def test_links_to_what_is_held_back_lead_to_the_old_site_again(home: Configuration) -> None:
    text = page("Pumps", "[a](../wells/index.md) and [b](../sound/index.md)", date="2021-03-01", topics=["water"])
    with Stage(home, TODAY) as stage:
        pumps = lay(stage, "pumps", text, links={"news/2021/wells": OLD, "news/2021/sound": OLD})
        lay(stage, "wells", page("Wells", "[c](../pumps/index.md)", date="2021-03-01"), links={"news/2021/pumps": OLD})
        lay(stage, "sound")
        stage.settle()
        stage.publish()
        assert pumps.remarks == [f"a link leads to the old site, because the page is held back: {OLD}"]
        assert "(../pumps/index.md)" in (stage.held / "news/2021/wells/index.md").read_text("utf-8")
    written = (home.docs / "news/2021/pumps/index.md").read_text("utf-8")
    assert f"[a]({OLD}) and [b](../sound/index.md)" in written


def test_a_text_whose_links_were_turned_back_is_the_same_while_the_page_is_held_and_differs_in_links_later(
    home: Configuration,
) -> None:
    text = page("Pumps", "[a](../wells/index.md)", date="2021-03-01", topics=["water"])
    before: dict[str, bytes] = {}
    for wells in (page("Wells", date="2021-03-01"), page("Wells", date="2021-03-01"), GOOD):
        with Stage(home, TODAY) as stage:
            pumps = lay(stage, "pumps", text, links={"news/2021/wells": OLD})
            lay(stage, "wells", wells)
            stage.settle()
            told_as = pumps.new or (stage.same(pumps.path), stage.same_but_links(pumps))
            stage.publish()
        before = before or files(home.docs / "news/2021/pumps")
        assert told_as in (True, (True, True), (False, True))
        assert files(home.docs / "news/2021/pumps") == before
    assert told_as == (False, True)


def test_nothing_is_written_over(home: Configuration) -> None:
    with Stage(home, TODAY) as stage:
        lay(stage, "wells", pump=picture())
        stage.settle()
        stage.publish()
    before = files(home.docs)
    with Stage(home, TODAY) as stage:
        lay(stage, "wells", GOOD.replace("Some text.", "Another text."), pump=picture("red"))
        stage.settle()
        assert not stage.same("news/2021/wells/index.md")
        stage.publish()
    assert files(home.docs) == before


def test_a_second_import_says_that_it_is_the_same(home: Configuration) -> None:
    for _ in range(2):
        with Stage(home, TODAY) as stage:
            laid = lay(stage, "wells")
            stage.settle()
            stage.publish()
            same = not laid.new and stage.same(laid.path)
    assert same


def test_a_translation_joins_a_page_that_is_there(home: Configuration) -> None:
    for translations in (0, 1):
        with Stage(home, TODAY) as stage:
            lay(stage, "wells")
            for _ in range(translations):
                lay(stage, "wells", page("Puits", "![A](pump.png)"), "index.fr.md", pump=picture())
            stage.settle()
            stage.publish()
    assert set(files(home.docs / "news/2021/wells")) == {"index.md", "index.fr.md", "pump.png"}


def test_a_translation_does_not_join_a_page_of_somebody_else(home: Configuration) -> None:
    other = home.docs / "news/2021/wells/index.md"
    other.parent.mkdir(parents=True)
    other.write_text(page("Quite another text", date="2021-05-05", topics=["water"]))
    with Stage(home, TODAY) as stage:
        lay(stage, "wells")
        lay(stage, "wells", page("Puits"), "index.fr.md")
        stage.settle()
        stage.publish()
        assert told(stage) == {
            "news/2021/wells/index.fr.md": ["the text it was translated from is not the one in the content folder"]
        }
    assert set(files(other.parent)) == {"index.md"}


def test_a_source_that_would_make_an_original_a_translation_waits(home: Configuration) -> None:
    there = home.docs / "news/2021/wells/index.fr.md"
    there.parent.mkdir(parents=True)
    there.write_text(page("Puits", date="2021-05-05", topics=["water"]))
    with Stage(home, TODAY) as stage:
        lay(stage, "wells")
        stage.settle()
        stage.publish()
        assert "beside it, news/2021/wells/index.fr.md: line " in told(stage)["news/2021/wells/index.md"][0]
    assert set(files(there.parent)) == {"index.fr.md"}


def test_a_site_that_would_not_build_for_another_reason_stops_the_import(home: Configuration) -> None:
    (home.docs / "topics/water/index.md").write_text(page("Water", colour="blue", reviewed="2026-01-05"))
    with Stage(home, TODAY) as stage:
        lay(stage, "wells")
        with pytest.raises(RuntimeError, match="colour"):
            stage.settle()
