"""What chapters 3 and 4 say of their own results is so, in each cohort: numbers are read from the executed solutions.

Each row names a sentence of a chapter, the cell that it rests on, and what must hold of that cell's output. A sentence
that is reworded is missed here, and a cohort whose numbers make one false fails.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

import numpy as np
import pytest

from tests.conftest import ROOT

COHORTS = sorted(folder.name for folder in (ROOT / "solutions").iterdir() if (folder / "4_pytorch").is_dir())
BY_HAND, TORCH = "3_backpropagation", "4_pytorch"


@cache
def cells(cohort: str, chapter: str) -> dict[str, tuple[str, str]]:
    """Source and printed output of each cell of a solution, by the cell's id."""
    file = ROOT / "solutions" / cohort / chapter / f"{chapter}.ipynb"
    found = {}
    for cell in json.loads(file.read_text(encoding="utf-8"))["cells"]:
        printed = [
            "".join(output.get("text") or output.get("data", {}).get("text/plain", ""))
            for output in cell.get("outputs", [])
        ]
        found[cell["id"]] = ("".join(cell["source"]), "\n".join(printed))
    return found


def numbers(pattern: str, text: str) -> list[float]:
    """All numbers that stand where the pattern has its groups, one after the other."""
    found = [float(value) for groups in re.findall(pattern, text) for value in np.atleast_1d(groups)]
    assert found, f"nothing like {pattern!r} in\n{text}"
    return found


NUMBER = r"([-+]?[\d.]+(?:e[-+]?\d+)?)"
Holds = Callable[[str], bool]


class Statement(NamedTuple):
    """A sentence of a chapter, the cell whose output it rests on, and whether it holds of that output."""

    chapter: str
    words: str
    cell: str
    holds: Holds


def collapse(printed: str) -> bool:
    lines = [numbers(NUMBER, line.split(":")[1]) for line in printed.strip().splitlines()]
    return np.allclose(lines[0], lines[1]) and not np.allclose(lines[0], lines[2])


def pairs_agree(pattern: str) -> Holds:
    def holds(printed: str) -> bool:
        pairs = np.reshape(numbers(pattern, printed), (-1, 2))
        return len(pairs) == 3 and bool(np.all(pairs != 0)) and np.allclose(*pairs.T, rtol=2e-4)

    return holds


def angles(printed: str) -> dict[int, float]:
    found = np.reshape(numbers(rf"(?m)^ *(\d+) +{NUMBER}°", printed), (-1, 2))
    return {int(size): angle for size, angle in found}


def no_random_direction(printed: str) -> bool:
    (spread,) = numbers(rf"90° ± {NUMBER}°", printed)
    return 75 < angles(printed)[1] < 90 - 5 * spread


def errors_by_size(printed: str) -> list[tuple[float, float]]:
    found = np.reshape(numbers(rf"moments: +{NUMBER} cm on these, +{NUMBER} cm", printed), (-1, 2))
    return [(seen, new) for seen, new in found]


def gap_closes(printed: str) -> bool:
    ratios = [new / seen for seen, new in errors_by_size(printed)]
    return ratios[0] > 3 and ratios[-1] < 1.25 and ratios == sorted(ratios, reverse=True)


def likenesses(printed: str) -> list[float]:
    return numbers(rf"correlation.*? {NUMBER}\n", printed + "\n")


def counts(printed: str) -> dict[str, int]:
    return {kind: int(count) for kind, count in re.findall(r"(?m)^(dead|nearly dead|alive): +(\d+) of", printed)}


def rates(printed: str, name: str) -> list[float]:
    (line,) = [line for line in printed.splitlines() if line.startswith(name)]
    return numbers(rf": {NUMBER} cm", line)


def beaten(printed: str) -> list[int]:
    return [int(count) for count in re.findall(r"better than the linear decoder with (\d+) of", printed)]


def table(printed: str) -> dict[str, list[float]]:
    """Rows of numbers after a name: the bars of the grid cells, the decoders under noise."""
    rows = [re.split(r":? {2,}", line.strip().removesuffix("cm").strip(), maxsplit=1) for line in printed.splitlines()]
    return {row[0].rstrip(":"): numbers(NUMBER, row[1]) for row in rows if len(row) == 2}


def bars(printed: str) -> list[float]:
    return [values[0] for values in table(printed).values()][:5]


def training_not_depth(printed: str) -> bool:
    _, _, by_hand, control, deep = bars(printed)
    return by_hand - control > 0.8 * (by_hand - deep)


def broader_and_fewer(printed: str) -> bool:
    patches, shares = np.reshape(numbers(rf"median of {NUMBER} patches per unit, {NUMBER} %", printed), (-1, 2)).T
    return patches[0] >= 3 and patches[-1] == 1 and bool(np.all(np.diff(patches) <= 0)) and shares[-1] > 2 * shares[0]


def who_suffers(printed: str) -> str:
    rows = table(printed)
    return max((name for name in rows if len(rows[name]) == 3), key=lambda name: rows[name][1] - rows[name][0])


STATEMENTS = [
    Statement(BY_HAND, "A tower of a hundred linear layers is one linear layer in disguise", "linear-tower", collapse),
    Statement(
        BY_HAND,
        "a central difference (chapter 2) for each weight",
        "backprop-example",
        pairs_agree(rf"{NUMBER} by the sweep, {NUMBER} by nudging"),
    ),
    Statement(BY_HAND, "Does it pay?", "gradients-demo", pairs_agree(rf"\]: {NUMBER} +{NUMBER}")),
    Statement(
        BY_HAND,
        "points only roughly the right way",
        "batches-demo",
        lambda printed: all(10 < angle < 60 for size, angle in angles(printed).items() if 40 < size < 100),
    ),
    Statement(BY_HAND, "is no random direction", "batches-demo", no_random_direction),
    Statement(
        BY_HAND,
        "the error is near that of a constant guess",
        "bug-hunt",
        lambda printed: abs(np.subtract(*numbers(rf"{NUMBER} cm", printed))) < 2,
    ),
    Statement(
        BY_HAND,
        "hidden units look much as they did, the two outputs do not",
        "unit-maps",
        lambda printed: min(likenesses(printed)[:2]) > 0.9 and likenesses(printed)[2] < 0.5,
    ),
    Statement(
        BY_HAND,
        "Weighted bumps make a ramp",
        "ramp",
        lambda printed: numbers(rf"ramp: {NUMBER} cm", printed)[0] < 5,
    ),
    Statement(BY_HAND, "look how it closes", "overfitting", gap_closes),
    Statement(
        BY_HAND,
        "fits *these* moments well, and others badly",
        "overfitting",
        lambda printed: errors_by_size(printed)[0][0] < min(seen for seen, _ in errors_by_size(printed)[1:]),
    ),
    Statement(
        BY_HAND,
        "There are two families",
        "starts-demo",
        lambda printed: counts(printed)["dead"] > 0 and counts(printed)["alive"] > counts(printed)["dead"],
    ),
    Statement(
        BY_HAND,
        "creeps up; soon after it has passed zero, the error on the right begins to fall",
        "late-start",
        lambda printed: (
            numbers(r"up to epoch (\d+)", printed)[0] >= 5 and numbers(rf"is {NUMBER} cm", printed)[0] < 6.5
        ),
    ),
    Statement(
        BY_HAND,
        "so that every output begins in the middle of the box",
        "careful-start",
        lambda printed: counts(printed)["dead"] == counts(printed)["nearly dead"] == 0,
    ),
    Statement(
        TORCH,
        "we are no better off than with a weighted sum",
        "first-training-demo",
        lambda printed: np.diff(numbers(rf"error {NUMBER} cm", printed))[0] > 0,
    ),
    Statement(
        TORCH,
        "plain descent ended in the higher valley and stayed there",
        "momentum-figure",
        lambda printed: np.diff(numbers(rf"the loss is {NUMBER}", printed))[0] < -0.1,
    ),
    Statement(
        TORCH, "ramps", "unit-maps", lambda printed: likenesses(printed)[0] > 0.6 and likenesses(printed)[-1] < 0.3
    ),
    Statement(
        TORCH,
        "the smallest error after so many epochs",
        "race-demo",
        lambda printed: (
            min(rates(printed, "Adam")) < min(rates(printed, "momentum")) < min(rates(printed, "plain descent"))
        ),
    ),
    Statement(
        TORCH,
        "it does well over a wide range of learning rates",
        "race-demo",
        lambda printed: beaten(printed)[0] == 0 < beaten(printed)[1] < beaten(printed)[2],
    ),
    Statement(
        TORCH,
        "Points at the top have run away",
        "race-demo",
        lambda printed: all(rates(printed, name)[-1] > 30 for name in ("plain descent", "momentum", "Adam")),
    ),
    Statement(
        TORCH,
        "better than always guessing the middle, but not by much",
        "grid-errors-figure",
        lambda printed: 0.7 < bars(printed)[1] / bars(printed)[0] < 0.9,
    ),
    Statement(
        TORCH,
        "errs by about half as much",
        "grid-errors-figure",
        lambda printed: 0.4 < bars(printed)[2] / bars(printed)[1] < 0.6,
    ),
    Statement(TORCH, "is training and not depth", "grid-errors-figure", training_not_depth),
    Statement(TORCH, "patches become broader and repeat less and less", "grid-unit-maps", broader_and_fewer),
    Statement(
        TORCH,
        "The rates of place cells are known functions of the position",
        "milestone",
        lambda printed: numbers(rf"rates: {NUMBER}", printed)[0] < 1e-12,
    ),
    Statement(
        TORCH,
        "a session without noise can be looked up",
        "milestone-noise",
        lambda printed: table(printed)["look-up: the nearest moment"][0] < 2,
    ),
    Statement(
        TORCH,
        "why does noise in the rates hurt the linear model so much?",
        "milestone-noise",
        lambda printed: who_suffers(printed) == "linear (chapter 1)",
    ),
]


@pytest.mark.parametrize("cohort", COHORTS)
@pytest.mark.parametrize(
    "statement", STATEMENTS, ids=lambda statement: f"{statement.chapter[0]}-{statement.words[:40]}"
)
def test_what_a_chapter_says_of_its_results_is_so(statement: Statement, cohort: str) -> None:
    solution = cells(cohort, statement.chapter)
    text = " ".join(" ".join(source for source, _ in solution.values()).split())
    assert statement.words in text
    assert statement.holds(solution[statement.cell][1]), solution[statement.cell][1]


def fading(gain: float) -> float:
    """How small the slopes are at the bottom of a tower of twelve sigmoids of height 1.5, compared with the top."""
    rng, width, height = np.random.default_rng(0), 50, 1.5
    layers = [rng.normal(0, np.sqrt(gain / width), size=(width, width)) for _ in range(12)]
    H = [rng.normal(size=(width, 200))]
    for W in layers:
        H.append(height / (1 + np.exp(-W @ H[-1])))
    blame = H[-1] - rng.uniform(size=H[-1].shape)
    sizes = []
    for W, below, above in zip(layers[::-1], H[-2::-1], H[:0:-1], strict=True):
        blame = above * (1 - above / height) * blame
        sizes.append(np.abs(blame @ below.T).mean())
        blame = W.T @ blame
    return float(sizes[-1] / sizes[0])


def test_larger_weights_make_up_for_a_part_of_the_fading_of_sigmoids() -> None:
    usual, undoing = fading(1.0), fading(16 / 1.5**2)
    assert 500 < undoing / usual < 3000
    assert 500 < 1 / undoing < 3000


@pytest.mark.parametrize("cohort", COHORTS)
@pytest.mark.parametrize("chapter", [BY_HAND, TORCH])
def test_each_picture_of_a_chapter_has_its_words(chapter: str, cohort: str) -> None:
    file = ROOT / "solutions" / cohort / chapter / f"{chapter}.ipynb"
    outputs = [
        output.get("data", {})
        for cell in json.loads(file.read_text(encoding="utf-8"))["cells"]
        for output in cell.get("outputs", [])
    ]
    pages = ["".join(data["text/html"]) for data in outputs if "<img" in "".join(data.get("text/html", ""))]
    assert len(pages) > 10
    assert all(re.search(r'<img src="[^"]*" alt="[^"]{30,}">', page) for page in pages)
    assert not any("image/png" in data for data in outputs)
