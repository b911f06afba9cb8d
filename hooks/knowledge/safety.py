"""What HTML a page may carry: an allow-list, because Markdown lets raw HTML through and pull requests come from strangers.

Scripts, frames, forms, styles, event attributes, `javascript:` links and other sites' pictures do not survive; nh3 (Ammonia)
does the work.
"""

from __future__ import annotations

import re

import nh3

TAGS = set(
    "a abbr b bdi blockquote br caption code col colgroup dd del details dfn div dl dt em figcaption figure "
    "h2 h3 h4 h5 h6 hr i img input ins kbd label li mark ol p pre q s samp section small span strong "
    "sub summary sup table tbody td tfoot th thead time tr ul var wbr".split()
)
EVERYWHERE = {"class", "dir", "id", "lang", "title"}
ATTRIBUTES = {
    "*": EVERYWHERE,
    "a": {"href", "hreflang"},
    "col": {"span"},
    "details": {"open"},
    "img": {"alt", "height", "loading", "src", "width"},
    "input": {"checked", "name"},
    "label": {"for"},
    "ol": {"start", "type"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
    "time": {"datetime"},
}
SCHEMES = {"http", "https", "mailto", "tel"}
ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|[/\\]{2}", re.I)
UNSHOWN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""Characters that no page can show and no XML tree can hold."""


def clean(fragment: str) -> str:
    """The fragment with only what a page may carry; inputs are only the radio buttons of tabs."""
    cleaned = nh3.clean(
        fragment,
        tags=TAGS,
        attributes=ATTRIBUTES,
        set_tag_attribute_values={"input": {"type": "radio"}},
        attribute_filter=_own_pictures,
        url_schemes=SCHEMES,
        link_rel=None,
        strip_comments=True,
    )
    return UNSHOWN.sub("", cleaned)


def _own_pictures(tag: str, attribute: str, value: str) -> str | None:
    """A picture from another site would tell that site who reads this page; browsers read addresses without white space."""
    address = re.sub(r"[\x00-\x20]", "", value)
    return None if (tag, attribute) == ("img", "src") and ELSEWHERE.match(address) else value
