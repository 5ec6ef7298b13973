"""The code that chapter 4 gives, loaded where it lies in the course."""

from __future__ import annotations

from types import ModuleType

from hippograd.kit import load_file
from tests.conftest import ROOT


def given(name: str) -> ModuleType:
    return load_file(ROOT / "autograder" / "given" / f"{name}.py", f"given_{name}")
