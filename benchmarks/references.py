"""What leads on from an article: links to other articles, to the page of its topic, to a document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from random import Random

from benchmarks.articles import Outline
from benchmarks.phrases import Statement, grammar, state

from knowledge import links
from knowledge.catalogue import Catalogue

THEMED, RULED = 0.7, 0.25
"""The shares of articles that link to their topic and to a document."""


def references(article: Outline, outlines: Sequence[Outline], catalogue: Catalogue, seed: int) -> list[Statement]:
    """Up to four links to pages of the frame, whose `catalogue` gives their titles, and to articles of the corpus."""
    random = Random(f"references {article.id} {seed}")
    return [*_others(random, article, outlines), *_pages(random, article, catalogue)]


def _others(random: Random, article: Outline, outlines: Sequence[Outline]) -> Iterator[Statement]:
    patterns = random.sample(grammar("articles")["references"], random.choice([0, 1, 1, 2]))
    for pattern, other in zip(patterns, random.sample(outlines, min(2, len(outlines))), strict=False):
        if other is not article:
            titles = {code: other.title.said(code) for code in pattern.texts}
            yield state(random, pattern, {"page": _link(article.id, other.id, titles)})


def _pages(random: Random, article: Outline, catalogue: Catalogue) -> Iterator[Statement]:
    topic = catalogue.find("topic", article.topics[0])
    rule = random.choice([*catalogue.of_kind("document"), None])
    for page, patterns, share in ((topic, "themes", THEMED), (rule, "rules", RULED)):
        if page and random.random() < share:
            pattern = random.choice(grammar("articles")[patterns])
            titles = {code: page.text(code).record.title for code in pattern.texts}
            yield state(random, pattern, {"page": _link(article.id, page.id, titles)})


def _link(from_id: str, page_id: str, titles: Mapping[str, str]) -> Mapping[str, str]:
    path = links.relative(from_id, page_id)
    return {code: f"[{title}]({path})" for code, title in titles.items()}
