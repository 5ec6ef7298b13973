"""Of two commands that write in one place, the second is told at once whom it waits for; nothing of either is lost."""

from __future__ import annotations

import os
import shutil
import threading
import tomllib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from hippograd.course import Course
from hippograd.course.root import COHORTS
from hippograd.errors import HippogradError
from hippograd.files import LOCK, alone_in_folder, files_in, held
from hippograd.years.new import new_cohort
from tests.conftest import ROOT, set_deadline


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hippograd.files.SECONDS_OF_A_WRITE", 0.05)


def test_whoever_waits_is_told_at_once_for_which_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    order: list[str] = []

    def second() -> None:
        with alone_in_folder(tmp_path):
            order.append("second")

    waiting = threading.Thread(target=second)
    with alone_in_folder(tmp_path):
        waiting.start()
        said = ""
        while "waiting" not in said:
            said += capsys.readouterr().err
        order.append("first")
    waiting.join()
    assert order == ["first", "second"]
    assert f"process {os.getpid()}, since" in said
    assert (tmp_path / LOCK).read_bytes() == b"", "a command may name a student"
    assert files_in(tmp_path) == {}


def test_what_need_not_be_waited_for_is_refused(tmp_path: Path) -> None:
    with (
        held(tmp_path / "lock"),
        pytest.raises(HippogradError, match=rf"process {os.getpid()}, since"),
        held(tmp_path / "lock", waits=False),
    ):
        pass


def test_deadlines_are_set_while_a_cohort_is_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = shutil.copytree(ROOT / "examples" / "scaling", tmp_path / "scaling")
    kit = Course(root).kit

    def freeze(root: Path, cohort: str, numbers: Mapping[str, Any]) -> Mapping[str, str]:
        set_deadline(root, "2031")  # as another command does meanwhile
        assert kit.freeze is not None
        return kit.freeze(root, cohort, numbers)

    def stop(*_: object, **__: object) -> None:
        with pytest.raises(HippogradError, match="since"):
            new_cohort(root, "2034", None, jobs=1, seeds=2, say=print)
        raise KeyboardInterrupt

    monkeypatch.setattr(Course, "kit", replace(kit, freeze=freeze))
    monkeypatch.setattr("hippograd.years.new.build", stop)
    with pytest.raises(KeyboardInterrupt):
        new_cohort(root, "2033", None, jobs=1, seeds=2, say=lambda _: None)
    tables = tomllib.loads((root / COHORTS).read_text("utf-8"))
    assert tables["2031"]["late"]["deadlines"]["1_scaling"].month == 11
    assert "sha256" in tables["2033"]["ruler"]
