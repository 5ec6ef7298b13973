"""What a student's process is forbidden before the first line of theirs runs.

Landlock decides which files exist for it, seccomp which system calls, resource limits how much of everything; all
capabilities are dropped. The rules are built once, before the fork; the child only puts them on, which takes well under
a millisecond. References: kernel documentation, userspace-api/landlock and userspace-api/seccomp_filter.
"""

from __future__ import annotations

import ctypes
import errno
import os
import resource
import signal
import site
import sys
import sysconfig
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path

import gradekit
from hippograd.sandbox import namespaces
from hippograd.sandbox.namespaces import OwnRoot, demand
from hippograd.sandbox.scratch import MOST_BYTES, MOST_FILES

LINUX = sys.platform.startswith("linux")
if LINUX:
    import landlockpy
    import seccompy
    from landlockpy import AccessFS, Scope
    from seccompy import Action, ArgCmp, CmpOp

ISOLATED = "isolated"
"""The tier with namespaces, too."""

WITHOUT_LANDLOCK = ("unconfined", "container")
"""The tiers whose student code opens what the user can open."""

_CLONE_OF_PTHREAD = (0x3D0F00, 0x7D0F00)
"""The flags with which glibc and musl start a thread: it shares memory, files and all else with the others.

No others: a thread with a table of files of its own hides what it holds open.
"""

MOST_DESCRIPTORS = 256
"""Files that a student's process may have open."""

_PR_SET_PDEATHSIG, _PR_SET_DUMPABLE, _PR_SET_NAME, _PR_CAPBSET_DROP, _PR_SET_VMA = 1, 4, 15, 24, 0x53564D41
_CAPABILITY_VERSION_3 = 0x20080522
_MOST_CAPABILITIES = 64

_ALLOWED_CALLS = """
read write close fstat lseek mmap mprotect munmap brk rt_sigaction rt_sigprocmask rt_sigreturn pread64 pwrite64 readv
writev pipe pipe2 poll ppoll select pselect6 sched_yield mremap msync dup dup2 dup3 nanosleep getitimer
setitimer alarm pause getpid gettid getppid getuid getgid geteuid getegid getgroups getresuid getresgid getpgrp exit
exit_group wait4 waitid uname fsync fdatasync getdents64 getcwd chdir fchdir umask gettimeofday times stat
lstat newfstatat statx access faccessat faccessat2 readlink readlinkat listxattr llistxattr flistxattr arch_prctl
sched_get_priority_max sched_get_priority_min getrandom time set_tid_address set_robust_list rseq sigaltstack futex
membarrier getrlimit getrusage get_mempolicy rt_sigtimedwait rt_sigpending rt_sigsuspend restart_syscall eventfd2
epoll_create1 epoll_ctl epoll_wait epoll_pwait getcpu
""".split()

_CHANGING_CALLS = """
creat rename renameat renameat2 mkdir mkdirat rmdir unlink unlinkat ftruncate flock
""".split()
"""Calls that change files, or lock them: left to Landlock where there is Landlock, and to nobody where there is none.

Not `truncate`: before Linux 6.2, Landlock lets every file be cut off by its name.
"""

_MODE_CALLS = "chmod fchmod fchmodat".split()
"""Landlock does not know them, nor `utimensat`. Where the root is read-only they do what they say; elsewhere they would
reach every file of the user's, so they do nothing and say that all is well, as `shutil.copy` wants it."""

_CLOCK_CALLS = "clock_gettime clock_getres clock_nanosleep".split()
_CLOCKS = range(12)
"""The clocks that have a name; behind other numbers are those of any process and of devices."""

_CALLS_ABOUT_ITSELF = "getpgid getsid sched_getaffinity sched_getparam sched_getscheduler get_robust_list".split()
"""Calls that answer about the process or thread that asks, whose number here is 0, and not about others."""

_OPENING_CALLS = {"open": 1, "openat": 2}
"""Calls that open a file, and which argument says how."""

_CHANGING_FLAGS = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC

_NOT_TRUNCATING = ((0, os.O_TRUNC), (os.O_WRONLY, os.O_ACCMODE), (os.O_RDWR, os.O_ACCMODE))
"""Values and masks of the flags with which a file may be opened under Landlock: emptied only if written to, which
Landlock knows in every version."""

_FCNTL_COMMANDS = (*range(5), 1030, 1032)
"""Duplicates, flags and the size of a pipe; not F_SETOWN and F_SETSIG, which send signals to others, and not F_GETLK,
which tells of the locks of others."""

_LOCKING_FCNTL_COMMANDS = (6, 7, 37, 38)
"""F_SETLK and F_SETLKW, and their forms for open files."""

_MADVICE = (*range(5), 8, 10, 11, *range(14, 20), 102, 103)
"""How memory will be used: what allocators and thread stacks need, and nothing that throws pages of files out of
memory, or shares pages that are alike."""

_PAIR_CALLS = {"socketpair": {0: 1, 2: 0}, "sendto": {3: 0, 4: 0}, "recvfrom": {3: 0, 4: 0}}
"""Two Unix sockets that know each other alone, which each loop of `asyncio` has, and which of the arguments has what
value: no address, so that nobody else is reached, and no flags. No `sendmsg`, which could pass files on."""

_IOCTL_REQUESTS = (0x5401, 0x5413, 0x541B, 0x5421, 0x5450, 0x5451)
"""Is it a terminal, how large, how much waits to be read, non-blocking, closed on exec or not."""


def readable_paths(extra: Iterable[Path], forbidden: Iterable[Path] = ()) -> list[Path]:
    """Files and folders that student code may read: interpreter, libraries, `gradekit`, and what `extra` names.

    A course in `forbidden` may lie among the libraries; everything around it is named one by one, so that it is left
    out.
    """
    forbidden = [path.resolve() for path in forbidden]
    found: list[Path] = []
    roots = {Path(sysconfig.get_path(name)) for name in ("stdlib", "platstdlib", "purelib", "platlib")}
    roots |= {Path(sys.base_prefix) / "lib", *map(Path, site.getsitepackages())}
    roots |= {Path(root, name) for root in ("/usr", "/usr/local") for name in ("bin", "lib", "lib32", "lib64")}
    roots |= {Path("/lib"), Path("/lib64")}
    for root in roots:
        found += _around(root.resolve(), forbidden)
    system = ("/etc/ld.so.cache", "/etc/localtime", "/etc/fonts", "/etc/alternatives", "/dev/null", "/dev/urandom")
    shared = ("fonts", "fontconfig", "zoneinfo", "locale")  # no more: nbgrader's exchange lies in /usr/local/share
    found += [*map(Path, system), *(Path("/usr/share", name) for name in shared)]
    found += [Path(gradekit.__file__).resolve().parent, *extra]
    return sorted({path for path in found if path.exists()})


def _around(folder: Path, forbidden: Sequence[Path]) -> list[Path]:
    """`folder` itself, or, where it holds something of `forbidden`, everything in it that does not."""
    if not folder.is_dir() or folder in forbidden:
        return []
    if not any(folder in path.parents for path in forbidden):
        return [folder]
    found: list[Path] = []
    for entry in folder.iterdir():
        if entry.is_dir():
            found += _around(entry.resolve(), forbidden)
        elif entry.suffix in {".py", ".so"}:
            found.append(entry)
    return found


class Confinement:
    """The rules of a tier, made ready to be put on by any number of forked children: all, or the child must end.

    Student code writes to `scratch` alone, no file larger than `file_size`, and may use `memory` beyond what the warm
    process uses already; both in bytes.
    """

    def __init__(self, scratch: Path, readable: Sequence[Path], *, tier: str, memory: int, file_size: int) -> None:
        self._scratch = scratch
        self._memory = memory
        self._file_size = file_size
        self._used = 0
        self._landlock = self._build_landlock(readable) if tier not in WITHOUT_LANDLOCK else None
        self._seccomp = self._build_seccomp(tier) if tier != "unconfined" else None
        self._root = OwnRoot(scratch, readable, map(Path, filter(None, sys.path))) if tier == ISOLATED else None

    @property
    def descriptor(self) -> int:
        """The descriptor of the Landlock rules, which a child must keep until it has put them on; 0 without."""
        return self._landlock.fileno() if self._landlock is not None else 0

    @staticmethod
    def _build_landlock(readable: Sequence[Path]) -> landlockpy.Ruleset:
        rules = landlockpy.Ruleset(scoped=Scope.SIGNAL | Scope.ABSTRACT_UNIX_SOCKET)
        read = AccessFS.READ_FILE | AccessFS.READ_DIR | AccessFS.EXECUTE
        for path in readable:
            rules.allow_path(path, read if path.is_dir() else AccessFS.READ_FILE)
        rules.allow_path("/dev/null", AccessFS.READ_FILE | AccessFS.WRITE_FILE)
        return rules

    @staticmethod
    def _build_seccomp(tier: str) -> seccompy.Filter:
        """The allow-list. Read-only where there is no Landlock to say which files may be changed."""
        read_only, isolated = tier in WITHOUT_LANDLOCK, tier == ISOLATED
        rules = seccompy.Filter(default=int(Action.ERRNO) | errno.EPERM)
        for name in _ALLOWED_CALLS if read_only else _ALLOWED_CALLS + _CHANGING_CALLS:
            with suppress(ValueError):  # a call that this architecture does not have
                rules.allow(name)
        for name in _MODE_CALLS:
            with suppress(ValueError):
                rules.allow(name) if isolated else rules.errno(name, 0)
        for name, place in _OPENING_CALLS.items():
            for value, mask in ((0, _CHANGING_FLAGS),) if read_only else _NOT_TRUNCATING:
                with suppress(ValueError):
                    rules.allow(name, args=[ArgCmp(place, CmpOp.MASKED_EQ, value, mask=mask)])
        if isolated:
            rules.allow("utimensat")
        else:  # "now" is refused: `Path.touch` then opens the file, or makes it
            rules.errno("utimensat", 0, args=[ArgCmp(2, CmpOp.NE, 0)])
        for command in _FCNTL_COMMANDS if read_only else _FCNTL_COMMANDS + _LOCKING_FCNTL_COMMANDS:
            rules.allow("fcntl", args=[ArgCmp(1, CmpOp.EQ, command)])
        for name, values in _PAIR_CALLS.items():
            rules.allow(name, args=[ArgCmp(place, CmpOp.EQ, value) for place, value in values.items()])
        for advice in _MADVICE:
            rules.allow("madvise", args=[ArgCmp(2, CmpOp.EQ, advice)])
        for request in _IOCTL_REQUESTS:
            rules.allow("ioctl", args=[ArgCmp(1, CmpOp.EQ, request)])
        for flags in _CLONE_OF_PTHREAD:
            rules.allow("clone", args=[ArgCmp(0, CmpOp.EQ, flags)])
        rules.errno("clone3", errno.ENOSYS)  # libraries then fall back to clone, whose flags can be seen
        rules.allow("prlimit64", args=[ArgCmp(0, CmpOp.EQ, 0), ArgCmp(2, CmpOp.EQ, 0)])  # its own, and never set them
        for name in _CLOCK_CALLS:
            for clock in _CLOCKS:
                rules.allow(name, args=[ArgCmp(0, CmpOp.EQ, clock)])
        for name in _CALLS_ABOUT_ITSELF:
            rules.allow(name, args=[ArgCmp(0, CmpOp.EQ, 0)])
        rules.allow("getpriority", args=[ArgCmp(0, CmpOp.EQ, os.PRIO_PROCESS), ArgCmp(1, CmpOp.EQ, 0)])
        for option in (_PR_SET_NAME, _PR_SET_VMA):
            rules.allow("prctl", args=[ArgCmp(0, CmpOp.EQ, option)])
        _ = rules.program  # assembled now, once, not in every child
        seccompy.supported()  # looks for the C library with a program of the system's, which a child may not start
        return rules

    def enter(self) -> None:
        """Leave what a student's process may not even see the names of."""
        die_with_parent()
        if LINUX:
            self._used = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
        if self._root is not None:
            self._root.move_in(MOST_BYTES, MOST_FILES)

    def apply(self) -> None:
        """Put everything on. There is no way back; the next line that runs may be a student's.

        Where the system refuses anything, this raises, and the child must end.
        """
        if LINUX:
            self._drop_capabilities()
            self._limit()
        if self._landlock is not None:
            self._allow_scratch(self._landlock)
            self._landlock.restrict()
            self._landlock.close()
        else:
            keep_descriptors()
        if self._seccomp is not None:
            self._seccomp.load()

    def _allow_scratch(self, rules: landlockpy.Ruleset) -> None:
        """The scratch folder is another one for each process, so that the rules cannot know it before."""
        writable = (
            AccessFS.READ_FILE
            | AccessFS.READ_DIR
            | AccessFS.WRITE_FILE
            | AccessFS.MAKE_REG
            | AccessFS.MAKE_DIR
            | AccessFS.REMOVE_FILE
            | AccessFS.REMOVE_DIR
            | AccessFS.TRUNCATE
            | AccessFS.REFER
        )
        rules.allow_path(self._scratch, writable)

    def _limit(self) -> None:
        limits = {
            resource.RLIMIT_AS: self._used + self._memory,
            resource.RLIMIT_FSIZE: self._file_size,
            resource.RLIMIT_CORE: 0,
            # without Landlock nobody counts the files that are deleted and held open, so they are fewer
            resource.RLIMIT_NOFILE: 64 if self._landlock is None else MOST_DESCRIPTORS,
            resource.RLIMIT_MEMLOCK: 0,
            resource.RLIMIT_MSGQUEUE: 0,
        }
        for name, value in limits.items():
            resource.setrlimit(name, (value, value))
        # A write beyond the largest file is an error for the student's code, not the death of its process.
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)

    def _drop_capabilities(self) -> None:
        libc = ctypes.CDLL(None)
        for number in range(_MOST_CAPABILITIES):
            libc.prctl(_PR_CAPBSET_DROP, number, 0, 0, 0)
        header = (ctypes.c_uint32 * 2)(_CAPABILITY_VERSION_3, 0)
        nothing = (ctypes.c_uint32 * 6)()
        try:
            demand("capset", header, nothing)
        except OSError:
            if self._seccomp is not None:  # without any wall they are few, or the system may refuse this too
                raise


def leave_signals_alone() -> None:
    """Leave to the process that started this one what a terminal sends to all: Ctrl-C, and that it is closed."""
    for name in ("SIGINT", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_IGN)


def die_with_parent() -> None:
    """Have the system kill this process when its parent ends, however that ends."""
    if LINUX:
        demand("prctl", _PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)


def keep_descriptors() -> None:
    """Have no process of the same user open what this one has open: who reads a pipe takes its messages away.

    Landlock does that, and more; this is for processes where there is none, until they start another program.
    """
    if LINUX:
        demand("prctl", _PR_SET_DUMPABLE, 0, 0, 0, 0)


@cache
def probe() -> tuple[str, str]:
    """Tell the tier that this machine offers, and why, in one sentence: all that it rests on is tried in a child."""
    if not LINUX:
        return "unconfined", f"{sys.platform} has neither Landlock nor seccomp"
    landlock, seccomp = _holds(_landlock_holds), _holds(_seccomp_holds)
    if not seccomp:
        return "unconfined", "the kernel or a container denies seccomp"
    if not landlock:
        return "container", "Landlock is denied here: student code can read what you can read, and change nothing"
    abi = landlockpy.abi_version()
    if not _holds(_namespaces_hold):
        return "confined", f"Landlock (ABI {abi}) and seccomp hold; namespaces of a user are denied here"
    return ISOLATED, f"Landlock (ABI {abi}), seccomp and namespaces hold"


def _holds(experiment: Callable[[], bool]) -> bool:
    """Try a restriction in a forked child that ends right after; its exit status tells."""
    child = os.fork()
    if child == 0:
        try:
            os._exit(0 if experiment() else 1)
        except BaseException:  # noqa: BLE001
            os._exit(1)
    return os.waitpid(child, 0)[1] == 0


def _namespaces_hold() -> bool:
    namespaces.unshare()
    OwnRoot(Path(__file__).parent, [Path("/dev/null")]).move_in(MOST_BYTES, MOST_FILES)
    return not Path(__file__).exists()


def _landlock_holds() -> bool:
    if not landlockpy.supported():
        return False
    with landlockpy.Ruleset() as rules:
        rules.restrict()
    try:
        os.listdir("/")
    except PermissionError:
        return True
    return False


def _seccomp_holds() -> bool:
    rules = seccompy.Filter(default=Action.ALLOW)
    rules.errno("getpgid", errno.EPERM)
    rules.load()
    try:
        os.getpgid(0)
    except PermissionError:
        return True
    return False
