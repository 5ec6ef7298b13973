"""Reading the course's TOML files, with one-line errors that name the file."""

import tomllib
from pathlib import Path
from typing import Any

from hippograd.errors import HippogradError


def read_toml(path: Path) -> dict[str, Any]:
    """The tables of a TOML file.

    Raises
    ------
    HippogradError
        When the file is missing, unreadable or no TOML; the message gives the line.
    """
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise HippogradError(
            f"{path} cannot be read: {error.strerror}.", "Create it or fix its permissions."
        ) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise HippogradError(f"{path} is no valid TOML: {error}.", "Correct that place.") from error
