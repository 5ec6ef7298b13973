"""The fixtures of the example course, as for tests of the system."""

from tests.system.building.conftest import cell, course, edit_cell

__all__ = ["cell", "course", "edit_cell"]
