"""Freeze a cohort's sessions: simulate each once, and keep the file that everybody will work on."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from decoding.sessions import KINDS, Session, simulate_session, write_session

from ..errors import HippogradError

ROOT = Path(__file__).resolve().parents[2]


def freeze_sessions(cohort: str, root: Path = ROOT) -> dict[str, str]:
    """Simulate every session of a cohort and write ``sessions/<cohort>/<kind>.npz``.

    Parameters
    ----------
    cohort : str
        Name of a table of ``cohorts.toml``, such as "2026".
    root : Path
        The course's folder, with ``assignments/cohorts.toml``.

    Returns
    -------
    dict of str to str
        SHA-256 of each kind of session; printed too, as the lines that ``cohorts.toml`` needs.

    Raises
    ------
    HippogradError
        When the cohort's sessions are frozen already: another simulation would be other data for its students.
    """
    numbers = tomllib.loads((root / "assignments" / "cohorts.toml").read_text("utf-8"))[cohort]
    folder = root / "sessions" / cohort
    if folder.exists():
        raise HippogradError(
            f"{folder} is there: the sessions of {cohort} are frozen.",
            "Remove the folder only if nobody has worked on them yet.",
        )
    folder.mkdir(parents=True)
    hashes = {}
    for kind in KINDS:
        hashes[kind] = write_session(simulate_for_cohort(kind, numbers), folder / f"{kind}.npz")
        print(f'[{cohort}.sessions.{kind}]\nsha256 = "{hashes[kind]}"')
    return hashes


def simulate_for_cohort(kind: str, numbers: dict[str, Any]) -> Session:
    """Simulate one kind of session with the numbers of a cohort.

    Parameters
    ----------
    kind : {"place", "one_hot", "grid"}
    numbers : dict
        The cohort's tables. ``session`` describes the walk and the place cells; the tables ``one_hot`` and ``grid``
        say in what those sessions differ.

    Returns
    -------
    Session
    """
    settings = {**numbers["session"], **numbers.get(kind, {})}
    return simulate_session(kind, **settings)
