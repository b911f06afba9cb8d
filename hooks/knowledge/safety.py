"""What HTML a page may carry: an allow-list, because Markdown lets raw HTML through and pull requests come from strangers.

Scripts, frames, forms, styles, event attributes, `javascript:` links and other sites' pictures do not survive; nh3 (Ammonia)
does the work.
"""

from __future__ import annotations

import re

import nh3

from knowledge import characters, hosts
from knowledge.outline import RESERVED

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
SPACES = re.compile(r"[\x00-\x20]")
"""What browsers leave out of an address."""

CLASS = re.compile(
    r"admonition(?:-title)?|footnote(?:-ref|-backref)?|tabbed-(?:set|alternate|labels|content|block)"
    r"|note|abstract|info|tip|success|question|warning|failure|danger|bug|example|quote|caution|attention|hint|important|error"
    r"|language-[\w+-]+|highlight"
)
"""What Markdown's own parts are called. A text that could take any class would look like a button of the site, or cover it."""

ROUNDS = 8
"""How often a fragment is cleaned before it counts as settled; two have always been enough."""

UNSHOWN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""Characters that no page can show and no XML tree can hold."""


def clean(fragment: str) -> str:
    """The fragment with only what a page may carry; inputs are only the radio buttons of tabs.

    Taking an element away can leave others nested as no parser reads them (`<p><p>`), so it is done until nothing changes.
    """
    for _ in range(ROUNDS):
        before, fragment = fragment, _cleaned(fragment)
        if fragment == before:
            break
    return fragment


def _cleaned(fragment: str) -> str:
    cleaned = nh3.clean(
        fragment,
        tags=TAGS,
        attributes=ATTRIBUTES,
        set_tag_attribute_values={"input": {"type": "radio"}},
        attribute_filter=_kept,
        url_schemes=SCHEMES,
        link_rel=None,
        strip_comments=True,
    )
    return characters.without(cleaned)


def _kept(tag: str, attribute: str, value: str) -> str | None:
    """What stays of an attribute: nothing that loads from elsewhere, leads astray, or passes itself off as the site's own."""
    if attribute == "class":
        return " ".join(name for name in value.split() if CLASS.fullmatch(name)) or None
    if attribute in ("id", "for", "name"):
        return None if value in RESERVED else value
    if (tag, attribute) == ("img", "src"):
        return None if ELSEWHERE.match(SPACES.sub("", value)) else value
    return None if attribute == "href" and ELSEWHERE.match(SPACES.sub("", value)) and hosts.fault(value) else value
