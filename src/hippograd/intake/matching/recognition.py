"""Which released cell a piece stands for: one step for each kind of evidence, the surest first."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from gradekit.cell_names import LONGEST_PARSED, defined_names, is_check, looked_up_names, parsed, statement_names
from hippograd.course.regions import without_scheme
from hippograd.intake.matching.cells import NEEDED, same_text, squeezed
from hippograd.intake.matching.pieces import Found, Piece, ReleasedNotebook, changed, covered, readable, taken, unknown
from hippograd.intake.matching.rivals import settled
from hippograd.intake.notes import Note

ALIKE = 0.5
"""Likeness from which a cell may be taken for a released one; see `likeness`."""

ALIKE_QUESTION = 0.8
"""The same for a question, as an answer may repeat much of it."""

MARGIN = 0.1
"""By how much the likeness to the best must exceed that to the next best."""

_CHECK_CALL = re.compile(r"""^[ \t]*(?:\w+[ \t]*=[ \t]*)?grader\.check\(\s*["'](\w+)["']\s*\)""", re.MULTILINE)


def by_text(pieces: list[Piece], release: ReleasedNotebook) -> Found:
    """Return cells whose text is that of one released cell and of no other."""
    twins = {piece: release.unique_texts.get(squeezed(without_scheme(piece.text))) for piece in unknown(pieces)}
    return _recognised(pieces, twins, "text"), []


def by_check(pieces: list[Piece], release: ReleasedNotebook) -> Found:
    """Return cells that call `grader.check` and do nothing else."""
    twins = {
        piece: release.checks.get(task) for piece in unknown(pieces) if (task := _only_checked(piece.text)) is not None
    }
    return _recognised(pieces, twins, "text"), []


def _recognised(pieces: list[Piece], twins: Mapping[Piece, int | None], how: str) -> list[Piece]:
    """Return the pieces, where some have a twin now."""
    known = {piece: twin for piece, twin in twins.items() if twin is not None}
    return [replace(piece, twin=known[piece], how=how) if piece in known else piece for piece in pieces]


def _only_checked(text: str) -> str | None:
    """Return the task that a cell checks, if it does nothing else."""
    called: list[str] = _CHECK_CALL.findall(text)
    tree = parsed(text) if len(called) == 1 else None
    return called[0] if tree is not None and all(map(is_check, tree.body)) else None


def by_names(pieces: list[Piece], release: ReleasedNotebook) -> Found:
    """Return cells that define what the answer to a task defines."""
    known = readable(piece for piece in pieces if release.kind(piece) in ("setup", "answer", "check"))
    own = taken(pieces)
    missing = [index for index in release.answers if not own[index]]
    blank = [index for index in release.answers if own[index] and all(map(release.is_blank, own[index]))]
    changes: dict[Piece, list[Piece]] = {}
    notes: list[Note] = []
    for piece in [*known, *unknown(pieces)]:
        if release.is_blank(piece):
            continue
        names = defined_names(piece.text)
        answered = [index for index in release.answers if index == piece.twin]
        others = _defined_by(names, missing if answered else sorted([*missing, *blank]), release)
        parts, more = _answers_in(piece, [*answered, *others] if others else [], release)
        if answered:
            there = [
                index
                for index in _defined_by(names, blank, release)
                if _is_begun(names, index, release) and not _builds_on(piece.text, index, release)
            ]
            parts = [replace(part, covers=part.covers.union(there)) for part in parts]
        else:
            there = [index for index in blank if any(index in part.covers for part in parts)]
        changes |= {twin: [replace(twin, aside=True)] for index in there for twin in own[index]}
        changes[piece] = parts
        notes += more + [_blank_aside(piece, index, release) for index in there]
    return changed(pieces, changes), notes


def below_blanks(pieces: list[Piece], release: ReleasedNotebook) -> Found:
    """Answers in cells of their own, below what their blank defines where they need that."""
    answers = taken(pieces)
    changes: dict[Piece, list[Piece]] = {}
    for blank in pieces:
        if blank.twin not in release.answers or not blank.aside or not release.is_blank(blank):
            continue
        given = _definitions(blank.text)
        for piece in answers.get(blank.twin, ()):
            if given and _builds_on(piece.text, blank.twin, release):
                changes[piece] = [replace(piece, text=f"{given}\n\n{piece.text}")]
    return changed(pieces, changes), []


def _defined_by(names: frozenset[str], answers: list[int], release: ReleasedNotebook) -> list[int]:
    """Return those of the answers that define one of the names."""
    return [index for index in answers if names & release.distinctive_names[index]]


def _is_begun(names: frozenset[str], index: int, release: ReleasedNotebook) -> bool:
    """Return whether the blank of an answer begins to define what a cell elsewhere defines."""
    return bool(names & release.distinctive_names[index] & defined_names(release.cells[index].source))


def _builds_on(text: str, index: int, release: ReleasedNotebook) -> bool:
    """Return whether a cell needs what the blank of an answer defines, as one that attaches a method to its class."""
    return bool(looked_up_names(text) & defined_names(release.cells[index].source))


def _definitions(text: str) -> str:
    """Return the functions and classes of a cell, as they stand in it."""
    tree = parsed(text)
    kinds = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
    found = [ast.get_source_segment(text, part) for part in tree.body if isinstance(part, kinds)] if tree else []
    return "\n\n\n".join(filter(None, found))


def _answers_in(piece: Piece, answers: list[int], release: ReleasedNotebook) -> Found:
    """Return a piece that holds these answers, cut up where there are several."""
    if not answers:
        return [piece], []
    if len(answers) == 1:
        return [replace(piece, twin=answers[0], how="names")], []
    parts = _cut(piece.text, {index: release.distinctive_names[index] for index in answers})
    tasks = " and ".join(release.cells[index].task for index in answers)
    if parts is None:
        whole = replace(piece, twin=answers[0], how="names", covers=piece.covers.union(answers[1:]))
        return [whole], [Note.of("cell-run-as-a-whole", cell=piece.number, tasks=tasks)]
    found = [replace(piece, twin=twin, text=text, how="cut") for twin, text in parts]
    return found, [Note.of("cell-taken-apart", cell=piece.number, tasks=tasks)]


def _blank_aside(piece: Piece, index: int, release: ReleasedNotebook) -> Note:
    task = release.cells[index].task
    return Note.of("blank-not-run", task=task, cell=piece.number)


def _cut(text: str, wanted: Mapping[int, frozenset[str]]) -> list[tuple[int, str]] | None:
    """Cut a cell between the statements of different tasks; None where they cannot be separated."""
    tree = parsed(text)
    if tree is None or tree.body[-1].end_lineno is None or tree.body[-1].end_lineno > len(text.split("\n")):
        return None
    lines = text.split("\n")
    parts: list[tuple[int, list[str]]] = []
    waiting: list[str] = []
    done = 0
    for statement in tree.body:
        end = statement.end_lineno or 0
        if statement.lineno <= done:
            return None  # two statements on one line
        own = lines[done:end]
        done = end
        if is_check(statement):
            continue
        names = set(statement_names([statement]))
        answers = [index for index, theirs in wanted.items() if names & theirs]
        if len(answers) > 1:
            return None
        waiting += own
        if answers and parts and parts[-1][0] == answers[0]:
            parts[-1][1].extend(waiting)
            waiting = []
        elif answers:
            parts.append((answers[0], waiting))
            waiting = []
    if not parts or len({index for index, _ in parts}) != len(parts):
        return None
    parts[-1][1].extend(waiting + lines[done:])
    return [(index, "\n".join(part).strip("\n")) for index, part in parts]


def by_likeness(pieces: list[Piece], release: ReleasedNotebook) -> Found:
    """Return cells that are much like one released cell, and clearly less like any other."""
    there = taken(pieces).keys() | covered(pieces)
    candidates = [
        index
        for index, cell in enumerate(release.cells)
        if index not in there and cell.kind != "check" and (cell.kind in NEEDED or cell.cell_type == "code")
    ]
    twins: dict[Piece, int | None] = {}
    notes = []
    for piece in unknown(pieces):
        best = sorted(((_likeness(piece, index, release), index) for index in candidates), reverse=True)[:2]
        if not best or best[0][0] < (ALIKE_QUESTION if release.cells[best[0][1]].kind == "question" else ALIKE):
            continue
        if len(best) > 1 and best[1][0] > best[0][0] - MARGIN:
            notes += _alike(piece, [index for _, index in best], release)
        else:
            twins[piece] = best[0][1]
    return _recognised(pieces, twins, "likeness"), notes


def _likeness(piece: Piece, index: int, release: ReleasedNotebook) -> float:
    cell = release.cells[index]
    if (piece.cell.cell_type == "markdown") != (cell.cell_type == "markdown"):
        return 0.0
    texts = (cell.source, cell.reference) if cell.kind == "answer" else (without_scheme(cell.source),)
    return max(likeness(without_scheme(piece.text), text) for text in texts)


def _alike(piece: Piece, answers: list[int], release: ReleasedNotebook) -> list[Note]:
    cells = [release.cells[index] for index in answers]
    tasks = [cell.task for cell in cells if cell.kind in ("answer", "written")]
    if len(tasks) < 2 or squeezed(without_scheme(piece.text)) in release.texts:
        return []  # as it was given, it answers nothing
    return [Note.of("cell-for-two-tasks", cell=piece.number, first=tasks[0], second=tasks[1])]


def likeness(one: str, other: str) -> float:
    """Return how much two texts have in common: Dice's coefficient of their pairs of neighbouring tokens, from 0 to 1.

    It takes time in proportion to the texts, whatever they are; an alignment (`difflib`) can take their square.
    """
    mine, theirs = _token_pairs(one), _token_pairs(other)
    total = mine.total() + theirs.total()
    return 2 * (mine & theirs).total() / total if total else 0.0


@lru_cache(maxsize=512)
def _token_pairs(text: str) -> Counter[tuple[str, str]]:
    return Counter(pairwise(re.findall(r"\w+|[^\w\s]", text[:LONGEST_PARSED])))


def by_place(pieces: list[Piece], release: ReleasedNotebook) -> Found:
    """Answers by the cells around them: where one stood, there is something unknown now."""
    notes: list[Note] = []
    for index, cell in enumerate(release.cells):
        if cell.kind not in ("answer", "written") or index in taken(pieces) or index in covered(pieces):
            continue
        between = _unknown_around(index, pieces, release)
        if cell.kind == "written":
            between = [piece for piece in between if piece.cell.cell_type != "code"] or between
        else:
            between = [piece for piece in between if piece.cell.cell_type == "code"]
            between = [piece for piece in between if not _CHECK_CALL.search(piece.text)]
        if cell.kind == "written" or len(between) == 1:
            pieces = _recognised(pieces, dict.fromkeys(between, index), "place")
            pieces, more = settled(pieces, index, release)
            notes += more
    return pieces, notes


def _unknown_around(index: int, pieces: list[Piece], release: ReleasedNotebook) -> list[Piece]:
    """Return the unknown pieces between the nearest known cells before and after, if nothing else is missing there."""
    known = taken(pieces)
    before = max((twin for twin in known if twin < index), default=-1)
    after = min((twin for twin in known if twin > index), default=len(release.cells))
    kind = release.cells[index].cell_type
    missing = [cell for cell in release.cells[before + 1 : after] if cell.kind in ("answer", "written")]
    if sum(cell.cell_type == kind for cell in missing) > 1:
        return []
    start = pieces.index(known[before][-1]) + 1 if before >= 0 else 0
    end = pieces.index(known[after][0]) if after < len(release.cells) else len(pieces)
    there = set(pieces[start:end])
    return [piece for piece in unknown(pieces) if piece in there]


def blanks_in_order(pieces: list[Piece], release: ReleasedNotebook) -> Found:
    """Blanks that many tasks share, such as a lone comment: the first is that of the first task that has none."""
    there = taken(pieces).keys() | covered(pieces)
    for index in [*release.answers, *release.written]:
        if index not in there:
            blank = next(
                (piece for piece in unknown(pieces) if same_text(piece.text, release.cells[index].source)), None
            )
            pieces = _recognised(pieces, {blank: index}, "text") if blank is not None else pieces
    return pieces, []
