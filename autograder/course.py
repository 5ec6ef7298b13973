"""What the engine asks of this course: its library, what it needs, its recorded sessions."""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from hippograd.errors import HippogradError
from hippograd.files import beside, put_in_place
from hippograd.kit import CourseKit

SESSIONS = Path("autograder", "sessions")


def prepare(data: Path) -> None:
    """Import and use once what nearly every answer uses, and unpack the sessions once for all student processes."""
    import matplotlib

    matplotlib.use("Agg")
    import matplotlib.pyplot as plt
    import numpy as np

    from decoding import animations, drawings, live, network_drawings, plots, sessions  # noqa: F401

    np.linalg.inv(np.eye(3))
    figure, axes = plt.subplots(figsize=(1, 1))
    axes.plot([0, 1], label="a")
    axes.legend()
    figure.canvas.draw()
    plt.close(figure)
    sessions.load_once(data)


def warm_up_torch() -> None:
    """Take one step of training, on one thread: a process that forks after it has used two hangs."""
    import torch

    torch.set_num_threads(1)
    with contextlib.suppress(RuntimeError):
        torch.set_num_interop_threads(1)
    layer = torch.nn.Linear(2, 2)
    optimiser = torch.optim.Adam(layer.parameters())
    layer(torch.zeros(1, 2)).sum().backward()
    optimiser.step()


def warm_up_ratinabox() -> None:
    """Import it, and stop it from saving figures."""
    import ratinabox
    from ratinabox import Agent, Environment, Neurons  # noqa: F401

    ratinabox.autosave_plots = False


def session_files(root: Path, cohort: str, numbers: Mapping[str, Any], kinds: Sequence[str]) -> Mapping[str, Path]:
    """The frozen sessions that an assignment ships with, by file name; each is the one that the cohort states."""
    return {f"{kind}.npz": _frozen_session(root / SESSIONS / cohort / f"{kind}.npz", cohort, numbers) for kind in kinds}


def _frozen_session(path: Path, cohort: str, numbers: Mapping[str, Any]) -> Path:
    stated = numbers.get("sessions", {}).get(path.stem, {}).get("sha256")
    if not isinstance(stated, str):
        raise HippogradError(
            f"Cohort {cohort} states no session of kind {path.stem!r}.",
            f"Run `hippograd freeze {cohort}`; put [{cohort}.sessions.{path.stem}] into assignments/cohorts.toml.",
        )
    if not path.is_file():
        raise HippogradError(
            f"{path} is missing, the {path.stem} session of cohort {cohort}.",
            f"Run `hippograd freeze {cohort}`, or restore it from git.",
        )
    if hashlib.sha256(path.read_bytes()).hexdigest() != stated:
        raise HippogradError(
            f"{path} is not the session that cohort {cohort} states: its SHA-256 differs.",
            "Restore the file, or state its new sum in assignments/cohorts.toml.",
        )
    return path


def freeze(root: Path, cohort: str, numbers: Mapping[str, Any]) -> Mapping[str, str]:
    """Simulate every session of a cohort and write ``autograder/sessions/<cohort>/<kind>.npz``, all of them or none.

    Returns
    -------
    dict of str to str
        The SHA-256 of each kind, as the lines that `assignments/cohorts.toml` needs.
    """
    from decoding.sessions import KINDS, simulate_session, write_session

    folder = root / SESSIONS / cohort
    if folder.exists():
        raise HippogradError(
            f"{folder} exists: the sessions of {cohort} are frozen already.",
            "Remove the folder only if nobody has worked on them yet.",
        )
    lines = {}
    with beside(folder) as work:
        made = work / cohort
        made.mkdir()
        for kind in KINDS:
            settings = {**numbers["session"], **numbers.get(kind, {})}
            sha256 = write_session(simulate_session(kind, **settings), made / f"{kind}.npz")
            lines[kind] = f'[{cohort}.sessions.{kind}]\nsha256 = "{sha256}"'
        put_in_place(made, folder, work)
    return lines


COURSE = CourseKit(
    package=Path(__file__).resolve().parent / "decoding",
    fixtures="decoding.fixtures",
    requirements=("matplotlib>=3.10", "tqdm>=4.66"),
    answers_may_import=("pandas>=2.2", "scikit-learn>=1.4", "scipy>=1.11", "torch>=2.4"),
    requirement_options=("--extra-index-url https://download.pytorch.org/whl/cpu",),
    libraries={"torch": warm_up_torch, "ratinabox": warm_up_ratinabox},
    prepare=prepare,
    data_files=session_files,
    freeze=freeze,
    bound_unit=("cm", 100.0),
)
