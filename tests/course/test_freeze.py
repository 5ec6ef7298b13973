"""Freezing: sessions of a cohort are what its numbers say, and the files are those that cohorts.toml vouches for."""

from __future__ import annotations

import hashlib
import shutil
import tomllib
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from decoding.fixtures import fixtures
from decoding.sessions import KINDS, Session, read_session
from hippograd.course import Course
from hippograd.errors import HippogradError
from hippograd.kit import NotebookData

ROOT = Path(__file__).parents[2]
SMALL = """
[tiny.session]
n_cells = 25
width = 0.15
minutes = 3
train_minutes = 2
dt = 0.1
seed = 3

[tiny.one_hot]
centres = [[0.2, 0.5], [0.8, 0.5]]

[tiny.grid]
n_cells = 6
scales = [0.4]
orientations = [0.0]
seed = 8

[tiny.unseen]
minutes = 2
seed = 12

[tiny.spikes]
walk = "sargolini"
observation = "spikes"
peak = 20
seed = 5
"""


SESSIONS = Path("autograder", "sessions")
KIT = Course(ROOT).kit


@pytest.fixture(scope="module")
def frozen_once(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    """The cohort of `SMALL`, frozen, and the lines that its freezing gives: it takes seconds."""
    assert KIT.freeze is not None
    root = tmp_path_factory.mktemp("frozen")
    return root, KIT.freeze(root, "tiny", tomllib.loads(SMALL)["tiny"])


@pytest.fixture
def tiny(tmp_path: Path, frozen_once: tuple[Path, dict[str, str]]) -> Path:
    """The folder of its sessions, in a course of the test's own."""
    return shutil.copytree(frozen_once[0] / SESSIONS / "tiny", tmp_path / SESSIONS / "tiny")


def frozen(kind: str) -> Session:
    return read_session(kind, ROOT / "autograder" / "sessions" / "2027" / f"{kind}.npz")


def test_a_kind_of_data_that_there_is_not_is_said_of_the_assignment() -> None:
    course = Course(ROOT)
    assert course.kit.data_kinds[: len(KINDS)] == KINDS
    misspelt = replace(course.assignment("0_neural_data"), data=("gird",))
    with pytest.raises(HippogradError) as raised:
        course.data_files(misspelt, course.cohort("2027"))
    assert raised.value.code == "assignment-data-unknown"
    assert raised.value.data["kind"] == "gird"
    assert raised.value.data["known"][: len(KINDS)] == list(KINDS)


def test_every_kind_is_written_and_its_hash_given(frozen_once: tuple[Path, dict[str, str]]) -> None:
    root, lines = frozen_once
    for kind in KINDS:
        found = hashlib.sha256((root / SESSIONS / "tiny" / f"{kind}.npz").read_bytes()).hexdigest()
        assert tomllib.loads(lines[kind])["tiny"]["sessions"][kind]["sha256"] == found


def test_a_failed_freeze_leaves_nothing(tmp_path: Path) -> None:
    assert KIT.freeze is not None
    numbers = tomllib.loads(SMALL)["tiny"] | {"grid": {"scales": ["a"]}}
    with pytest.raises(Exception, match=r"."):
        KIT.freeze(tmp_path, "tiny", numbers)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
    assert not (tmp_path / SESSIONS / "tiny").exists()


def test_a_session_that_no_chapter_could_be_told_with_is_refused(tmp_path: Path) -> None:
    assert KIT.freeze is not None
    numbers = tomllib.loads(SMALL)["tiny"]
    for change, said in [
        ({"n_cells": 9, "width": 0.03}, "a cell never fires|misses by"),
        ({"n_cells": 60, "width": 0.5}, "condition number"),
    ]:
        with pytest.raises(HippogradError, match=said):
            KIT.freeze(tmp_path, "tiny", numbers | {"session": numbers["session"] | change})
    assert not (tmp_path / SESSIONS / "tiny").exists()


def test_the_special_tables_override_the_session(tiny: Path) -> None:
    place, one_hot, grid, unseen, spikes = (read_session(kind, tiny / f"{kind}.npz") for kind in KINDS)
    assert (place.n_cells, one_hot.n_cells, grid.n_cells) == (25, 2, 6)
    assert np.array_equal(place.Y, one_hot.Y)
    assert not np.array_equal(place.Y, grid.Y)
    assert (unseen.n_train, unseen.t.size, place.t.size) == (0, 1200, 1800)
    assert (spikes.t.size, spikes.X.max() > 1) == (1800, True)


def test_the_unseen_session_has_the_same_cells_on_another_walk() -> None:
    place, unseen = frozen("place"), frozen("unseen")
    assert np.array_equal(place.centres, unseen.centres)
    nearest = [np.hypot(*(place.Y - here[:, None])).min() for here in unseen.Y[:, ::10].T]
    assert np.mean(np.array(nearest) > 0) == 1, "no moment is one of the session that was trained on"


@pytest.mark.parametrize("change", ["missing", "changed", "not stated", "other numbers"])
def test_a_session_that_is_not_the_cohorts_is_refused(
    tmp_path: Path, tiny: Path, frozen_once: tuple[Path, dict[str, str]], change: str
) -> None:
    numbers = tomllib.loads(SMALL)["tiny"]
    numbers["sessions"] = tomllib.loads("\n".join(frozen_once[1].values()))["tiny"]["sessions"]
    assert set(KIT.data_files(tmp_path, "tiny", numbers, ["grid"])) == {"grid.npz"}
    file = tiny / "grid.npz"
    if change == "missing":
        file.unlink()
    elif change == "changed":
        file.write_bytes(b"other")
    elif change == "not stated":
        del numbers["sessions"]["grid"]
    else:
        numbers["grid"]["seed"] = 9
    said = r"is missing|is not the session that|states no session|was simulated with .*seed = 8.* now say .*seed = 9"
    with pytest.raises(HippogradError, match=said) as raised:
        KIT.data_files(tmp_path, "tiny", numbers, ["grid"])
    assert raised.value.remedy


@pytest.mark.parametrize("kind", KINDS)
def test_frozen_files_are_those_that_the_cohort_vouches_for(kind: str) -> None:
    course = Course(ROOT)
    for name in course.cohorts:
        assert KIT.data_files(ROOT, name, course.cohort(name).numbers, [kind])


def test_frozen_sessions_are_small_enough_to_ship() -> None:
    sizes = [file.stat().st_size for file in (ROOT / SESSIONS).rglob("*.npz")]
    assert len(sizes) >= len(KINDS)
    assert max(sizes) < 2e6


def test_a_chapter_without_place_cells_has_no_session(tmp_path: Path) -> None:
    found = fixtures(tmp_path)
    assert "session" not in found
    assert Course(ROOT).kit.notebook_data(found) == NotebookData()
    with pytest.raises(FileNotFoundError, match="has no session 'grid': add it to `data`"):
        found["sessions"]("grid")
