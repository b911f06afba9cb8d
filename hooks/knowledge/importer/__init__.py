"""The rooms that bring the archive of another site into this one: from an export to page bundles and a report.

None takes part in a build: `importing` is the command, and `exports` holds the plain values that the others work on.
"""
