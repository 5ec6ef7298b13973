"""What checks may ask for by name besides the student, the generator and the numbers of the cohort."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from .sessions import Session, read_session


def fixtures(data: Path) -> dict[str, Any]:
    """The sessions in a folder: `sessions`, a function of the kind, and `session`, the place cells where there are any.

    Parameters
    ----------
    data : Path
        A `data` folder of a release.

    Returns
    -------
    dict of str to object
    """

    @cache
    def sessions(kind: str) -> Session:
        path = data / f"{kind}.npz"
        if not path.is_file():
            raise FileNotFoundError(f"this assignment has no session {kind!r}: add it to `data` in its assignment.toml")
        return read_session(kind, path)

    place = {"session": sessions("place")} if (data / "place.npz").is_file() else {}
    return {"sessions": sessions, **place}
