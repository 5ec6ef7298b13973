"""A class of invented students, right and wrong in many ways, for trying everything out."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

from hippograd.building.released import released_cells
from hippograd.course import Assignment, Offering
from hippograd.course.released import ReleasedCell
from hippograd.errors import HippogradError
from hippograd.proofs.answers import Variant, read_corpus
from hippograd.proofs.filling import filled_notebook, notebook_text, reference_answers

_WORDS = (
    "amber basil cedar delta ember fjord grove hazel indigo jasper karst linden maple nectar olive poppy quartz "
    "raven sorrel tundra umber violet willow zephyr"
).split()
_OPINIONS = (
    "I think that the weights are large where they should be, but I am not sure why.",
    "It works well in the middle and less well near the walls.",
    "I would look at the test error first, because the training error can be misleading.",
)

Answers = dict[str, str]


class _Students:
    """Makes each kind of student, with the choices that its generator gives."""

    def __init__(self, cells: list[ReleasedCell], variants: list[Variant], generator: random.Random) -> None:
        self.cells = cells
        self.reference = reference_answers(cells)
        self.written = [cell.task for cell in cells if cell.kind == "written"]
        self.auto = [cell.task for cell in cells if cell.kind == "answer"]
        self.correct = [variant for variant in variants if variant.is_correct]
        self.wrong = [variant for variant in variants if not variant.is_correct]
        self.generator = generator

    def right(self) -> Answers:
        """Answer everything right, in a style of their own."""
        answers = dict(self.reference)
        for task in self.auto:
            styles = [variant.source for variant in self.correct if variant.task == task]
            answers[task] = self.generator.choice([self.reference[task], *styles])
        return answers | {task: self.generator.choice(_OPINIONS) for task in self.written}

    def partly_right(self) -> Answers:
        """Answer one to three tasks wrong."""
        answers = self.right()
        for variant in self.generator.sample(self.wrong, self.generator.randint(1, 3)):
            answers[variant.task] = variant.source
        return answers

    def half_done(self) -> Answers:
        """Return the first half, then nothing."""
        kept = self.auto[: len(self.auto) // 2]
        return {task: source for task, source in self.right().items() if task in kept}

    def blank(self) -> Answers:
        return {}

    def raising(self) -> Answers:
        """Return a cell that raises before it defines anything."""
        answers = self.right()
        answers[self.generator.choice(self.auto)] = "weights = wieghts + 1\n"
        return answers

    def looping(self) -> Answers:
        """Return a cell that never ends."""
        answers = self.right()
        task = self.generator.choice(self.auto)
        answers[task] += "\n\nstep = 0\nwhile True:\n    step = step + 1\n"
        return answers

    def exiting(self) -> Answers:
        """Return a cell that ends the interpreter."""
        answers = self.right()
        task = self.generator.choice(self.auto)
        answers[task] += "\n\nimport os\n\nos._exit(0)\n"
        return answers


def make_sample_class(
    offering: Offering,
    folder: Path,
    *,
    students: int,
    seed: int,
    hostile: bool = True,
) -> list[Path]:
    """Write a class's submissions in nbgrader's layout, `<student>/<assignment>/<notebook>`."""
    _make_empty(folder)
    variants = read_corpus(offering.course, offering.assignment, offering.cohort.name)
    if not any(not variant.is_correct for variant in variants):
        raise HippogradError("answers-none", folder=offering.course.answers_folder / offering.assignment.name)
    generator = random.Random(seed)
    kinds = _Students(released_cells(offering), variants, generator)
    plan: list[Callable[[], Answers]] = [kinds.right, kinds.partly_right, kinds.right, kinds.partly_right]
    plan += [kinds.half_done, kinds.partly_right, kinds.blank, kinds.raising]
    plan += [kinds.looping, kinds.exiting] if hostile else []
    plan += [kinds.right, kinds.partly_right]
    files = []
    for number in range(students):
        student = f"{_WORDS[number % len(_WORDS)]}{number // len(_WORDS) + 1:02d}"
        answers = plan[number % len(plan)]()
        files.append(
            _hand_in(folder / student / offering.assignment.name, offering.assignment, kinds.cells, answers, number)
        )
    return files


def _make_empty(folder: Path) -> None:
    """Make a folder, unless it exists and is empty."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        is_empty = not any(folder.iterdir())
    except FileExistsError:
        raise HippogradError("folder-is-file", folder=folder) from None
    except OSError as error:
        raise HippogradError("folder-not-made", folder=folder, cause=error.strerror) from None
    if not is_empty:
        raise HippogradError("folder-not-empty", folder=folder)


def _hand_in(folder: Path, assignment: Assignment, cells: list[ReleasedCell], answers: Answers, number: int) -> Path:
    """Write one notebook; now and then with a name of its own, a cell too many, or not to its end."""
    notebook: dict[str, Any] = filled_notebook(cells, answers)
    name = f"{assignment.name}.ipynb"
    if number % 12 == 2:
        name = f"{assignment.name} (final version 2).ipynb"
    if number % 12 == 3:
        note = {"id": f"note-{number}", "cell_type": "markdown", "metadata": {}, "source": "My notes: ask about this."}
        notebook["cells"].insert(3, note)
    text = notebook_text(notebook)
    if number % 24 == 10:
        text = text[: 2 * len(text) // 3]
    folder.mkdir(parents=True)
    path = folder / name
    path.write_text(text, encoding="utf-8", newline="\n")
    return path
