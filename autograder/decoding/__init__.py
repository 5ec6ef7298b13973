"""The kit of the course: sessions to decode, the base of every model, the figures, and the checks.

It ships with every assignment and needs numpy only; RatInABox is imported where a session is simulated, matplotlib
where a figure is drawn, Otter with `gradekit.notebook`.
"""

from .comparing import compare
from .errors import DecodingError
from .given import given
from .models import Model, error, loss
from .sessions import Session, load_cohort, load_session, simulate_session

__all__ = [
    "DecodingError",
    "Model",
    "Session",
    "compare",
    "error",
    "given",
    "load_cohort",
    "load_session",
    "loss",
    "simulate_session",
]
