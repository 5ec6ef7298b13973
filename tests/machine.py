"""What some tests need of the machine besides Python, and what is said where it is missing."""

from __future__ import annotations

import os
import shutil
from collections import Counter
from pathlib import Path
from typing import NoReturn

import pytest

HOW = {
    "Chromium": "apt-get install chromium, or name it with HIPPOGRAD_CHROMIUM",
    "Node": "apt-get install nodejs",
    "Pyodide": "make npm and PyPI reachable, or name its folder with HIPPOGRAD_PYODIDE",
    "npm": "apt-get install nodejs npm",
    "configurable-http-proxy": "make npm's registry reachable, or npm install -g configurable-http-proxy",
    "PostgreSQL": "apt-get install postgresql, or name its folder of versions with HIPPOGRAD_POSTGRESQL",
}
"""Parts, and how to have them."""

NOT_HERE = "this machine has no "


def chromium() -> str:
    """The browser's program."""
    named = os.environ.get("HIPPOGRAD_CHROMIUM")
    found = shutil.which(named or "chromium") or (None if named else shutil.which("chromium-browser"))
    return found or missing("Chromium")


def postgresql() -> Path:
    """The folder of PostgreSQL's programs, of the newest version."""
    found = sorted(Path(os.environ.get("HIPPOGRAD_POSTGRESQL", "/usr/lib/postgresql")).glob("*/bin"))
    return found[-1] if found else missing("PostgreSQL")


def missing(part: str) -> NoReturn:
    """Leave out the test that needs it; in CI nothing may be left out, and the test fails."""
    if os.environ.get("CI") == "true":
        pytest.fail(f"{NOT_HERE}{part}: {HOW[part]}", pytrace=False)
    pytest.skip(f"{NOT_HERE}{part}")


def summary(reasons: list[str]) -> list[str]:
    """A line for each part that tests were left out for."""
    counts = Counter(reason.rpartition(NOT_HERE)[2] for reason in reasons if NOT_HERE in reason)
    return [
        f"NOT TESTED: {count} tests, as {NOT_HERE}{part}. To have them tested: {HOW[part]}."
        for part, count in sorted(counts.items())
        if part in HOW
    ]
