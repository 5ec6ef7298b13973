"""A gradebook that another program holds is asked again."""

from __future__ import annotations

from collections.abc import Callable
from time import sleep
from typing import TypeVar

from hippograd.errors import GradebookUnusable

T = TypeVar("T")

PAUSES = (0.5, 1.0, 2.0, 4.0, 8.0)
"""How long to wait, s, before each further try when another program holds the database."""


def patiently(action: Callable[[], T]) -> T:
    """Do something with a gradebook, again after a pause while another program is in the way."""
    for pause in PAUSES:
        try:
            return action()
        except GradebookUnusable as error:
            if not error.may_pass:
                raise
            sleep(pause)
    return action()
