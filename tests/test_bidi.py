"""Left-to-right islands keep their order in right-to-left text, and those that would not are found."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import escape

from knowledge import bidi, markup
from knowledge.bidi import CLOSE, OPEN, exposed, isolated, isolated_text

ISLANDS = [
    "+45 88 32 70 00",
    "+4588327000",
    "+45\u00a088\u00a032\u00a070\u00a000",
    "+45 (0) 88-32-70-00",
    "(+45) 88 32 70 00",
    "33 12 14 00",
    "info@example.org",
    "a.b+c@mail.example.org",
    "https://example.org/",
    "http://example.org/a/?x=1&y=2#z",
    "www.example.org",
    "2026-03-01",
    "12/2024",
    "5–7",
    "5-7",
    "2024-2026",
    "SDG-16",
    "index.fr.md",
    "rules_v2.pdf",
    "example.org",
]
PLAIN = [
    "3.5",
    "16.10",
    "1,000",
    "12",
    "2026",
    "100%",
    "word",
    "two words",
    "IMS",
    "كلمة",
    "«اقتباس»",
    "(5)",
    "A4",
    "+45",
    "procès-verbal",
    "arrière-goût",
]
WORDS = st.sampled_from([*ISLANDS, *PLAIN, "في", "،", "؛", ".", "و", "<", "&", '"'])
TEXTS = st.lists(WORDS, max_size=9).map(" ".join)


def isolate(fragment: str) -> str:
    root = markup.parse(fragment)
    bidi.isolate(root)
    return markup.serialise(root)


def page(body: str, direction: str = "rtl") -> str:
    return f'<html dir="{direction}"><head><title>+45 88 32 70 00</title></head><body>{body}</body></html>'


@pytest.mark.parametrize("island", ISLANDS)
def test_an_island_is_wrapped_whole(island: str) -> None:
    wrapped = f'<bdi dir="ltr">{escape(island)}</bdi>'
    assert isolate(f"<p>اتصل {escape(island)} الآن</p>") == f"<p>اتصل {wrapped} الآن</p>"
    assert str(isolated(f"اتصل {island}")) == f"اتصل {wrapped}"


@pytest.mark.parametrize("island", ISLANDS)
def test_an_island_in_an_attribute_stands_between_isolate_characters(island: str) -> None:
    assert isolated_text(f"اتصل {island} الآن") == f"اتصل {OPEN}{island}{CLOSE} الآن"
    assert (OPEN, CLOSE) == ("\u2066", "\u2069")


@pytest.mark.parametrize("name", ["alt", "title", "aria-label", "placeholder"])
def test_attributes_that_readers_see_or_hear_are_isolated(name: str) -> None:
    assert isolate(f'<img {name}="+45 88 32 70 00">') == f'<img {name}="{OPEN}+45 88 32 70 00{CLOSE}">'


@pytest.mark.parametrize("name", ["href", "src", "id", "class", "datetime"])
def test_attributes_that_machines_read_stay(name: str) -> None:
    assert isolate(f'<a {name}="2026-03-01">x</a>') == f'<a {name}="2026-03-01">x</a>'


@pytest.mark.parametrize("text", PLAIN)
def test_decimals_and_plain_words_are_left_alone(text: str) -> None:
    assert isolate(f"<p>{text}</p>") == f"<p>{text}</p>"
    assert isolated_text(text) == text


@pytest.mark.parametrize(
    ("text", "wrapped"),
    [
        ("(https://example.org/a).", "(<bdi>https://example.org/a</bdi>)."),
        ("https://example.org/، ثم", "<bdi>https://example.org/</bdi>، ثم"),
        ("«info@example.org»", "«<bdi>info@example.org</bdi>»"),
        ("(+45 88 32 70 00)", "(<bdi>+45 88 32 70 00</bdi>)"),
        ("من 2026-03-01.", "من <bdi>2026-03-01</bdi>."),
        ("في2026-03-01و", "في<bdi>2026-03-01</bdi>و"),
        ("5–7 و8–9", "<bdi>5–7</bdi> و<bdi>8–9</bdi>"),
    ],
)
def test_what_surrounds_an_island_stays_outside(text: str, wrapped: str) -> None:
    assert isolate(f"<p>{text}</p>") == f"<p>{wrapped}</p>".replace("<bdi>", '<bdi dir="ltr">')


def test_every_island_is_wrapped_in_text_before_between_and_after_elements() -> None:
    found = isolate("<p>5–7 <b>8–9</b> 2–3 <i>س</i> 4–5</p>")
    assert found.count("<bdi") == 4
    assert markup.parse(found).text_content() == "5–7 8–9 2–3 س 4–5"


def test_a_link_keeps_its_island_inside() -> None:
    link = '<a href="tel:+4588327000">+45 88 32 70 00</a>'
    wrapped = '<a href="tel:+4588327000"><bdi dir="ltr">+45 88 32 70 00</bdi></a>'
    assert isolate(f"<p>{link}</p>") == f"<p>{wrapped}</p>"


@pytest.mark.parametrize("name", ["code", "pre", "kbd", "samp"])
def test_code_runs_left_to_right_as_a_whole(name: str) -> None:
    assert isolate(f"<div><{name}>make 5-7</{name}> 5-7</div>") == (
        f'<div><{name} dir="ltr">make 5-7</{name}> <bdi dir="ltr">5-7</bdi></div>'
    )


def test_what_is_isolated_already_is_not_wrapped_twice() -> None:
    fragment = '<p><bdi dir="ltr">5–7</bdi> <span dir="ltr">8–9</span></p>'
    assert isolate(fragment) == fragment
    assert isolated_text(f"{OPEN}5–7{CLOSE}") == f"{OPEN}5–7{CLOSE}"


@settings(deadline=None)
@given(TEXTS)
def test_isolating_twice_changes_nothing(text: str) -> None:
    once = isolate(f'<p title="{escape(text)}">{escape(text)}</p>')
    assert isolate(once) == once
    assert isolated_text(isolated_text(text)) == isolated_text(text)


@settings(deadline=None)
@given(TEXTS)
def test_isolating_changes_no_word(text: str) -> None:
    assert markup.parse(isolate(f"<p>{escape(text)}</p>")).text_content() == text
    assert isolated_text(text).replace(OPEN, "").replace(CLOSE, "") == text


@settings(deadline=None)
@given(TEXTS)
def test_nothing_is_exposed_after_isolating(text: str) -> None:
    fragment = isolate(f'<p title="{escape(text)}">{escape(text)} <b>{escape(text)}</b> {escape(text)}</p>')
    assert exposed(page(fragment)) == []
    assert exposed(page(f'<p aria-label="{escape(isolated_text(text))}">{isolated(text)}</p>')) == []


@pytest.mark.parametrize(
    "island", ["+45 88 32 70 00", "info@example.org", "https://example.org/", "2026-03-01", "1-2-2026"]
)
@pytest.mark.parametrize(
    "body",
    [
        "<p>اتصل {}</p>",
        "<p>اتصل <b>بنا</b> {}</p>",
        '<img alt="{}">',
        '<a title="اتصل {}">x</a>',
        '<p dir="ltr"><span dir="rtl">{}</span></p>',
        '<bdi dir="ltr">x</bdi> {}',
    ],
)
def test_an_exposed_island_is_found(island: str, body: str) -> None:
    assert exposed(page(body.format(island))) == [island]


@pytest.mark.parametrize(
    "body",
    [
        '<p dir="ltr">2026-03-01</p>',
        '<p>في <bdi dir="ltr">2026-03-01</bdi></p>',
        f'<img alt="في {OPEN}2026-03-01{CLOSE}">',
        "<script>2026-03-01</script><style>2026-03-01</style>",
        '<a href="https://example.org/">هنا</a>',
        '<time datetime="2026-03-01">1 مارس 2026</time>',
        "<!-- 2026-03-01 -->",
        "<p>3.5 و1,000 و2026</p>",
    ],
)
def test_what_shows_in_the_right_order_is_not_told(body: str) -> None:
    assert exposed(page(body)) == []


def test_left_to_right_pages_need_no_isolation() -> None:
    assert exposed(page("<p>2026-03-01</p>", "ltr")) == []


def test_an_isolated_attribute_does_not_hide_another_island() -> None:
    assert exposed(page(f'<img alt="{OPEN}5–7{CLOSE} 2026-03-01">')) == ["2026-03-01"]


def test_isolated_text_is_escaped_once() -> None:
    assert str(isolated("<b> & 5–7")) == '&lt;b&gt; &amp; <bdi dir="ltr">5–7</bdi>'
