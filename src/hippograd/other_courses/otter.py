"""Grading what was handed in for a course of Otter's: it runs as Otter runs it, and is judged on this side of the wall.

Of a case in the OK format, each example runs in the student's process; what it printed and returned crosses as text
and is compared here, by doctest's rules. What is expected never crosses. Cases that are functions run beside the
student's names.
"""

from __future__ import annotations

import ast
import doctest
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import partial
from itertools import pairwise
from math import ceil
from pathlib import Path
from random import Random
from typing import Any

import msgspec

from hippograd.errors import NO_JSON, HippogradError
from hippograd.grading.cache import Cache
from hippograd.grading.grader import GRADED_AGAIN, Beside, Grader
from hippograd.grading.notebook import executed_notebook, limited, shortened
from hippograd.grading.plan import Plan
from hippograd.grading.result import CheckResult, Graded, Result, TaskResult, task_status
from hippograd.intake import Note, SubmittedCell
from hippograd.intake.matching.cells import MatchedCell, matched_cell, same_text
from hippograd.other_courses.otter_course import Made
from hippograd.other_courses.running import Running
from hippograd.other_courses.small_course import BLANK, MADE_OF, Case
from hippograd.sandbox.clock import running_time
from hippograd.sandbox.otter_stub import CHECKED
from hippograd.sandbox.process import ExampleRun, ServerGone, StudentGone, StudentProcess
from hippograd.sandbox.servers import ForkServer

LONGEST_DETAIL = 4_000
"""Characters of what is said of a case."""

EQUALS_ANYTHING = "What your code gives equals any value, so it has been compared with none."
_TRUE = ("True", "np.True_")

_CLOSE = re.compile(r"(?:close|equal)$")
"""What functions are called that compare two values."""

_CHECK_ALONE = re.compile(r"""\w+\.check\(["'][^"']*["']\)""")
_BEGIN, _END = "<!-- BEGIN QUESTION -->", "<!-- END QUESTION -->"
"""Around what people mark, and what Otter exports, in the notebooks that students get."""


class _About(msgspec.Struct):
    """What a notebook says of itself; its cells are not read."""

    metadata: dict[str, Any] = {}


class OtterGrader(Grader):
    """Grades submissions of one assignment of a course of Otter's."""

    def __init__(self, plan: Plan, server: ForkServer, *, everything: bool = False, cache: Cache | None = None) -> None:
        super().__init__(plan, server)  # where checks run among cells, no result of one is kept
        self._made = msgspec.json.decode((plan.assignment.folder / MADE_OF).read_bytes(), type=Made)
        self._files = {name: plan.assignment.folder / "files" / name for name in self._made.files}
        self._released = {(cell.kind, cell.task): cell for cell in plan.cells}

    def _read(self, data: bytes, file: str) -> list[SubmittedCell]:
        if file.casefold().endswith(".py"):
            return [SubmittedCell("code", data.decode("utf-8", "replace"))]
        cells = super()._read(data, file)
        if wanted := self._made.config.get("assignment_name"):
            said = None
            with suppress(*NO_JSON):
                said = _dict(msgspec.json.decode(data, type=_About).metadata.get("otter")).get("assignment_name")
            if said != wanted:
                raise HippogradError("otter-other-assignment", file=file, said=str(said)[:80], wanted=wanted)
        return cells

    def _matched(self, submitted: list[SubmittedCell], told: str, file: str) -> tuple[list[MatchedCell], list[Note]]:
        """Return the cells as they were handed in; answers in words, as those of the questions that ask for them."""
        cells: list[MatchedCell] = []
        blocks: list[list[MatchedCell]] = []
        is_open = False
        for place, one in enumerate(submitted, 1):
            cell = matched_cell(one, one.cell_type, one.text, None, place)
            cells.append(cell)
            if one.cell_type == "markdown" and (_BEGIN in one.text or _END in one.text):
                is_open = _BEGIN in one.text
                blocks += [[]] if is_open else []
            elif is_open:
                blocks[-1].append(cell)
        for task, place in self._made.written.items():
            answer = blocks[place] if place < len(blocks) else []
            released = self._released["written", task]
            text = "\n\n".join(f"```python\n{c.source}\n```" if c.cell_type == "code" else c.source for c in answer)
            is_blank = same_text(text, BLANK) or not text.strip()
            written = MatchedCell(task, "markdown", released.source if is_blank else text, released, None)
            after = max((cells.index(cell) for cell in answer), default=len(cells) - 1)
            cells.insert(after + 1, written)
            cells = [c for c in cells if c.cell_type == "code" or not any(c is one for one in answer)]
        missing = [task for task, place in self._made.written.items() if place >= len(blocks)]
        return cells, [Note.of("otter-written-missing", tasks=", ".join(missing))] if missing else []

    def _grade_cells(self, blank: Result, cells: list[MatchedCell], notes: list[Note]) -> Graded:
        try:
            shown, run = self._runs(cells)
        except ServerGone:
            with self._server.again():
                shown, run = self._runs(cells)
            notes = [*notes, GRADED_AGAIN]
        tasks = [self._task(info.name, shown, run) for info in self.plan.tasks]
        tasks = _as_a_whole(tasks, self._made.config.get("score_threshold"))
        placed: list[MatchedCell] = []
        for cell in cells:
            checks = self._checks_after(cell.name, run)
            placed += checks if checks and _CHECK_ALONE.fullmatch(cell.source.strip()) else [cell, *checks]
        placed += self._checks_after("", run)
        placed, cut = shortened(placed)
        notes, runs, lost = limited([*notes, *cut]), shown.running.runs, shown.running.lost
        return self._finished(blank, notes, tasks, executed_notebook(placed, runs, lost, tasks, notes))

    def _runs(self, cells: list[MatchedCell]) -> tuple[_Run, _Run]:
        """Return the run whose outputs students read, in which no hidden case is tried, and the one that counts."""
        seed = "\n".join([self.plan.course.secret, *(cell.source for cell in cells)])  # the same file, the same mark
        run = partial(_Run, self._server, self._made, self._files, self._beside, cells, self.plan, seed)
        has_hidden = any(not check.public for task in self.plan.tasks for check in task.checks)
        shown = run(hides=True, lost={}) if has_hidden else None
        lost = shown.running.lost if shown is not None else {}
        counting = run(lost={name: gone for name, gone in lost.items() if name not in self._made.questions})
        return shown or counting, counting

    def _checks_after(self, cell: str, run: _Run) -> list[MatchedCell]:
        """Return the cells with the reports of what was checked last after a cell, or at the end."""
        return [
            MatchedCell(task, "code", f'grader.check("{question.key}")', self._released["check", task], None)
            for task, question in self._made.questions.items()
            if run.places.get(task, "") == cell
        ]

    def _task(self, task: str, shown: _Run, run: _Run) -> TaskResult:
        question, info = self._made.questions[task], self.plan.assignment.task(task)
        gone = run.running.lost.get(task)
        checks = run.results.get(task, [])
        if shown is not run:  # what is told of a public case comes from where no hidden one was tried
            told = dict(enumerate(check.detail for check in shown.results.get(task, ())))
            checks = [
                msgspec.structs.replace(check, detail=told.get(place, "") if check.public else check.detail)
                for place, check in enumerate(checks)
            ]
        for place, case in enumerate(question.cases[len(checks) :], len(checks)):
            why = gone or StudentGone("timeout", "the notebook ran for too long")
            checks.append(_result(place, case, info.checks[place].public, False, why.message, why.cause))
        points = sum(check.points for check in checks)
        note = ""
        if question.all_or_nothing and not all(check.passed for check in checks):
            points, note = 0, "All or nothing: each case has to hold."
        status = task_status(checks, False, False)
        return TaskResult(task, info.title, points, info.auto_points, status, checks, note)


class _Run:
    """One notebook as it runs: its cells, and checks where Otter runs them."""

    def __init__(
        self,
        server: ForkServer,
        made: Made,
        files: dict[str, Path],
        beside: Beside,
        cells: list[MatchedCell],
        plan: Plan,
        seed: str,
        *,
        lost: dict[str, StudentGone],
        hides: bool = False,
    ) -> None:
        self._made, self._plan, self._hides = made, plan, hides
        self._chance = Random(seed)
        self._cells = [cell for cell in cells if cell.cell_type == "code" and not _is_ignored(cell)]
        self._by_key = {question.key: task for task, question in made.questions.items()}
        self.running = Running(server, files, beside, plan.cell_deadline, running_time() + plan.submission_seconds)
        self.running.lost |= lost  # cells that ended the process before: an endless loop is waited for once
        self.results: dict[str, list[CheckResult]] = {}
        self.places: dict[str, str] = {}
        """After which cell each task was last checked."""
        self.running.run(self._everything)
        self.running.late(self._cells)

    def _everything(self, process: StudentProcess) -> None:
        checked = set[str]()
        process.run_cell(f"__import__('otter').begin({list(self._by_key)!r})", "start", self.running.cell_seconds)
        for cell in self._cells:
            if cell.name not in self.running.lost:
                checked |= self._run_cell(process, cell)
        for task in self._made.questions:
            if task not in checked:
                self._check(process, task)
        with suppress(StudentGone):  # all is said
            for task, results in () if self._hides else self.results.items():
                for place, (case, one) in enumerate(zip(self._made.questions[task].cases, results, strict=False)):
                    if one.passed and self._equals_anything(process, case):
                        results[place] = _result(place, case, one.public, False, EQUALS_ANYTHING, "tampered")

    def _run_cell(self, process: StudentProcess, cell: MatchedCell) -> set[str]:
        """Run a cell, and the checks that it calls or that Otter has put behind it."""
        checked = set[str]()
        seed = self._seed()
        outputs: list[dict[str, Any]] = []
        for piece in _pieces(cell.source):
            if seed and not cell.source.startswith("%%"):
                self.running.now = cell.name
                process.run_cell(seed, "seed", self.running.cell_seconds, self.running.until)
                seed = ""
            run = self.running.cell(process, cell.name, piece)
            asked = [_dict(output.get("data")).get(CHECKED) for output in run.outputs]
            outputs += [output for output, key in zip(run.outputs, asked, strict=True) if key is None]
            run.outputs[:] = outputs
            checked |= self._checks(process, cell, asked)
            if run.error is not None:
                break
        behind = _metadata(cell, "otter").get("tests")
        if isinstance(behind, list) and behind:
            if seed := self._seed():
                process.run_cell(seed, "seed", self.running.cell_seconds, self.running.until)
            checked |= self._checks(process, cell, behind)
        return checked

    def _checks(self, process: StudentProcess, cell: MatchedCell, keys: list[Any]) -> set[str]:
        tasks = [self._by_key[key] for key in keys if isinstance(key, str) and key in self._by_key]
        for task in tasks:
            self.places[task] = cell.name
            self._check(process, task)
        return set(tasks)

    def _seed(self) -> str:
        seed, name = self._made.config.get("seed"), self._made.config.get("seed_variable")
        if seed is None:
            return ""
        numpy = f"__import__('numpy').random.seed({seed}); __import__('random').seed({seed})"
        return f"{name} = {seed}" if name else numpy

    def _check(self, process: StudentProcess, task: str) -> None:
        """Run the cases of a question, and say what came of them."""
        if task in self.running.lost:
            return
        question, checks = self._made.questions[task], self._plan.assignment.task(task).checks
        is_hidden = [self._hides and not check.public for check in checks]
        if question.source and any(is_hidden):
            return
        self.running.now = task
        self.results[task] = found = []
        if question.source:
            load = f"__import__('otter').load({question.source!r}, {question.key + '.py'!r})"
            loaded = process.run_cell(load, question.key, self.running.cell_seconds, self.running.until)
        for place, case in enumerate(question.cases):
            if question.source:
                call = f"__import__('otter').run_case({place}, globals())"
                error = loaded.error or process.run_cell(call, "", self.running.cell_seconds, self.running.until).error
                said = f"{error.get('ename')}: {error.get('evalue')}" if error is not None else ""
                cause = "raised" if said else ""
            else:
                said, cause = ("", "") if is_hidden[place] else self._examples(process, case)
            found.append(_result(place, case, checks[place].public, not said, said, cause))

    def _examples(self, process: StudentProcess, case: Case) -> tuple[str, str]:
        """Return what is wrong with what the examples of a case gave, and the kind of it; nothing if all is right.

        Among them stand two of this side's own, whose answers a process gives only if it runs what it is asked to.
        """
        wrong: list[str] = []
        own, examples = list(_own_examples(self._chance)), _examples_of(case)
        for one in own:
            examples.insert(self._chance.randint(0, len(examples)), one)
        seconds, until = self.running.cell_seconds, self.running.until
        for place, example in enumerate(examples):
            run = process.run_example(example.source, seconds, until, is_first=place == 0)
            if not _is_met(example, run):
                if example in own:
                    return "Your code interfered with the grader's messages.", "tampered"
                wrong.append(_difference(example, run))
        return "\n".join(wrong), "value" if wrong else ""

    def _equals_anything(self, process: StudentProcess, case: Case) -> bool:
        """Return whether a comparison of a case is true of another value, too; once no more depends on the process.

        What takes the next value of a sequence may be true of either by turns, but is not so in this order of them.
        """
        seconds, until = self.running.cell_seconds, self.running.until
        examples = _examples_of(case)
        others = [[*_with_another_value(example, self._chance)] for example in examples]
        for place, example in enumerate(examples if any(others) else ()):
            process.run_example(example.source, seconds, until, is_first=place == 0)
            for other, given in others[place]:
                asked = (f"True if {one} else False" for one in (other, given, given, other))
                runs = (process.run_example(one, seconds, until, is_first=False) for one in asked)
                if all(run.printed.strip() == "True" for run in runs):
                    return True
        return False


def _examples_of(case: Case) -> list[doctest.Example]:
    return [one for one in doctest.DocTestParser().get_examples(case.code) if not one.options.get(doctest.SKIP)]


def _with_another_value(example: doctest.Example, chance: Random) -> Iterator[tuple[str, str]]:
    """Yield the comparisons that have to hold in an example, each before as it is with a value that nobody can have
    given on one side.

    Such are `==`, `in`, `abs(a - b) < c`, and functions like numpy's `allclose`.
    """
    try:
        (line,) = ast.parse(example.source).body
    except (SyntaxError, ValueError):
        return
    if isinstance(line, ast.Assert):
        node = line.test
    elif isinstance(line, ast.Expr) and example.want.strip() in _TRUE:
        node = line.value
    else:
        return
    if isinstance(node, ast.Call) and ast.unparse(node.func) == "bool" and len(node.args) == 1:
        node = node.args[0]
    for one in node.values if isinstance(node, ast.BoolOp) and isinstance(node.op, ast.And) else [node]:
        yield from ((other, ast.unparse(one)) for other in _others(one, chance))


def _others(node: ast.expr, chance: Random) -> Iterator[str]:
    match node:
        case ast.Compare(left, [ast.In()], [right]):
            members = getattr(right, "elts", [right])
            given = {ast.unparse(one).removesuffix(".0") for one in members}
            others = [other for one in members for other in _other_values(one, chance)]
            others = [other for other in others if other.removesuffix(".0") not in given]
            yield f"({ast.unparse(left)}) in [{', '.join(others)}]"
        case ast.Compare(left, [ast.Eq()], [right]):
            own, value = (right, left) if isinstance(left, ast.Constant) else (left, right)
            for other in _other_values(value, chance):
                yield f"({ast.unparse(own)}) == {other}"
        case ast.Compare(ast.Call(by, [ast.BinOp(left, ast.Sub(), right)]), [ast.Lt() | ast.LtE()], [most]):
            for own, value in ((left, right), (right, left)):
                for other in _other_values(value, chance, [most]):
                    yield f"{ast.unparse(by)}(({ast.unparse(own)}) - {other}) <= {ast.unparse(most)}"
        case ast.Call(by, [left, right, *rest], keywords) if _CLOSE.search(ast.unparse(by)):
            more = [ast.unparse(argument) for argument in (*rest, *keywords)]
            for own, value in ((left, right), (right, left)):
                for other in _other_values(value, chance, [*rest, *(keyword.value for keyword in keywords)]):
                    yield f"{ast.unparse(by)}({', '.join([ast.unparse(own), other, *more])})"


def _other_values(given: ast.expr, chance: Random, tolerances: Sequence[ast.expr] = ()) -> list[str]:
    """Return values that are not the given one, of its kind: of a number one step and ten steps away, and far from all.

    A step is more than the tolerances allow. Where they are not written out, only a value far from all is returned.
    """
    far = 10**6 + chance.randrange(10**9) + 0.5
    try:
        value = ast.literal_eval(given)
        near = sum(abs(float(ast.literal_eval(one))) for one in tolerances)
    except (ValueError, TypeError, OverflowError):
        return [repr(far if tolerances else _word(chance, 16))]
    match value:
        case bool():
            return [repr(not value)]
        case int() | float() if near < 0.5:  # which may be meant as a share
            step = (1 + abs(value)) * (3 * near + 0.11)
            step = ceil(step) if isinstance(value, int) else step
            return [repr(value + count * step) for count in (-10, -1, 1, 10)] + [repr(far)]
        case str():
            return [repr(_word(chance, len(value) + 1))]
    return [repr(far)]


def _word(chance: Random, length: int) -> str:
    return "".join(chance.choices("0123456789abcdef", k=length))


def _own_examples(chance: Random) -> Iterator[doctest.Example]:
    one, other = chance.randint(1000, 9999), chance.randint(1000, 9999)
    yield doctest.Example(f"{one} == {one + 1}", "False")
    yield doctest.Example(f"{one} * {other}", str(one * other))


def _is_met(example: doctest.Example, run: ExampleRun) -> bool:
    """Return whether doctest would say so."""
    flags = sum(flag for flag, is_on in example.options.items() if is_on)
    is_same = doctest.OutputChecker().check_output
    if run.raised is None:
        return is_same(example.want, _ended(run.printed), flags)
    if example.exc_msg is None:
        return False
    if is_same(example.exc_msg, run.raised, flags):
        return True
    bare = doctest._strip_exception_details  # type: ignore[attr-defined]
    ignores = flags & doctest.IGNORE_EXCEPTION_DETAIL
    return bool(ignores) and is_same(bare(example.exc_msg), bare(run.raised), flags)


def _ended(text: str) -> str:
    return text if not text or text.endswith("\n") else f"{text}\n"


def _difference(example: doctest.Example, run: ExampleRun) -> str:
    flags = sum(flag for flag, is_on in example.options.items() if is_on)
    got = _ended(run.printed) + (run.raised or "")
    return f"{example.source}{doctest.OutputChecker().output_difference(example, got, flags)}"


def _result(place: int, case: Case, public: bool, passed: bool, said: str, cause: str) -> CheckResult:
    message = case.success if passed else case.failure
    if cause not in ("", "raised", "value"):
        message = said
    points = case.points if passed else 0
    return CheckResult(
        f"test_{place}", case.name, public, points, case.points, passed, message[:500], said[:LONGEST_DETAIL], cause
    )


def _as_a_whole(tasks: list[TaskResult], threshold: float | None) -> list[TaskResult]:
    """Return the tasks of an assignment that is passed or not: all points from so large a share of them on, or none."""
    most = sum(task.max_points for task in tasks)
    if threshold is None or not most:
        return tasks
    is_passed = sum(task.points for task in tasks) / most >= threshold
    note = f"Passed or not as a whole: all points from {threshold:.0%} on, none below."
    return [
        msgspec.structs.replace(task, points=task.max_points if is_passed else 0, note=f"{task.note} {note}".strip())
        for task in tasks
    ]


def _pieces(source: str) -> Iterator[str]:
    """Yield a cell in pieces: each ends with a statement that may call for a check, which runs before the next."""
    try:
        body = ast.parse(source).body if ".check(" in source else []
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        body = []
    lines, first = source.split("\n"), 0
    for node, following in pairwise(body):
        if ".check(" in ast.unparse(node) and following.lineno > (node.end_lineno or 0):
            yield "\n".join(lines[first : node.end_lineno])
            first = node.end_lineno or 0
    yield "\n".join(lines[first:])


def _metadata(cell: MatchedCell, key: str) -> dict[str, Any]:
    return _dict(_dict(cell.submitted.own_metadata if cell.submitted is not None else {}).get(key))


def _dict(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _is_ignored(cell: MatchedCell) -> bool:
    tags = cell.submitted.own_metadata.get("tags") if cell.submitted is not None else None
    return (isinstance(tags, list) and "otter_ignore" in tags) or bool(_metadata(cell, "otter").get("ignore"))
