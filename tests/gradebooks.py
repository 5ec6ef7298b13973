"""What stands in a gradebook of SQLite, for tests that compare two."""

from __future__ import annotations

import sqlite3
from pathlib import Path

MARKS = """
select student.id, base_cell.name, grade.auto_score, grade.manual_score, grade.extra_credit, grade.needs_manual_grade
from grade join submitted_notebook on grade.notebook_id = submitted_notebook.id
join submitted_assignment on submitted_notebook.assignment_id = submitted_assignment.id
join student on submitted_assignment.student_id = student.id join base_cell on grade.cell_id = base_cell.id
order by 1, 2
"""
COMMENTS = """
select student.id, base_cell.name, comment.auto_comment, comment.manual_comment
from comment join submitted_notebook on comment.notebook_id = submitted_notebook.id
join submitted_assignment on submitted_notebook.assignment_id = submitted_assignment.id
join student on submitted_assignment.student_id = student.id join base_cell on comment.cell_id = base_cell.id
order by 1, 2
"""
SOURCES = "select name, cell_type, locked, source, checksum from source_cell order by 1"
SUBMISSIONS = "select student_id, timestamp, extension from submitted_assignment order by 1"
DEADLINES = "select name, duedate, course_id from assignment"
PENALTIES = """
select submitted_assignment.student_id, submitted_notebook.late_submission_penalty
from submitted_notebook join submitted_assignment on submitted_notebook.assignment_id = submitted_assignment.id
order by 1
"""


def rows(gradebook: Path, query: str) -> list[tuple[object, ...]]:
    with sqlite3.connect(gradebook) as connection:
        return connection.execute(query).fetchall()
