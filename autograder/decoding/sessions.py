"""Recording sessions: an animal walks in a box of 1 m by 1 m, its cells fire.

A session is loaded from the course's frozen files (`load_session`) or simulated afresh (`simulate_session`). Both
give the same kind of object, a `Session`, whose arrays have one column per moment: `X` (n_cells, N) and `Y` (2, N).
"""

from __future__ import annotations

import contextlib
import hashlib
import importlib.util
import io
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np

from gradekit.release import cohort_numbers, data_folder

from .errors import DecodingError

KINDS = ("place", "one_hot", "grid", "unseen", "spikes")
RAT_SECONDS = 599.6
"""How long the rat's walk is."""

QUARTER_POINTS = ((0.25, 0.25), (0.75, 0.25), (0.25, 0.75), (0.75, 0.75))


@dataclass(frozen=True, eq=False)
class Session:
    """One recording session, split in time into a training and a testing part.

    Parameters
    ----------
    kind : str
        Which cells were recorded: "place", "one_hot" or "grid"; "unseen" are the place cells on another walk, "spikes"
        place cells on the walk of a real rat.
    t : ndarray, (N,), seconds
        When each column was recorded, increasing.
    X : ndarray, (n_cells, N), dimensionless
        Column n holds what all cells did at time ``t[n]``: firing rates between 0 and 1, or numbers of spikes. Row i
        is one cell.
    Y : ndarray, (2, N), metres
        Column n holds the x- and the y-coordinate of the animal at time ``t[n]``.
    centres : ndarray, (n_cells, 2), metres, or None
        Where each place cell fires most. Grid cells have many fields, hence None.
    train_until : float, seconds
        Columns with ``t <= train_until`` are for training, the rest for testing.

    Notes
    -----
    The arrays are copies and read-only, so no cell of a notebook can change the data for the cells after it.
    """

    kind: str
    t: np.ndarray
    X: np.ndarray
    Y: np.ndarray
    centres: np.ndarray | None
    train_until: float

    def __post_init__(self) -> None:
        for name in ("t", "X", "Y", "centres"):
            array = getattr(self, name)
            if array is not None:
                object.__setattr__(self, name, _read_only(array))

    @property
    def n_cells(self) -> int:
        """Number of recorded cells: the rows of X."""
        return int(self.X.shape[0])

    @property
    def n_train(self) -> int:
        """Number of columns that are for training; none in the session "unseen"."""
        return int(np.count_nonzero(self.t <= self.train_until))

    @property
    def X_train(self) -> np.ndarray:  # noqa: N802
        """Rates of the training part, (n_cells, n_train)."""
        return self.X[:, : self.n_train]

    @property
    def Y_train(self) -> np.ndarray:  # noqa: N802
        """Positions of the training part, (2, n_train), metres."""
        return self.Y[:, : self.n_train]

    @property
    def X_test(self) -> np.ndarray:  # noqa: N802
        """Rates of the testing part, (n_cells, N - n_train)."""
        return self.X[:, self.n_train :]

    @property
    def Y_test(self) -> np.ndarray:  # noqa: N802
        """Positions of the testing part, (2, N - n_train), metres."""
        return self.Y[:, self.n_train :]

    @property
    def arrays(self) -> dict[str, np.ndarray]:
        """The four arrays that a model is made of: ``Model(**session.arrays)``."""
        return {name: getattr(self, name) for name in ("X_train", "Y_train", "X_test", "Y_test")}


def load_cohort() -> SimpleNamespace:
    """Read the numbers of this cohort.

    Returns
    -------
    SimpleNamespace
        One attribute a table: ``cohort.session.n_cells``, ``cohort.descent.eta`` and so on.

    Raises
    ------
    DecodingError
        If the file is missing or is no JSON.
    """
    path = _data_file("cohort.json")
    try:
        return cohort_numbers(path)
    except ValueError as error:
        raise DecodingError(f"{path} is damaged: {error}.", _UNPACK_AGAIN) from error


def load_session(kind: str = "place") -> Session:
    """Load a frozen session of this cohort and make sure that it is the one everybody else has.

    Parameters
    ----------
    kind : {"place", "one_hot", "grid", "unseen", "spikes"}
        Which cells were recorded; "unseen" are the place cells on another walk, which is for testing only.

    Returns
    -------
    Session

    Raises
    ------
    DecodingError
        If the file is missing, or is not byte for byte the one that the cohort was released with.
    """
    _require_kind(kind)
    if kind in _LOADED:
        return _LOADED.pop(kind)  # nobody else has it; whoever loads it again gets another one, from its file
    frozen = vars(getattr(load_cohort(), "sessions", SimpleNamespace())).get(kind)
    if frozen is None:
        raise DecodingError(f"This cohort has no {kind} session.", "Check the name given to load_session.")
    path = _data_file(f"{kind}.npz")
    found = hashlib.sha256(path.read_bytes()).hexdigest()
    if found != frozen.sha256:
        raise DecodingError(
            f"{path} is not the session of this cohort: its SHA-256 is {found[:12]}…, expected {frozen.sha256[:12]}….",
            _UNPACK_AGAIN,
        )
    return read_session(kind, path)


def load_once(data: Path) -> None:
    """Unpack every session in a folder now, so that the next `load_session` of each finds it unpacked.

    Parameters
    ----------
    data : Path
        The folder that `load_session` would read.
    """
    _LOADED.update({path.stem: load_session(path.stem) for path in sorted(data.glob("*.npz"))})


_LOADED: dict[str, Session] = {}


def read_session(kind: str, path: Path) -> Session:
    """Read a session file as `write_session` left it; no hash is looked at.

    Parameters
    ----------
    kind : {"place", "one_hot", "grid", "unseen", "spikes"}
    path : Path
        An ``.npz`` file with `t`, `X`, `Y`, `train_until` and, for place cells, `centres`.

    Returns
    -------
    Session
    """
    with np.load(path, allow_pickle=False) as file:
        centres = file["centres"] if "centres" in file.files else None
        t, Y, train_until = file["t"], file["Y"], float(file["train_until"])
        X = file["X"].astype(float)  # on file, counts take a byte; X @ X.T of bytes would overflow
        return Session(kind, t, X, Y, centres, train_until)


def write_session(session: Session, path: Path) -> str:
    """Write a session so that the same session always gives the same bytes.

    Parameters
    ----------
    session : Session
    path : Path
        Where the ``.npz`` file goes.

    Returns
    -------
    str
        SHA-256 of the file, in hexadecimal.

    Notes
    -----
    `numpy.savez_compressed` stamps the time of writing into the archive; here every stamp is the first one that a
    zip file can hold.
    """
    counts = session.X.astype(np.uint8)
    X = counts if np.array_equal(counts, session.X) and session.X.max() > 1 else session.X
    arrays = {"t": session.t, "X": X, "Y": session.Y, "train_until": np.float64(session.train_until)}
    if session.centres is not None:
        arrays["centres"] = session.centres
    with zipfile.ZipFile(path, "w") as archive:
        for name, array in arrays.items():
            entry = zipfile.ZipInfo(f"{name}.npy", date_time=(1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            with archive.open(entry, "w") as stream:
                np.lib.format.write_array(stream, np.asarray(array, order="C"), allow_pickle=False)
    return hashlib.sha256(path.read_bytes()).hexdigest()


def simulate_session(
    kind: str = "place",
    *,
    n_cells: int = 25,
    width: float = 0.15,
    minutes: float = 10,
    dt: float = 0.1,
    seed: int = 0,
    train_minutes: float = 8,
    centres: Sequence[Sequence[float]] = QUARTER_POINTS,
    scales: Sequence[float] = (0.3, 0.5, 0.8),
    orientations: Sequence[float] = (0.0, 0.1, 0.2),
    walk: str = "simulated",
    observation: str = "rates",
    peak: float = 20,
) -> Session:
    """Let an animal walk in a square box of 1 m by 1 m and record its cells, with RatInABox.

    Parameters
    ----------
    kind : {"place", "one_hot", "grid", "unseen", "spikes"}
        Gaussian place cells on a regular lattice; cells of which only the nearest fires; grid cells; or the place
        cells once more.
    n_cells : int
        Number of place or grid cells. One-hot cells are as many as `centres`.
    width : float, metres
        Standard deviation of a place field.
    minutes, train_minutes : float, minutes
        Length of the session, and of its beginning that is for training.
    dt : float, seconds
        Time between two columns.
    seed : int
        The same seed gives the same bits. It also fixes the walk: sessions of different kinds with one seed and
        the same `minutes` and `dt` record the same walk.
    centres : sequence of (x, y), metres
        Centres of the one-hot cells.
    scales : sequence of float, metres
        Distance between the fields of a grid cell, one value per module.
    orientations : sequence of float, radians
        Direction of the lattice of a grid cell, one value per module.
    walk : {"simulated", "sargolini"}
        Who walks: RatInABox's animal, or the rat whose path comes with RatInABox, for at most 599.6 s.
    observation : {"rates", "spikes"}
        What is recorded: rates, or how many spikes fell into each time step, which are drawn (Poisson).
    peak : float, Hz
        Spikes a second of a cell that fires at its highest rate.

    Returns
    -------
    Session
        Where RatInABox is not installed, as in a browser, the session on file that was simulated with these settings.

    Raises
    ------
    DecodingError
        If RatInABox is not installed and no session on file has these settings.

    References
    ----------
    George, T. M. et al. (2024). RatInABox, a toolkit for modelling locomotion and neuronal activity in continuous
    environments. eLife 13, e85274. The settings are those of the Deep learning tutorial, section 0.1.
    Sargolini, F. et al. (2006). Conjunctive representation of position, direction, and velocity in entorhinal cortex.
    Science 312, 758-762. The rat's walk.
    """
    _require_kind(kind)
    if importlib.util.find_spec("ratinabox") is None:
        asked: dict[str, Any] = {"minutes": minutes, "train_minutes": train_minutes, "dt": dt, "seed": seed}
        asked |= {"centres": centres} if kind == "one_hot" else {"n_cells": n_cells}
        asked |= {"width": width} if kind in ("place", "spikes") else {}
        asked |= {"scales": scales, "orientations": orientations} if kind == "grid" else {}
        return _on_file(kind, asked)
    from ratinabox.Agent import Agent
    from ratinabox.Environment import Environment

    seconds = min(minutes * 60, RAT_SECONDS) if walk == "sargolini" else minutes * 60
    n_steps = round(seconds / dt)
    before = np.random.get_state()
    np.random.seed(seed)  # RatInABox draws from numpy's global generator
    try:
        box = Environment()
        animal = Agent(box, {"dt": dt})
        if walk == "sargolini":
            with contextlib.redirect_stdout(io.StringIO()):  # it says at length whom to cite; the docstring does
                animal.import_trajectory(dataset=walk)
        for _ in range(n_steps):
            animal.update()
        positions = np.array(animal.history["pos"])
        cells = _cells(kind, animal, n_cells, width, centres, scales, orientations)
        rates = cells.get_state(evaluate_at=None, pos=positions)
        if observation == "spikes":
            rates = np.random.poisson(rates * peak * dt).astype(float)
    finally:
        np.random.set_state(before)
    return Session(
        kind=kind,
        t=np.round(dt * np.arange(1, n_steps + 1), 9),  # not summed up: the last sample of minute 8 is at 480.0 s
        X=rates,
        Y=positions.T,
        centres=None if kind == "grid" else np.array(cells.place_cell_centres),
        train_until=float(train_minutes * 60),
    )


def first_minute(record: Callable[[], tuple[np.ndarray, np.ndarray]]) -> tuple[np.ndarray, np.ndarray]:
    """What `record` records with RatInABox; where that is not installed, the beginning of the session on file.

    Parameters
    ----------
    record : callable
        Gives the rates of three cells and the positions of a minute.

    Returns
    -------
    rates : ndarray, (n_moments, 3)
    positions : ndarray, (n_moments, 2), metres
    """
    if importlib.util.find_spec("ratinabox") is not None:
        return record()
    print("RatInABox is not installed here: this is the first minute of the session on file, and three of its cells.")
    session = load_session()
    n_moments = int(np.count_nonzero(session.t <= 60))
    cells = np.linspace(0, session.n_cells - 1, 3).astype(int)
    return session.X[cells, :n_moments].T, session.Y[:, :n_moments].T


def _on_file(kind: str, asked: dict[str, Any]) -> Session:
    """The session of this cohort that was simulated with these settings."""
    cohort = load_cohort()
    own = {**vars(cohort.session), **(vars(getattr(cohort, kind)) if kind != "place" else {})}
    if not all(np.array_equal(own[name], value) for name, value in asked.items()):
        raise DecodingError(
            "RatInABox is not installed here, so that no new session can be simulated.",
            "Simulate it where RatInABox is installed: pip install ratinabox.",
        )
    print("RatInABox is not installed here: this is the session on file, which it simulated with the same settings.")
    return load_session(kind)


def _cells(
    kind: str,
    animal: Any,
    n_cells: int,
    width: float,
    centres: Sequence[Sequence[float]],
    scales: Sequence[float],
    orientations: Sequence[float],
) -> Any:
    """Give the animal its cells; drawn after the walk, so that the walk does not depend on them."""
    from ratinabox.Neurons import GridCells, PlaceCells

    if kind in ("place", "unseen", "spikes"):
        lattice = animal.Environment.sample_positions(n_cells, method="uniform")
        return PlaceCells(animal, {"widths": width, "place_cell_centres": lattice})
    if kind == "one_hot":
        return PlaceCells(animal, {"description": "one_hot", "place_cell_centres": np.array(centres, dtype=float)})
    return GridCells(animal, {"n": n_cells, "gridscale": tuple(scales), "orientation": tuple(orientations)})


def _data_file(name: str) -> Path:
    path = data_folder() / name
    if not path.is_file():
        raise DecodingError(
            f"{path.absolute()} does not exist.",
            "Open the notebook from its own folder, where the data folder is, or unpack the assignment again.",
        )
    return path


def _read_only(array: np.ndarray) -> np.ndarray:
    copy = np.array(array)
    copy.setflags(write=False)
    return copy


def _require_kind(kind: str) -> None:
    if kind not in KINDS:
        raise DecodingError(f"There is no session of kind {kind!r}.", f"Choose one of {', '.join(KINDS)}.")


_UNPACK_AGAIN = "Unpack the assignment again and copy your notebook into it."
