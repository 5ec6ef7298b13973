"""Any other nbgrader course: its tests are cells that run behind the wall, beside the student's code."""
