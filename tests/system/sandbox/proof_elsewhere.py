"""Every attack of the corpus on other machines, and a grader that is stopped and goes on."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from hippograd.sandbox.clock import running_time
from hippograd.sandbox.confine import LINUX
from hippograd.sandbox.process import StudentGone
from hippograd.sandbox.servers import ForkServer
from tests.conftest import ROOT
from tests.system.sandbox.test_attacks import ATTACKS, NEEDS_CONFINEMENT

CONDITIONS = [
    ("none", "unprivileged", "isolated"),
    ("docker", "root", "confined"),
    ("docker", "unprivileged", "confined"),
    ("old-docker", "root", "container"),
    ("old-docker", "unprivileged", "container"),
    ("no-sandbox", "unprivileged", "unconfined"),
]
"""Profile and user of `conditions.py`, and the tier that is found there."""


def test_time_in_which_the_grader_is_stopped_is_not_counted(server: ForkServer) -> None:
    """Ctrl-Z and `fg` cost nobody a mark."""
    stop = f"sleep 0.5; kill -STOP {os.getpid()}; sleep 4; kill -CONT {os.getpid()}"
    with server.spawn() as process, subprocess.Popen(["sh", "-c", stop]):
        ran = process.run_cell("import time\ntime.sleep(1)\nprint('done')", "x", 10, running_time() + 3)
        assert ran.outputs[0]["text"] == "done\n"
        with pytest.raises(StudentGone, match="did not finish"):
            process.run_cell("time.sleep(9)", "y", 1)


@pytest.mark.skipif(not LINUX or os.geteuid() != 0, reason="other users and capabilities: needs root on Linux")
@pytest.mark.parametrize(("profile", "user", "tier"), CONDITIONS, ids=lambda value: value)
def test_every_attack_fares_on_other_machines_as_the_threat_model_says(profile: str, user: str, tier: str) -> None:
    conditions = [sys.executable, "tests/system/sandbox/conditions.py", profile, user, "--", sys.executable]
    with tempfile.TemporaryDirectory(prefix="other-machine-") as name:  # pytest's own folders are closed to others
        home, made = Path(name, "home"), Path(name, "made")
        for folder in (Path(name), home, made):
            folder.mkdir(exist_ok=True)
            folder.chmod(0o777)
        changes = {"HOME": str(home), "MPLCONFIGDIR": str(home), "TMPDIR": str(made), "PYTHONDONTWRITEBYTECODE": "1"}

        def run(*command: str) -> str:
            done = subprocess.run(
                [*conditions, *command], cwd=ROOT, env=os.environ | changes, capture_output=True, text=True
            )
            assert done.returncode == 0, done.stdout[-5000:] + done.stderr[-2000:]
            return done.stdout

        found = run("-c", "from hippograd.sandbox.confine import probe; print(*probe())")
        assert found.split()[0] == tier
        tests = ("tests/system/sandbox/test_attacks.py", "-k", "an_attack or no_attack", "-p", "no:cacheprovider")
        tried = run("-m", "pytest", *tests, f"--basetemp={made / 'pytest'}")
        expected = len(ATTACKS) + 1 - (len(NEEDS_CONFINEMENT) if tier == "unconfined" else 0)
        assert f"{expected} passed" in tried
        assert list(made.glob("hippograd-*")) == []
