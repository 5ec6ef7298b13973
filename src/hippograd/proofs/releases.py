"""Proofs about releases that need no grading: each returns its findings, a line each, none when all is well."""

import ast
import re
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from copy import deepcopy
from html import unescape
from pathlib import Path

from IPython.core.inputtransformer2 import TransformerManager
from nbformat import NotebookNode

from gradekit.packages import imported_modules
from hippograd.building.cells import role_of
from hippograd.building.kernel import run_notebook
from hippograd.building.notebooks import load_notebook
from hippograd.building.public_checks import hidden_checks, public_checks
from hippograd.building.register import register
from hippograd.building.stamp import stamped_notebook
from hippograd.course import Assignment, Cohort, Course, Offering, package_of
from hippograd.course.regions import (
    BEGIN_SCHEME,
    BEGIN_SOLUTION,
    END_SCHEME,
    END_SOLUTION,
    split_regions,
    without_markers,
    without_regions,
)
from hippograd.files import files_in
from hippograd.store.gradebook import Gradebook

SHORTEST_SECRET = 8
SMALLEST_FORMULA = 14
"""Nodes of the syntax tree of a calculation that gives an answer away; ``X @ X.T`` has eight."""

BLOCK_HEAD = re.compile(r"(for|while|if|elif|else|try|with)\b.*:")
BINARY = (".npz",)
TELLS_NOTHING = re.compile(r"[\d.]+points?\.*|@check\(.*\)")
"""The first line of a mark scheme, and what stands above every check: documents show both as examples."""

PAGES = (".html", ".ipynb", ".py", ".md", ".txt", ".json", ".js")
"""Suffixes of the files of a site that hold text of the course."""

COMES_WITH = {"ipykernel": {"IPython", "traitlets"}, "otter-grader": {"otter"}}
"""Modules that a requirement brings beside the one of its own name."""

Problems = list[str]


def leaks(course: Course, cohort: Cohort, assignments: Sequence[str] | None = None) -> Problems:
    """Return lines of solutions, model answers, mark schemes and hidden checks that stand in a release.

    White space aside, a line counts when it has at least eight characters, does more than open a block such as a loop
    (what gives an answer away is the body), and does not also stand in the open part of the source notebook (for hidden
    checks: nor in the kit and the code among the data).
    """
    return _each(course, cohort, assignments, _leaks)


def disagreeing_points(course: Course, cohort: Cohort, assignments: Sequence[str] | None = None) -> Problems:
    """Grade ids whose points are not the same in graders, release notebook and a gradebook made from the source."""
    return _each(course, cohort, assignments, _disagreeing_points)


def notebooks_that_do_not_parse(course: Course, cohort: Cohort, assignments: Sequence[str] | None = None) -> Problems:
    """Code cells of release notebooks that are not Python, IPython's magics allowed."""
    return _each(course, cohort, assignments, _unparsable_cells)


def releases_that_do_not_start(course: Course, cohort: Cohort, assignments: Sequence[str] | None = None) -> Problems:
    """Release notebooks that do not run, in a kernel of their own, up to their first blank and not beyond its check."""
    return _each(course, cohort, assignments, _false_start)


def missing_requirements(course: Course, cohort: Cohort, assignments: Sequence[str] | None = None) -> Problems:
    """Imports in a release's notebook, checks and kit (there: on loading) that its requirements do not bring."""
    return _each(course, cohort, assignments, _missing_requirements)


def _each(
    course: Course,
    cohort: Cohort,
    assignments: Sequence[str] | None,
    examine: Callable[[Offering, Path], Iterable[str]],
) -> Problems:
    problems = []
    for name in assignments or course.assignments:
        offering = Offering.of(course, name, cohort)
        release = offering.release
        where = release.relative_to(course.root).as_posix()
        if not (release / offering.assignment.notebook.name).is_file():
            problems.append(f"{where}: there is no release: run {offering.how_to_build}")
            continue
        problems += [f"{where}/{problem}" for problem in examine(offering, release)]
    return problems


def _leaks(offering: Offering, release: Path) -> Iterator[str]:
    texts = {name: _text(path) for name, path in files_in(release).items() if path.suffix not in BINARY}
    opened, secret = _notebook_lines(stamped_notebook(offering.assignment, offering.cohort), offering.assignment)
    kit = _squeezed(text for name, text in texts.items() if _is_library(offering, name) or name.startswith("data/"))
    hidden, names = _hidden_lines(offering.assignment)
    wanted = dict.fromkeys(secret - opened, "a solution or mark scheme")
    wanted |= dict.fromkeys(hidden - opened - kit, "a hidden check")
    wanted[offering.course.secret] = "the secret of the hidden checks"
    formulas = _secret_formulas(offering) - _formulas(
        text for name, text in texts.items() if _is_library(offering, name)
    )
    for name, text in texts.items():
        for line in text.splitlines():
            if (squeezed := "".join(line.split())) in wanted:
                yield f"{name} shows {wanted[squeezed]}: {line.strip()}"
        if name.startswith("checks/"):
            shown = ", ".join(sorted(formulas & _formulas([text])))
            if shown:
                yield f"{name} calculates what a solution does, whatever its names are: {shown}"
        yield from (f"{name} names the hidden check {check}" for check in names if check in text)


def leaks_in(folder: Path, offerings: Sequence[Offering]) -> Problems:
    """Return the same of a folder of pages that show these releases, whatever else is in it.

    What one release shows openly, as a later chapter may use the answers of an earlier one, is no secret of another.
    """
    problems = []
    texts = {name: path for name, path in files_in(folder).items() if path.suffix in PAGES}
    lines = {name: {"".join(line.split()) for line in _shown(path).splitlines()} for name, path in texts.items()}
    released = [path for offering in offerings for path in files_in(offering.release).values()]
    opened = _squeezed(_text(path) for path in released if path.suffix not in BINARY)
    for offering in offerings:
        _, secret = _notebook_lines(stamped_notebook(offering.assignment, offering.cohort), offering.assignment)
        wanted = (secret | _hidden_lines(offering.assignment)[0]) - opened | {offering.course.secret}
        for name, shown in lines.items():
            found = [line for line in sorted(shown & wanted) if not TELLS_NOTHING.fullmatch(line)]
            problems += [f"{name} shows what must stay hidden: {line}" for line in found]
    return problems


def _shown(path: Path) -> str:
    """Return the text of a file: of a page of HTML, what it shows."""
    text = path.read_text(encoding="utf-8", errors="replace")
    return unescape(re.sub(r"<[^>]*>", "", text)) if path.suffix == ".html" else text


def _is_library(offering: Offering, name: str) -> bool:
    """Return whether a file of a release belongs to what ships with every release."""
    return name.partition("/")[0] in ("gradekit", offering.course.kit.package_name)


def _text(path: Path) -> str:
    if path.suffix == ".ipynb":
        return "\n".join(cell.source for cell in load_notebook(path).cells)
    return path.read_text(encoding="utf-8")


def _secret_formulas(offering: Offering) -> set[str]:
    """Return what solutions calculate and the open part of the source notebook does not."""
    cells = [cell for cell in stamped_notebook(offering.assignment, offering.cohort).cells if cell.cell_type == "code"]
    solved = _formulas(without_markers(cell.source, BEGIN_SOLUTION, END_SOLUTION) for cell in cells)
    return solved - _formulas(without_regions(cell.source, BEGIN_SOLUTION, END_SOLUTION) for cell in cells)


def _formulas(texts: Iterable[str]) -> set[str]:
    """Return the values that code assigns or returns and that take some calculating, with variables named by their
    order."""
    found = set()
    for text in texts:
        try:
            tree = ast.parse(text)
        except SyntaxError:
            continue
        modules = {
            alias.asname or alias.name
            for node in ast.walk(tree)
            if isinstance(node, ast.Import)
            for alias in node.names
        }
        for node in ast.walk(tree):
            value = getattr(node, "value", None) if isinstance(node, ast.Return | ast.Assign | ast.AugAssign) else None
            if value is not None and sum(1 for _ in ast.walk(value)) >= SMALLEST_FORMULA:
                found.add(_with_plain_names(value, modules | {"np", "torch"}))
    return found


def _with_plain_names(value: ast.expr, kept: set[str]) -> str:
    value, names = deepcopy(value), dict[str, str]()
    for node in ast.walk(value):
        if isinstance(node, ast.Name) and node.id not in kept:
            node.id = names.setdefault(node.id, f"v{len(names)}")
    return ast.unparse(value)


def _squeezed(texts: Iterable[str]) -> set[str]:
    """Return the telling lines of texts, without their white space."""
    lines = (line.strip() for text in texts for line in text.splitlines())
    squeezed = {"".join(line.split()) for line in lines if not BLOCK_HEAD.fullmatch(line)}
    return {line for line in squeezed if len(line) >= SHORTEST_SECRET}


def _notebook_lines(nb: NotebookNode, assignment: Assignment) -> tuple[set[str], set[str]]:
    """Return the open and the secret lines of a stamped source notebook."""
    lines: dict[bool, list[str]] = {False: [], True: []}
    for cell in nb.cells:
        role = role_of(cell, assignment.notebook)
        if role is not None and role.kind == "written":
            lines[True].append(cell.source)
            continue
        begin, end = (BEGIN_SCHEME, END_SCHEME) if cell.cell_type == "markdown" else (BEGIN_SOLUTION, END_SOLUTION)
        for line, inside in split_regions(cell.source, begin, end):
            lines[inside].append(line)
    return _squeezed(lines[False]), _squeezed(lines[True])


def _hidden_lines(assignment: Assignment) -> tuple[set[str], set[str]]:
    """Return lines of the graders that no file of a release may hold, and the names of the hidden checks.

    Lines that stand in hidden checks only are secret, whatever the builder made of them; all others of a grader unless
    the builder found that a public check needs them.
    """
    names, hidden, others, rest, needed = (set[str]() for _ in range(5))
    for task in assignment.tasks:
        if task.grader is not None:
            source = task.grader.read_text(encoding="utf-8")
            module = ast.parse(source)
            checks = hidden_checks(module)
            names |= {function.name for function in checks}
            hidden |= _squeezed(ast.get_source_segment(source, function) or "" for function in checks)
            others |= _squeezed(
                ast.get_source_segment(source, node) or "" for node in module.body if node not in checks
            )
            rest |= _squeezed([source])
            needed |= _squeezed([public_checks(task.grader)])
    return (hidden - others) | {line for line in rest - needed if not line.startswith(("import", "from"))}, names


def _disagreeing_points(offering: Offering, release: Path) -> Iterator[str]:
    graders = {grade_id: points for task in offering.assignment.tasks for grade_id, points in task.grade_ids.items()}
    notebook = {
        cell.metadata.nbgrader.grade_id: float(cell.metadata.nbgrader.points)
        for cell in load_notebook(release / offering.assignment.notebook.name).cells
        if cell.metadata.get("nbgrader", {}).get("grade")
    }
    gradebook = _gradebook_points(offering)
    for grade_id in sorted({*graders, *notebook, *gradebook}):
        found = [source.get(grade_id) for source in (graders, notebook, gradebook)]
        if len(set(found)) > 1:
            yield (
                f"{offering.assignment.notebook.name}: {grade_id} has {found[0]} points in the course, "
                f"{found[1]} in the notebook, {found[2]} in the gradebook"
            )


def _gradebook_points(offering: Offering) -> dict[str, float]:
    with tempfile.TemporaryDirectory(prefix="hippograd-") as work:
        db_url = f"sqlite:///{work}/gradebook.db"
        register(offering, db_url)
        return Gradebook(db_url).max_points(offering.assignment.name)


def _code_cells(notebook: Path) -> list[NotebookNode]:
    return [cell for cell in load_notebook(notebook).cells if cell.cell_type == "code"]


def _unparsable_cells(offering: Offering, release: Path) -> Iterator[str]:
    for cell in _code_cells(release / offering.assignment.notebook.name):
        try:
            ast.parse(_python(cell.source))
        except SyntaxError as error:
            yield f"{offering.assignment.notebook.name}, cell {cell.id}, line {error.lineno}: {error.msg}"


def _python(source: str) -> str:
    python: str = TransformerManager().transform_cell(source)
    return python


def _false_start(offering: Offering, release: Path) -> Iterator[str]:
    name = offering.assignment.notebook.name
    nb = load_notebook(release / name)
    last = _last_runnable_cell(nb, offering.assignment)
    _, stop = run_notebook(nb, release)
    if stop is None:
        yield f"{name} runs to its end although nothing is filled in"
    elif stop.place > last:
        yield f"{name}, cell {stop.cell_id} is reached although the first blank is empty"
    elif stop.error not in ("NotImplementedError", "TaskNotDone"):
        yield f"{name}, cell {stop.cell_id}: {stop.error}: {stop.text.partition(chr(10))[0]}"


def _last_runnable_cell(nb: NotebookNode, assignment: Assignment) -> int:
    """Return the place of the first blank's check: an empty blank inside a function shows there, any other in its own
    cell."""
    roles = [role_of(cell, assignment.notebook) for cell in nb.cells]
    return next((place for place, role in enumerate(roles) if role is not None and role.kind == "check"), -1)


def _missing_requirements(offering: Offering, release: Path) -> Iterator[str]:
    packages = {package_of(requirement) for requirement in offering.assignment.requirements}
    brought = packages.union(*(COMES_WITH.get(package, set()) for package in packages))
    allowed = brought | set(sys.stdlib_module_names) | {"gradekit", offering.course.kit.package_name}
    for name, path in files_in(release).items():
        if path.suffix == ".ipynb":
            trees = [ast.parse(_python(cell.source)) for cell in _code_cells(path)]
        elif path.suffix == ".py":
            trees = [ast.parse(path.read_text(encoding="utf-8"))]
        else:
            continue
        imported = {module for tree in trees for module in _imports(tree, on_loading=_is_library(offering, name))}
        yield from (f"{name} imports {module}, which requirements.txt lacks" for module in sorted(imported - allowed))


def _imports(tree: ast.AST, *, on_loading: bool) -> Iterator[str]:
    """Top-level modules that code imports; with `on_loading`, outside functions only."""
    for node in ast.iter_child_nodes(tree):
        yield from imported_modules(node)
        if not (on_loading and isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)):
            yield from _imports(node, on_loading=on_loading)
