"""A tiny site with one policy in three languages, whose translations lag behind, and with its former version."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

from lxml.html import HtmlElement
from tests.conftest import Built, build_tiny
from tests.site.writing import REVIEWED, home, one, page

from knowledge.documents import clauses as clauses_of

GIFTS = "policies/gifts"
FACTS = {"identifier": "gifts", "version": 2, "status": "draft", "reviewed": REVIEWED, "prevails": "en"}
FORMER = {"version": 1, "status": "in-force", "effective": "2025-01-05", "adopted_by": "The Board"}

ENGLISH = (
    "Why.\n\n## 1. Rule\n\n1.1 Refuse gifts above 20 euros:\n\na) from partners;\n\nb) from sources.\n\n"
    "1.2 Tell your editor in 5 days.\n\n1.3 Give it back.\n\n[__ / __ / ____]\n\n1.4 [repealed in version 2]\n\n"
    "## Form\n\nKeep a copy.[^1]\n\n[^1]: On paper.\n"
)
FRENCH = (
    "Pourquoi.\n\n## 1. Règle\n\n1.1 Refusez les cadeaux de plus de 20 euros :\n\na) de partenaires ;\n\nb) de sources.\n\n"
    "1.2 Informez la rédaction sous 10 jours.\n\n1.4 [abrogé dans la version 2]\n\n1.5 Demandez conseil.\n\n"
    "## Formulaire\n\nGardez une copie.[^1]\n\n[^1]: Sur papier.\n"
)
ARABIC = (
    "لماذا.\n\n## 1. القاعدة\n\n1.1 ارفض الهدايا التي تزيد على 20 يورو:\n\nأ) من الشركاء؛\n\nب) من المصادر.\n\n"
    "1.2 أبلغ المحرر خلال 10 أيام.\n\n1.4 [أُلغي في الإصدار 2]\n\n1.5 اطلب المشورة.\n\n"
    "## استمارة\n\nاحتفظ بنسخة.[^1]\n\n[^1]: على الورق.\n"
)
TRANSLATED = {
    "1": "Rule",
    "1.1": "Refuse gifts above 20 euros:",
    "1.1 a": "from partners;",
    "1.1 b": "from sources.",
    "1.2": "Tell your editor in 10 days.",
    "1.4": "[repealed in version 2]",
    "1.5": "Ask for advice.",
}
"""What the translations were made from: 1.2 has changed since, 1.3 is new, and 1.5 is gone before it was published."""

NUMBERS = ["1", "1.1", "1.1 a", "1.1 b", "1.2", "1.3", "1.4"]


def base(clauses: dict[str, str], start: str = "Why.") -> str:
    said = {"source": "en", "version": 2, "title": "Gifts", "summary": "Gifts.", "start": start, "clauses": clauses}
    annexes = clauses_of.parts(ENGLISH).annexes
    return json.dumps(said | {"annexes": annexes}, ensure_ascii=False, indent=1) + "\n"


def former() -> dict[str, str]:
    """Version 1 in English and in French, frozen when 1.2 and 1.3 were not in the French and 1.5 still was."""
    gone = "See [the old page](../../../about/index.md) and [its German](../../index.de.md).\n\n"
    away = "Voyez [l’ancienne page](../../../about/index.md) et [son allemand](../../index.de.md).\n\n"
    clauses = {number: words.replace("20", "30") for number, words in TRANSLATED.items()}
    files = {
        "index.md": page("Gifts", gone + ENGLISH.replace("20", "30"), **(FACTS | FORMER)),
        "index.fr.md": page("Cadeaux", away + FRENCH.replace("20", "30"), adopted_by="Le conseil"),
        ".ledger/fr.json": base(clauses, f"{gone}Why."),
    }
    sums = "".join(f"{sha256(text.encode()).hexdigest()}  {path}\n" for path, text in files.items())
    return {f"{GIFTS}/v1/{path}": text for path, text in {**files, ".ledger/SHA256SUMS": sums}.items()}


def document(arabic: str = ARABIC, numbers: list[str] = NUMBERS, **fields: object) -> dict[str, str]:
    """The current text in three languages, with what it remembers, and the version before it."""
    ledger = f"{GIFTS}/.ledger"
    return (home() | former()) | {
        "translations/index.md": page("Translations", "How they stand.", reviewed="2020-01-05"),
        f"{GIFTS}/index.md": page("Gifts", ENGLISH, **(FACTS | fields)),
        f"{GIFTS}/index.fr.md": page("Cadeaux", FRENCH, compared="2026-01-02", reviewer="Legal adviser"),
        f"{GIFTS}/index.ar.md": page("الهدايا", arabic, machine=True),
        f"{ledger}/clauses.txt": "".join(f"{number}\n" for number in numbers),
        f"{ledger}/fr.json": base(TRANSLATED),
        f"{ledger}/ar.json": base(TRANSLATED),
    }


def build_gifts(folder: Path) -> Built:
    """A policy whose English has moved on, and the version before it."""
    done = build_tiny(folder, document(), site_url="https://host/kb/")
    assert done.code == 0, done.said
    return done


def clause(root: HtmlElement, number: str) -> HtmlElement:
    return one(root, f"//section[@data-clause='{number}']")
