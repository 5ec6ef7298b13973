"""The files in folders and zips, zips in zips too, as a flat list. Nothing is ever unpacked to disk."""

from __future__ import annotations

import io
import lzma
import os
import stat
import struct
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path, PurePosixPath

from hippograd.errors import HippogradError
from hippograd.files import storable
from hippograd.text import normalized

LARGEST_FILE = 512 * 1024**2
"""Bytes of the largest notebook that is read."""

LARGEST_INNER_ZIP = 128 * 1024**2
"""Bytes of the largest zip inside a zip; it is held in memory while it is read."""

MOST_FILES = 200_000
"""Files in one folder or zip."""

MOST_INNER_FILES = 2_000
"""Files in a zip that one student handed in."""

_LISTED = b"PK\x01\x02"
"""What each entry of a zip's directory begins with: `zipfile` reads all of them before it can be asked how many."""

STEEPEST = 200
"""How many times larger than packed a file may be that is larger than `STEEP_FROM`."""

STEEP_FROM = 64 * 1024**2
"""Bytes from which `STEEPEST` holds."""

BROKEN_ZIP = (
    zipfile.BadZipFile,
    RuntimeError,
    NotImplementedError,
    EOFError,
    ValueError,
    zlib.error,
    lzma.LZMAError,
    struct.error,
)


DEEPEST = 40
"""Folders in folders that are looked into."""

LONGEST = 1_000
"""Signs of a path in a zip. A zip may have paths of 64 kB, longer than any file system's."""

LONGEST_SUFFIX = 20
"""Signs at its end in which a suffix is looked for, which stays."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One file of a folder or zip."""

    path: Path
    """The file on disk: itself, or the zip that holds it."""

    members: tuple[str, ...]
    """Its name in that zip; two if a zip lies in the zip."""

    name: str
    """Its path from wherever it is looked at, with forward slashes and in composed Unicode: below the folder or zip
    that was named, below a student's folder, or what the student called it."""

    problem: str | None = None
    """Why it is not to be read."""

    listed: str = ""
    """Its path below the folder or zip that was named, which stays when `name` becomes shorter; of a file in a
    student's zip, that of the zip."""

    @property
    def parts(self) -> tuple[str, ...]:
        return tuple(part for part in self.name.split("/") if part not in ("", "."))

    @property
    def suffix(self) -> str:
        return PurePosixPath(self.name).suffix.lower()


def entry_of(path: Path) -> Entry:
    """Return a file that was named by itself."""
    name = _composed(path.name)
    return Entry(path, (), name, listed=name)


def files_in_folder(folder: Path) -> list[Entry]:
    """Return all files below a folder, hidden ones left out; a symbolic link is listed with its problem."""
    found: list[Entry] = []
    waiting = [""]
    while waiting:
        inside = waiting.pop()
        try:
            names = sorted(name for name in os.listdir(folder / inside) if not _is_hidden(name))
        except OSError:
            continue  # as if nothing were in it
        deeper, alike = [], Counter(map(_composed, names))
        for name in names:
            path = os.path.join(inside, name)
            try:
                mode = os.lstat(folder / path).st_mode
            except OSError:
                continue  # its path is too long to be named
            if stat.S_ISDIR(mode):
                deeper.append(path)
            else:
                # two names that differ in the form of their letters alone are two files
                listed = _composed(path) if alike[_composed(name)] == 1 else storable(path)
                found.append(Entry(folder / path, (), listed, _problem_of(mode), listed))
            if len(found) > MOST_FILES:
                raise HippogradError("folder-too-full", folder=folder, most=MOST_FILES)
        if inside.count("/") < DEEPEST:
            waiting += reversed(deeper)
    return found


def _problem_of(mode: int) -> str | None:
    if stat.S_ISLNK(mode):
        return "it is a symbolic link"
    return None if stat.S_ISREG(mode) else "it is not a regular file"


def files_in_zip(path: Path) -> list[Entry]:
    """Return all files in a zip, hidden ones and those of macOS left out."""
    try:
        infos = _opened(path).infolist()
    except BROKEN_ZIP:
        raise HippogradError("zip-broken", file=path) from None
    if len(infos) > MOST_FILES:
        raise HippogradError("folder-too-full", folder=path, most=MOST_FILES)
    return [Entry(path, (info.filename,), name, problem, name) for info, name, problem in _visible(infos)]


def files_in_inner_zip(outer: Entry) -> list[Entry]:
    """Return all files in a zip that a student handed in."""
    label = label_of(outer.path, outer.members)
    try:
        infos = _inner(outer.path, outer.members).infolist()
    except BROKEN_ZIP:
        raise HippogradError("zip-broken", file=label) from None
    if len(infos) > MOST_INNER_FILES:
        raise HippogradError("zip-too-full", file=label, most=MOST_INNER_FILES)
    return [
        Entry(outer.path, (*outer.members, info.filename), f"{outer.name}/{name}", problem, outer.listed)
        for info, name, problem in _visible(infos)
    ]


def label_of(path: Path, members: tuple[str, ...]) -> str:
    """Return what messages call a file: `class.zip!ada.zip!work.ipynb`."""
    return storable("!".join([str(path), *members]))


def read_file(path: Path, members: tuple[str, ...], largest: int = LARGEST_FILE) -> bytes:
    """Return the bytes of a file, wherever it lies; a symbolic link is not followed, and nothing is waited for."""
    label = label_of(path, members)
    try:
        if not members:
            return _read_plain(path, label, largest)
        archive = _opened(path) if len(members) == 1 else _inner(path, members[:-1])
        return _read_member(archive, members[-1], label, largest)
    except (*BROKEN_ZIP, KeyError, OSError) as error:
        if isinstance(error, OSError) and error.strerror:  # bz2 raises one without when it cannot unpack
            raise HippogradError("file-not-readable", file=label, cause=error.strerror or error) from None
        raise HippogradError("zip-member-broken", file=label, cause=error) from None


def _read_plain(path: Path, label: str, largest: int) -> bytes:
    status = path.lstat()
    if not stat.S_ISREG(status.st_mode):
        what = "a symbolic link" if stat.S_ISLNK(status.st_mode) else "not a regular file"
        raise HippogradError("file-not-plain", file=label, kind=what)
    _refuse_if_too_large(label, status.st_size, largest)
    with open(os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK), "rb") as file:
        data = file.read(largest + 1)
    _refuse_if_too_large(label, len(data), largest)
    return data


def _read_member(archive: zipfile.ZipFile, member: str, label: str, largest: int) -> bytes:
    info = archive.getinfo(member)
    _refuse_if_too_large(label, info.file_size, largest)
    if info.file_size > STEEP_FROM and info.file_size > STEEPEST * max(info.compress_size, 1):
        raise HippogradError(
            "zip-bomb", file=label, unpacked=info.file_size // 1024**2, packed=info.compress_size // 1024
        )
    with archive.open(info) as file:
        data = file.read(largest + 1)
    _refuse_if_too_large(label, len(data), largest)
    return data


def _opened(path: Path) -> zipfile.ZipFile:
    status = path.stat()
    return _open_zip(path, status.st_mtime_ns, status.st_size)


@lru_cache(maxsize=2)
def _open_zip(path: Path, changed: int, size: int) -> zipfile.ZipFile:
    """Keep one zip open: to read its directory anew for each of 10 000 members would take hours."""
    return zipfile.ZipFile(path)


@lru_cache(maxsize=1)
def _inner(path: Path, members: tuple[str, ...]) -> zipfile.ZipFile:
    data = read_file(path, members, LARGEST_INNER_ZIP)
    if data.count(_LISTED) > 10 * MOST_INNER_FILES:  # zips that lie in it unpacked may list files too
        raise HippogradError("zip-too-full", file=label_of(path, members), most=MOST_INNER_FILES)
    return zipfile.ZipFile(io.BytesIO(data))


def _visible(infos: list[zipfile.ZipInfo]) -> Iterator[tuple[zipfile.ZipInfo, str, str | None]]:
    """Yield the members that are files to be looked at, each with a name of its own, and why it cannot be read if
    so."""
    names, stored = Counter[str](), set[str]()
    for info in infos:
        name = _path_of(info)
        parts = PurePosixPath(name).parts
        if info.is_dir() or not parts or any(_is_hidden(part) for part in parts if part != ".."):
            continue
        is_twice = info.filename in stored
        stored.add(info.filename)
        names[name] += 1
        if names[name] > 1:
            path = PurePosixPath(name)
            name = str(path.with_name(f"{path.stem}#{names[name]}{path.suffix}"))
        yield info, name, "another file in the zip has the same name" if is_twice else _problem(info)


def _path_of(info: zipfile.ZipInfo) -> str:
    """Return the path in composed Unicode; of one that is too long, its beginning and its
    suffix."""
    name = _unicode_name(info)
    if _is_long(name):
        suffix = PurePosixPath(name[-LONGEST_SUFFIX:]).suffix
        folders = name[: LONGEST - len(suffix)].split("/")[: DEEPEST + 1]
        name = "/".join(folders) + suffix
    return _composed(name)


def _is_long(name: str) -> bool:
    return len(name) > LONGEST or name.count("/") > DEEPEST


def _unicode_name(info: zipfile.ZipInfo) -> str:
    """Return the name; without its flag for UTF-8, which macOS and Moodle leave out, Python takes it for code page
    437."""
    if info.flag_bits & 0x800:
        return info.filename
    try:
        return info.filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return info.filename


def _problem(info: zipfile.ZipInfo) -> str | None:
    if _is_long(_unicode_name(info)):
        return "its path is too long"
    if stat.S_ISLNK(info.external_attr >> 16):
        return "it is a symbolic link"
    return "it is encrypted" if info.flag_bits & 0x1 else None


def _is_hidden(part: str) -> bool:
    return part.startswith(".") or part in ("__MACOSX", "Thumbs.db", "desktop.ini")


def _composed(name: str) -> str:
    """Return a name in composed Unicode, and as text that can be written."""
    return storable(normalized("NFC", name))


def _refuse_if_too_large(label: str, size: int, largest: int) -> None:
    if size > largest:
        raise HippogradError("file-too-large", file=label, size=size // 1024**2, most=largest // 1024**2)
