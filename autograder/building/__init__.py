"""From source notebooks to what students get: releases, executed solutions, public checks, zips; and their proofs."""

from .build import build, manifest_path, release_path, solution_path
from .register import register
from .released import released_cells
from .verify import (
    disagreeing_points,
    leaks,
    missing_requirements,
    notebooks_that_do_not_parse,
    releases_that_do_not_start,
)
from .zips import zip_release

__all__ = [
    "build",
    "disagreeing_points",
    "leaks",
    "manifest_path",
    "missing_requirements",
    "notebooks_that_do_not_parse",
    "register",
    "release_path",
    "released_cells",
    "releases_that_do_not_start",
    "solution_path",
    "zip_release",
]
