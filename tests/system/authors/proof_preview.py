"""A chapter in the browser, which follows its sources."""

from __future__ import annotations

import json
import shutil
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path
from threading import Event, Thread
from typing import Any

import pytest

from hippograd.authors.preview import Preview, served, watch
from tests.conftest import ROOT


def test_the_pages_follow_the_sources_and_a_mistake_is_shown_beside_the_last_good_ones(tmp_path: Path) -> None:
    root = tmp_path / "course"
    shutil.copytree(ROOT / "examples" / "scaling", root, ignore=shutil.ignore_patterns("release", "solutions"))
    notebook = root / "assignments" / "1_scaling" / "1_scaling.ipynb"
    preview, ended = Preview("1_scaling"), Event()
    watcher = Thread(target=watch, args=(root, "1_scaling", "2031", preview, lambda: not ended.is_set()))
    watcher.start()
    try:
        with served(preview) as address:
            assert "iframe" in text_at(address)
            wait_for(address, lambda state: state["version"] == 1)
            assert "YOUR CODE HERE" in text_at(address + "student")
            assert "YOUR CODE HERE" not in text_at(address + "solved")
            source = notebook.read_text()
            notebook.write_text(source.replace("### BEGIN SOLUTION", "### BEGIN SOLUTON"))
            state = wait_for(address, lambda state: state["problem"])
            assert "1_scaling.ipynb" in state["problem"]
            assert "YOUR CODE HERE" in text_at(address + "student")
            notebook.write_text(source.replace('"source": [', '"source": ["Seen at once.\\n", ', 1))
            wait_for(address, lambda state: state["version"] == 2 and not state["problem"])
            assert "Seen at once." in text_at(address + "student")
            with pytest.raises(urllib.error.HTTPError, match="404"):
                text_at(address.rsplit("/", 2)[0] + "/another/state")
    finally:
        ended.set()
        watcher.join()


def text_at(address: str) -> str:
    with urllib.request.urlopen(address, timeout=10) as answer:
        assert "default-src 'self'" in answer.headers["Content-Security-Policy"]
        return str(answer.read().decode())


def wait_for(address: str, holds: Callable[[dict[str, Any]], Any]) -> dict[str, Any]:
    for _ in range(600):
        state: dict[str, Any] = json.loads(text_at(address + "state"))
        if holds(state) and not state["busy"]:
            return state
        time.sleep(0.1)
    raise AssertionError(f"still {state}")
