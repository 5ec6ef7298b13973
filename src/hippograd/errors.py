"""Errors that a user can cause, each with the remedy."""

import difflib
import os
import re
import traceback
from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec

NO_JSON = (msgspec.MsgspecError, UnicodeDecodeError, RecursionError)
"""What `msgspec.json.decode` raises where bytes are no JSON, JSON of another form, or lists in lists without end."""


def one_line(text: str) -> str:
    """A text without ends of lines, so that the name of a file begins no line of its own where the text is listed.

    Examples
    --------
    >>> one_line("work\\n! basil02: Please check.ipynb")
    'work\ufffd! basil02: Please check.ipynb'
    """
    lines = text.splitlines()
    return "\N{REPLACEMENT CHARACTER}".join(lines)


class Problem(msgspec.Struct, frozen=True):
    """An expected failure as a value: why there is nothing to grade, and what to do about it, in a line each."""

    message: str
    remedy: str = ""

    def __post_init__(self) -> None:
        msgspec.structs.force_setattr(self, "message", one_line(self.message))
        msgspec.structs.force_setattr(self, "remedy", one_line(self.remedy))

    def __str__(self) -> str:
        return f"{self.message} {self.remedy}".strip()

    @property
    def error(self) -> "HippogradError":
        """The same, to be raised."""
        return HippogradError(self.message, self.remedy)


def few(shown: Sequence[str], most: int = 5) -> str:
    """The first of them, and whether there are more, as a sentence ends."""
    return ", ".join(shown[:most]) + (", …" if len(shown) > most else ".")


def nearest(said: str, known: Iterable[str]) -> str:
    """The question after a name that is not there: which of those that are written nearly so is meant?

    Examples
    --------
    >>> nearest("ambr01", ["amber01", "basil02"])
    'Did you mean amber01?'
    """
    spelt = {one.casefold(): one for one in known}
    alike = difflib.get_close_matches(said.casefold(), spelt, 3)
    return f"Did you mean {' or '.join(spelt[one] for one in alike)}?" if alike else ""


def counted(number: int, one: str) -> str:
    """A number of things, `1 page` or `2 pages`."""
    return f"{number} {one}{'s' * (number != 1)}"


MOST_NAMES = 20
"""What is named in one line."""


def some_names(names: Sequence[str], between: str = ", ") -> str:
    """Names in one line; of many, the first and how many more there are.

    Parameters
    ----------
    names : sequence of str
        Students, or what is said of each.
    between : str
        What stands between two of them.
    """
    more = f" and {len(names) - MOST_NAMES} more" if len(names) > MOST_NAMES else ""
    return between.join(map(printable, names[:MOST_NAMES])) + more


_BLANK = "\u115f\u1160\u2800\u3164\uffa0"
"""Letters and patterns that leave their place empty, as a text could be moved with to where another begins."""


def printable(text: str) -> str:
    """A text on one line, without what a terminal obeys or turns round, and with no other blank than a space."""
    return "".join(sign if sign.isprintable() and sign not in _BLANK else "\N{REPLACEMENT CHARACTER}" for sign in text)


def printable_lines(text: str) -> str:
    """The same of a text of several lines, which stay apart."""
    return "\n".join(map(printable, text.replace("\t", "    ").splitlines()))


class HippogradError(Exception):
    """An expected failure: one line that says what is wrong, one that says what to do.

    Parameters
    ----------
    message : str
        What is wrong, naming the file and the cell where there is one.
    remedy : str
        What the user can do about it.
    """

    def __init__(self, message: str, remedy: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy

    def __str__(self) -> str:
        return str(self.problem)

    @property
    def problem(self) -> Problem:
        """The same, to be kept in a result."""
        return Problem(self.message, self.remedy)


class MachineUnfit(HippogradError):
    """This machine lacks what grading takes, whatever the submission."""


def fault_of_ours(error: Exception) -> HippogradError:
    """What a submission's row says where the grader itself failed on it.

    Raises
    ------
    OSError
        `error`, when it is the machine that lacks something: that is not about one submission.
    """
    if isinstance(error, OSError):
        raise error
    place = traceback.extract_tb(error.__traceback__)[-1]
    return HippogradError(
        f"The grader itself failed: {type(error).__name__} in {Path(place.filename).name}, line {place.lineno}.",
        "Mark it by hand, and report this line with the file.",
    )


def refused_by_machine(error: OSError | UnicodeEncodeError) -> HippogradError:
    """What is said of a file that cannot be used, or of a text that cannot be written, wherever a command meets it."""
    if isinstance(error, UnicodeEncodeError):
        text = error.object[: error.end][-40:]
        return HippogradError(f"{text!r} is not text in UTF-8.", "Write it, or name the file, in UTF-8.")
    name = "A file, or where the output goes," if error.filename is None else os.fsdecode(error.filename)
    return HippogradError(
        f"{name} cannot be used: {error.strerror or error}.",
        "Correct its name or its permissions, or make room; then run the command again.",
    )


def place_of(db_url: str) -> str:
    """Where a gradebook is, without what stands before it, which may be a password."""
    return db_url.rsplit("@", 1)[-1]


class GradebookUnusable(HippogradError):
    """The gradebook's database refuses: it is not there, may not be written to, is full, locked or damaged.

    Parameters
    ----------
    db_url : str
        Which gradebook.
    cause : str
        What the database said.
    """

    def __init__(self, db_url: str, cause: str) -> None:
        is_damaged = any(words in cause for words in ("not a database", "malformed"))
        super().__init__(
            f"The gradebook {place_of(db_url)} cannot be used: {cause}.",
            "If that is the right file, it is damaged: put a backup in its place, such as that in an archive."
            if is_damaged
            else "Check that it exists, has room, may be written to and is not locked by another program; then run the "
            "command again.",
        )
        in_the_way = ("locked", "already exists", "UNIQUE constraint", "duplicate key", "serialize", "deadlock")
        self.may_pass = any(word in cause for word in in_the_way)
        """Whether another program was in the way, so that a further try may succeed."""


def unusable(db_url: str, error: Exception) -> GradebookUnusable:
    """What is said of a gradebook that refuses: the first line, without the name of the driver before it."""
    said = str(getattr(error, "orig", None) or error).strip() or type(error).__name__
    return GradebookUnusable(db_url, re.sub(r"^\([\w.]+\) ", "", said.splitlines()[0]))
