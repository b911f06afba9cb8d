"""The rooms of documents that bind: clauses, translations one can rely on, versions, citations.

A document is a page of the kind `document`; a version that was once in force is a page of the kind `version` below it.
"""
