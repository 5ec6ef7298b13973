"""What the engine refuses, by code and data: its words may change."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from hippograd.errors import HippogradError


@contextmanager
def refused(code: str, **data: Any) -> Iterator[pytest.ExceptionInfo[HippogradError]]:
    """Expect an error of this code that was told these data."""
    with pytest.raises(HippogradError) as raised:
        yield raised
    told = raised.value.data
    assert (raised.value.code, {name: told.get(name) for name in data}) == (code, data)
