"""What the tests of tiny sites share: a site that all tests of a file look at."""

from __future__ import annotations

import functools

import pytest
from tests.conftest import Site, build_tiny


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Builds tiny sites as `site` does, in a folder that lasts for all tests of a file."""
    return functools.partial(build_tiny, tmp_path_factory.mktemp("tiny"))
