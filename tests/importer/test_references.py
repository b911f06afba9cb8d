"""Links and pictures of an old text lead where its surroundings say, and nothing is loaded from elsewhere."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from knowledge import markup
from knowledge.importer import disguise, references


@dataclass
class Answers:
    """Surroundings that know a few addresses, and remember what they were asked."""

    known: dict[str, str] = field(default_factory=dict)
    asked: list[tuple[str, ...]] = field(default_factory=list)

    def link(self, address: str) -> str | None:
        """What is known of an address."""
        return self.known.get(address)

    def picture(self, address: str, alt: str, attachment: str) -> tuple[str, str] | None:
        """A picture that is known, with the words it came with."""
        self.asked.append((address, alt, attachment))
        return (self.known[address], alt) if address in self.known else None


def pictured(html: str, **known: str) -> tuple[str, Answers]:
    """The HTML with its pictures answered for; known ones by their names without ending."""
    root, around = markup.parse(html), Answers({f"{name}.jpg": new for name, new in known.items()})
    references.picture(root, around)
    return disguise.take_off(markup.serialise(root)), around


def linked(html: str, known: dict[str, str]) -> str:
    """The HTML with its links answered for."""
    root = markup.parse(html)
    references.link(root, Answers(known))
    return markup.serialise(root)


def test_a_picture_that_is_here_keeps_its_place_and_words() -> None:
    html, around = pictured(
        '<p>a <img src="x.jpg" alt=" A  well " class="big wp-image-7 left" width="3"> b</p>', x="y.jpg"
    )
    assert html == '<p>a <img src="y.jpg" alt="A well"> b</p>'
    assert around.asked == [("x.jpg", "A well", "7")]


def test_a_picture_that_is_not_here_leaves_a_comment() -> None:
    html, _ = pictured('<p><img src="https://h/a--b.jpg" alt="A > b"></p>')
    assert "<!-- picture: https://h/a-b.jpg A  b -->" in html


def test_a_picture_without_words_stands_in_a_comment_by_its_new_name() -> None:
    html, _ = pictured('<p><img src="x.jpg"></p>', x="y.jpg")
    assert "<!-- picture: y.jpg -->" in html


def test_a_caption_speaks_for_a_picture_without_words() -> None:
    html, _ = pictured('<figure><img src="x.jpg" alt=""><figcaption>The <b>well</b></figcaption></figure>', x="y.jpg")
    assert 'alt="The well"' in html


def test_a_caption_of_several_pictures_speaks_for_none() -> None:
    _, around = pictured('<figure><img src="x.jpg"><img src="z.jpg"><figcaption>Both</figcaption></figure>')
    assert [words for _, words, _ in around.asked] == ["", ""]


def test_pictures_that_load_late_are_found() -> None:
    assert pictured('<img data-src="x.jpg" alt="A">', x="y.jpg")[0] == '<img src="y.jpg" alt="A">'


def test_a_link_from_a_picture_to_itself_goes_and_another_stays() -> None:
    assert pictured('<a href="x.jpg"><img src="x.jpg" alt="A"></a>', x="y.jpg")[0] == '<img src="y.jpg" alt="A">'
    assert pictured('<a href="/page/"><img src="x.jpg" alt="A"></a>', x="y.jpg")[0].startswith('<a href="/page/">')


def test_links_lead_where_they_are_known_to_and_others_leave_their_words() -> None:
    html = '<p><a href=" a " title="t" target="_blank">one</a> <a href="b">two</a> <a name="c">three</a> <a href="a"></a></p>'
    assert linked(html, {"a": "../x/index.md"}) == '<p><a href="../x/index.md">one</a> two three </p>'


def test_what_would_end_an_address_in_markdown_is_written_out() -> None:
    assert linked('<a href="a">x</a>', {"a": "f (1) [e].pdf"}) == '<a href="f%20%281%29%20%5Be%5D.pdf">x</a>'


@pytest.mark.parametrize(
    ("html", "address"),
    [
        ('<iframe src="https://video.example.org/7"></iframe>', "https://video.example.org/7"),
        ('<iframe src="//video.example.org/7"></iframe>', "https://video.example.org/7"),
        ('<video><source src="https://video.example.org/7.mp4"></video>', "https://video.example.org/7.mp4"),
        (
            '<object data="https://video.example.org/7"><embed src="https://other.example.org"></object>',
            "https://video.example.org/7",
        ),
    ],
)
def test_what_was_shown_from_elsewhere_becomes_a_link(html: str, address: str) -> None:
    root = markup.parse(f"<div>{html}</div>after")
    told = list(references.embed(root))
    assert markup.serialise(root) == f'<div><p><a href="{address}">{address}</a></p></div>after'
    assert told == [f"<{html[1:].partition('>')[0].partition(' ')[0]}> became a link: {address}"]


@pytest.mark.parametrize(
    "html", ["<iframe></iframe>", '<iframe src="javascript:alert(1)"></iframe>', '<embed src="x.swf">']
)
def test_what_has_no_address_is_left_out(html: str) -> None:
    root = markup.parse(f"<div>{html}</div>")
    assert ["it is left out" in said for said in references.embed(root)] == [True]
    assert not list(root.iter("iframe", "embed", "a"))


def test_an_address_alone_in_its_line_becomes_a_link() -> None:
    root = markup.parse("<p>https://video.example.org/7</p><p>See https://example.org here</p>")
    list(references.embed(root))
    assert [a.get("href") for a in root.iter("a")] == ["https://video.example.org/7"]


def test_the_block_of_a_file_leaves_one_link() -> None:
    html = (
        '<div class="wp-block-file"><object class="wp-block-file__embed" data="/a.pdf"></object>'
        '<a href="/a.pdf">Report</a><a href="/a.pdf" class="wp-block-file__button">Download</a></div>'
    )
    root = markup.parse(html)
    assert list(references.embed(root)) == []
    assert markup.serialise(root) == '<div class="wp-block-file"><a href="/a.pdf">Report</a></div>'


@pytest.mark.parametrize(
    ("address", "linked"),
    [("https://a.org/b c.pdf", "https://a.org/b%20c.pdf"), ("/wp-content/uploads/a.pdf", "/wp-content/uploads/a.pdf")],
)
def test_an_address_with_spaces_or_from_the_root_is_one(address: str, linked: str) -> None:
    root = markup.parse(f'<div><iframe src="{address}"></iframe></div>')
    list(references.embed(root))
    assert [a.get("href") for a in root.iter("a")] == [linked]


def test_a_picture_with_a_number_alone_is_asked_for_by_it() -> None:
    html, around = pictured('<p><img class="wp-image-7"></p>')
    assert around.asked == [("", "", "7")]
    assert "<!-- picture: number 7 -->" in html
