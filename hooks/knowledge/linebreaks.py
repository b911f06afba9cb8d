"""Where the lines of a title end: as few lines as can be, and then of much the same length.

What CSS calls `text-wrap: balance`, for pictures. Words are measured outside, so it knows nothing of type.
"""

from __future__ import annotations


def balanced(parts: list[str], lengths: list[float], space: float, limit: float) -> list[str]:
    """Words as lines of at most `limit`, as few as can be, and of much the same length."""
    fewest = len(_broken(parts, lengths, space, limit))
    low, high = 0.0, limit
    for _ in range(10):
        middle = (low + high) / 2
        low, high = (low, middle) if len(_broken(parts, lengths, space, middle)) <= fewest else (middle, high)
    return _broken(parts, lengths, space, high)


def _broken(parts: list[str], lengths: list[float], space: float, limit: float) -> list[str]:
    lines: list[list[str]] = []
    room = -1.0
    for part, length in zip(parts, lengths, strict=True):
        if lines and length + space <= room:
            lines[-1].append(part)
            room -= length + space
        else:
            lines.append([part])
            room = limit - length
    return [" ".join(line) for line in lines]
