"""What checks may ask for by name besides the student, the generator and the numbers of the cohort."""

from pathlib import Path
from typing import Any

from . import read_ruler


def fixtures(data: Path) -> dict[str, Any]:
    """`ruler`, the marks of the cohort's ruler, where an assignment asks for it."""
    file = data / "ruler.csv"
    return {"ruler": read_ruler(file)} if file.is_file() else {}
