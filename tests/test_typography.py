"""French spaces are set by the build, once, and never in code or addresses."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge import markup
from knowledge.typography import apply, french, setter

N, B = "\u202f", "\u00a0"
MARKS = st.sampled_from([*"«» !?;:.,()…€%a1é\n", B, N, "https://a.b/?x;", "a@b.c", "mot", "«" + N])
TEXTS = st.lists(MARKS, max_size=16).map("".join)


def set_html(fragment: str, code: str = "fr") -> str:
    root = markup.parse(fragment)
    apply(root, code)
    return markup.serialise(root)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Bonjour !", f"Bonjour{N}!"),
        ("Bonjour!", f"Bonjour{N}!"),
        ("Quoi ?!", f"Quoi{N}?!"),
        ("un ; deux", f"un{N}; deux"),
        ("« mot »", f"«{N}mot{N}»"),
        ("«mot»", f"«{N}mot{N}»"),
        (f"«{B}mot{B}»", f"«{N}mot{N}»"),
        ("« Quoi ? »", f"«{N}Quoi{N}?{N}»"),
        ("« mot » ; fin", f"«{N}mot{N}»{N}; fin"),
        ("voici : un", f"voici{B}: un"),
        ("voici :", f"voici{B}:"),
        ("(vraiment ?)", f"(vraiment{N}?)"),
        ("10 % ; 20 €", f"10 %{N}; 20 €"),
        ("الكلمة ?", f"الكلمة{N}?"),
    ],
)
def test_high_marks_and_quotes_have_their_spaces(written: str, shown: str) -> None:
    assert french(written) == shown


@pytest.mark.parametrize(
    "text",
    [
        "10:30",
        "a:b",
        "https://example.org/?a=1;b=2",
        "www.example.org/a?b",
        "info@example.org",
        "Fin. Suite, encore…",
        "?",
        "",
        "a\n!",
    ],
)
def test_the_rest_stays_as_written(text: str) -> None:
    assert french(text) == text


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("<p>« <b>mot</b> »</p>", f"<p>«{N}<b>mot</b>{N}»</p>"),
        ("<p>« <a>mot</a> » !</p>", f"<p>«{N}<a>mot</a>{N}»{N}!</p>"),
        ("<p><b>Attention</b> : mot</p>", f"<p><b>Attention</b>{B}: mot</p>"),
        ("<p><a>Quoi</a> ?</p>", f"<p><a>Quoi</a>{N}?</p>"),
        ("<p>Écrire à <a>a@b.c</a> ; puis</p>", f"<p>Écrire à <a>a@b.c</a>{N}; puis</p>"),
        ("<p>https://a.b/ ?</p>", f"<p>https://a.b/{N}?</p>"),
        ("<p><b>?</b></p>", "<p><b>?</b></p>"),
    ],
)
def test_marks_beside_links_and_bold_words_are_set_too(written: str, shown: str) -> None:
    assert set_html(written) == shown


@pytest.mark.parametrize("name", ["code", "pre", "kbd", "samp"])
def test_code_is_never_changed(name: str) -> None:
    fragment = f"<div><{name}>a ? b : « c » ;</{name}></div>"
    assert set_html(fragment) == fragment


def test_attributes_and_addresses_are_never_changed() -> None:
    fragment = '<p><a href="https://a.b/?x;y" title="Quoi ?">https://a.b/?x;y=1!</a></p>'
    assert set_html(fragment) == fragment


@settings(deadline=None)
@given(TEXTS)
def test_setting_twice_changes_nothing(text: str) -> None:
    assert french(french(text)) == french(text)


@settings(deadline=None)
@given(TEXTS)
def test_only_spaces_change(text: str) -> None:
    assert "".join(french(text).split()) == "".join(text.split())


@settings(deadline=None)
@given(st.lists(st.sampled_from(["https://a.b/?x;y!", "www.a.b/?;", "a@b.c"]), min_size=1).map(" ? ".join))
def test_addresses_stay_whole(text: str) -> None:
    assert [word for word in french(text).split() if word != "?"] == [word for word in text.split() if word != "?"]


@pytest.mark.parametrize("code", ["en", "ar", "es", "frr"])
def test_a_language_without_rules_is_set_as_it_is_written(code: str) -> None:
    assert set_html("<p>« mot » !</p>", code) == "<p>« mot » !</p>"
    assert setter(code)("« mot » !") == "« mot » !"


@pytest.mark.parametrize("code", ["fr", "fr-CA"])
def test_a_regional_language_follows_its_rules(code: str) -> None:
    assert setter(code)("mot !") == f"mot{N}!"
