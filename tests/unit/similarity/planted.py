"""Classes of independent right answers into which copies are planted: how well these are found."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import cycle

from hippograd.building.released import released_cells
from hippograd.course import Course, Offering
from hippograd.proofs.answers import read_corpus
from hippograd.similarity.answers import Given, work_of
from hippograd.similarity.comparing import compare
from tests.unit.similarity.copies import CHANGES

COPIES = 20


@dataclass(frozen=True)
class Found:
    """How a ranking of all pairs of a class did."""

    precision: float
    """The share of copies among the first 20 pairs."""

    recall: float
    """The share of the copies that come before every independent pair."""

    missed: list[str]
    """How those were changed that do not."""

    pairs: int


def find_planted(
    course: Course, assignment: str, seed: int, part: float = 1.0, changes: Sequence[str] = tuple(CHANGES)
) -> Found:
    """Make a class whose students share no answer, plant 20 copies, and rank all pairs.

    Parameters
    ----------
    course, assignment
        Of which the right answers are.
    seed : int
        Which students have which answers, and whom is copied from.
    part : float
        The share of the tasks that is copied, one at least; the others are independent answers while there are any.
    changes : sequence of str
        How the copies are changed, in turn.
    """
    chance = random.Random(f"{assignment} {seed}")
    offering = Offering.of(course, assignment, course.cohort("2027"))
    cells = released_cells(offering)
    given = Given.of(cells)
    right = [one for one in read_corpus(course, offering.assignment, "2027") if one.is_correct]
    tasks = list(dict.fromkeys(one.task for one in right))
    left = {task: [one.source for one in right if one.task == task] for task in tasks}
    for answers in left.values():
        chance.shuffle(answers)
    count = COPIES if part < 1 else min(30, max(map(len, left.values())))
    students = {f"student{n:02d}": {task: left[task].pop() for task in tasks if left[task]} for n in range(count)}
    planted = {}
    kinds = cycle(changes)
    for number, original in enumerate((list(students) * 2)[:COPIES]):
        kind = next(kinds)
        theirs = students[original]
        copied = chance.sample(sorted(theirs), max(1, round(part * len(theirs))))
        own = {task: left[task].pop() if left[task] else "" for task in theirs if task not in copied}
        changed = {task: CHANGES[kind](theirs[task], given.names, chance) for task in copied}
        students[f"copy{number:02d}"] = own | changed
        planted[frozenset((original, f"copy{number:02d}"))] = kind
    work = [
        work_of(name, {f"{task}_answer": text for task, text in answers.items() if text}, given)
        for name, answers in students.items()
    ]
    pairs = compare(work, most=10**6, least=0).pairs
    ranked = [planted.get(frozenset((pair.one.student, pair.other.student)), "") for pair in pairs]
    before = ranked.index("") if "" in ranked else len(ranked)
    return Found(
        sum(map(bool, ranked[:COPIES])) / COPIES,
        len([kind for kind in ranked[:before] if kind]) / COPIES,
        [kind for kind in ranked[before:] if kind],
        len(work) * (len(work) - 1) // 2,
    )
