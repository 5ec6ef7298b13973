"""Runs a command under the conditions of other machines: as nobody in particular, or as in a Docker container.

    python tests/system/sandbox/conditions.py docker unprivileged -- pytest tests/system/sandbox/test_attacks.py

A container's conditions are a set of capabilities and a system-call filter, both inherited and irrevocable: they are
put on here as Docker puts them on, from its default profile (github.com/moby/profiles, version 28), with the calls
that it denies. It must run as root, except for a filter alone.
"""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from pathlib import Path

import seccompy
from seccompy import ArgCmp, CmpOp

USER = 65534
"""The unprivileged user, by convention nobody."""

DOCKER_CAPABILITIES = {0, 1, 3, 4, 5, 6, 7, 8, 10, 13, 18, 27, 29, 31}
"""chown, dac_override, fowner, fsetid, kill, setgid, setuid, setpcap, net_bind_service, net_raw, sys_chroot, mknod,
audit_write, setfcap."""

DENIED_BY_DOCKER = """
_sysctl acct add_key bpf clock_settime create_module delete_module fanotify_init finit_module fsconfig fsmount fsopen
fspick get_kernel_syms get_mempolicy init_module io_uring_enter io_uring_register io_uring_setup ioperm iopl kcmp
kexec_file_load kexec_load keyctl lookup_dcookie mbind migrate_pages mount mount_setattr move_mount move_pages
nfsservctl open_by_handle_at open_tree perf_event_open pidfd_getfd pivot_root process_madvise query_module quotactl
quotactl_fd reboot request_key set_mempolicy set_mempolicy_home_node setdomainname sethostname setns settimeofday
swapoff swapon sysfs syslog umount2 unshare uselib userfaultfd ustat vhangup
""".split()

NAMESPACES = 0x7E020000
"""The flags of clone that make a namespace."""

LANDLOCK = ("landlock_create_ruleset", "landlock_add_rule", "landlock_restrict_self")

PROFILES = ("none", "docker", "old-docker", "no-sandbox")
"""`old-docker`: before version 23, whose profile did not know Landlock. `no-sandbox`: neither Landlock nor seccomp."""

_CLONE_NEWNS, _MS_BIND, _MS_REC, _MS_PRIVATE = 0x20000, 0x1000, 0x4000, 0x40000
_PR_CAPBSET_DROP = 24


def system_call_filter(profile: str) -> seccompy.Filter:
    """The filter of a profile."""
    rules = seccompy.Filter()
    if profile in ("docker", "old-docker"):
        for name in DENIED_BY_DOCKER:
            _deny(rules, name)
        rules.allow("clone", args=[ArgCmp(0, CmpOp.MASKED_EQ, 0, mask=NAMESPACES)])
        rules.errno("clone", errno.EPERM)
        rules.errno("clone3", errno.ENOSYS)
        rules.errno("socket", errno.EPERM, args=[ArgCmp(0, CmpOp.EQ, 40)])  # AF_VSOCK
    if profile in ("old-docker", "no-sandbox"):
        for name in LANDLOCK:
            _deny(rules, name)
    if profile == "no-sandbox":
        _deny(rules, "seccomp")
    return rules


def _deny(rules: seccompy.Filter, name: str) -> None:
    try:
        rules.errno(name, errno.EPERM)
    except ValueError:
        return  # a call that this architecture, or this version of the table, does not have


def put_on(profile: str, user: str) -> None:
    """Make this process live under a profile, as a user; `root` and `unprivileged` need root, `same` does not."""
    if user == "unprivileged":
        root = Path(__file__).resolve().parents[3]
        _live_in_mounts_of_its_own()
        _let_everybody_reach(root, Path(sys.prefix), Path(sys.base_prefix))
    if profile in ("docker", "old-docker") and os.geteuid() == 0:
        libc = ctypes.CDLL(None, use_errno=True)
        for number in range(64):
            if number not in DOCKER_CAPABILITIES:
                libc.prctl(_PR_CAPBSET_DROP, number, 0, 0, 0)
    if user == "unprivileged":
        os.setgroups([])
        os.setresgid(USER, USER, USER)
        os.setresuid(USER, USER, USER)
    if profile != "none":
        system_call_filter(profile).load()


def _live_in_mounts_of_its_own() -> None:
    if ctypes.CDLL(None, use_errno=True).unshare(_CLONE_NEWNS) != 0:
        raise OSError(ctypes.get_errno(), "unshare")
    _mount("none", "/", None, _MS_REC | _MS_PRIVATE)


def _mount(source: str, target: Path | str, kind: bytes | None, flags: int, data: bytes | None = None) -> None:
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.mount(source.encode(), str(target).encode(), kind, ctypes.c_ulong(flags), data) != 0:
        raise OSError(ctypes.get_errno(), f"mount {target}")


def _let_everybody_reach(*folders: Path) -> None:
    """Show what lies in a home folder to other users."""
    os.umask(0o022)  # of the folders made below: one that is inherited may close them again
    closed = {folder: outermost for folder in folders if (outermost := _outermost_closed(folder))}
    here = Path.cwd()
    shown = [path for folder in closed for path in ([folder] if _is_open(folder) else folder.iterdir())]
    held = {path: os.open(path, os.O_PATH) for path in shown}
    folders_of = {path for path in held if path.is_dir()}
    for folder in set(closed.values()):
        _mount("tmpfs", folder, b"tmpfs", 0, b"mode=755")
    for path, descriptor in held.items():
        if not path.exists():  # as it does in another one of them
            path.parent.mkdir(parents=True, exist_ok=True)
            path.mkdir() if path in folders_of else path.touch()
            _mount(f"/proc/self/fd/{descriptor}", path, None, _MS_BIND | _MS_REC)
        os.close(descriptor)
    os.chdir(here)  # which is another folder now


def _outermost_closed(folder: Path) -> Path | None:
    """The outermost folder, itself or around it, that others cannot pass; None where there is none."""
    return next((path for path in reversed([folder, *folder.parents]) if not _is_open(path)), None)


def _is_open(folder: Path) -> bool:
    return bool(folder.stat().st_mode & 0o001)


def main() -> None:
    profile, user, separator, *command = sys.argv[1:]
    if profile not in PROFILES or user not in ("root", "unprivileged", "same") or separator != "--":
        sys.exit(__doc__)
    put_on(profile, user)
    os.execvp(command[0], command)


if __name__ == "__main__":
    main()
