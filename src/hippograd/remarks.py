"""What is said about single students under a table: what is alike is one paragraph, with the names."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import takewhile

from hippograd.errors import one_line, some_names
from hippograd.grading.result import Result
from hippograd.intake.notes import PLEASE_CHECK

_END = ". "
"""Between two sentences; those after what is one student's are said once, if all have them."""

_KIND = re.compile(r"(.+?)(?:: |\? | \()(.+)", re.S)
"""What a sentence is about, and what in it is one student's."""


def paragraphs_of_problems(results: Iterable[Result]) -> Iterator[str]:
    """Return a paragraph for each cause for which submissions could not be graded."""
    rows = [
        (result.student, _unnamed(result.problem.message, result), result.problem.remedy)
        for result in results
        if result.problem
    ]
    return _paragraphs(rows)


def paragraphs_of_doubts(results: Iterable[Result]) -> Iterator[str]:
    """Return a paragraph for each thing that a person should look at."""
    doubts = [(result, note.text) for result in results for note in result.notes if note.for_staff]
    return _paragraphs([(one.student, _unnamed(note, one), "") for one, note in doubts], PLEASE_CHECK)


def _unnamed(text: str, result: Result) -> str:
    """Return a sentence without the name of the student's own file, which makes alike ones differ."""
    file = one_line(result.file)
    return f"The file{text.removeprefix(file)}" if file and text.startswith(file) else text


def _paragraphs(rows: Iterable[tuple[str, str, str]], before: str = "") -> Iterator[str]:
    alike: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for student, text, remedy in rows:
        parts = _KIND.fullmatch(text)
        alike[parts[1] if parts else text, remedy].append((student, text))
    for (kind, remedy), found in alike.items():
        texts = {text for _, text in found}
        students = [student for student, _ in found]
        if len(texts) == 1:
            yield f"{_listed(students)}: {before}{texts.pop()} {remedy}".rstrip()
        else:
            sentences = [text[len(kind) :].split(_END) for _, text in found]
            ends = zip(*(own[:0:-1] for own in sentences), strict=False)
            of_all = [same[0] for same in takewhile(lambda same: len(set(same)) == 1, ends)][::-1]
            own = [_END.join(one[: len(one) - len(of_all)]) for one in sentences]
            details = [f"{student} ({_detail(said)})" for student, said in zip(students, own, strict=True)]
            who = students[0] if len({*students}) == 1 else f"{len({*students})} students"
            said = f"{who}: {before}{_END.join([kind, *of_all]).removesuffix('.')}. {remedy}".rstrip()
            yield f"{said}\n  {some_names(details, '; ')}"


def _detail(rest: str) -> str:
    """Return what in a sentence is one student's, without the brackets that it may begin with."""
    bare = rest.strip(" :?.")
    return bare[1:].replace(")", "", 1) if bare.startswith("(") else bare


def _listed(students: list[str]) -> str:
    return students[0] if len(students) == 1 else f"{len(students)} students ({some_names(students)})"
