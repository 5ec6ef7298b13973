"""Namespaces of its own for a fork server, and in them a root that shows nothing but what student code may see.

They are asked for by `unshare(2)`, through the C library, as Python has it only from 3.12 on: no program has to be
installed for it, and a process that is warm already moves in. References: user_namespaces(7), pid_namespaces(7),
mount_setattr(2).
"""

from __future__ import annotations

import ctypes
import os
from collections.abc import Iterable
from pathlib import Path

GIVEN = "/given"
"""Where, below the root, stands what was put into the scratch folder for the student's process to start with."""

_NEW_MOUNTS, _NEW_IPC, _NEW_USER, _NEW_PIDS, _NEW_NETWORK = 0x20000, 0x8000000, 0x10000000, 0x20000000, 0x40000000
_NOSUID, _NODEV, _BIND, _WITH_ALL_BELOW, _SLAVE = 2, 4, 4096, 16384, 1 << 19
_MOUNT_SETATTR, _HERE, _RECURSIVE, _READ_ONLY = 442, -100, 0x8000, 1


def demand(name: str, *arguments: object) -> None:
    """Call a function of the C library.

    Raises
    ------
    OSError
        When the system refuses: what the wall rests on is not there.
    """
    if getattr(ctypes.CDLL(None, use_errno=True), name)(*arguments) < 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{name}: {os.strerror(number)}")


def newest_child() -> int:
    """Give the process id by which the last child of this process is known outside; that is where `/proc` is from."""
    return int(Path("/proc/thread-self/children").read_text().split()[-1])


def unshare() -> None:
    """Move this process into new namespaces, of process ids only its children.

    Its user is the same within. Root needs no namespace of users, and would lose in it what others have closed to it.
    """
    user, group = os.geteuid(), os.getegid()
    demand("unshare", (_NEW_USER if user != 0 else 0) | _NEW_MOUNTS | _NEW_PIDS | _NEW_IPC | _NEW_NETWORK)
    if user != 0:
        for name, line in (("setgroups", "deny"), ("uid_map", f"{user} {user} 1"), ("gid_map", f"{group} {group} 1")):
            Path("/proc/self", name).write_text(line)
    _mount("none", Path("/"), _SLAVE | _WITH_ALL_BELOW)  # what is mounted from now on stays in here


def enter() -> None:
    """Go on as the first process of new namespaces, which end with it; the calling process waits and ends alike."""
    unshare()
    first = os.fork()
    if first != 0:
        os.closerange(3, 65536)
        status = os.waitpid(first, 0)[1]
        if os.WIFSIGNALED(status):
            os.kill(os.getpid(), os.WTERMSIG(status))
        os._exit(os.waitstatus_to_exitcode(status))


class OwnRoot:
    """A root in which nothing can be changed, mounted over the scratch folder, in a mount namespace.

    There exist what is `shown`, and links by which the paths in `named` lead to it. The scratch folder is in its place,
    for each process an empty one of its own; what was put there before stands in `GIVEN`.
    """

    def __init__(self, scratch: Path, shown: Iterable[Path], named: Iterable[Path] = ()) -> None:
        self._place = Path(os.path.realpath(scratch))
        shown = list(shown)
        given = os.open(self._place, os.O_PATH)
        _mount("tmpfs", self._place, _NOSUID | _NODEV, "tmpfs", "mode=755")
        for real in sorted(map(os.path.realpath, shown)):  # a folder before what is in it
            self._show(real)
        for path in (*shown, *named, scratch, Path("/lib"), Path("/lib64")):
            self._link(path)
        self._below(self._place).mkdir(parents=True)
        self._below(GIVEN).mkdir()
        _mount(f"/proc/self/fd/{given}", self._below(GIVEN), _BIND)
        os.close(given)
        attributes = (ctypes.c_uint64 * 4)(_READ_ONLY)
        demand("syscall", _MOUNT_SETATTR, _HERE, bytes(self._place), _RECURSIVE, attributes, ctypes.c_size_t(32))

    def move_in(self, most_bytes: int, most_files: int) -> None:
        """Have this process see this root alone, with a scratch folder that ends with it."""
        demand("unshare", _NEW_MOUNTS)
        limits = f"mode=700,size={most_bytes},nr_inodes={most_files}"
        _mount("tmpfs", self._below(self._place), _NOSUID | _NODEV, "tmpfs", limits)
        os.chroot(self._place)

    def _below(self, path: str | Path) -> Path:
        return Path(f"{self._place}{path}")

    def _show(self, path: str) -> None:
        place = self._below(path)
        if not place.exists():  # it does in a folder that is shown
            place.parent.mkdir(parents=True, exist_ok=True)
            place.mkdir() if os.path.isdir(path) else place.touch()
            _mount(path, place, _BIND | _WITH_ALL_BELOW)

    def _link(self, path: Path) -> None:
        """Make the links by which one comes to a path, each where no other link leads."""
        for link in (*reversed(path.parents), path):
            place = self._below(os.path.realpath(link.parent)) / link.name
            if link.is_symlink() and not os.path.lexists(place):
                place.parent.mkdir(parents=True, exist_ok=True)
                place.symlink_to(os.readlink(link))
                self._link(link.parent / os.readlink(link))


def _mount(source: str, target: Path, flags: int, kind: str = "", options: str = "") -> None:
    demand("mount", os.fsencode(source), bytes(target), kind.encode(), ctypes.c_ulong(flags), options.encode())
