"""The course on disk: where it is and what it holds."""

import hashlib
import os
import re
import secrets
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cached_property, partial
from pathlib import Path
from typing import Any

from hippograd.course.assignments import Assignment, read_assignment
from hippograd.course.closed import CLOSED, read_closed
from hippograd.course.cohorts import Cohort, current_cohort, read_by_notebooks, read_cohorts
from hippograd.course.late import check_names
from hippograd.errors import HippogradError, nearest
from hippograd.files import refuse_signs, where_it_leads
from hippograd.kit import CourseKit, load_kit

COHORTS = Path("assignments", "cohorts.toml")

KNOWN_SECRETS = (
    "4250f121e35c8417c7db41bc8acf646a49375434489f5cc3810a8310e682dbe3",
    "e63bd7ffe910ef11f7d435c285f3172bd934690f90530de0af43f0076e17614d",
)
"""SHA-256 of the secret that was in version control until 2026, and of the one that tests use."""


ROOT_VARIABLE = "HIPPOGRAD_ROOT"
"""The environment variable that names the course; `--root` sets it."""

SECRET_VARIABLE = "HIPPOGRAD_SECRET_FILE"
"""The environment variable that names the file of the secret where it does not lie in the course."""


def find_root() -> Path:
    """Return the folder of the course: the one that is named, else the checkout that is installed, else the nearest
    upwards.

    A folder in which somebody grades may be a student's, and may look like a course. So the working directory is asked
    last, and only where this package does not itself lie in a course.
    """
    if named := os.environ.get(ROOT_VARIABLE):
        root = Path(named).resolve()
        if not (root / COHORTS).is_file():
            raise HippogradError("course-not-at-root", root=root, missing=COHORTS, variable=ROOT_VARIABLE)
        return root
    checkout = Path(__file__).resolve().parents[3]
    return checkout if (checkout / COHORTS).is_file() else course_above(Path.cwd())


def course_above(folder: Path) -> Path:
    """Return the nearest folder, from `folder` upwards, that holds a course."""
    here = folder.resolve()
    for one in (here, *here.parents):
        if (one / COHORTS).is_file():
            return one
    raise HippogradError("course-not-found", folder=here, missing=COHORTS)


def refuse_submissions_around(root: Path, paths: Sequence[Path]) -> None:
    """Refuse to grade paths that are the course or hold it."""
    for path in paths:
        if where_it_leads(path) in (root, *root.parents):
            raise HippogradError("course-among-submissions", path=path, root=root)


def in_reading_order(name: str) -> list[int | str]:
    """Sort key that puts 2 before 10."""
    return [int(part) if part.isdigit() else part for part in re.split(r"(\d+)", name)]


@dataclass(frozen=True)
class Course:
    """A course: everything that is known about it is read from the files under `root`."""

    root: Path
    """The folder that holds `assignments/cohorts.toml`, as `find_root` gives it."""

    def __post_init__(self) -> None:
        refuse_signs(self.root)

    @property
    def assignments_folder(self) -> Path:
        return self.root / "assignments"

    @cached_property
    def kit(self) -> CourseKit:
        """What the course brings besides assignments and graders."""
        return load_kit(self.root)

    @property
    def graders_folder(self) -> Path:
        return self.root / "autograder" / "graders"

    @property
    def secret_file(self) -> Path:
        return self.graders_folder / "secret.txt"

    @cached_property
    def secret(self) -> str:
        """What the hidden inputs of checks are drawn from, besides their names; made at first use, and in no
        release."""
        named = os.environ.get(SECRET_VARIABLE)
        file = Path(named or self.secret_file)
        if not named and not file.exists():
            if (graded := self.marks_that_rest_on_the_secret()) is not None:
                raise HippogradError("secret-missing", file=file, results=graded)
            with suppress(FileExistsError):  # another process was first
                self.draw_secret(replace=False)
        found = file.read_text(encoding="utf-8").strip() if file.exists() else ""
        if not found:
            raise HippogradError("secret-empty", file=file)
        return found

    def marks_that_rest_on_the_secret(self) -> Path | None:
        """Return results that only this secret can make again, if there are any."""
        return next(self.records_folder.glob("*/*.jsonl"), None)

    def draw_secret(self, *, replace: bool) -> None:
        """Write another secret, readable by this user alone."""
        new = self.secret_file.with_name(f".{secrets.token_hex(4)}.secret.txt")
        try:
            new.touch(mode=0o600)
            new.write_text(f"{secrets.token_hex(24)}\n", encoding="utf-8")
            new.replace(self.secret_file) if replace else os.link(new, self.secret_file)
        except FileExistsError:
            raise
        except OSError as error:
            raise HippogradError("secret-not-writable", file=self.secret_file, cause=error.strerror) from None
        finally:
            new.unlink(missing_ok=True)

    @property
    def has_known_secret(self) -> bool:
        """Whether others know the secret: it was shipped with this course once, or is that of the tests."""
        return hashlib.sha256(self.secret.encode()).hexdigest() in KNOWN_SECRETS

    @property
    def answers_folder(self) -> Path:
        """Right and wrong answers, by which the graders are proved."""
        return self.root / "autograder" / "answers"

    @property
    def release_folder(self) -> Path:
        return self.root / "release"

    @property
    def solutions_folder(self) -> Path:
        return self.root / "solutions"

    @property
    def records_folder(self) -> Path:
        return self.root / "records"

    @cached_property
    def _cohorts(self) -> dict[str, Cohort]:
        return read_cohorts(self.root / COHORTS, self.assignments_folder / "calibration.toml")

    @property
    def cohorts(self) -> list[str]:
        """Names of the cohorts, oldest first."""
        return sorted(self._cohorts, key=in_reading_order)

    @cached_property
    def closed_cohorts(self) -> list[str]:
        """Names of the cohorts that are over: their tables are in the commit that they are graded by."""
        found = {file.parent.name for file in self.release_folder.glob(f"*/{CLOSED}")}
        return sorted(found - {*self._cohorts}, key=in_reading_order)

    @property
    def every_cohort(self) -> list[str]:
        """Names of the cohorts, oldest first, those that are over among them."""
        return sorted([*self.cohorts, *self.closed_cohorts], key=in_reading_order)

    def refuse_closed(self, name: str) -> None:
        """Refuse a cohort that is over: name the version that it is graded by."""
        closed = read_closed(self.release_folder, name) if name in self.closed_cohorts else None
        if closed is not None:
            raise HippogradError(
                "cohort-closed",
                cohort=name,
                date=closed.date,
                state=closed.state,
                records=self.records_folder / name,
                secret=self.secret_file.relative_to(self.root),
            )

    def of_records(self, name: str | None) -> Cohort:
        """Return a cohort of which only the records are asked for; of one that is over, there is nothing else."""
        return Cohort(name, {}, {}) if name in self.closed_cohorts and name is not None else self.cohort(name)

    @property
    def default_cohort(self) -> str:
        """Name of the cohort that `cohorts.toml` calls current, or else of the newest."""
        return current_cohort(self.root / COHORTS) or self.cohorts[-1]

    def cohort(self, name: str | None = None) -> Cohort:
        """Return the cohort of this name, or the current one."""
        wanted = self.default_cohort if name is None else name
        self.refuse_closed(wanted)
        if wanted not in self._cohorts:
            raise HippogradError(
                "cohort-unknown",
                name=wanted,
                file=self.root / COHORTS,
                nearest=nearest(wanted, self.every_cohort),
                known=list(self.every_cohort),
            )
        if wanted not in self._usable:
            self._usable[wanted] = self.with_sound_numbers(self._cohorts[wanted])
        return self._usable[wanted]

    @cached_property
    def _usable(self) -> dict[str, Cohort]:
        return {}

    def with_sound_numbers(self, cohort: Cohort) -> Cohort:
        """Return a cohort, perhaps not written down yet, with what follows from its numbers."""
        problems = self.kit.number_problems(cohort.name, read_by_notebooks(cohort.numbers))
        if problems:
            more = f"{len(problems) - 1} more: `hippograd cohort check {cohort.name}`." if problems[1:] else ""
            raise HippogradError("numbers-wrong", file=self.root / COHORTS, problem=problems[0], more=more)
        derived = self.kit.derived_numbers(cohort.numbers)
        numbers = {name: {**cohort.numbers.get(name, {}), **table} for name, table in derived.items()}
        return replace(cohort, numbers={**cohort.numbers, **numbers})

    def tables(self, name: str) -> Mapping[str, Any]:
        """Return the tables of a cohort as they stand in `cohorts.toml`, without what follows from them."""
        return self._cohorts[name].numbers

    @property
    def numbers_of_all(self) -> dict[str, dict[str, Any]]:
        """The numbers of each cohort, also of those that are over, as far as they are sound by what holds now."""
        found = {name: read_by_notebooks(self.tables(name)) for name in self.cohorts}
        found |= {
            name: closed.numbers for name in self.closed_cohorts if (closed := read_closed(self.release_folder, name))
        }
        return {name: numbers for name, numbers in found.items() if not self.kit.number_problems(name, numbers)}

    def number_problems(self, name: str) -> Sequence[str]:
        """Return what is wrong with the numbers of a cohort, one line each."""
        if name not in self._cohorts:
            return ()
        return self.kit.number_problems(name, read_by_notebooks(self.tables(name)))

    def check_names(self, cohort: str) -> None:
        """Refuse names in a cohort's tables that nothing reads; see `hippograd.course.late.check_names`."""
        check_names(cohort, {cohort.name: cohort.numbers for cohort in self._cohorts.values()}, self.assignments)

    def cohort_problems(self, name: str) -> list[str]:
        """Return all that can be seen to be wrong with a cohort without building it, one line each.

        Its numbers; if they are sound, its deadlines, what lateness costs and what counts how much, and its data.
        """
        if found := list(self.number_problems(name)):
            return found
        cohort = self.cohort(name)
        looks: list[Callable[[], object]] = [
            lambda: self.default_cohort,
            lambda: cohort.late,
            lambda: cohort.total,
            lambda: cohort.door,
            lambda: self.check_names(name),
        ]
        looks += [partial(self.data_files, self.assignment(assignment), cohort) for assignment in self.assignments]
        for look in looks:
            try:
                look()
            except HippogradError as error:
                found.append(f"{error.message} {error.remedy}")
        return list(dict.fromkeys([*found, *self._answers_of_earlier_cohorts(name)]))

    def _answers_of_earlier_cohorts(self, name: str) -> Iterator[str]:
        """Yield the answers that a cohort has in common with each earlier one, a line for each."""
        numbers, known = self.numbers_of_all, self.every_cohort
        for other in known[: known.index(name)]:
            if other in numbers and (same := self.kit.answers_in_common(numbers[name], numbers[other])):
                yield f"[{name}] has answers of {other}, which copied would pass: {'; '.join(same)}"

    def data_files(self, assignment: Assignment, cohort: Cohort) -> Mapping[str, Path]:
        """Return the files of the course that ship in an assignment's ``data``, by name."""
        kinds = self.kit.data_kinds
        for kind in assignment.data:
            if kinds and kind not in kinds:
                raise HippogradError(
                    "assignment-data-unknown", file=assignment.description, kind=kind, known=list(kinds)
                )
        return self.kit.data_files(self.root, cohort.name, cohort.numbers, assignment.data)

    @cached_property
    def assignments(self) -> tuple[str, ...]:
        """Names of the assignments, in teaching order."""
        found = (file.parent.name for file in self.assignments_folder.glob("*/assignment.toml"))
        return tuple(sorted(found, key=in_reading_order))

    def called(self, part: str) -> str:
        """Return the name of the assignment that a part of it names, such as ``1`` or ``regression``; its words come
        first."""
        wanted = part.casefold()
        words = [name for name in self.assignments if wanted and f"_{wanted}_" in f"_{name.casefold()}_"]
        found = [part] if part in self.assignments else words
        found = found or [name for name in self.assignments if wanted and wanted in name.casefold()]
        if len(found) > 1:
            raise HippogradError("assignment-ambiguous", part=part, found=found)
        return found[0] if found else self.assignment(part).name

    @cached_property
    def _read(self) -> dict[str, Assignment]:
        return {}

    def assignment(self, name: str) -> Assignment:
        """Return the assignment of this name."""
        if name not in self.assignments:
            raise HippogradError(
                "assignment-unknown",
                name=name,
                folder=self.assignments_folder,
                nearest=nearest(name, self.assignments),
                known=list(self.assignments),
            )
        if name not in self._read:
            folder, graders = self.assignments_folder / name, self.graders_folder / name
            self._read[name] = read_assignment(folder, graders, self.kit.requirements)
        return self._read[name]
