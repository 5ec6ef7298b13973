"""Whatever bytes arrive: a notebook with its cells matched, or an error of ours. Nothing else, and it ends.

What takes long, or depends on moments and load.
"""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.conftest import Class
from tests.system.intake.test_fuzz import read_and_match


@pytest.mark.parametrize(
    "cells",
    [
        [{"cell_type": "code", "source": "x = 1"}] * 20_000,
        [{"cell_type": "code", "source": f"x{i} = y{i % 7}"} for i in range(5_000)],
        [{"cell_type": "code", "source": "a b " * 4_000 + str(i)} for i in range(400)],
        [{"cell_type": "code", "source": "%a\n" * 6_000 + str(i)} for i in range(400)],
        [{"cell_type": "code", "source": "W_1d = 1\n" * 2_000 + f"y = {i}"} for i in range(400)],
        [{"cell_type": "markdown", "source": "word " * 50_000 + str(i)} for i in range(100)],
    ],
    ids=["many cells", "many names", "many tokens", "many magics", "many answers", "long text"],
)
def test_large_notebooks_end(classroom: Class, cells: list[dict[str, Any]]) -> None:
    whole = json.loads(classroom.text())["cells"]
    for cell in whole:
        cell["metadata"] = {}
        cell["id"] = ""
    read_and_match(json.dumps({"cells": whole[::-1] + cells}).encode(), classroom.cells)
