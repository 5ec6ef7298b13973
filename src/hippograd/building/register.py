"""Entering an assignment into a gradebook, as nbgrader does when it makes a release."""

import tempfile
from pathlib import Path

from hippograd.building.converting import generate
from hippograd.course import Offering


def register(offering: Offering, db_url: str) -> None:
    """Enter an assignment, its notebook and its cells into nbgrader's gradebook; again and again without harm.

    Parameters
    ----------
    offering : Offering
        What to enter.
    db_url : str
        The gradebook, any SQLAlchemy URL.

    Raises
    ------
    HippogradError
        When the source is wrong, or the gradebook holds submissions for other cells than the source has.
    """
    with tempfile.TemporaryDirectory(prefix="hippograd-") as work:
        generate(offering, Path(work), db_url)
