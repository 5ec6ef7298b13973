"""Code that a chapter gives and an earlier one asks for: it is in the `data` of that chapter, and nowhere else."""

from __future__ import annotations

import importlib.util
import sys
from types import ModuleType

from gradekit.release import data_folder

from .errors import DecodingError


def given(name: str) -> ModuleType:
    """A file of Python code from the chapter's `data` folder, imported.

    Parameters
    ----------
    name : str
        Without its ending: ``"by_hand"``.

    Raises
    ------
    DecodingError
        If this chapter has no such file.
    """
    full_name = f"decoding_given_{name}"
    if full_name in sys.modules:
        return sys.modules[full_name]
    path = data_folder() / f"{name}.py"
    spec = importlib.util.spec_from_file_location(full_name, path)
    if spec is None or spec.loader is None or not path.is_file():
        raise DecodingError(f"{path} is missing.", "Unpack the files of the assignment again.")
    module = importlib.util.module_from_spec(spec)
    sys.modules[full_name] = module
    spec.loader.exec_module(module)
    return module
