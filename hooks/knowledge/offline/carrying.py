"""The site without a connection: `python -m knowledge.offline.carrying` is what `make offline` runs.

From the finished site it makes an archive for each language, a file for Kiwix, a page that offers them and their
fingerprints, in the folder `offline/` beside the site. The folder can be published as it is. Writes that folder.
"""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from pathlib import Path

from knowledge import configuration, provenance, publishing, strings
from knowledge.configuration import Configuration
from knowledge.downloads import deliveries, leaflets, parcels, sets
from knowledge.downloads.deliveries import Delivery
from knowledge.kinds import kind_of
from knowledge.languages import Language
from knowledge.offline import copies, packs, starts, zim
from knowledge.offline.packs import Pack, Site

FOLDER = "offline"
"""What the folder is called, beside the site."""

STORED = (".pdf", ".docx", ".epub", ".woff2", ".webp", ".png", ".jpg")
"""Endings of files that are compressed as they are."""


def carry(config: Configuration, site: Site, folder: Path) -> list[Delivery]:
    """Fills a folder; returns the archives, and the file for Kiwix last."""
    day, made = built_on(site), []
    for reader in site.languages.all:
        made.append(_archive(config, site, reader, folder, day))
        print(told(made[-1]), flush=True)
    made.append(_kiwix(config, site, folder, day))
    print(told(made[-1]), flush=True)
    (folder / "index.html").write_text(_offer(config, made), "utf-8")
    (folder / packs.SUMS).write_text(deliveries.sums(made), "utf-8")
    return made


def told(item: Delivery) -> str:
    """A file and its size in megabytes, for whoever made it."""
    return f"  {item.name}: {item.size / 1e6:.1f} MB"


def built_on(site: Site) -> date | None:
    """The day the site was built, if it says so."""
    said = json.loads(site.read(provenance.PLACE)) if provenance.PLACE in site.names else {}
    return date.fromisoformat(said["day"]) if "day" in said else None


def _archive(config: Configuration, site: Site, reader: Language, folder: Path, day: date | None) -> Delivery:
    found = packs.pack(site, [reader])
    found.files[starts.NAME] = _start(config, site, reader, found, day)
    name = f"{sets.named(config.languages, FOLDER, reader.code)}.zip"
    (folder / name).write_bytes(parcels.packed(dict(packs.in_order(found.files, starts.NAME)), stored=STORED))
    return _delivered(folder, name, reader)


def _start(config: Configuration, site: Site, reader: Language, found: Pack, day: date | None) -> bytes:
    """The page that a reader opens first."""
    urls = [url for url in site.pages(reader) if kind_of(packs.page_id(url, reader)).name == "document"]
    documents = {url: shown for url in urls if (shown := starts.shown(site.tree(url), url))}
    words = strings.translations(config.overrides / "locales", reader.code)
    env = leaflets.environment(config.overrides / "offline", reader, words)
    page = starts.start(site.tree(reader.root), reader.root, documents, env, day)
    found.needed |= copies.carry(page, "", packs.travelling(site, [reader]))
    copies.sign(page, site.needing(reader))
    return copies.written(page).encode()


def _kiwix(config: Configuration, site: Site, folder: Path, day: date | None) -> Delivery:
    found = packs.pack(site, site.languages.all)
    name = sets.named(config.languages, FOLDER, sets.ALL)
    label = zim.Label(name, site.languages, site.web, day)
    icon = (config.overrides / "assets/icon.svg").read_bytes()
    zim.write(folder / f"{name}.zim", found.files, found.leaves, label, icon)
    return _delivered(folder, f"{name}.zim", site.languages.default)


def _delivered(folder: Path, name: str, language: Language) -> Delivery:
    data = (folder / name).read_bytes()
    return Delivery(name, language, "", len(data), sha256(data).hexdigest(), folder / name)


def _offer(config: Configuration, made: list[Delivery]) -> str:
    """The page that offers the files, in each language."""
    return leaflets.leaflet(config.overrides / "leaflets", _parts(config, made[:-1], made[-1]))


def _parts(config: Configuration, archives: list[Delivery], kiwix: Delivery) -> Iterator[leaflets.Told]:
    for archive in archives:
        spoken = strings.translations(config.overrides / "locales", archive.language.code)
        translate = spoken.gettext
        items = [
            leaflets.Item(
                archive.language.name,
                translate("Unpack the archive into a folder and open START.html there with a double-click."),
                [(archive.name, archive)],
            ),
            leaflets.Item(
                translate("All languages, for Kiwix"),
                translate("For the Kiwix app, which reads whole sites without a connection."),
                [(kiwix.name, kiwix)],
            ),
        ]
        intro = translate("Everything on this site, to read and search without a connection.")
        yield leaflets.Part(archive.language, translate("The site to carry"), intro, items), spoken


def main(arguments: list[str]) -> int:
    """Makes the folder beside the site of `mkdocs.yml`, or of the file named first; a second name says where that site lies."""
    path, *folder = [Path(name).resolve() for name in arguments or ["mkdocs.yml"]]
    config, built = configuration.read(path), folder[0] if folder else publishing.place(path)
    if not (built / "index.html").is_file():
        print("There is no finished site to carry: run make site first.", file=sys.stderr)
        return 1
    fresh = built.with_name(f".{FOLDER}.new")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir()
    carry(config, Site(built, config.languages, config.site_url, config.overrides, config.cache), fresh)
    publishing.replace(fresh, built.with_name(FOLDER))
    print(f"Look at {built.with_name(FOLDER)}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
