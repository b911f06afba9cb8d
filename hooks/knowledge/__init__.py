"""The rooms: what the site knows, free of MkDocs, tested with plain values.

One noun per room. The doors in `hooks/*.py` say when; these say what.
"""
