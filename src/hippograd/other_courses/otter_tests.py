"""Otter's tests as data: files are parsed, and nothing of them is run here."""

from __future__ import annotations

import ast
import doctest
import json
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from textwrap import dedent
from typing import Any

import msgspec

from hippograd.errors import HippogradError
from hippograd.other_courses.small_course import Case, Question

_CASE_FIELDS = ("name", "points", "hidden", "success_message", "failure_message")
"""Of Otter's `test_case`, in the order in which it takes them."""


class Source(msgspec.Struct):
    """What an assignment is graded with."""

    config: dict[str, Any]
    questions: list[Question]
    files: dict[str, bytes]


def read_source(path: Path) -> Source:
    """Return what a zip of `otter assign`, a folder with `tests/`, or a notebook with tests in its metadata says."""
    if path.is_dir() and not any(path.glob("tests/*.py")):
        inside = sorted([*path.glob("*.zip"), *path.glob("*.ipynb")], key=lambda file: (file.suffix, file.name))
        if not inside:
            raise HippogradError("otter-nothing", path=path)
        return read_source(inside[-1])
    if path.suffix == ".ipynb":
        return Source({}, _in_notebook(path), {})
    files = _in_zip(path) if path.is_file() else {name: file.read_bytes() for name, file in _below(path).items()}
    tests = {name: data for name, data in sorted(files.items()) if name.startswith("tests/") and name.endswith(".py")}
    questions = [
        _in_file(Path(name).stem, data.decode("utf-8", "replace"), f"{path}, {name}")
        for name, data in tests.items()
        if data.strip()
    ]
    if not questions:
        raise HippogradError("otter-nothing", path=path)
    try:
        config = json.loads(files.get("otter_config.json", b"{}"))
    except (ValueError, RecursionError) as error:
        raise HippogradError("otter-config-bad", path=path, cause=error) from None
    for key, value in config.items():
        if (key == "grade_from_log" and value) or (key == "lang" and value != "python"):
            raise HippogradError("otter-config-refused", path=path, setting=f"{key}: {json.dumps(value)}")
    beside = {name.removeprefix("files/"): data for name, data in files.items() if name.startswith("files/")}
    return Source(config, questions, beside)


def _below(folder: Path) -> dict[str, Path]:
    wanted = [folder / "otter_config.json", *folder.glob("tests/*.py"), *folder.glob("files/**/*")]
    return {path.relative_to(folder).as_posix(): path for path in wanted if path.is_file()}


def _in_zip(path: Path) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(path) as archive:
            return {info.filename: archive.read(info) for info in archive.infolist() if not info.is_dir()}
    except (OSError, zipfile.BadZipFile) as error:
        raise HippogradError("otter-zip-bad", path=path, cause=error) from None


def _in_notebook(path: Path) -> list[Question]:
    try:
        notebook = json.loads(path.read_bytes())
        tests = notebook["metadata"].get("otter", {}).get("tests", {})
        texts = ["".join(cell["source"]) for cell in notebook["cells"]]
    except (OSError, KeyError, TypeError, ValueError, RecursionError) as error:
        raise HippogradError("source-not-notebook", file=path, cause=error) from None
    if any(text.lstrip().upper().startswith("# ASSIGNMENT CONFIG") for text in texts):
        raise HippogradError("otter-master", file=path)
    if not tests:
        raise HippogradError("otter-nothing", path=path)
    return [
        _in_file(key, test, f"{path}, test {key}") if isinstance(test, str) else _ok(key, test, f"{path}, test {key}")
        for key, test in sorted(tests.items())
    ]


def _in_file(key: str, text: str, where: str) -> Question:
    try:
        body = ast.parse(text).body
    except SyntaxError as error:
        raise HippogradError("otter-test-bad", where=where, cause=error) from None
    assigned = {
        target.id: node.value
        for node in body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    says = {name: _literal(node, where) for name, node in assigned.items() if name in _READ}
    if says.get("OK_FORMAT", "test" in says):
        return _ok(key, says.get("test"), where)
    if "name" not in says:
        raise HippogradError("otter-test-bad", where=where, cause="it defines neither `test` nor `name`")
    marked: dict[str, dict[str, Any]] = {}
    for node in body:
        for call in getattr(node, "decorator_list", []):
            if isinstance(call, ast.Call) and ast.unparse(call.func).rpartition(".")[2] == "test_case":
                named = [(one.arg or "", one.value) for one in call.keywords]
                given = [*zip(_CASE_FIELDS, call.args, strict=False), *named]
                marked[node.name] = {name: _literal(value, where) for name, value in given}  # type: ignore[attr-defined]
    cases = [{"hidden": False, **case} for case in marked.values()]
    return _question(key, says, cases, where, text)


_READ = ("OK_FORMAT", "test", "name", "points", "all_or_nothing")


def _literal(node: ast.expr, where: str) -> Any:
    try:
        return ast.literal_eval(node)
    except ValueError:
        cause = f"line {node.lineno} is no plain value: `{ast.unparse(node)[:60]}`"
        raise HippogradError("otter-test-bad", where=where, cause=cause) from None


def _ok(key: str, test: Any, where: str) -> Question:
    try:
        (suite,) = test["suites"]
        cases = [{"hidden": True, **case, "code": dedent(case["code"])} for case in suite["cases"]]
        if suite.get("type", "doctest") != "doctest" or suite.get("setup") or suite.get("teardown"):
            raise ValueError("a suite is a doctest without setup and teardown")
        for case in cases:
            doctest.DocTestParser().get_examples(case["code"])
        return _question(key, {"name": test["name"], **test}, cases, where)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise HippogradError("otter-test-bad", where=where, cause=error) from None


def _question(key: str, says: Mapping[str, Any], cases: list[dict[str, Any]], where: str, source: str = "") -> Question:
    name = says["name"]
    try:
        points = case_points(says.get("points"), [case.get("points") for case in cases])
    except ValueError as error:
        raise HippogradError("otter-test-bad", where=where, cause=error) from None
    found = [
        Case(
            case.get("name") or f"{name} - {place}",
            worth,
            bool(case["hidden"]),
            case.get("success_message") or "",
            case.get("failure_message") or "",
            case.get("code", ""),
        )
        for place, (case, worth) in enumerate(zip(cases, points, strict=True), 1)
    ]
    return Question(key, name, found, bool(says.get("all_or_nothing")), source)


def case_points(total: Any, own: Sequence[Any]) -> list[float]:
    """Return the points of each case, from those of the question and what cases say, by Otter's rules.

    Examples
    --------
    >>> case_points(None, [None, None]), case_points(3, [1, None, None]), case_points(None, [2, None])
    ([0.5, 0.5], [1, 1.0, 1.0], [2, 0.0])
    """
    if isinstance(total, list):
        if len(total) != len(own):
            raise ValueError(f"it has {len(own)} cases and points for {len(total)}")
        own, total = total, None
    if any(type(one) not in (int, float) for one in (total, *own) if one is not None):
        raise ValueError(f"points are {total!r} and {list(own)!r}, not numbers")
    said, silent = sum(one for one in own if one is not None), own.count(None)
    if total is not None and said > total:
        raise ValueError(f"its cases have {said:g} points, more than the {total:g} of the question")
    if total is None:
        total = 1 if not any(own) else said
    each = (total - said) / silent if silent else 0.0
    return [each if one is None else one for one in own]
