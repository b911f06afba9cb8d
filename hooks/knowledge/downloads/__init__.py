"""The rooms of files that readers take away: a text as PDF, Word document, e-book and plain text.

Each file is made from the finished HTML of the page, so it says what the page says: `paper` readies it, one room a format
sets it, `printing` makes all that are wanted.
"""
