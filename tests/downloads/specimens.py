"""Texts that hold everything a page can hold, in three languages, and the files made of them, each once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path

from PIL import Image
from tests.drafts import LANGUAGES

from knowledge import strings
from knowledge.downloads.paper import Paper, paper
from knowledge.downloads.printables import Printable, labels
from knowledge.downloads.printing import Workshop

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent
TEMPLATES, CACHE = ROOT / "overrides/downloads", ROOT / ".cache"
PHONE = "+45 88 32 70 00"

SAID = {
    "en": ("Specimen of everything", "What a page can hold, in one short text.", "Draft", "Status", "en"),
    "fr": ("Spécimen : tout ce qu’il faut", "Ce qu’une page peut contenir.", "Projet", "Statut", "fr"),
    "ar": (
        f"عينة من كل شيء ({PHONE})",
        f"ملخص فيه رقم {PHONE} وعنوان https://example.org/ar/.",
        "مسودة",
        "الحالة",
        "ar",
    ),
}
"""Title, summary, state and a label."""


def printable(code: str, **changes: object) -> Printable:
    """The specimen in a language, or what becomes of it with some fields changed."""
    title, summary, state, label, _ = SAID[code]
    language = LANGUAGES[code]
    made = Printable(
        identifier="specimen",
        version="3",
        language=language,
        title=title,
        summary=summary,
        state=state,
        draft=True,
        facts=((label, state), ("ISO", language.date(date(2026, 3, 1)))),
        address=f"https://example.org/{language.url('specimen')}",
        html=(HERE / f"specimens/{code}.html").read_text("utf-8"),
        words=spoken(code),
        day=date(2026, 3, 1),
        source=f"docs/specimen/{language.file_name()}",
        find=picture,
    )
    return replace(made, **changes)  # type: ignore[arg-type]


@cache
def spoken(code: str) -> dict[str, str]:
    """What files say in a language."""
    return labels(strings.translations(ROOT / "overrides/locales", code).gettext, code)


def text(html: str, code: str = "en") -> Paper:
    """A body as it is printed."""
    return paper(printable(code, html=html))


@cache
def picture(address: str) -> Path | None:
    """A photograph as WebP and a drawing as SVG, made when they are asked for; no other picture."""
    folder = CACHE / "specimens"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / Path(address).name
    if address == "map.svg":
        path.write_text(
            '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><path d="M0 0h20v10z"/></svg>', "utf-8"
        )
    elif address == "photo.webp":
        out = BytesIO()
        Image.radial_gradient("L").convert("RGB").resize((600, 300)).save(out, "WEBP")
        path.write_bytes(out.getvalue())
    return path if path.is_file() else None


@cache
def workshop() -> Workshop:
    """Our templates, with the typeface that is kept between builds."""
    return Workshop(TEMPLATES, CACHE)


@cache
def made(code: str, ending: str, draft: bool = True) -> bytes:
    """A file of the specimen, made now."""
    item = printable(code, draft=draft)
    return workshop().makers[ending](item, paper(item))
