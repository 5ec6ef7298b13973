"""What checks may ask for by name besides the student, the generator and the numbers of the cohort."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from .sessions import read_session


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
    sessions = cache(lambda kind: read_session(kind, data / f"{kind}.npz"))
    place = {"session": sessions("place")} if (data / "place.npz").is_file() else {}
    return {"sessions": sessions, **place}
