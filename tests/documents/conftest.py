"""What tests of documents share."""

from __future__ import annotations

import pytest
from tests.documents import binding

from knowledge.catalogue import Catalogue


@pytest.fixture(scope="session")
def bound(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    """A document in three languages with a former version."""
    return binding.documents(tmp_path_factory.mktemp("bound"))
