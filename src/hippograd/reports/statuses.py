"""What a list of students can be limited to and sorted by; the command line offers it before anything is loaded."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal


class Status(StrEnum):
    """Of a submission, or of at least one of its tasks."""

    ZERO = "zero"
    MISSING = "missing"
    LATE = "late"
    UNMARKED = "unmarked"
    PLEASE_CHECK = "please_check"
    NOT_GRADABLE = "not_gradable"
    NOT_ATTEMPTED = "not_attempted"
    ERROR = "error"
    TIMEOUT = "timeout"
    CRASHED = "crashed"
    OUT_OF_MEMORY = "out_of_memory"
    TAMPERED = "tampered"
    FAILED = "failed"
    PARTIAL = "partial"


Order = Literal["student", "points", "late", "seconds"]
