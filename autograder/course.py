"""What the engine asks of this course: its library, what it needs, its recorded sessions."""

from __future__ import annotations

import contextlib
import hashlib
import importlib
import importlib.util
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any, TypeVar

from hippograd.errors import HippogradError
from hippograd.files import beside, differing_files, put_in_place
from hippograd.kit import CourseKit, NotebookData, load_file

T = TypeVar("T")

SESSIONS = Path("autograder", "sessions")

MOST_WALKED = 0.6
"""How much of the box of 1 m the walk of a session must cover in each direction, m."""

QUIETEST = 0.1
"""The rate that each cell of a session must reach."""

WORST_CONDITION = 1e8
"""Of X Xᵀ: beyond it, the weights depend on the digits that floats do not have."""

LINEAR_ERROR = (0.025, 0.12)
"""Between which mean test errors of the best linear model the chapters tell their story, m."""


GIVEN = ("by_hand", "milestone")
"""Code that a chapter gives and that would answer an earlier one: it ships with the chapters that name it as data."""


@cache
def cohort_numbers() -> ModuleType:
    """What the numbers of a cohort must be, and the answers that follow from them.

    Loaded where it is asked for: this file is loaded where student code runs too, whose memory must hold no answer.
    """
    return load_file(Path(__file__).with_name("cohort_numbers.py"), "hippograd_course_numbers")


def prepare(data: Path) -> None:
    """Import and use once what nearly every answer uses, and unpack the sessions once for all student processes."""
    import matplotlib
    import matplotlib.artist

    matplotlib.use("Agg")
    matplotlib.artist.kwdoc = lambda artist: ""  # lists of properties in docstrings: a fifth of what importing it takes
    import matplotlib.pyplot as plt
    import numpy as np

    from decoding import (  # noqa: F401
        animations,
        cell_drawings,
        drawings,
        live,
        network_drawings,
        plots,
        racing,
        sessions,
        torch_drawings,
        unit_drawings,
    )

    np.linalg.inv(np.eye(3))
    figure, axes = plt.subplots(figsize=(1, 1))
    axes.plot([0, 1], label="a")
    axes.legend()
    figure.canvas.draw()
    matplotlib.use = plt.switch_backend = lambda *backend, **options: None  # a student's screen is not here
    plt.close(figure)
    with contextlib.suppress(AttributeError):  # each fork would empty it, which takes longer than to read one font
        matplotlib.font_manager._get_font.cache_clear()
    sessions.load_once(data)


class _Compiler(ModuleType):
    """Stands in for PyTorch's compiler, which every optimiser imports only to say that it is not to be compiled.

    Importing it takes as long as importing all the rest of PyTorch, so that is done when something else is asked of it.
    """

    NAME = "torch._dynamo"

    def __init__(self) -> None:
        super().__init__(self.NAME)
        spec = importlib.util.find_spec(self.NAME)
        assert spec is not None, "it is a part of PyTorch"
        vars(self).update(vars(importlib.util.module_from_spec(spec)))
        del self.__path__  # whoever imports a part of it gets the compiler

    @staticmethod
    def disable(fn: T | None = None, recursive: bool = True, **_: object) -> T | Callable[[T], T]:
        """The function as it is, which nobody compiles; or what leaves a function as it is."""
        return (lambda fn: fn) if fn is None else fn

    @staticmethod
    def graph_break(*_: object, **__: object) -> None:
        """Nothing: there is no graph to break."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__") and name != "__path__":
            raise AttributeError(name)
        return getattr(self._itself(), name)

    def __dir__(self) -> list[str]:
        return dir(self._itself())

    def _itself(self) -> ModuleType:
        if sys.modules.get(self.NAME) is self:
            del sys.modules[self.NAME], sys.modules["torch"]._dynamo
        return importlib.import_module(self.NAME)


def warm_up_torch() -> None:
    """Take one step of training, on one thread: a process that forks after it has used two hangs."""
    import torch

    sys.modules[_Compiler.NAME] = torch._dynamo = _Compiler()
    torch.set_num_threads(1)
    with contextlib.suppress(RuntimeError):
        torch.set_num_interop_threads(1)
    torch.set_num_interop_threads = lambda number: None  # it may be called once, and has been
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
    """What an assignment ships with, by file name: frozen sessions, each the one that the cohort states, and code."""
    sessions = [f"{kind}.npz" for kind in kinds if kind not in GIVEN]
    code = {f"{kind}.py": root / "autograder" / "given" / f"{kind}.py" for kind in kinds if kind in GIVEN}
    return {name: _frozen_session(root / SESSIONS / cohort / name, cohort, numbers) for name in sessions} | code


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
    simulated = numbers["sessions"][path.stem].get("settings", "")
    if simulated != settings_text(path.stem, numbers):
        tables = f"[{cohort}.session]" + (
            f" and [{cohort}.{path.stem}] now say" if path.stem != "place" else " now says"
        )
        raise HippogradError(
            f"{path} was simulated with {simulated or 'settings that nobody kept'}; "
            f"{tables} {settings_text(path.stem, numbers)}.",
            "Restore the numbers; or, if nobody has worked on the sessions yet, remove their folder and freeze again.",
        )
    if hashlib.sha256(path.read_bytes()).hexdigest() != stated:
        raise HippogradError(
            f"{path} is not the session that cohort {cohort} states: its SHA-256 differs.",
            "Restore the file, or state its new sum in assignments/cohorts.toml.",
        )
    return path


def settings_of(kind: str, numbers: Mapping[str, Any]) -> dict[str, Any]:
    """What a session of this kind is simulated with."""
    nothing_to_train_on = {"train_minutes": 0} if kind == "unseen" else {}
    return {**numbers["session"], **(numbers.get(kind, {}) if kind != "place" else {}), **nothing_to_train_on}


def settings_text(kind: str, numbers: Mapping[str, Any]) -> str:
    """The same as one line, in the order of the alphabet."""
    return ", ".join(f"{name} = {value}" for name, value in sorted(settings_of(kind, numbers).items()))


def freeze(root: Path, cohort: str, numbers: Mapping[str, Any]) -> Mapping[str, str]:
    """Simulate every session of a cohort and write ``autograder/sessions/<cohort>/<kind>.npz``, all of them or none.

    Returns
    -------
    dict of str to str
        The SHA-256 of each kind, as the lines that `assignments/cohorts.toml` needs.
    """
    from decoding.sessions import KINDS, simulate_session, write_session

    folder = root / SESSIONS / cohort
    frozen = HippogradError(
        f"{folder} exists: the sessions of {cohort} are frozen already.",
        "Remove the folder only if nobody has worked on them yet.",
    )
    if folder.exists() and numbers.get("sessions"):
        raise frozen
    lines = {}
    with beside(folder) as work:
        made = work / cohort
        made.mkdir()
        for kind in KINDS:
            session = simulate_session(kind, **settings_of(kind, numbers))
            _require_usable(kind, session, f"[{cohort}.{'session' if kind == 'place' else kind}]")
            sha256 = write_session(session, made / f"{kind}.npz")
            settings = settings_text(kind, numbers)
            lines[kind] = f'[{cohort}.sessions.{kind}]\nsha256 = "{sha256}"\nsettings = "{settings}"'
        if folder.exists() and differing_files(made, folder):  # else a run was stopped before their sums were written
            raise frozen
        put_in_place(made, folder, work)
    return lines


def _require_usable(kind: str, session: Any, place: str) -> None:
    """Look at a session before anybody works on it."""
    import numpy as np

    def refuse(cause: str) -> None:
        raise HippogradError(
            f"{place} gives a session that cannot be used: {cause}.", "Change the numbers or the seed."
        )

    if not all(np.isfinite(array).all() for array in (session.t, session.X, session.Y)):
        refuse("it contains NaN or infinity")
    if kind != "unseen" and session.n_train in (0, session.t.size):
        refuse("nothing is left for training or for testing")
    if np.ptp(session.Y, axis=1).min() < MOST_WALKED:
        refuse(f"the animal visits only {100 * np.ptp(session.Y, axis=1).min():.0f} cm of the box in one direction")
    if kind in ("unseen", "spikes"):
        return
    rates = np.sort(session.X.max(axis=1))
    if rates[0] < QUIETEST:
        refuse(f"a cell never fires above {rates[0]:.2g}")
    if len(np.unique(session.X, axis=0)) < session.n_cells:
        refuse("two cells fire exactly alike")
    condition = np.linalg.cond(session.X_train @ session.X_train.T)
    if condition > WORST_CONDITION:
        refuse(f"the rates of its cells nearly depend on each other, with a condition number of {condition:.0e}")
    weights = session.Y_train @ np.linalg.pinv(session.X_train)
    off = np.linalg.norm(weights @ session.X_test - session.Y_test, axis=0).mean()
    if kind == "place" and not LINEAR_ERROR[0] <= off <= LINEAR_ERROR[1]:
        low, high = (100 * bound for bound in LINEAR_ERROR)
        refuse(f"the best linear model misses by {100 * off:.1f} cm, and the chapters count on {low:g} to {high:g}")


def derived_numbers(numbers: Mapping[str, Any]) -> Mapping[str, Any]:
    """What texts write of the numbers: the polynomial of chapter 2, the lattices of chapter 4."""
    *others, last = (f"{scale:g}" for scale in numbers["grid"]["scales"])
    return {
        "quartic": {"formula": cohort_numbers().polynomial(numbers["quartic"]["coefficients"])},
        "grid_cells": {"widths": " and ".join(filter(None, [", ".join(others), last]))},
    }


def notebook_data(fixtures: Mapping[str, Any]) -> NotebookData:
    """The session of place cells, and the network by hand."""
    session, cohort = fixtures.get("session"), fixtures.get("cohort")
    if session is None:
        return NotebookData()
    sizes = {
        session.t.size: "moments",
        session.n_train: "training moments",
        session.t.size - session.n_train: "test moments",
        session.n_cells: "cells",
    }
    if cohort is not None:
        sizes |= {
            cohort.network.n_hidden: "units in a hidden layer",
            int(cohort.network.batch_frac * session.n_train): "moments in a batch",
        }
    return NotebookData(("session",), sizes)


COURSE = CourseKit(
    package=Path(__file__).resolve().parent / "decoding",
    fixtures="decoding.fixtures",
    requirements=("matplotlib>=3.10", "tqdm>=4.66"),
    answers_may_import=("pandas>=2.2", "scikit-learn>=1.4", "scipy>=1.11", "torch>=2.4"),
    requirement_options=("--extra-index-url https://download.pytorch.org/whl/cpu",),
    not_in_browsers={"torch": "This chapter needs PyTorch, which no browser runs: open it in Colab, or download it."},
    libraries={"torch": warm_up_torch, "ratinabox": warm_up_ratinabox},
    prepare=prepare,
    data_files=session_files,
    data_kinds=("place", "one_hot", "grid", "unseen", "spikes", *GIVEN),
    number_problems=lambda cohort, table: cohort_numbers().problems(cohort, table),
    answers_in_common=lambda *tables: cohort_numbers().coincidences(*tables),
    derived_numbers=derived_numbers,
    draw_numbers=lambda *numbers: cohort_numbers().draw(*numbers),
    freeze=freeze,
    notebook_data=notebook_data,
    bound_unit=("cm", 100.0),
)
