"""What `python -m build` packs: the engine, and nothing of the course."""

from __future__ import annotations

import tarfile
import zipfile
from pathlib import Path

import pytest
from hatchling.builders.sdist import SdistBuilder
from hatchling.builders.wheel import WheelBuilder

from tests.conftest import ROOT

PACKED = {"src", "LICENSE", "LICENSE-TEXT", "README.md", "pyproject.toml", "PKG-INFO", ".gitignore"}


@pytest.fixture(scope="module")
def sdist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The source distribution, unpacked."""
    folder = tmp_path_factory.mktemp("sdist")
    (built,) = SdistBuilder(str(ROOT)).build(directory=str(folder))
    with tarfile.open(built) as packed:
        packed.extractall(folder, filter="data")
    return next(path for path in folder.iterdir() if path.is_dir())


def test_the_source_distribution_holds_the_engine_alone(sdist: Path) -> None:
    assert {path.name for path in sdist.iterdir()} <= PACKED
    assert {path.name for path in (sdist / "src").iterdir()} == {"hippograd", "gradekit"}
    assert not list(sdist.rglob("secret.txt"))


def test_the_wheel_is_built_from_it_and_holds_the_packages_alone(sdist: Path, tmp_path: Path) -> None:
    (built,) = WheelBuilder(str(sdist)).build(directory=str(tmp_path), versions=["standard"])
    with zipfile.ZipFile(built) as packed:
        names = packed.namelist()
    assert {name.partition("/")[0].partition("-")[0] for name in names} == {"hippograd", "gradekit"}
    assert not [name for name in names if name.endswith("secret.txt")]
    assert "hippograd/sandbox/wire.py" in names
