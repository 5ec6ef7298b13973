"""Every code that the engine says has words, and is told what they need."""

from __future__ import annotations

import ast
import pickle
from collections.abc import Iterator

import pytest

from hippograd.errors import HippogradError, Problem
from hippograd.messages import page, placeholders, table
from tests.conftest import ROOT

SOURCES = sorted((ROOT / "src" / "hippograd").rglob("*.py"))


def _said() -> Iterator[tuple[str, str, set[str]]]:
    """Find each place that says a code: where it is, the code, and what it is told."""
    for path in SOURCES:
        for call in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(call, ast.Call) and call.args and isinstance(first := call.args[0], ast.Constant):
                is_error = isinstance(call.func, ast.Name) and call.func.id in (
                    "HippogradError",
                    "MachineUnfit",
                    "_Gone",
                )
                is_value = ast.unparse(call.func) in ("Problem.of", "Note.of")
                is_value |= ast.unparse(call.func) == "super().__init__" and bool(call.keywords)
                if isinstance(first.value, str) and (is_value or is_error):
                    told = {keyword.arg or "**" for keyword in call.keywords}
                    yield f"{path.relative_to(ROOT)}:{call.lineno}", first.value, told


SAID = list(_said())


@pytest.mark.parametrize(("place", "code", "told"), SAID, ids=[f"{code}-{place}" for place, code, _ in SAID])
def test_a_code_has_words_and_is_told_what_they_need(place: str, code: str, told: set[str]) -> None:
    assert code in table(), place
    assert "**" in told or placeholders(code) <= told, place


def test_no_words_are_left_over() -> None:
    assert set(table()) == {code for _, code, _ in SAID}


def test_codes_stand_in_the_order_of_the_alphabet() -> None:
    assert list(table()) == sorted(table())


def test_the_page_of_messages_is_what_they_say() -> None:
    assert (ROOT / "docs" / "messages.md").read_text("utf-8") == "\n".join(page()), "run `make commands`"


def test_an_error_keeps_its_code_and_data_wherever_it_goes() -> None:
    error = HippogradError("assignment-ambiguous", part="1", found=["1_a", "1_b"])
    assert (error.code, error.data) == ("assignment-ambiguous", {"part": "1", "found": ["1_a", "1_b"]})
    assert pickle.loads(pickle.dumps(error)).problem == error.problem == error.problem.error.problem


def test_a_name_with_ends_of_lines_begins_no_line_of_its_own() -> None:
    problem = Problem.of("assignment-ambiguous", part="1\n! basil02: all is well", found=[])
    assert "\n" not in str(problem)
    assert "\n" not in problem.data["part"]
