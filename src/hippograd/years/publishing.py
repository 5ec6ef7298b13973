"""`hippograd publish`: the part of a course that everybody may see, in a folder of its own."""

from __future__ import annotations

import shutil
from pathlib import Path

from hippograd.course import Cohort, Course, Offering
from hippograd.errors import HippogradError
from hippograd.files import beside, files_in, put_in_place
from hippograd.proofs.releases import leaks

LICENCES = ("LICENSE*", "CITATION.cff")
"""Files of a course's folder that are public with it."""

README = """\
# Cohort {cohort}

Each folder is one assignment, complete: its notebook, what it imports, its data and its checks. To begin, open the
README.md in it.

| assignment | tasks | points |
|---|---|---|
{rows}
"""


def publish(course: Course, cohort: Cohort, target: Path) -> list[str]:
    """Write what may be public: every release of a cohort with its libraries and data, a README, the licences."""
    root, folder = course.root.resolve(), target.resolve()
    if folder.is_relative_to(root) or root.is_relative_to(folder):
        raise HippogradError("publish-inside", folder=target)
    if target.exists() and not target.is_dir():
        raise HippogradError("folder-is-file", folder=target)
    offerings = [Offering.of(course, name, cohort) for name in course.assignments]
    if problems := leaks(course, cohort):
        raise HippogradError("leaks", problems="; ".join(problems))
    with beside(folder / "README.md") as work:
        for offering in offerings:
            for name, path in files_in(offering.release).items():
                copy = work / offering.assignment.name / name
                copy.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(path, copy)
        rows = "\n".join(_row(offering) for offering in offerings)
        (work / "README.md").write_text(README.format(cohort=cohort.name, rows=rows), encoding="utf-8", newline="\n")
        for path in (path for pattern in LICENCES for path in sorted(root.glob(pattern))):
            shutil.copyfile(path, work / path.name)
        written = sorted(path.name for path in work.iterdir())
        for name in written:
            put_in_place(work / name, folder / name, work)
    return written


def _row(offering: Offering) -> str:
    one = offering.assignment
    return f"| [{one.number} {one.title}]({one.name}/) | {len(one.tasks)} | {one.points:g} |"
