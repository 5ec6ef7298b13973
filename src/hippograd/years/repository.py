"""What git says of a course."""

from __future__ import annotations

import subprocess

from hippograd.course import Course
from hippograd.errors import HippogradError

OF_THE_COURSE = ("assignments", "autograder", "src", "release")
"""Folders without which nothing can be graded again."""


def git(course: Course, *arguments: str) -> str:
    """Return what a command of git prints in the course's folder."""
    try:
        done = subprocess.run(["git", "-C", course.root, *arguments], capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError) as error:
        said = (getattr(error, "stderr", "") or str(error)).strip().partition("\n")[0]
        raise HippogradError("git-failed", command=arguments[0], folder=course.root, cause=said) from error
    return done.stdout.rstrip()


def uncommitted(course: Course) -> list[str]:
    """Return files of the course whose present state is in no commit; the secret never is."""
    secret = course.secret_file.relative_to(course.root).as_posix()
    listed = git(course, "status", "--porcelain", "--untracked-files=all", "--", *OF_THE_COURSE, f":(exclude){secret}")
    return [line[3:] for line in listed.splitlines()]
