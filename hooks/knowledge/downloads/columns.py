"""How wide the columns of a table are on paper: by what stands in them, so that short words leave room for long sentences.

A browser measures while it sets; Word and e-readers do not, and give every column the same.
"""

from __future__ import annotations

import math

from lxml.html import HtmlElement, builder


def fit(root: HtmlElement) -> None:
    """Every table without merged cells says how wide its columns are, in hundredths of its own width."""
    for table in root.iter("table"):
        rows = [[" ".join(cell.text_content().split()) for cell in row.iter("th", "td")] for row in table.iter("tr")]
        merged = any(cell.get("colspan") for cell in table.iter("th", "td"))
        if rows and rows[0] and not merged and len({len(row) for row in rows}) == 1:
            for group in table.xpath("./colgroup | ./col"):
                table.remove(group)
            columns = [builder.E.col(style=f"width: {share:.1f}%") for share in shares(rows)]
            table.insert(1 if table.find("caption") is not None else 0, builder.E.colgroup(*columns))


def shares(rows: list[list[str]]) -> list[float]:
    """Hundredths for each column of rows of equal length: its longest word fits, longer cells get less than their due."""
    weights = [max(map(_weight, column)) for column in zip(*rows, strict=True)]
    return [100 * weight / sum(weights) for weight in weights]


def _weight(words: str) -> float:
    longest = max(map(len, words.split()), default=0)
    return max(longest + 2.0, math.pow(len(words) + 4, 0.75) + 4)
