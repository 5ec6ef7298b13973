"""A command that is printed can be copied: it has the options that say which records are meant."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from hippograd.cli import app
from hippograd.cli.app import completed, options_given
from hippograd.errors import HippogradError
from tests.conftest import ROOT


@pytest.fixture
def records(tmp_path: Path) -> Path:
    """Records that a command before was told to use."""
    records = tmp_path / "of the class"
    words = ("--root", ROOT / "examples" / "scaling", "changes", "-a", "1_scaling", "-c", "2030", "--records", records)
    done = CliRunner().invoke(app, [*map(str, words)])
    assert isinstance(done.exception, HippogradError)
    return records


@pytest.mark.parametrize(
    ("command", "completes"),
    [
        ("hippograd mark 1_scaling", True),
        ("hippograd student remove amber01", True),
        ("hippograd build --check", False),
        ("hippograd nothing", False),
        ("nbgrader autograde 1_scaling", False),
    ],
)
def test_a_command_gets_the_options_that_it_takes(records: Path, command: str, completes: bool) -> None:
    more = f" --cohort 2030 --records '{records}'" if completes else ""
    assert completed(f"Run `{command}`, or wait.").startswith(f"Run `{command}{more}") is True
    assert ("--records" in completed(f"`{command}`")) is completes


def test_a_command_that_says_which_cohort_keeps_it(records: Path) -> None:
    assert completed("`hippograd list --cohort 2029`") == f"`hippograd list --cohort 2029 --records '{records}'`"


def test_what_one_command_was_given_is_not_of_the_next(records: Path) -> None:
    CliRunner().invoke(app, ["--root", str(ROOT / "examples" / "scaling"), "cohort", "check"])
    assert options_given() == ""
