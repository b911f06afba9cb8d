"""The corpus that figures are measured on: the same for everybody, without problems, and with text like real text."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from pathlib import Path

import pytest
from benchmarks import articles, corpus, documents
from benchmarks.phrases import Phrase, Statement, grammar

from knowledge import reading
from knowledge.catalogue import Catalogue
from knowledge.entries import Entry, Text
from knowledge.languages import Languages

ARTICLES = 60
CODES = ("en", "fr", "ar")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small corpus."""
    place = tmp_path_factory.mktemp("corpus") / "docs"
    corpus.write(place, ARTICLES)
    return place


@pytest.fixture(scope="module")
def read(folder: Path, trilingual: Languages) -> Catalogue:
    """Its catalogue, without a problem."""
    found, problems = reading.read(folder, trilingual)
    assert [str(problem) for problem in problems] == []
    return found


@pytest.fixture(scope="module")
def written(read: Catalogue) -> list[Entry]:
    """Its articles."""
    return list(read.of_kind("article"))


def digest(folder: Path) -> str:
    """One number for the names and the bytes of all files below a folder."""
    whole = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        whole.update(path.relative_to(folder).as_posix().encode() + (path.read_bytes() if path.is_file() else b""))
    return whole.hexdigest()


def shown(markdown: str) -> str:
    """What readers see of a text: no addresses of links, no names of facts."""
    return re.sub(r"\]\([^)]*\)|\{\{[^}]*\}\}", "]", markdown)


def texts(entries: list[Entry], code: str) -> list[Text]:
    """The texts of some pages in a language."""
    return [entry.texts[code] for entry in entries if code in entry.texts]


def test_the_same_seed_gives_the_same_bytes_and_another_does_not(folder: Path, tmp_path: Path) -> None:
    corpus.write(tmp_path / "again", ARTICLES)
    corpus.write(tmp_path / "other", ARTICLES, seed=2)
    assert digest(tmp_path / "again") == digest(folder)
    assert digest(tmp_path / "other") != digest(folder)


@pytest.mark.parametrize("count", [0, 1, 7])
def test_a_corpus_of_any_size_has_no_problems(count: int, tmp_path: Path, trilingual: Languages) -> None:
    corpus.write(tmp_path / "docs", count)
    found, problems = reading.read(tmp_path / "docs", trilingual)
    assert problems == []
    assert len(list(found.of_kind("article"))) == count


def test_what_is_there_is_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    with pytest.raises(FileExistsError):
        corpus.write(tmp_path / "docs", 1)


def test_the_frame_is_the_real_content_without_its_articles(read: Catalogue, catalogue: Catalogue) -> None:
    real = {entry.id for entry in catalogue.entries.values() if entry.kind.name != "article"}
    assert real <= set(read.entries)
    assert not {entry.id for entry in catalogue.of_kind("article")} & set(read.entries)


def test_every_year_of_an_article_has_its_page(read: Catalogue, written: list[Entry]) -> None:
    years = {entry.id for entry in read.of_kind("year")}
    assert {entry.id.rpartition("/")[0] for entry in written} <= years
    assert [entry.id for entry in written if entry.id.split("/")[1] != str(entry.record.date.year)] == []
    assert [entry.record.title for entry in read.of_kind("year") if entry.id[-4:] not in entry.record.title] == []


def test_articles_lie_in_twelve_years_and_more_in_the_later_ones(tmp_path: Path) -> None:
    days = [outline.day for outline in articles.outlines(1000, 1, "news", CODES)]
    counts = Counter(day.year for day in days)
    assert set(counts) == set(range(2015, 2027))
    assert sum(counts[year] for year in range(2021, 2027)) > 1.3 * sum(counts[year] for year in range(2015, 2021))


def test_no_two_articles_have_one_title() -> None:
    outlines = articles.outlines(1375, 1, "news", CODES)
    for code in CODES:
        assert len({outline.title.said(code) for outline in outlines}) == len(outlines)
    assert len({outline.id.rpartition("/")[2] for outline in outlines}) == 1375


def test_topics_and_regions_are_spread_unevenly(written: list[Entry]) -> None:
    topics = Counter(topic for entry in written for topic in entry.record.topics).most_common()
    regions = Counter(region for entry in written for region in entry.record.regions).most_common()
    assert topics[0][1] > 2 * topics[-1][1] > 0
    assert regions[0][1] > 2 * regions[-1][1] > 0


@pytest.mark.parametrize(("code", "least", "most"), [("en", 0.94, 0.99), ("fr", 0.85, 0.85), ("ar", 0.85, 0.85)])
def test_languages_have_their_shares(code: str, least: float, most: float, written: list[Entry]) -> None:
    assert least <= len(texts(written, code)) / ARTICLES <= most


def test_some_articles_were_first_written_in_arabic_or_french(written: list[Entry]) -> None:
    originals = Counter(entry.original for entry in written)
    assert originals["ar"] == 2
    assert originals["fr"] == 2


@pytest.mark.parametrize("code", CODES)
def test_an_article_has_the_length_of_one(code: str, written: list[Entry]) -> None:
    lengths = [len(text.source.body.split()) for text in texts(written, code)]
    assert min(lengths) >= 300
    assert max(lengths) <= 500
    assert {len(text.headings) for text in texts(written, code)} == {3, 4, 5}


def test_articles_have_lists_and_links_but_not_all_of_them(written: list[Entry]) -> None:
    bodies = [text.source.body for text in texts(written, "en")]
    for pattern in (r"^- ", r"^1\. ", r"\]\(\.\./", r"\]\(\.\./\.\./\.\./topics/"):
        assert 0.1 < sum(bool(re.search(pattern, body, re.M)) for body in bodies) / len(bodies) < 0.99


@pytest.mark.parametrize("code", CODES)
def test_no_sentence_comes_twice_in_an_article(code: str, written: list[Entry]) -> None:
    for text in texts(written, code):
        lines = [line.lstrip("#-1. ") for line in text.source.body.splitlines() if line]
        said = [sentence for line in lines for sentence in re.split(r"(?<=[.?؟])\s+", line)]
        assert [sentence for sentence, times in Counter(said).items() if times > 1] == []


def test_arabic_has_no_latin_letters(read: Catalogue, folder: Path) -> None:
    made = [entry for entry in read.of_kind("article", "document") if "ar" in entry.texts]
    known = {entry.id for entry in reading.read(corpus.ROOT / "docs", read.languages)[0].of_kind("document")}
    for entry in made:
        if entry.id not in known:
            text = entry.texts["ar"]
            words = [text.record.title, text.record.summary, shown(text.source.body)]
            assert re.findall(r"[A-Za-z]+", " ".join(words)) == []


def test_documents_have_the_same_sixty_clauses_in_every_language(read: Catalogue) -> None:
    assert len(list(read.of_kind("document"))) == 20
    for document in documents.documents(20, 1, "policies"):
        numbers = {code: re.findall(r"^\d+\.\d+(?= )", document.markdown(code), re.M) for code in CODES}
        assert numbers["en"] == numbers["fr"] == numbers["ar"]
        assert 50 <= len(numbers["en"]) <= 70
        letters = [len(re.findall(r"^\S\) ", document.markdown(code), re.M)) for code in CODES]
        assert len(set(letters)) == 1
        assert letters[0] > 0
        assert len(re.findall(r"^## ", document.markdown("en"), re.M)) == 10


def patterns(node: object) -> list[Phrase]:
    """Every phrase of the grammar, however deep."""
    if isinstance(node, Phrase):
        return [node]
    inside = node.values() if isinstance(node, dict) else node
    return [phrase for part in inside for phrase in patterns(part)]  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", ["words", "articles", "sentences", "documents"])
def test_every_phrase_says_the_same_in_every_language(name: str) -> None:
    for phrase in patterns(grammar(name)):
        slots = {code: {piece[0] for piece in phrase.pieces[code] if isinstance(piece, tuple)} for code in CODES}
        assert slots["en"] == slots["fr"] == slots["ar"], phrase.texts["en"]


@pytest.mark.parametrize(
    ("code", "pattern", "word", "said"),
    [
        ("fr", "le travail de {word}", "les équipes", "Le travail des équipes"),
        ("fr", "le prix de {word}", "le silence", "Le prix du silence"),
        ("fr", "face à {word}", "les rumeurs", "Face aux rumeurs"),
        ("fr", "grâce à {word}", "le courage", "Grâce au courage"),
        ("fr", "le temps de {word}", "écouter", "Le temps d’écouter"),
        ("fr", "un plan de {word}", "la rédaction", "Un plan de la rédaction"),
        ("ar", "وقت ل{word}", "التحقق", "وقت للتحقق"),
        ("ar", "دعم ل{word}", "اللغة", "دعم للغة"),
        ("ar", "ول{word} أن يطلبوا", "المحررين", "وللمحررين أن يطلبوا"),
        ("ar", "وقت ل{word}", "قراءة", "وقت لقراءة"),
        ("en", "the work of {word}", "women’s groups", "The work of women’s groups"),
    ],
)
def test_words_fit_where_they_meet(code: str, pattern: str, word: str, said: str) -> None:
    statement = Statement(Phrase({code: pattern}), {"word": Phrase({code: word})})
    assert statement.said(code) == said


def test_a_slot_can_ask_for_the_second_form_of_a_word() -> None:
    word = Phrase({"ar": "المراسل[ون|ين] المحلي[ون|ين]"})
    assert Statement(Phrase({"ar": "يعمل {people}"}), {"people": word}).said("ar") == "يعمل المراسلون المحليون"
    assert Statement(Phrase({"ar": "من {people'}"}), {"people": word}).said("ar") == "من المراسلين المحليين"
