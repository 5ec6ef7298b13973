"""The address of a scheduler: what leaves this machine is encrypted, or somebody has said that it need not be."""

from __future__ import annotations

from pathlib import Path

import pytest

from hippograd.dask import Scheduler
from tests.conftest import ROOT
from tests.refusals import refused
from tests.system.reports.conftest import hippograd


@pytest.mark.parametrize("address", ["tls://10.0.0.1:8786", "tcp://127.0.0.1:1", "localhost:1", "tcp://[::1]:1"])
def test_what_is_encrypted_or_stays_on_this_machine_is_taken(address: str) -> None:
    Scheduler(address).refuse_in_the_clear()


@pytest.mark.parametrize(
    "address", ["tcp://10.0.0.1:8786", "node7:8786", "tcp://[fe80::1]:1", "tcp://127.0.0.1.example:1"]
)
def test_what_leaves_this_machine_in_the_clear_is_refused(address: str) -> None:
    with refused("scheduler-without-tls"):
        Scheduler(address).refuse_in_the_clear()


def test_the_command_takes_such_an_address_only_where_it_is_called_insecure(tmp_path: Path) -> None:
    words = (
        "grade",
        tmp_path,
        "-a",
        "1_scaling",
        "--records",
        tmp_path / "records",
        "--scheduler",
        "tcp://192.0.2.1:1",
    )
    root = ROOT / "examples" / "scaling"
    assert "--insecure" in hippograd(root, *words).stderr
    assert "TLS" not in hippograd(root, *words, "--insecure").stderr
