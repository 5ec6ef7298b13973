"""The answers that are compared: from the notebooks as they were graded, without what all were given."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from hippograd.building.released import released_cells
from hippograd.course import Offering
from hippograd.course.released import ReleasedCell
from hippograd.errors import HippogradError
from hippograd.records.folder import Records
from hippograd.records.graded_cells import graded_cells
from hippograd.similarity.fingerprints import Prints, fingerprints
from hippograd.similarity.tokens import LONGEST, sentences_of, statements_of

OWN_CELLS = "own cells"
"""Where cells stand that a student has added."""

_NAME = re.compile(r"[^\W\d]\w*")


@dataclass(frozen=True)
class Given:
    """What students were given: names, and the fingerprints of the release and of the course's own answers."""

    names: frozenset[str]
    prints: frozenset[int]
    sources: frozenset[str]
    """The cells of the release, as they were released."""

    is_code: dict[str, bool]
    """Whether a cell that students fill holds code, by its grade id."""

    @classmethod
    def of(cls, cells: Sequence[ReleasedCell]) -> Given:
        """Return what the cells of a release give."""
        code = [cell.source for cell in cells if cell.cell_type == "code"]
        names = frozenset(name for source in code for name in _NAME.findall(source))
        filled = [cell for cell in cells if cell.kind in ("answer", "written")]
        code += [cell.reference for cell in filled if cell.cell_type == "code"]
        text = [cell.source for cell in cells if cell.cell_type != "code"]
        text += [cell.reference for cell in filled if cell.cell_type != "code"]
        prints = {one for source in code for one in fingerprints(statements_of(source, names))}
        prints |= {one for source in text for one in fingerprints(sentences_of(source))}
        return cls(
            names,
            frozenset(prints),
            frozenset(cell.source.strip() for cell in cells),
            {cell.grade_id: cell.cell_type == "code" for cell in filled},
        )

    def __or__(self, other: Given) -> Given:
        return Given(
            self.names | other.names,
            self.prints | other.prints,
            self.sources | other.sources,
            self.is_code | other.is_code,
        )


@dataclass(frozen=True)
class Answer:
    """What a student wrote in one cell: its text, its length in tokens, its own fingerprints."""

    text: str
    length: int
    prints: Prints


@dataclass(frozen=True)
class Work:
    """One student's submission."""

    student: str
    cohort: str = ""
    """Of a former class; empty for the one that is looked at."""

    answers: dict[str, Answer] = field(default_factory=dict)

    @property
    def label(self) -> str:
        return f"{self.student} ({self.cohort})" if self.cohort else self.student


def given_to(offering: Offering) -> Given:
    """Return what the students of a cohort were given."""
    return Given.of(released_cells(offering))


def work_of(student: str, cells: Mapping[str, str], given: Given, cohort: str = "") -> Work:
    """Return a submission from the texts of its cells, by grade id; those of `OWN_CELLS` are code."""
    answers = {}
    for name, text in cells.items():
        is_code = given.is_code.get(name, True)
        statements = statements_of(text, given.names) if is_code else sentences_of(text)
        own = {one: lines for one, lines in fingerprints(statements).items() if one not in given.prints}
        answers[name] = Answer(text[:LONGEST], sum(len(statement.tokens) for statement in statements), own)
    return Work(student, cohort, answers)


def read_work(kept: Records, assignment: str, given: Given, cohort: str = "") -> tuple[list[Work], list[str]]:
    """Return all submissions in some records, and who has a notebook that cannot be read."""
    found, unreadable = [], []
    for path in sorted(kept.autograded.glob(f"*/{assignment}/{assignment}.ipynb")):
        student = path.parent.parent.name
        try:
            found.append(work_of(student, _cells(path, given), given, cohort))
        except HippogradError:
            unreadable.append(student)
    if not found:
        raise HippogradError("notebooks-not-graded", folder=kept.autograded, assignment=assignment)
    return found, unreadable


def _cells(path: Path, given: Given) -> dict[str, str]:
    own = [cell for cell in graded_cells(path) if cell.text.strip() not in given.sources]
    found = {cell.grade_id: cell.text for cell in own if cell.grade_id in given.is_code}
    added = "\n\n".join(cell.text for cell in own if cell.cell_type == "code" and not cell.grade_id)
    return {**found, **({OWN_CELLS: added} if added else {})}
