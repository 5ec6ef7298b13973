"""Feedback pages in a zip, under the names that a platform wants for giving them back in bulk."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Literal

from hippograd.intake import Origin

Kind = Literal["moodle", "canvas", "folders"]
_MOODLE = re.compile(r"(?P<who>.+?_\d+)_assignsubmission_(?:file|onlinetext)_?")


@dataclass
class PagesZip:
    """A zip, and those whose page has no place in it."""

    content: bytes = b""
    count: int = 0
    left_out: list[str] = field(default_factory=list)
    """Who did not come from that platform, so that it could not tell whose the page is."""

    shared: list[str] = field(default_factory=list)
    """Members of a group whose hand-in has one name: the page of another member stands for theirs."""


def zip_pages(pages: Mapping[str, bytes], origins: Mapping[str, Origin], assignment: str, kind: Kind) -> PagesZip:
    """Pack pages."""
    found = PagesZip()
    names: dict[str, str] = {}
    for student in sorted(pages):
        name = _name(student, origins.get(student, Origin()), assignment, kind)
        if name is None:
            found.left_out.append(student)
        elif name in names:
            found.shared.append(student)
        else:
            names[name] = student
    found.count = len(names)
    found.content = _packed((name, pages[student]) for name, student in names.items())
    return found


def _name(student: str, origin: Origin, assignment: str, kind: Kind) -> str | None:
    if kind == "folders":
        return f"{student}/{assignment}.html"
    path = PurePosixPath(origin.name)  # with the folders around everything
    if kind == "moodle" and origin.platform == "Moodle":
        known = next(filter(None, map(_MOODLE.match, path.parts)), None)
        return f"{known['who']}_assignfeedback_file_/{assignment}.html" if known else None
    return f"{path.stem}.html" if kind == "canvas" == origin.platform.casefold() else None


def _packed(files: Iterable[tuple[str, bytes]]) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in files:
            packed.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return content.getvalue()
