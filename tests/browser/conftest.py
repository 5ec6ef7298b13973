"""Chromium, started once for the pages of a file: while it runs, no other loop of events can."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.machine import chromium

SWITCHES = ("no-sandbox", "disable-gpu", "no-first-run", "disable-background-networking")
MORE = ("disable-component-update", "disable-sync")


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    program = chromium()
    sync_api.expect.set_options(timeout=30_000)  # ms: a busy machine is no failure
    with sync_api.sync_playwright() as playwright:
        flags = [f"--{name}" for name in SWITCHES + MORE]
        started = playwright.chromium.launch(executable_path=program, args=flags)
        yield started
        started.close()
