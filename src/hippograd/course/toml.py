"""Reading the course's TOML files, with one-line errors that name the file."""

import re
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
        raise HippogradError(f"{path} is not valid TOML: {error}.", "Correct that place.") from error


def put_table(file: Path, heading: str, lines: str) -> None:
    """Write a table into a file, in place of the one with this heading or at the end; all else stays as it is.

    Parameters
    ----------
    file : Path
        Made where it does not exist.
    heading : str
        Such as ``"[2026.fit_network]"``.
    lines : str
        The table, its heading first.
    """
    text = file.read_text(encoding="utf-8") if file.exists() else ""
    block = lines.rstrip() + "\n"
    pattern = re.compile(rf"(?ms)^{re.escape(heading)}\n.*?(?=^\[|^# -|\Z)")
    if pattern.search(text):
        new = pattern.sub(lambda match: block + ("\n" if match.end() < len(text) else ""), text)
    else:
        new = f"{text.rstrip()}\n\n{block}" if text.strip() else block
    tomllib.loads(new)
    file.write_text(new, encoding="utf-8")
