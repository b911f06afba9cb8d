"""The report of an import as Markdown, for whoever has to look at what came: what is most urgent comes first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

import yaml

from knowledge.importer.outcomes import Fate, Outcome, Report

MEANING = {
    Fate.HELD: "Written to the folder `held/` beside this report: the site would not build with them. Mend them there and move "
    "them, or mend the archive or `import.yml` and import again.",
    Fate.SKIPPED: "Not written anywhere; they are in the export.",
    Fate.REMARKED: "Published with the next build. Somebody should look at what is said below each.",
    Fate.IMPORTED: "Nothing to remark on.",
}
DRAFTED = "have none on the old site: their first sentences stand for it. `report.csv` says which."
CATEGORIES = (
    "These lead to no topic and no region. Put them into `import.yml` beside the export, with the page that each means here "
    "instead of `~` (nothing), and import again: what is held comes in. What lies in the content folder already stays as it "
    "is: take it away first if its topics and regions shall change."
)
TAGS = "This site has topics and regions instead; `import.yml` can name tags too"
OFTEN, MANY = 20, 40
"""How many lines are worth reading of what is said often, and of what is left behind."""


def markdown(report: Report) -> str:
    """Everything for people."""
    counts = report.summary().replace("\n", "\n\n", 1).replace("\n  ", "\n- ")
    lines = [f"# Import of {report.export}", "", counts, "", *_work(report), *_left(report), *_often(report)]
    return "\n".join([*lines, *_lists(report)])


def _section(heading: str, *paragraphs: str) -> Iterator[str]:
    yield f"## {heading}"
    for paragraph in paragraphs:
        yield from ("", paragraph)
    yield ""


def _work(report: Report) -> Iterator[str]:
    """What needs a decision or a text, apart from single entries."""
    if categories := report.left.categories:
        named = [f"  {_quoted(name)}: ~  # {_entries(count)}" for name, count in _most(categories, len(categories))]
        yield from _section("Categories to name", CATEGORIES, "\n".join(["```yaml", "categories:", *named, "```"]))
    if drafted := sum(outcome.drafted and not outcome.skipped for outcome in report.outcomes):
        yield from _section("Summaries to write", f"{drafted} texts {DRAFTED}")
    if strangers := Counter(outcome.author for outcome in report.outcomes if outcome.author):
        names = "\n".join(f"- {name}: {_entries(count)}" for name, count in strangers.most_common())
        yield from _section("Authors without a page", "The editorial team signs what they wrote.", names)
    if report.lacking:
        yield from _section("Pages to write", f"These years have articles now and no page: {_pages(report.lacking)}.")
    if report.years:
        what = f"These years had no page and have one now, like that of the latest year: {_pages(report.years)}."
        yield from _section("Pages of years", what)


def _pages(ids: Sequence[str]) -> str:
    return ", ".join(f"`{page_id}/index.md`" for page_id in ids)


def _quoted(name: str) -> str:
    """A name as YAML takes it."""
    return yaml.safe_dump(name, allow_unicode=True, width=10**6).removesuffix("...\n").strip()


def _entries(count: int) -> str:
    return f"{count} {'entry' if count == 1 else 'entries'}"


def _most(counted: Mapping[str, int], most: int) -> list[tuple[str, int]]:
    return sorted(counted.items(), key=lambda item: (-item[1], item[0]))[:most]


def _left(report: Report) -> Iterator[str]:
    """What stays behind on the old site."""
    left, lines = report.left, []
    if left.tags:
        lines.append(f"- {len(left.tags)} tags. {TAGS}: {_listed(left.tags)}")
    if left.fields:
        lines.append(f"- Fields that the old site made up: {_listed(left.fields)}")
    if left.comments:
        lines.append(f"- Comments of readers: {left.comments}")
    if lines:
        yield from _section("Left behind", "\n".join(lines))


def _listed(counted: Mapping[str, int]) -> str:
    named = ", ".join(f"{name} ({count})" for name, count in _most(counted, MANY))
    return f"{named} …" if len(counted) > MANY else named


def _often(report: Report) -> Iterator[str]:
    """What is said of many entries, said once: mending it once often mends all."""
    said = Counter(remark for outcome in report.outcomes for remark in [*outcome.remarks, *outcome.held])
    often = [f"- {count} times: {remark}" for remark, count in said.most_common(OFTEN) if count > 1]
    if often:
        yield from _section("Said most often", "\n".join(often))


def _lists(report: Report) -> Iterator[str]:
    for fate in Fate:
        found = [outcome for outcome in report.outcomes if outcome.fate is fate]
        if found:
            yield from (f"## {fate.value.capitalize()}: {len(found)}", "", MEANING[fate], "")
            yield from _skipped(found) if fate is Fate.SKIPPED else _each(found)
            yield ""


def _skipped(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """By reason, the most frequent first."""
    counts = Counter(outcome.skipped for outcome in outcomes)
    ordered = sorted(outcomes, key=lambda outcome: (-counts[outcome.skipped], outcome.skipped))
    for reason, group in groupby(ordered, lambda outcome: outcome.skipped):
        yield from (f"### {reason[:1].upper()}{reason[1:]}: {counts[reason]}", "")
        yield from map(_entry, group)
        yield ""


def _each(outcomes: Sequence[Outcome]) -> Iterator[str]:
    for outcome in outcomes:
        yield _entry(outcome)
        yield from (f"    - {said}" for said in [*outcome.held, *outcome.remarks])


def _entry(outcome: Outcome) -> str:
    where = f"line {outcome.line}" if outcome.line else f"entry {outcome.place}"
    named = [where, f"post {outcome.id}" if outcome.id else "", outcome.language]
    title = outcome.title or "(no title)"
    return f"- **{title}** ({', '.join(filter(None, named))})" + (f" → `{outcome.path}`" if outcome.path else "")
