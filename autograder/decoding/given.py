"""Code that a chapter gives and an earlier one asks for: it is in the `data` of that chapter, and nowhere else."""

from __future__ import annotations

import sys
from types import ModuleType

from gradekit.release import data_folder, load_module

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
    if not path.is_file():
        raise DecodingError(f"{path} is missing.", "Unpack the files of the assignment again.")
    return load_module(path, full_name)
