"""The feedback page as an exporter of nbconvert's, which `nbgrader generate_feedback` takes by one setting."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

from nbconvert.exporters import Exporter
from nbconvert.exporters.exporter import FilenameExtension
from nbformat import NotebookNode
from traitlets import Float, Unicode

from hippograd.building.rubrics import rubrics_of
from hippograd.course import Course
from hippograd.errors import HippogradError
from hippograd.records.page import PageData, page_data
from hippograd.records.rendering import TEMPLATES, rendered
from hippograd.store.gradebook import Gradebook


class FeedbackPage(Exporter):  # type: ignore[misc]
    """Writes the page from the notebook as it was graded and the marks in the gradebook."""

    root = Unicode("", help="The folder that holds assignments/").tag(config=True)
    grace_minutes = Float(0.0, help="So long after the deadline is not late, min").tag(config=True)
    output_mimetype = "text/html"

    file_extension = FilenameExtension(".html").tag(config=True)

    def from_notebook_node(self, nb: NotebookNode, resources: Any = None, **more: Any) -> tuple[str, Any]:
        """Return the page of a graded notebook; `resources` say whose it is, as nbgrader does."""
        notebook, resources = super().from_notebook_node(nb, resources, **more)
        names = resources["nbgrader"]
        marks = Gradebook(names["db_url"]).marks(names["assignment"], [names["student"]]).get(names["student"])
        if marks is None:
            raise HippogradError("submission-missing", student=names["student"], assignment=names["assignment"])
        assignment = Course(Path(self.root)).assignment(names["assignment"])
        rubrics = rubrics_of(assignment) if marks.items else None
        grace = timedelta(minutes=self.grace_minutes)
        return page_of(page_data(notebook, assignment, marks, rubrics, grace)), resources


def page_of(data: PageData) -> str:
    """Return the page as HTML."""
    return rendered(TEMPLATES / "feedback.html.j2", page=data)
