"""What a course never has in version control: one list, and the refusal to write beside it."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable
from pathlib import Path

from hippograd.errors import HippogradError
from hippograd.files import where_it_leads

IGNORED = (
    "/autograder/graders/secret.txt",
    "/submitted/",
    "/submissions*",
    "/downloaded/",
    "/records/",
    "/autograded/",
    "/feedback/",
    "/exchange/",
    "*.db",
    "*.db-*",
    "*.db.*",
    ".nbgrader.log",
    ".building-*",
    "*.key",
    "/results*.json",
    "*-records*.zip",
    "*-gradescope.zip",
    *(f"/*.{suffix}" for suffix in ("csv", "xlsx", "jsonl", "html", "ipynb", "zip", "age", "gpg")),
)
"""The lines of a course's .gitignore: what commands and platforms write with data of students, by its usual name."""


def missing_lines(root: Path) -> list[str]:
    """Return those that the .gitignore of a course lacks."""
    file = root / ".gitignore"
    there = file.read_text("utf-8", "replace").splitlines() if file.is_file() else []
    return [line for line in IGNORED if line not in there]


def refuse_unignored(root: Path, files: Iterable[Path] = (), folders: Iterable[Path] = ()) -> None:
    """Refuse to write data of students where git would take them.

    Only the repository of the course is asked: a git that is called elsewhere obeys what lies there.
    """
    root = where_it_leads(root)
    top = next((one for one in (root, *root.parents) if (one / ".git").exists()), None)
    # of a folder that is not there git does not know that it is one: a file in it says so
    named = [*((path, path) for path in files), *((path, path / "file") for path in folders)]
    asked = {str(where_it_leads(inside)): where_it_leads(path) for path, inside in named}
    asked = {name: path for name, path in asked.items() if top is not None and path.is_relative_to(top)}
    if not asked:
        return
    command = ["git", "-C", str(root), "check-ignore", "--stdin", "-z"]
    try:
        done = subprocess.run(command, input=os.fsencode("\0".join(asked)), capture_output=True, check=False)
    except OSError:
        return  # without git nothing is committed
    ignored = os.fsdecode(done.stdout).split("\0")
    taken = next((name for name in asked if name not in ignored), None)
    if taken is None or done.returncode > 1:  # 128: no repository for git, or not for this user
        return
    path, base = asked[taken], root if asked[taken].is_relative_to(root) else top
    assert base is not None, "what is asked for lies in it"
    line = f"/{path.relative_to(base).as_posix()}{'/' * (taken != str(path))}"
    raise HippogradError("not-ignored", path=path, line=line, file=base / ".gitignore")
