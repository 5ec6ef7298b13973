"""The manifest of a cohort's releases: what students were given, as it was built."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from hippograd.course.assignments import Assignment
from hippograd.course.root import Course
from hippograd.errors import HippogradError


def manifest_path(course: Course, cohort: str) -> Path:
    """Return where the manifest of a cohort's releases is."""
    return course.release_folder / cohort / "manifest.json"


def read_manifest(path: Path) -> dict[str, Any]:
    """Return what a manifest says; empty where there is none."""
    try:
        manifest: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (ValueError, RecursionError) as error:
        raise HippogradError("manifest-damaged", file=path, cause=error) from error
    return manifest


def other_points(course: Course, cohort: str, assignment: Assignment) -> dict[str, tuple[float, float]]:
    """Return the tasks whose points are others than in the release: what the release says, and what they are now."""
    entry = read_manifest(manifest_path(course, cohort)).get("assignments", {}).get(assignment.name, {})
    released = {task["name"]: task["auto_points"] + task["written_points"] for task in entry.get("tasks", [])}
    now = {task.name: task.points for task in assignment.tasks}
    names = [name for name in {**released, **now} if released.get(name, 0) != now.get(name, 0)] if released else []
    return {name: (released.get(name, 0), now.get(name, 0)) for name in names}
