"""What one student handed in at one time, and how it is told from a download of a learning platform."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import PurePosixPath

from ..errors import HippogradError
from .archives import Entry, label_of, read_file
from .blackboard import read_who
from .gradescope import Handed, read_metadata
from .platforms import BLACKBOARD, CANVAS, GRADESCOPE, MOODLE, Platform, match_of
from .roster import Key
from .times import doubtful_time, written_time

SMALL_FILE = 16 * 1024**2
"""Bytes of the largest of a platform's own files that is read."""


@dataclass(frozen=True)
class Attempt:
    """What one student handed in at one time.

    Parameters
    ----------
    name : str
        The student's name, as far as it is known.
    keys : tuple of Key
        Ids and addresses by which a roster knows the student.
    own_id : str
        The id where there is no roster.
    files : tuple of Entry
        All of it, named as the student named it.
    time : datetime or None
        When, if that is known; with its zone.
    timestamp : str
        The same, as it is written into the gradebook.
    is_late : bool
        Whether the platform says so.
    number : str
        What tells the student from others of that name in this download, and means nothing elsewhere.
    notes : tuple of str
        What is to be said about how it was handed in.
    problem, remedy : str
        Why nothing of it can be graded, and what to do; empty where it may be.
    """

    name: str
    keys: tuple[Key, ...]
    own_id: str
    files: tuple[Entry, ...]
    time: datetime | None = None
    timestamp: str = ""
    is_late: bool = False
    number: str = ""
    notes: tuple[str, ...] = ()
    problem: str = ""
    remedy: str = ""


def attempts_in_download(entries: list[Entry], platform: Platform, above: int) -> list[Attempt]:
    """The attempts of a platform's download.

    Parameters
    ----------
    entries : list of Entry
        Its files.
    platform : Platform
        Whose convention their names follow.
    above : int
        Folders of the download above the part of the path that the convention is about.

    Returns
    -------
    list of Attempt
        What does not follow the convention is of nobody known: an attempt for each file or folder.
    """
    groups: dict[tuple[str, ...], list[Entry]] = defaultdict(list)
    about: dict[tuple[str, ...], Entry] = {}
    stray: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        match = match_of(platform, above, entry)
        if match is None:
            if not _is_of_platform(entry):
                stray[_outermost(entry, above)].append(entry)
            continue
        parts = match.groupdict()
        key = tuple(parts.get(name) or "" for name in ("name", "key", "time", "late"))
        if parts.get("text"):
            about[key] = entry
        name = parts.get("file") or parts.get("typed")
        groups[key] += [replace(entry, name=name)] if name else []
    found = [Attempt("", (), name, tuple(files)) for name, files in stray.items()]
    if platform is GRADESCOPE:
        handed = _gradescope_table(entries, above)
        folders = {key[1]: tuple(files) for key, files in groups.items()}
        for folder in folders | handed:
            found += _together(folder, folders.get(folder, ()), handed.get(folder))
    else:
        found += [_attempt(platform, key, tuple(files), about.get(key)) for key, files in groups.items()]
    return _told_apart(found)


def _is_of_platform(entry: Entry) -> bool:
    """Whether it is the platform's own file: Gradescope's table, or the feedback that Moodle puts beside the work."""
    return entry.parts[-1] == "submission_metadata.yml" or "_assignfeedback_" in entry.name


def _outermost(entry: Entry, above: int) -> str:
    """What a stray file is called: the folder that it lies in, or itself without its suffix."""
    parts = entry.parts[above:] or entry.parts
    return parts[0] if len(parts) > 1 else PurePosixPath(parts[0]).stem


def _attempt(platform: Platform, key: tuple[str, ...], files: tuple[Entry, ...], about: Entry | None) -> Attempt:
    name, user, time, late = key
    if platform is CANVAS:
        return Attempt(name, (Key(user, CANVAS.name),), f"{name}_{user}", files, is_late=bool(late), number=user)
    if platform is MOODLE:
        return Attempt(name, (), name, files, number=user)  # in the next assignment, it is somebody else's
    name, full_user = _who(about)
    user = full_user or user
    keys = (Key(user), Key(user, BLACKBOARD.name))
    try:
        when = datetime.strptime(time, "%Y-%m-%d-%H-%M-%S").astimezone()
    except (ValueError, OverflowError):
        return Attempt(name, keys, user, files, notes=(doubtful_time("The file's name", time),))
    return Attempt(name, keys, user, files, when, written_time(when))


def _who(about: Entry | None) -> tuple[str, str]:
    """The name and user name in Blackboard's text file; empty where it cannot be read."""
    try:
        return read_who(read_file(about.path, about.members, SMALL_FILE)) if about is not None else ("", "")
    except HippogradError:
        return "", ""  # the user name in the file's name is left


def _gradescope_table(entries: list[Entry], above: int) -> dict[str, Handed]:
    for entry in entries:
        if entry.parts[above:] == ("submission_metadata.yml",) and not entry.problem:
            return read_metadata(read_file(entry.path, entry.members, SMALL_FILE), label_of(entry.path, entry.members))
    return {}


def _together(folder: str, files: tuple[Entry, ...], handed: Handed | None) -> list[Attempt]:
    """An attempt for each of those who handed a folder in together."""
    if handed is None or not handed.people:
        return [Attempt("", (), folder, files)]
    when = handed.time
    return [
        Attempt(
            person.name,
            (Key(person.email), Key(person.sid), Key(person.sid, GRADESCOPE.name)),
            person.sid or person.email or person.name or folder,
            files,
            when,
            written_time(when) if when is not None else "",
            number=person.email,
            notes=(doubtful_time("submission_metadata.yml", handed.unread),) if handed.unread else (),
        )
        for person in handed.people
    ]


def _told_apart(attempts: Iterable[Attempt]) -> list[Attempt]:
    """Ids of their own for people who share a name and nothing else."""
    found = list(attempts)
    people = {(one.own_id, one.number) for one in found}
    counts = Counter(own_id for own_id, _ in people)
    return [
        replace(one, own_id=f"{one.own_id}_{one.number}") if counts[one.own_id] > 1 and one.number else one
        for one in found
    ]
