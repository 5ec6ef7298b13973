"""A damaged notebook put right: each step looks at what the steps before left open.

1. ids (`matching`), 2. text that is exactly a released cell's, 3. calls of `check`, 4. the names that a task's answer
defines, 5. likeness to a released cell, 6. the place between cells that are known, 7. blanks in their order.

Two cells for one task are joined if one is the rest of the other; else the last that is not blank counts, and where
that is a choice, a person is asked to look. Nothing is thrown away: what does not count stays, as text.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from hippograd.course.released import ReleasedCell
from hippograd.intake.matching.cell_names import (
    LONGEST_PARSED,
    defined_names,
    is_check,
    parsed,
    statement_names,
    used_names,
    within_reach,
)
from hippograd.intake.matching.cells import (
    NEEDED,
    MatchedCell,
    changed_locked_cells,
    has_own_code,
    is_changed,
    is_given,
    matched_cell,
    same_text,
    squeezed,
    without_scheme,
)
from hippograd.intake.matching.notebooks import SubmittedCell
from hippograd.intake.notes import Note

ALIKE = 0.5
"""Likeness from which a cell may be taken for a released one; see `likeness`."""

ALIKE_QUESTION = 0.8
"""The same for a question, as an answer may repeat much of it."""

MARGIN = 0.1
"""By how much the likeness to the best must exceed that to the next best."""

FEW = 5
"""Notes of one kind that are given one by one."""

_CHECK_CALL = re.compile(r"""^[ \t]*(?:\w+[ \t]*=[ \t]*)?grader\.check\(\s*["'](\w+)["']\s*\)""", re.MULTILINE)


@dataclass
class Piece:
    """A cell of the submission, or a part of one that was cut out of it.

    Parameters
    ----------
    place : int
        Which cell it is or comes from, counted from 1.
    cell : SubmittedCell
        As handed in.
    text : str
        Its text.
    twin : int or None
        Place in the release of the cell that it stands for.
    how : str
        How it was recognised.
    aside : bool
        Whether it is kept as text only.
    """

    place: int
    cell: SubmittedCell
    text: str
    twin: int | None
    how: str = "id"
    aside: bool = False


def repaired_notebook(
    cells: list[SubmittedCell], twins: list[int | None], released: list[ReleasedCell]
) -> tuple[list[MatchedCell], list[Note]]:
    """The notebook to grade, and what was done to it.

    Parameters
    ----------
    cells : list of SubmittedCell
        The submission.
    twins : list of int or None
        The released cell of each that its ids tell.
    released : list of ReleasedCell
        The release.

    Returns
    -------
    matched : list of MatchedCell
        Without any piece of the submission where nothing was recognised.
    notes : list of Note
        One sentence a repair.
    """
    pieces = [
        Piece(place, cell, cell.text, twin) for place, (cell, twin) in enumerate(zip(cells, twins, strict=True), 1)
    ]
    desk = _Desk(pieces, released)
    desk.by_text()
    desk.by_check()
    desk.by_names()
    desk.settle()
    desk.by_likeness()
    desk.settle()
    if any(released[twin].kind in ("answer", "written", "check") for twin in desk.taken()):
        desk.by_place()
        desk.blanks_in_order()
    matched = desk.matched()
    matched = desk.with_missing(matched)
    matched = desk.in_working_order(matched)
    return matched, desk.notes + changed_locked_cells(matched) + desk.summary()


class _Desk:
    """The pieces of one notebook while they are sorted."""

    def __init__(self, pieces: list[Piece], released: list[ReleasedCell]) -> None:
        self.pieces = pieces
        self.released = released
        self.notes: list[Note] = []
        self.covered: set[int] = set()
        """Answers that stand inside the cell of another task."""

    def taken(self) -> dict[int, list[Piece]]:
        """The pieces of each released cell."""
        found: dict[int, list[Piece]] = defaultdict(list)
        for piece in self.pieces:
            if piece.twin is not None and not piece.aside:
                found[piece.twin].append(piece)
        return found

    def unknown(self) -> list[Piece]:
        """The pieces that stand for no released cell so far, without empty ones."""
        found = [piece for piece in self.pieces if piece.twin is None and not piece.aside and piece.text.strip()]
        return found[: within_reach([piece.text for piece in found])]

    def answers(self) -> list[int]:
        return [place for place, cell in enumerate(self.released) if cell.kind == "answer"]

    def by_text(self) -> None:
        """Cells whose text is that of one released cell and of no other."""
        places = _unique_texts(tuple(without_scheme(cell.source) for cell in self.released))
        for piece in self.unknown():
            twin = places.get(squeezed(without_scheme(piece.text)))
            if twin is not None:
                piece.twin, piece.how = twin, "text"

    def by_check(self) -> None:
        """Cells that call `grader.check` and do nothing else."""
        checks = {cell.task: place for place, cell in enumerate(self.released) if cell.kind == "check"}
        for piece in self.unknown():
            called = _CHECK_CALL.findall(piece.text)
            tree = parsed(piece.text) if len(called) == 1 and called[0] in checks else None
            if tree is not None and all(map(is_check, tree.body)):
                piece.twin, piece.how = checks[called[0]], "text"

    def by_names(self) -> None:
        """Cells that define what the answer to a task defines."""
        wanted = _distinctive_names(tuple((cell.source, cell.reference) for cell in self.released))
        taken = self.taken()
        missing = {place for place in self.answers() if not taken[place]}
        blank = {place for place in self.answers() if taken[place] and all(map(self.is_blank, taken[place]))}
        known = [piece for piece in self.pieces if self._kind(piece) in ("setup", "answer", "check")]
        known = known[: within_reach([piece.text for piece in known])]
        for piece in [*known, *self.unknown()]:
            if piece.aside or self.is_blank(piece):
                continue
            names = defined_names(piece.text)
            if self._kind(piece) == "answer":
                others = [place for place in sorted(missing) if place != piece.twin and names & wanted[place]]
                self._answers_in(piece, [piece.twin or 0, *others] if others else [], wanted)
                for place in blank - {piece.twin}:
                    if names & wanted[place] & defined_names(self.released[place].source):
                        self._set_blank_aside(place, piece)
            else:
                found = [place for place in sorted(missing | blank) if names & wanted[place]]
                self._answers_in(piece, found, wanted)

    def _kind(self, piece: Piece) -> str:
        return self.released[piece.twin].kind if piece.twin is not None else "own"

    def _answers_in(self, piece: Piece, places: list[int], wanted: dict[int, frozenset[str]]) -> None:
        """One piece answers these tasks: take it, or cut it up where it answers several."""
        if len(places) == 1:
            piece.twin, piece.how = places[0], "names"
        elif places:
            parts = _cut(piece.text, {place: wanted[place] for place in places})
            tasks = " and ".join(self.released[place].task for place in places)
            if parts is None:
                piece.twin, piece.how = places[0], "names"
                self.covered |= set(places[1:])
                self.notes.append(Note(f"Your cell {piece.place} holds the answers to {tasks}; it was run as a whole."))
                return
            at = next(index for index, other in enumerate(self.pieces) if other is piece)
            self.pieces[at : at + 1] = [replace(piece, twin=place, text=text, how="cut") for place, text in parts]
            self.notes.append(Note(f"Your cell {piece.place} holds the answers to {tasks}; it was taken apart."))

    def _set_blank_aside(self, place: int, piece: Piece) -> None:
        for blank in self.taken()[place]:
            blank.aside = True
        self.covered.add(place)
        task = self.released[place].task
        self.notes.append(Note(f"The blank of {task} was not run: your cell {piece.place} defines what it asks for."))

    def is_blank(self, piece: Piece) -> bool:
        return piece.twin is not None and same_text(piece.text, self.released[piece.twin].source)

    def settle(self) -> None:
        """Leave one piece for each released cell."""
        for twin, pieces in self.taken().items():
            if len(pieces) > 1:
                self._settle(self.released[twin], pieces)

    def _settle(self, released: ReleasedCell, pieces: list[Piece]) -> None:
        if released.kind in ("demo", "plain"):
            for piece in pieces[1:]:
                piece.twin = None
            return
        full = _distinct([piece for piece in pieces if not self.is_blank(piece)])
        kept = full[0] if full else pieces[0]
        if len(full) > 1 and released.kind in ("answer", "written"):
            kept = self._one_answer(released, full)
        for piece in pieces:
            piece.aside = piece is not kept
        if full and released.kind in ("answer", "written"):
            self._say_copies(released, len(pieces), len(full), kept)

    def _one_answer(self, released: ReleasedCell, full: list[Piece]) -> Piece:
        """The piece that counts of several different ones; one that others are the rest of takes them in."""
        last = full[-1]
        where = _listed(piece.place for piece in full)
        if released.kind == "written" or _are_parts([piece.text for piece in full]):
            between = "\n\n" if released.kind == "written" else "\n"
            last.text = between.join(piece.text for piece in full)
            self.pieces = [piece for piece in self.pieces if piece is last or all(piece is not one for one in full)]
            self.notes.append(Note(f"Your cells {where} were joined: together they are the answer to {released.task}."))
        else:
            self.notes.append(
                Note(
                    f"your cells {where} are different answers to {released.task}. The last one, cell {last.place}, "
                    "was graded.",
                    for_staff=True,
                )
            )
        return last

    def _say_copies(self, released: ReleasedCell, copies: int, different: int, kept: Piece) -> None:
        if different == 1 and copies > 1 and kept.how == "id":
            self.notes.append(
                Note(f"The cell for {released.task} is there more than once; cell {kept.place} was graded.")
            )

    def by_likeness(self) -> None:
        """Cells that are much like one released cell, and clearly less like any other."""
        taken = self.taken()
        open_cells = [
            place
            for place, cell in enumerate(self.released)
            if not taken[place]
            and place not in self.covered
            and (cell.kind in NEEDED or cell.cell_type == "code")
            and cell.kind != "check"
        ]
        for piece in self.unknown():
            scores = sorted(((self._likeness(piece, place), place) for place in open_cells), reverse=True)[:2]
            likeness, place = scores[0] if scores else (0.0, 0)
            if likeness < (ALIKE_QUESTION if self.released[place].kind == "question" else ALIKE):
                continue
            if len(scores) > 1 and scores[1][0] > likeness - MARGIN:
                self._say_alike(piece, [place, scores[1][1]])
            else:
                piece.twin, piece.how = place, "likeness"

    def _likeness(self, piece: Piece, place: int) -> float:
        cell = self.released[place]
        if (piece.cell.cell_type == "markdown") != (cell.cell_type == "markdown"):
            return 0.0
        texts = (cell.source, cell.reference) if cell.kind == "answer" else (without_scheme(cell.source),)
        return max(likeness(without_scheme(piece.text), text) for text in texts)

    def _say_alike(self, piece: Piece, places: list[int]) -> None:
        tasks = [self.released[place].task for place in places if self.released[place].kind in ("answer", "written")]
        if len(tasks) == 2:
            self.notes.append(
                Note(
                    f"your cell {piece.place} might answer {tasks[0]} or {tasks[1]}; it was taken for neither.",
                    for_staff=True,
                )
            )

    def by_place(self) -> None:
        """Answers by the cells around them: where one stood, there is something unknown now."""
        for place, cell in enumerate(self.released):
            taken = self.taken()
            if cell.kind not in ("answer", "written") or taken[place] or place in self.covered:
                continue
            between = self._unknown_around(place, taken)
            if cell.kind == "written":
                between = [piece for piece in between if piece.cell.cell_type != "code"] or between
            else:
                between = [piece for piece in between if piece.cell.cell_type == "code"]
                between = [piece for piece in between if not _CHECK_CALL.search(piece.text)]
            if not between or (len(between) > 1 and cell.kind == "answer"):
                continue
            for piece in between:
                piece.twin, piece.how = place, "place"
            if len(between) > 1:
                self._settle(cell, between)

    def _unknown_around(self, place: int, taken: dict[int, list[Piece]]) -> list[Piece]:
        """The unknown pieces between the nearest known cells before and after, if nothing else is missing there."""
        before = max((twin for twin, pieces in taken.items() if twin < place and pieces), default=-1)
        after = min((twin for twin, pieces in taken.items() if twin > place and pieces), default=len(self.released))
        kind = self.released[place].cell_type
        missing = [cell for cell in self.released[before + 1 : after] if cell.kind in ("answer", "written")]
        if sum(cell.cell_type == kind for cell in missing) > 1:
            return []
        order = {id(piece): index for index, piece in enumerate(self.pieces)}
        start = order[id(taken[before][-1])] if before >= 0 else -1
        end = order[id(taken[after][0])] if after < len(self.released) else len(self.pieces)
        return [piece for piece in self.unknown() if start < order[id(piece)] < end]

    def blanks_in_order(self) -> None:
        """Blanks that many tasks share, such as a lone comment: the first is that of the first task that has none."""
        taken = self.taken()
        for place in self.answers() + [p for p, cell in enumerate(self.released) if cell.kind == "written"]:
            if taken[place] or place in self.covered:
                continue
            blank = next((one for one in self.unknown() if same_text(one.text, self.released[place].source)), None)
            if blank is not None:
                blank.twin, blank.how = place, "text"

    def matched(self) -> list[MatchedCell]:
        """The pieces as cells to grade, each of the kind that its twin is."""
        found = []
        for piece in self.pieces:
            twin = self.released[piece.twin] if piece.twin is not None and not piece.aside else None
            cell_type = "raw" if piece.aside else piece.cell.cell_type
            if twin is not None and twin.cell_type != cell_type:
                cell_type = twin.cell_type
                if twin.kind in NEEDED:
                    self.notes.append(
                        Note(
                            f"The cell {twin.grade_id} had become one of another type and is a {cell_type} cell again."
                        )
                    )
            cell = matched_cell(piece.cell, cell_type, piece.text, twin, piece.place)
            if cell.kind in ("setup", "question") and is_changed(cell):
                own = matched_cell(piece.cell, cell_type, piece.text, None, piece.place)
                found += [own, cell] if cell.kind == "setup" else [cell, own]  # what they added to a setup counts, too
            elif has_own_code(cell):
                found += [matched_cell(piece.cell, cell_type, piece.text, None, piece.place), cell]
                self.notes.append(Note(f"What was added to the check cell {cell.name} was run above it."))
            else:
                found.append(cell)
        self._ask_about_questions(found)
        return found

    def _ask_about_questions(self, matched: list[MatchedCell]) -> None:
        """Where a question was changed and its answer is blank, the answer may stand in the question."""
        written = [cell for cell in matched if cell.kind == "written" and not cell.is_blank]
        answered = {cell.released.task for cell in written if cell.released}
        for cell in matched:
            if cell.released and cell.kind == "question" and is_changed(cell) and cell.released.task not in answered:
                self.notes.append(
                    Note(
                        f"the answer to {cell.released.task} is blank, and its question was changed. What was "
                        "written there stands below it.",
                        for_staff=True,
                    )
                )

    def with_missing(self, matched: list[MatchedCell]) -> list[MatchedCell]:
        """The needed cells that are nowhere, as they were released."""
        there = {cell.released.id for cell in matched if cell.released is not None}
        names = []
        defined = {name for cell in _readable_code(matched) for name in defined_names(cell.source)}
        for index, cell in enumerate(self.released):
            if is_given(cell) and cell.id not in there and not defined & defined_names(cell.source):
                _put_back(matched, self.released, index)
            if cell.kind in NEEDED and cell.id not in there and index not in self.covered:
                _put_back(matched, self.released, index)
                names.append(cell.grade_id)
                if cell.kind == "written":
                    self._ask_about_text(cell)
        if len(names) <= FEW:
            self.notes += [Note(f"The cell {name} was missing and was put back.") for name in names]
        else:
            self.notes.append(Note(f"{len(names)} cells were missing and were put back: {', '.join(names)}."))
        if 3 * len(names) > 2 * sum(cell.kind in NEEDED for cell in self.released):
            self.notes.append(
                Note("most of this assignment's cells are missing. Is it a notebook of another one?", for_staff=True)
            )
        return matched

    def _ask_about_text(self, cell: ReleasedCell) -> None:
        """Where an answer in words is nowhere, it may be among the cells of text that are the student's own."""
        places = [piece.place for piece in self.unknown() if piece.cell.cell_type != "code"]
        if places:
            where = f"cell {places[0]}" if len(places) == 1 else f"cells {_listed(places)}"
            self.notes.append(Note(f"no answer to {cell.task} was recognised. Is it in your {where}?", for_staff=True))

    def in_working_order(self, matched: list[MatchedCell]) -> list[MatchedCell]:
        """The student's order, but that a released cell stands before the cells that need what it defines."""
        order = {cell.id: place for place, cell in enumerate(self.released)}
        places = [order[cell.released.id] for cell in matched if cell.released is not None]
        if places == sorted(places):
            return matched
        uses = {id(cell): used_names(cell.source) for cell in _readable_code(matched)}
        moved = []
        for released in reversed(self.released):
            at = next((i for i, cell in enumerate(matched) if cell.released is released), None)
            if at is None or released.cell_type != "code" or released.kind in ("check", "demo"):
                continue
            names, place = _needed_names(matched[at].source), order[released.id]
            for index, cell in enumerate(matched[:at]):
                is_later = cell.released is None or order[cell.released.id] > place
                if is_later and cell.kind != "check" and names & uses.get(id(cell), frozenset()):
                    matched.insert(index, matched.pop(at))
                    moved.append(released)
                    break
        for released in reversed(moved):
            name = released.grade_id or released.id
            self.notes.append(Note(f"The cell {name} stood below cells that need it; it was run before them."))
        return matched

    def summary(self) -> list[Note]:
        """How the cells without ids were recognised, in few sentences."""
        answers = [piece for piece in self.pieces if piece.twin is not None and not piece.aside]
        answers = [p for p in answers if p.twin is not None and self.released[p.twin].kind in ("answer", "written")]
        found = [
            f"Your cell {piece.place} was taken as the answer to {self.released[piece.twin or 0].task}, because of its "
            f"{piece.how}."
            for piece in answers
            if piece.how in ("likeness", "place")
        ]
        named = [piece for piece in answers if piece.how == "names"]
        if len(named) > FEW:
            found.append(f"The ids of {len(named)} answers were lost; they were recognised by the names they define.")
        else:
            found += [
                f"Your cell {piece.place} was taken as the answer to {self.released[piece.twin or 0].task}, because it "
                "defines what is asked for there."
                for piece in named
            ]
        return [Note(text) for text in found]


def _readable_code(cells: list[MatchedCell]) -> list[MatchedCell]:
    found = [cell for cell in cells if cell.cell_type == "code"]
    return found[: within_reach([cell.source for cell in found])]


def likeness(one: str, other: str) -> float:
    """How much two texts have in common: Dice's coefficient of their pairs of neighbouring tokens, from 0 to 1.

    It takes time in proportion to the texts, whatever they are; an alignment (`difflib`) can take their square.
    """
    mine, theirs = _token_pairs(one), _token_pairs(other)
    total = mine.total() + theirs.total()
    return 2 * (mine & theirs).total() / total if total else 0.0


@lru_cache(maxsize=512)
def _token_pairs(text: str) -> Counter[tuple[str, str]]:
    return Counter(pairwise(re.findall(r"\w+|[^\w\s]", text[:LONGEST_PARSED])))


@lru_cache(maxsize=8)
def _unique_texts(sources: tuple[str, ...]) -> dict[str, int]:
    """Released texts that no other released cell has, and their places."""
    texts = [squeezed(source) for source in sources]
    counts = Counter(texts)
    return {text: place for place, text in enumerate(texts) if text and counts[text] == 1}


@lru_cache(maxsize=8)
def _distinctive_names(cells: tuple[tuple[str, str], ...]) -> dict[int, frozenset[str]]:
    """For each released cell with a reference answer, the names that only its answer defines."""
    defined = [defined_names(reference or source) for source, reference in cells]
    counts = Counter(name for names in defined for name in names)
    return {
        place: frozenset(name for name in names if counts[name] == 1)
        for place, (names, (_, reference)) in enumerate(zip(defined, cells, strict=True))
        if reference
    }


def _cut(text: str, wanted: dict[int, frozenset[str]]) -> list[tuple[int, str]] | None:
    """Cut a cell between the statements of different tasks; None where they cannot be told apart."""
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
        tasks = [place for place, theirs in wanted.items() if names & theirs]
        if len(tasks) > 1:
            return None
        waiting += own
        if tasks and parts and parts[-1][0] == tasks[0]:
            parts[-1][1].extend(waiting)
            waiting = []
        elif tasks:
            parts.append((tasks[0], waiting))
            waiting = []
    if not parts or len({place for place, _ in parts}) != len(parts):
        return None
    parts[-1][1].extend(waiting + lines[done:])
    return [(place, "\n".join(part).strip("\n")) for place, part in parts]


def _are_parts(texts: list[str]) -> bool:
    """Whether cells are one that was split: none defines what another does, or only together are they Python."""
    if any(parsed(text) is None for text in texts):
        return parsed("\n".join(texts)) is not None
    names = [defined_names(text) for text in texts]
    return len(frozenset().union(*names)) == sum(map(len, names))


def _distinct(pieces: list[Piece]) -> list[Piece]:
    """The pieces without those whose text came before."""
    seen: set[str] = set()
    found = []
    for piece in pieces:
        text = squeezed(piece.text)
        if text not in seen:
            seen.add(text)
            found.append(piece)
    return found


def _listed(places: Iterable[int]) -> str:
    numbers = [str(place) for place in places]
    return ", ".join(numbers[:-1]) + " and " + numbers[-1]


def _needed_names(source: str) -> frozenset[str]:
    """What other cells read of a cell: its names, and `.fit` where it gives a class of another cell that method."""
    names = defined_names(source)
    parts = [name.split(".", 1) for name in names if "." in name]
    return frozenset(
        {name for name in names if "." not in name} | {f".{part}" for owner, part in parts if owner not in names}
    )


def _put_back(matched: list[MatchedCell], released: list[ReleasedCell], index: int) -> None:
    """Insert a missing released cell after the nearest released cell before it."""
    missing = released[index]
    before = {cell.id for cell in released[:index]}
    place = 0
    for position, cell in enumerate(matched, 1):
        if cell.released is not None and cell.released.id in before:
            place = position
    matched.insert(place, MatchedCell(missing.grade_id or missing.id, missing.cell_type, missing.source, missing, None))
