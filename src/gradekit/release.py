"""Where a release's files are, for the code that ships with it."""

from __future__ import annotations

import importlib.util
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType, SimpleNamespace
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


def load_module(file: Path, name: str, search: Sequence[str] | None = None) -> ModuleType:
    """Import a file under a name of its own; where it raises, the name is forgotten.

    Parameters
    ----------
    file : Path
        Of Python.
    name : str
        The module's.
    search : sequence of str, optional
        Where its own modules are, of a package.
    """
    spec = importlib.util.spec_from_file_location(
        name, file, submodule_search_locations=None if search is None else list(search)
    )
    assert spec is not None, "a path that ends in .py has a loader"
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    try:
        spec.loader.exec_module(module)
    except BaseException:
        del sys.modules[name]
        raise
    return module
