"""The wall rests on two small packages of one publisher. Somebody has read this text of theirs, and no other."""

from __future__ import annotations

import hashlib
import importlib.util
from pathlib import Path

import pytest

from hippograd.sandbox.confine import LINUX

READ = {
    "landlockpy": "f935ff747d766a727a1b475e271515cd559cb24ba7a7664ae10cf415594a20ea",
    "seccompy": "58ff9fabcfcbd648011f25cbaa4353bd2b8ac4a4c8136f6718226aa4fb7357f0",
}
"""Read the difference before you change a line here: a new version decides what student code may do."""


@pytest.mark.skipif(not LINUX, reason="they are installed on Linux alone")
@pytest.mark.parametrize("package", READ)
def test_a_package_that_the_wall_rests_on_is_the_one_that_was_read(package: str) -> None:
    spec = importlib.util.find_spec(package)
    assert spec is not None
    assert spec.origin is not None
    folder, found = Path(spec.origin).parent, hashlib.sha256()
    for file in sorted(folder.rglob("*.py")):
        found.update(file.relative_to(folder).as_posix().encode() + b"\0" + file.read_bytes() + b"\0")
    assert found.hexdigest() == READ[package]
