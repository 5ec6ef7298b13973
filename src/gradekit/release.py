"""Where a release's files are, for the code that ships with it."""

from __future__ import annotations

import json
import os
from pathlib import Path
from types import SimpleNamespace
from typing import Any


def data_folder() -> Path:
    """The folder with a release's numbers and data.

    Returns
    -------
    Path
        ``$GRADEKIT_DATA`` where that is set, else ``data`` in the folder that the notebook runs in, else ``data``
        beside the package.
    """
    chosen = os.environ.get("GRADEKIT_DATA")
    if chosen:
        return Path(chosen)
    here = Path("data")
    return here if (here / "cohort.json").is_file() else Path(__file__).absolute().parents[1] / "data"


def cohort_numbers(file: Path) -> SimpleNamespace:
    """The numbers of a cohort, one attribute per table.

    Parameters
    ----------
    file : Path
        The ``cohort.json`` of a release.

    Raises
    ------
    ValueError
        When the file is not JSON.
    """
    return SimpleNamespace(**{name: namespace_of(value) for name, value in json.loads(file.read_text("utf-8")).items()})


def namespace_of(value: Any) -> Any:
    """A table for attribute access, those in it too; anything else as it is."""
    if isinstance(value, dict):
        return SimpleNamespace(**{name: namespace_of(item) for name, item in value.items()})
    return value
