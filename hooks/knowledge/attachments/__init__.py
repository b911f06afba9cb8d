"""The rooms of files that lie beside a page and that editors did not write here: reports, forms, tables.

What such a file says of those who made it stays at home: each is cleaned before it is published, or refused with the reason.
"""
