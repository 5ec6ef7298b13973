"""From source notebooks to what students get: releases, executed solutions, public checks, zips."""

from hippograd.building.build import build
from hippograd.building.register import register
from hippograd.building.released import released_cells
from hippograd.building.zips import zip_release

__all__ = [
    "build",
    "register",
    "released_cells",
    "zip_release",
]
