"""E-mail addresses and phone numbers in a text become links, so that a reader on a phone can tap them."""

from __future__ import annotations

import re

from lxml.html import HtmlElement, builder

from knowledge import markup

EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]++@[\w-]++(?:\.[\w-]++)++", re.A)
PHONE = re.compile(r"\+\d[\d\u00a0\u202f ]{5,}\d", re.A)
LEFT_ALONE = markup.LITERAL | {"a"}


def link(root: HtmlElement) -> None:
    """Links every address and number of a fragment that is not part of a link already."""
    markup.wrap_matches(root, EMAIL, lambda address: builder.E.a(address, href=f"mailto:{address}"), LEFT_ALONE)
    markup.wrap_matches(root, PHONE, lambda number: builder.E.a(number, href=tel(number)), LEFT_ALONE)


def tel(number: str) -> str:
    """The address that dials a number (RFC 3966, global form): digits only, behind a plus."""
    return "tel:+" + re.sub(r"\D", "", number)
