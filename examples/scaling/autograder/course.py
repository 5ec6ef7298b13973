"""What the engine asks of this small course: a library, and a file of data for each cohort."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from hippograd.errors import HippogradError
from hippograd.kit import CourseKit


def rulers(root: Path, cohort: str, numbers: Mapping[str, Any], kinds: Sequence[str]) -> Mapping[str, Path]:
    """The ruler of a cohort, as ``ruler.csv``, where an assignment asks for it."""
    file = root / "autograder" / "rulers" / f"{cohort}.csv"
    if "ruler" not in kinds:
        return {}
    if not file.is_file():
        raise HippogradError(f"{file} is missing, the ruler of cohort {cohort}.", "Restore it from git.")
    if hashlib.sha256(file.read_bytes()).hexdigest() != numbers.get("ruler", {}).get("sha256"):
        raise HippogradError(
            f"{file} is not the ruler that cohort {cohort} states: its SHA-256 differs.",
            "Restore the file, or state its new sum in assignments/cohorts.toml.",
        )
    return {"ruler.csv": file}


def draw(base: Mapping[str, Any], earlier: Sequence[Mapping[str, Any]], seed: int) -> dict[str, Any]:
    """Another factor and another shift than any cohort has."""
    rng = random.Random(seed)
    taken = {earlier_one["scaling"][name] for earlier_one in earlier for name in ("factor", "shift")}
    factor, shift = (
        rng.choice([k / 2 for k in numbers if k / 2 not in taken]) for numbers in (range(3, 20), range(-9, 0))
    )
    return {"scaling": {**base["scaling"], "factor": factor, "shift": shift}}


def freeze(root: Path, cohort: str, numbers: Mapping[str, Any]) -> Mapping[str, str]:
    """Write the ruler of a new cohort: four marks, each the square of a multiple of its factor."""
    file = root / "autograder" / "rulers" / f"{cohort}.csv"
    if file.exists():
        raise HippogradError(
            f"{file} exists: the ruler of {cohort} is made.", "Remove it only if nobody has used it yet."
        )
    text = "".join(f"{(k * numbers['scaling']['factor']) ** 2}\n" for k in range(4))
    file.write_text(text, encoding="utf-8")
    return {"ruler": f'[{cohort}.ruler]\nsha256 = "{hashlib.sha256(text.encode()).hexdigest()}"'}


COURSE = CourseKit(
    package=Path(__file__).resolve().parent / "scaling",
    fixtures="scaling.fixtures",
    data_files=rulers,
    draw_numbers=draw,
    freeze=freeze,
)
