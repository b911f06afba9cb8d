"""What shortcodes show stays where it can be told, and what is lost with them is told."""

from __future__ import annotations

from base64 import b64encode
from urllib.parse import quote

import pytest

from knowledge.importer.shortcodes import unfold


def shown(content: str, *attached: str) -> str:
    """The HTML without the line ends around what shortcodes show."""
    return " ".join(unfold(content, attached).html.split())


def test_a_caption_becomes_one_of_a_figure() -> None:
    content = '[caption id="a" width="3"]<a href="b.jpg"><img src="a.jpg" /></a> Words with <em>weight</em>[/caption]'
    assert shown(content) == (
        '<figure><a href="b.jpg"><img src="a.jpg" /></a><figcaption>Words with <em>weight</em></figcaption></figure>'
    )


def test_a_caption_in_an_attribute_is_one_too() -> None:
    assert "<figcaption>Words</figcaption>" in shown('[caption caption="Words"]<img src="a.jpg">[/caption]')


@pytest.mark.parametrize(
    ("written", "left"),
    [
        ('[gallery columns="2" ids="1, 2"]', '<img class="wp-image-1"> <img class="wp-image-2">'),
        ("[gallery ids=”3”]", '<img class="wp-image-3">'),
        ('[vc_single_image image="101" img_size="full"]', '<img class="wp-image-101">'),
        ('[et_pb_image src="https://a.org/b.jpg" alt="A & b" /]', '<img src="https://a.org/b.jpg" alt="A &amp; b">'),
        ('[audio mp3="https://a.org/b.mp3"][/audio]', '<a href="https://a.org/b.mp3">https://a.org/b.mp3</a>'),
        ("[video src=/b.mp4]", '<a href="/b.mp4">/b.mp4</a>'),
        (
            '[embeddoc url="https://a.org/b c.pdf" viewer="x"]',
            '<a href="https://a.org/b c.pdf">https://a.org/b c.pdf</a>',
        ),
        ('[su_button url="https://a.org/?a=1&b=2"]Read[/su_button]', '<a href="https://a.org/?a=1&amp;b=2">Read</a>'),
        ('[vc_btn title="Read" link="url:https%3A%2F%2Fa.org%2F|title:x"]', '<a href="https://a.org/">Read</a>'),
        ('[accordion_item title="One < two"]text[/accordion_item]', "<strong>One &lt; two</strong> text"),
        ('[vc_custom_heading text="Some words"]', "Some words"),
        ("[vc_row][vc_column width='1/2']inside[/vc_column][/vc_row]", "inside"),
        ("[embed width=3]https://video.example.org/7[/embed]", "https://video.example.org/7"),
    ],
)
def test_what_a_shortcode_shows_stays_and_nothing_is_told(written: str, left: str) -> None:
    assert shown(f"a {written} b") == f"a {left} b"
    assert unfold(written).remarks == []


def test_a_gallery_without_numbers_shows_what_was_uploaded_to_the_text() -> None:
    assert shown("[gallery]", "5", "6") == '<img class="wp-image-5"> <img class="wp-image-6">'
    assert unfold("[gallery]").remarks == ["the shortcode [gallery] is left out"]


def test_html_that_a_page_builder_coded_is_read() -> None:
    coded = b64encode(quote("<p>Words & more</p>").encode()).decode()
    assert shown(f"[vc_raw_html]{coded}[/vc_raw_html]") == "<p>Words & more</p>"
    assert shown("[vc_raw_html]no code![/vc_raw_html]") == "no code!"


@pytest.mark.parametrize(
    ("written", "left", "told"),
    [
        ('[contact-form-7 id="1" title="C"]', "", 'the shortcode [contact-form-7 id="1" title="C"] is left out'),
        ("[map/]x", "x", "the shortcode [map/] is left out"),
        ("[donate]words[/donate]", "words", "the shortcode [donate] is left out, and what it encloses stays"),
        ("[playlist ids='1,2']", "", "the shortcode [playlist ids='1,2'] is left out"),
        (
            "[button link='x y']words[/button]",
            "words",
            "the shortcode [button link='x y'] is left out, and what it encloses stays",
        ),
    ],
)
def test_what_is_lost_with_a_shortcode_is_told_once(written: str, left: str, told: str) -> None:
    assert shown(written) == left
    assert unfold(written * 2).remarks == [told]


@pytest.mark.parametrize("name", ["members_only", "restrict", "wp-private"])
def test_a_part_that_not_everybody_saw_is_a_fault(name: str) -> None:
    done = unfold(f"[{name}]secret[/{name}]")
    assert done.faults == [
        f"the shortcode [{name}] showed what it encloses to some visitors only: take out what is not for everybody"
    ]


@pytest.mark.parametrize("written", ["She [the minister] said [sic]", "see [1] and […]", "[x] done", "an [ open one"])
def test_brackets_that_authors_write_stay(written: str) -> None:
    done = unfold(written)
    assert (done.html, done.remarks) == (written, [])


@pytest.mark.parametrize(
    "part", ["[x ", "[x]", "[/x]", "[caption ", "[caption]", "[x a=", "[x a]b", "[vc_raw_html]", "[embed]", '"', "a="]
)
def test_no_text_takes_long(part: str) -> None:
    assert len(unfold(part * (300_000 // len(part))).html) < 1_000_000
