"""Folders and files of a build: read as bytes, compared, put in place whole."""

import atexit
import hashlib
import json
import os
import re
import secrets
import shlex
import shutil
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import Any

from hippograd.errors import HippogradError, MachineUnfit

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

BUILDING = ".building-"
"""With what folders begin that are gone once their content is finished."""

SECONDS_TO_HOLD = 10.0
"""Between making such a folder and holding it, at most, s."""

LOCK = ".hippograd.lock"
"""The file that is held while a command writes in a folder."""

SECONDS_OF_A_WRITE = 0.5
"""How long a lock may be held before whoever waits for it is told, s."""

SQLITE = "sqlite:///"
"""With what the address of a gradebook begins that is a file."""


def storable(text: str) -> str:
    """Return the text as a file can hold it: what is half a sign, as half an emoji is, becomes a question mark."""
    return text.encode("utf-8", "replace").decode("utf-8")


def is_spreadsheet(data: bytes) -> bool:
    """Return whether a file is no text but what Excel and LibreOffice save: a zip, or the older format of Excel."""
    return data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0"))


def new_folder(prefix: str = "hippograd-") -> Path:
    """Return a temporary folder for this user alone, removed when this process ends at the latest, however it is
    stopped."""
    try:
        folder = Path(tempfile.gettempdir(), f"{prefix}{secrets.token_hex(6)}")
        atexit.register(shutil.rmtree, folder, ignore_errors=True)
        folder.mkdir(mode=0o700)
    except OSError as error:
        raise MachineUnfit("temporary-folder-refused", cause=error.strerror or error) from None
    return folder


def keep_from_others(path: Path) -> bool:
    """Take a file or folder from all other users of this machine; whether they could use it until now."""
    if os.name != "posix":
        return False
    with suppress(OSError):  # it is not there, or somebody else's
        mode = path.stat().st_mode
        if mode & 0o077:
            path.chmod(mode & 0o700)
            return True
    return False


def file_of(db_url: str) -> Path | None:
    """Return the file of a gradebook, whose address may name Python's own driver; None where it is on a server."""
    plain = db_url.replace("sqlite+pysqlite:", "sqlite:", 1)
    return Path(plain.removeprefix(SQLITE).partition("?")[0]) if plain.startswith(SQLITE) else None


def refuse_signs(folder: Path) -> None:
    """Refuse a folder whose path is another one as the address of a gradebook, or as a pattern of nbgrader's."""
    if sign := re.search(r"[%?*\[\]]", os.path.realpath(folder)):
        raise HippogradError("path-bad", folder=folder, sign=sign[0])


def where_it_leads(path: Path) -> Path:
    """Return the path without links; of one that leads to itself, as far as it leads."""
    return Path(os.path.realpath(path))


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def stable_json(value: Any) -> str:
    """JSON text that depends on the value only: sorted keys, one way to indent, a newline at the end."""
    return json.dumps(value, indent=1, sort_keys=True, ensure_ascii=False) + "\n"


def files_in(folder: Path) -> dict[str, Path]:
    """Return the files below a folder by their relative name, sorted; Python's, Jupyter's and our by-products left
    out."""
    by_products = {"__pycache__", ".ipynb_checkpoints", LOCK}
    found = (Path(where, name) for where, _, names in os.walk(folder, followlinks=True) for name in names)
    named = {path.relative_to(folder).as_posix(): path for path in found}
    return {name: named[name] for name in sorted(named) if not by_products & set(Path(name).parts)}


def digests(folder: Path) -> dict[str, str]:
    """Relative name to SHA-256 of every file below a folder."""
    return {name: sha256(path.read_bytes()) for name, path in files_in(folder).items()}


def own_digests(folder: Path) -> dict[str, str]:
    """Return the same of the files that a folder holds itself, and not by links."""
    linked = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_symlink()}
    return {
        name: digest
        for name, digest in digests(folder).items()
        if not any(name == link or name.startswith(f"{link}/") for link in linked)
    }


def differing_files(expected: Path, actual: Path) -> list[str]:
    """Relative names of the files that are not byte for byte the same, each with what is wrong."""
    wanted, present = digests(expected), digests(actual)
    problems = {name: "is missing" for name in wanted if name not in present}
    problems |= {name: "does not belong there" for name in present if name not in wanted}
    problems |= {name: "differs" for name in wanted if name in present and wanted[name] != present[name]}
    return [f"{name} {problems[name]}" for name in sorted(problems)]


@contextmanager
def beside(target: Path) -> Iterator[Path]:
    """An empty folder on the same disk as `target`, gone afterwards, so that its content can be renamed into place."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _clear_away(target.parent)
        work = Path(tempfile.mkdtemp(prefix=BUILDING, dir=target.parent))
    except OSError as error:
        raise cannot_write(target.parent, error) from error
    held = _hold(work)
    try:
        yield work
    finally:
        shutil.rmtree(work, ignore_errors=True)
        if held is not None:
            os.close(held)


def _clear_away(folder: Path) -> None:
    """Remove what runs that were killed have left of `beside`: nobody holds it, and it is not of this moment."""
    for left in folder.glob(f"{BUILDING}*"):
        with suppress(OSError):
            is_old = time.time() - left.stat().st_mtime > SECONDS_TO_HOLD
            held = _hold(left) if is_old else None
            if held is not None:
                shutil.rmtree(left, ignore_errors=True)
                os.close(held)


def _hold(folder: Path) -> int | None:
    """Hold a folder until the descriptor is closed, as the end of this process does; None where another holds it."""
    if fcntl is None:
        return None
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(descriptor)
        return None
    return descriptor


def put_in_place(built: Path, target: Path, work: Path) -> None:
    """Replace a folder or file by a finished one; when that fails, the old one stays."""
    target.parent.mkdir(parents=True, exist_ok=True)
    if built.is_file():
        os.replace(built, target)
        return
    old = work / "replaced"
    if target.exists():
        os.rename(target, old)
    try:
        os.rename(built, target)
    except OSError:
        if old.exists():
            os.rename(old, target)
        raise
    shutil.rmtree(old, ignore_errors=True)


def write_whole(path: Path, data: bytes | Iterable[bytes]) -> None:
    """Write a file whole or not at all; of several pieces, which may be read from the older file."""
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with open(beside, "wb") as file:
            file.writelines([data] if isinstance(data, bytes) else data)
        os.replace(beside, path)
    except OSError as error:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise cannot_write(path, error) from None


def cannot_write(path: Path, error: OSError) -> HippogradError:
    """Return what is said where a file cannot be written."""
    return HippogradError("file-not-written", file=path, cause=error.strerror)


@contextmanager
def alone_in_folder(folder: Path) -> Iterator[None]:
    """Wait until no other command of ours writes in a folder, and keep others waiting."""
    if not folder.is_dir():
        yield
        return
    with held(folder / LOCK):
        yield


@contextmanager
def held(lock: Path, *, waits: bool = True) -> Iterator[None]:
    """Hold a lock; whoever finds it held is told at once by which command and since when."""
    from filelock import FileLock, Timeout  # which most commands need not import

    holding = FileLock(lock, on_acquired=_name_holder)
    try:
        try:
            holding.acquire(timeout=SECONDS_OF_A_WRITE)
        except Timeout:
            busy = f"{_holder(lock)} is changing {lock.parent}"
            if not waits:
                raise HippogradError("folder-busy", what=busy) from None
            print(f"{busy}: waiting until it has ended. Ctrl-C gives up.", file=sys.stderr, flush=True)
            holding.acquire()
    except OSError as error:
        raise cannot_write(lock, error) from None
    try:
        yield
    finally:
        with suppress(OSError):
            lock.write_bytes(b"")  # the command may name a student
        holding.release()


def _name_holder(descriptor: int) -> None:
    command = shlex.join([Path(sys.argv[0]).name, *sys.argv[1:]])
    os.ftruncate(descriptor, 0)
    os.write(descriptor, f"`{command}` (process {os.getpid()}, since {datetime.now():%a %H:%M})".encode())


def _holder(lock: Path) -> str:
    said = ""
    with suppress(OSError):  # on Windows nobody else can read what is held
        said = lock.read_text(encoding="utf-8", errors="replace")
    return said or "Another command"
