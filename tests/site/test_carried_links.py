"""Links in the files that are taken away lead to pages of the site, in every language."""

from __future__ import annotations

import re
from zipfile import ZipFile

from tests.conftest import ROOT, Built

SITE = re.search(r"^site_url: (\S+)", (ROOT / "mkdocs.yml").read_text("utf-8"), re.M)


def test_links_of_word_documents_lead_to_pages(real: Built) -> None:
    assert SITE
    target = re.compile(rf'Target="{re.escape(SITE[1])}([^"#?]*)')
    found: dict[str, str] = {}
    for path in real.folder.rglob("*.docx"):
        rels = ZipFile(path).read("word/_rels/document.xml.rels").decode()
        found |= {f"{path.name} {place}": place for place in target.findall(rels)}
    assert len(found) > 40
    assert [name for name, place in found.items() if not (real.folder / place / "index.html").is_file()] == []
