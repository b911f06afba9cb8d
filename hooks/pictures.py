"""Pages show what was made from a picture; originals, with all that a camera wrote into them, are not published."""

from __future__ import annotations

from pathlib import Path

from mkdocs import utils
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files, InclusionLevel

from builds import catalogue
from knowledge.fields import PICTURE
from passes import AFTER_I18N, is_first


@event_priority(AFTER_I18N)
def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """A link to a picture leads to its largest file, and no original is copied."""
    found = catalogue(config)
    for file in files:
        if file.src_uri in found.assets and PICTURE.search(file.src_uri):
            file.inclusion = InclusionLevel.EXCLUDED
            if picture := found.album.pictures.get(file.src_uri):
                file.dest_uri = file.url = picture.largest.address
    return files


@event_priority(AFTER_I18N)
def on_post_build(*, config: MkDocsConfig) -> None:
    """Once, for all languages, the files lie where pages look for them."""
    if is_first(config):
        for picture in catalogue(config).album.pictures.values():
            for file in picture.files:
                utils.copy_file(str(file.kept), str(Path(config.site_dir, file.address)))
