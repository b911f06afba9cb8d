"""The rooms of the site without a connection: one archive for each language, and one file for Kiwix.

Both are made from the finished site, not by another build, so they say what the site says: `copies` makes a page readable
where there is no server, `rows` is what their search knows, `packs` gathers what goes along.
"""
