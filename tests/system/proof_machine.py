"""A machine that lacks a browser or a database still ends green, and says what it did not test; CI does not."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.conftest import ROOT

PARTS = {"Chromium": "tests/browser", "PostgreSQL": "tests/system/records/proof_postgresql.py"}


@pytest.mark.parametrize("is_ci", [False, True])
def test_what_a_bare_machine_lacks_is_named_last(is_ci: bool) -> None:
    hidden = {"PATH": os.defpath, "HIPPOGRAD_CHROMIUM": "/nowhere", "HIPPOGRAD_POSTGRESQL": "/nowhere"}
    environment = os.environ | hidden | {"CI": "true" if is_ci else ""}
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *PARTS.values()]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=300)
    assert done.returncode == int(is_ci), done.stdout + done.stderr
    last = "".join(done.stdout.splitlines(keepends=True)[-4:])
    for part in PARTS:
        assert (f"this machine has no {part}: apt-get" in done.stdout) == is_ci
        assert (f"as this machine has no {part}. To have them tested: apt-get install" in last) == (not is_ci)
