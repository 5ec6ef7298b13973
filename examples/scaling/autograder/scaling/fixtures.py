"""What checks may ask for by name besides the student, the generator and the numbers of the cohort."""

from pathlib import Path
from typing import Any

from . import read_ruler


def fixtures(data: Path) -> dict[str, Any]:
    """`ruler`, the marks of the cohort's ruler, from a `data` folder of a release."""
    return {"ruler": read_ruler(data / "ruler.csv")}
