"""A way to raise a concern says all that one must know before using it, in every language."""

from __future__ import annotations

import pytest
from lxml import html
from tests.drafts import ARABIC, ENGLISH, FRENCH, LANGUAGES

from knowledge import channels, markup
from knowledge.facts import Facts

ONION = "a" * 56 + ".onion"


def facts(**group: object) -> Facts:
    """The facts of one channel called `desk`; `None` takes one away."""
    whole: dict[str, object] = {
        "email": "desk@example.org",
        "languages": "en, fr, ar",
        "hours": {"en": "Always", "fr": "Toujours ?", "ar": "دائمًا"},
        "reader": "R",
        "anonymity": "A",
        "answer": "3 days",
    }
    said = {name: value for name, value in (whole | group).items() if value is not None}
    codes = [language.code for language in LANGUAGES.all]
    return {
        f"desk.{name}": value if isinstance(value, dict) else dict.fromkeys(codes, str(value))
        for name, value in said.items()
    }


def faults(**group: object) -> list[str]:
    return [f"{what}: {cure}" for what, cure in channels.check(["desk"], facts(**group), LANGUAGES)]


def test_readers_of_each_language_get_the_same_address_and_their_own_words() -> None:
    english, french, arabic = (channels.read(["desk"], facts(), reader)[0] for reader in (ENGLISH, FRENCH, ARABIC))
    assert {english.address, french.address, arabic.address} == {"desk@example.org"}
    assert (english.languages, french.languages) == ("English, French, and Arabic", "anglais, français et arabe")
    assert arabic.languages == "الإنجليزية والفرنسية والعربية"
    assert (english.hours, french.hours, arabic.hours) == ("Always", "Toujours\u202f?", "دائمًا")


@pytest.mark.parametrize(
    ("sort", "address"),
    [
        ("phone", "+45 5210 7804"),
        ("onion", ONION),
        ("web", "https://form.example.org/a"),
        ("post", "12 Street, Town"),
        ("email", "a@b.org"),
    ],
)
def test_a_channel_has_one_address_of_a_known_sort(sort: str, address: str) -> None:
    group = {"email": None, sort: address}
    assert faults(**group) == []
    (channel,) = channels.read(["desk"], facts(**group), ENGLISH)
    assert (channel.sort, channel.address) == (sort, address)


@pytest.mark.parametrize(
    ("group", "said"),
    [
        ({"hours": None}, "the channel 'desk' does not say 'hours': write hours: below desk: in facts.yml"),
        ({"languages": None}, "the channel 'desk' does not say 'languages'"),
        ({"reader": None}, "the channel 'desk' does not say 'reader'"),
        ({"anonymity": None}, "the channel 'desk' does not say 'anonymity'"),
        ({"answer": None}, "the channel 'desk' does not say 'answer'"),
        ({"email": None}, "the channel 'desk' has 0 addresses (none): give it one of email, phone, onion, web, post"),
        ({"phone": "+45 5210 7804"}, "the channel 'desk' has 2 addresses (email, phone)"),
        ({"email": "desk(at)example.org"}, "desk.email: 'desk(at)example.org' is not an e-mail address"),
        ({"email": None, "onion": f"http://{ONION}"}, "is not an onion address: write 56 letters and digits"),
        ({"email": None, "onion": "a.onion"}, "is not an onion address"),
        ({"email": None, "web": "http://a.org"}, "is not an address on the web: write it with https:// before it"),
        ({"email": None, "web": "https://фorm.org"}, "holds U+0444, which looks like another letter"),
        ({"email": None, "web": "https://good.org@evil.org/"}, "leads to evil.org, whatever stands before @"),
        ({"email": None, "web": "https://10.0.0.1/"}, "leads to a number"),
        ({"email": None, "web": 'https://a.org/"onclick="x'}, "is not an address on the web"),
        ({"languages": {"en": "en", "fr": "en, xx1", "ar": "en"}}, "'xx1' is not the code of a language"),
        ({"email": None, "phone": "5210 7804"}, "is not a phone number"),
        ({"languages": "en, xx1"}, "'xx1' is not the code of a language"),
    ],
)
def test_a_channel_that_leaves_something_open_is_told_with_the_cure(group: dict[str, object], said: str) -> None:
    (fault,) = faults(**group)
    assert said in fault


def test_a_channel_that_is_not_written_is_told_with_those_that_are() -> None:
    ((what, cure),) = channels.check(["other"], facts(), LANGUAGES)
    assert (what, cure) == ("there is no channel 'other'", "write it in facts.yml, where there are desk")


def test_a_channel_with_a_fault_is_not_shown() -> None:
    assert channels.read(["desk", "other"], facts(hours=None), ENGLISH) == []


def test_channels_stand_at_the_end_of_their_section() -> None:
    root = markup.parse('<p>a</p><h2 id="how">H</h2><p>b</p><h3 id="x">X</h3><p>c</p><h2 id="next">N</h2>tail<p>d</p>')
    before, after = channels.divide(root)
    assert html.fragment_fromstring(before, create_parent="div").text_content() == "aHbXc"
    assert after == '<h2 id="next">N</h2>tail<p>d</p>'


@pytest.mark.parametrize("text", ["<p>a</p>", '<h2 id="how">H</h2><p>b</p>', ""])
def test_channels_of_a_text_without_a_section_after_it_stand_at_its_end(text: str) -> None:
    assert channels.divide(markup.parse(text)) == (text, "")
