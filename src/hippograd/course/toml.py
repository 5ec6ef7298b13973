"""Reading the course's TOML files, with one-line errors that name the file."""

import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from hippograd.errors import HippogradError
from hippograd.files import write_whole

if TYPE_CHECKING:
    from tomlkit import TOMLDocument

T = TypeVar("T")

_PLACE = re.compile(r" - at `(?:key in )?\$\.?(.*)`$")
_WORDS = (
    (r"Object missing required field `(\w+)`", r"\1 is missing"),
    (r"Object contains unknown field `(\w+)`", r"unknown key '\1'"),
    (r"Expected `float", "expected `number"),
    (r"Expected `int", "expected `whole number"),
    (r"Expected `array", "expected `list"),
    (r"Expected `object", "expected `table"),
    (r"`str", "`text"),
    ("Expected", "expected"),
    ("`", ""),
)


def read_toml(path: Path) -> dict[str, Any]:
    """Return the tables of a TOML file."""
    if path.exists() and not path.is_file():  # a pipe would be waited for
        raise HippogradError("not-a-file", file=path)
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8-sig"))
        repr(tables)  # which fails on 0xfff… where it is longer than Python shows
        return tables
    except OSError as error:
        raise HippogradError("toml-unreadable", file=path, cause=error.strerror) from error
    except (ValueError, RecursionError) as error:  # also bytes that are no text, and lists in lists without end
        raise HippogradError("toml-bad", file=path, cause=error) from error


def editable_toml(path: Path) -> "TOMLDocument":
    """Return a TOML file to be changed and written again, comments and all; empty where it does not exist."""
    import tomlkit

    if not path.is_file():
        return tomlkit.document()
    read_toml(path)
    return tomlkit.parse(path.read_text(encoding="utf-8-sig"))


def convert(value: Any, kind: type[T], where: str, remedy: str = "Correct that place.") -> T:
    """Return what a table holds, as a struct that states which keys there are and what each may be."""
    try:
        return msgspec.convert(value, kind)
    except msgspec.ValidationError as error:
        raise HippogradError(
            "value-bad", where=where, cause=in_words(str(error)), known=_known_keys(str(error), kind), remedy=remedy
        ) from None


def _known_keys(error: str, kind: type) -> str:
    """Return the keys that a table may have, where `msgspec` says that one is unknown; empty where it says something
    else."""
    path = _PLACE.search(error)
    if not error.startswith("Object contains unknown field"):
        return ""
    table: Any = msgspec.inspect.type_info(kind)
    for step in re.findall(r"\w+", re.sub(r"\[(\d+|\.\.\.)\]", "", path[1])) if path else ():
        fields = {field.encode_name: field.type for field in getattr(table, "fields", ())}
        table = fields.get(step, getattr(table, "value_type", None))
        table = getattr(table, "item_type", table)
    known = [field.encode_name for field in getattr(table, "fields", ())]
    return f" Known: {', '.join(known)}." if known else ""


def in_words(error: str) -> str:
    """Return what `msgspec` says of a value, in plain words: ``", task[1].minutes: expected whole number, got
    text"``."""
    place = _PLACE.search(error)
    said = _PLACE.sub("", error)
    for pattern, words in _WORDS:
        said = re.sub(pattern, words, said)
    path = re.sub(r"\[(\d+)\]", lambda found: f"[{int(found[1]) + 1}]", place[1]) if place else ""
    return f", {path}: {said}" if path else f": {said}"


def put_table(file: Path, heading: str, lines: str) -> None:
    """Write a table into a file, in place of the one with this heading or at the end; all else stays as it is."""
    data = file.read_bytes() if file.exists() else b""
    text = data.decode("utf-8-sig").replace("\r\n", "\n")
    block = lines.rstrip() + "\n"
    pattern = re.compile(rf"(?ms)^{re.escape(heading)}([ \t]*(?:#[^\n]*)?)\n.*?(?=^\[|^# -|\Z)")
    if found := pattern.search(text):
        block = block.replace("\n", f"{found[1]}\n", 1)  # a comment stays
        new = text[: found.start()] + block + ("\n" if found.end() < len(text) else "") + text[found.end() :]
    else:
        new = f"{text.rstrip()}\n\n{block}" if text.strip() else block
    tomllib.loads(new)
    write_whole(file, (new.replace("\n", "\r\n") if b"\r\n" in data else new).encode())
