"""Exporters for nbgrader: `nbgrader export --exporter=hippograd.integrations.exporting.SpreadsheetExporter`."""

from __future__ import annotations

from pathlib import Path

from nbgrader.api import Gradebook
from nbgrader.plugins import ExportPlugin
from traitlets import Unicode

from hippograd.course.total import Total
from hippograd.records.export.class_table import class_table
from hippograd.records.export.filling import fill
from hippograd.records.export.grades import Grades, read_grades, said_of_missing
from hippograd.records.export.spreadsheet import write_export, write_table
from hippograd.records.people import read_people
from hippograd.store.gradebook import Gradebook as Store
from hippograd.store.results import Results


class SpreadsheetExporter(ExportPlugin):  # type: ignore[misc]
    """A row a student, a column a cell: `marks.csv`, or what `--to` names, CSV or XLSX."""

    def export(self, gradebook: Gradebook) -> None:
        write_table(class_table(_grades(self, gradebook), Total()), Path(self.to or "marks.csv"))


class PlatformExporter(ExportPlugin):  # type: ignore[misc]
    """The table that Canvas, Moodle, Blackboard or Brightspace exported, filled."""

    exported = Unicode("", help="The file that the platform exported").tag(config=True)

    def export(self, gradebook: Gradebook) -> None:
        people = read_people(_address(gradebook)).values()
        filled = fill(Path(self.exported), _grades(self, gradebook), people=people)
        write_export(Path(self.to or f"filled-{Path(self.exported).name}"), filled.content)
        self.log.info("%s: %d students found", filled.platform, filled.matched)
        for line in filled.other_maxima:
            self.log.warning("another maximum: %s", line)
        for line in (*filled.ambiguous, *filled.missing):
            self.log.warning("not filled: %s", line)


def _grades(plugin: ExportPlugin, gradebook: Gradebook) -> list[Grades]:
    """Return the grades that are asked for."""
    names = list(map(str, plugin.assignment)) or [one.name for one in gradebook.assignments]
    chosen = list(map(str, plugin.student)) or None
    found = []
    for name in sorted(names):
        results = Results(Store(_address(gradebook)), name)
        if said := said_of_missing(results):
            plugin.log.warning(said)
        found.append(read_grades(results, name, {}, chosen))
    return found


def _address(gradebook: Gradebook) -> str:
    return str(gradebook.engine.url.render_as_string(hide_password=False))
