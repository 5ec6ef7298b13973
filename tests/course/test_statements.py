"""What the chapters say of their own results is so, in each cohort: numbers are read from the executed solutions.

Each row names a sentence of a chapter, the cell that it rests on, and what must hold of that cell's output. A sentence
that is reworded is missed here, and a cohort whose numbers make one false fails.
"""

from __future__ import annotations

import base64
import html
import itertools
import json
import re
import tomllib
from collections.abc import Callable
from functools import cache
from typing import Any, NamedTuple

import numpy as np
import pytest

from decoding import error
from decoding.live import ALT_TEXTS, words_of
from decoding.sessions import read_session
from decoding.unit_drawings import count_patches, mean_map
from hippograd.course import Course
from tests.conftest import ROOT
from tests.course.given import given

gradients_by_hand = given("by_hand").gradients_by_hand

COHORTS = Course(ROOT).cohorts
DATA, LINEAR, DESCENT = "0_neural_data", "1_linear_regression", "2_gradient_descent"
BY_HAND, TORCH, GRID = "3_backpropagation", "4_pytorch", "6_grid_cells"
CHAPTERS = [DATA, LINEAR, DESCENT, BY_HAND, TORCH, GRID]


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
Array = Callable[[np.ndarray], np.ndarray]


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


def agreement(printed: str) -> np.ndarray:
    """Of each matrix the largest slope and the largest difference."""
    return np.reshape(numbers(rf"\) +{NUMBER} +{NUMBER}", printed), (-1, 2))


def likenesses(printed: str) -> list[float]:
    return numbers(rf"correlation.*? {NUMBER}\n", printed + "\n")


def counts(printed: str) -> dict[str, int]:
    return {kind: int(count) for kind, count in re.findall(r"(?m)^(dead|nearly dead|alive): +(\d+) of", printed)}


def lags_behind(printed: str) -> bool:
    (*_, early_error, early), (*_, late_error, late) = (named(printed, kind) for kind in ("alive", "nearly dead"))
    return early + 0.25 <= late <= 2 and late_error < 1.4 * early_error


def curves_part_at_40_cm(printed: str) -> bool:
    ends = re.findall(r"(?m)^(dead|nearly dead|alive): .* from (\d+) to (\d+) cm", printed)
    return len(ends) >= 2 and all(
        int(highest) < 40 if kind == "alive" else int(lowest) > 40 for kind, lowest, highest in ends
    )


def rates(printed: str, name: str) -> list[float]:
    (line,) = [line for line in printed.splitlines() if line.startswith(name)]
    return numbers(rf": {NUMBER} cm", line)


def beaten(printed: str) -> list[int]:
    return [int(count) for count in re.findall(r"better than the linear decoder with (\d+) of", printed)]


def table(printed: str) -> dict[str, list[float]]:
    """Rows of numbers after a name: the bars of the grid cells, the decoders under noise."""
    rows = [
        re.split(r":? {2,}", line.strip().removesuffix("cm").removesuffix("%").strip(), maxsplit=1)
        for line in printed.splitlines()
    ]
    return {row[0].rstrip(":"): numbers(NUMBER, row[1]) for row in rows if len(row) == 2 and re.search(NUMBER, row[1])}


def bars(printed: str) -> list[float]:
    return [values[0] for values in table(printed).values()][:5]


def training_not_depth(printed: str) -> bool:
    _, _, by_hand, control, deep = bars(printed)
    return by_hand - control > 0.8 * (by_hand - deep)


def broader_and_fewer(printed: str) -> bool:
    patches, shares = np.reshape(numbers(rf"median of {NUMBER} patches per unit, {NUMBER} %", printed), (-1, 2)).T
    return patches[0] >= 3 and patches[-1] == 1 and bool(np.all(np.diff(patches) <= 0)) and shares[-1] > 2 * shares[0]


def named(printed: str, name: str) -> list[float]:
    """The numbers after a name and a colon, in the one line that begins with it."""
    (line,) = [line for line in printed.splitlines() if line.startswith(name)]
    return numbers(NUMBER, line.split(":", 1)[1])


def first_is_smaller(factor: float, *names: str) -> Holds:
    """That the number after each name is smaller by this factor than the one after the next name."""

    def holds(printed: str) -> bool:
        values = [named(printed, name)[0] for name in names]
        return all(factor * value < after for value, after in itertools.pairwise(values))

    return holds


def pulls(printed: str) -> dict[float, tuple[float, float]]:
    """The error on the part kept back for each pull, without a bias and with one."""
    rows = np.reshape(numbers(rf"λ = {NUMBER}: +{NUMBER} +{NUMBER}", printed), (-1, 3))
    return {pull: (without, with_bias) for pull, without, with_bias in rows}


def one_pull_is_best(printed: str) -> bool:
    best = [min(pulls(printed), key=lambda pull: pulls(printed)[pull][column]) for column in (0, 1)]
    return best == [0.001, 0.001] and "chosen: λ = 0.001" in printed


def chequerboard(printed: str) -> bool:
    rows = [line.split() for line in printed.splitlines() if line.strip() and set(line) <= set("+− ")]
    beside = [pair for row in [*rows, *zip(*rows, strict=True)] for pair in itertools.pairwise(row)]
    least, most = numbers(rf"guesses by {NUMBER} cm", printed)
    return len(rows) > 3 and all(one != other for one, other in beside) and least < 2 and most > 50


def wider_is_better_without_noise(printed: str) -> bool:
    exact, noisy = (
        numbers(NUMBER, line.split(":")[1]) for line in printed.splitlines() if line.strip().startswith("noise")
    )
    falling = all(np.diff(errors).max() < 0 for errors in (exact, noisy))
    return falling and exact[-1] < 1 and min(noisy) > 8


def errors_on_the_test_walk(printed: str) -> list[float]:
    return numbers(rf"test error {NUMBER} cm", printed)


def columns(printed: str, place: int) -> list[float]:
    """The column means of a weight map, the first being at place 1."""
    return numbers(NUMBER, printed.split("columns of W[0]:")[place].splitlines()[0])


def largest_steps_at_the_walls(printed: str) -> bool:
    steps = np.diff(columns(printed, 4))
    return min(steps[0], steps[-1]) > 2 * max(steps[1:-1])


def by_share(printed: str) -> list[float]:
    return numbers(rf"{NUMBER} after 20 steps", printed)


def who_suffers(printed: str) -> str:
    rows = table(printed)
    return max((name for name in rows if len(rows[name]) == 3), key=lambda name: rows[name][1] - rows[name][0])


def growth(printed: str) -> dict[str, float]:
    """By how much the most noise multiplies the error of each decoder."""
    return {name: row[2] / row[0] for name, row in table(printed).items() if name != "noise in the rates"}


def models(printed: str) -> np.ndarray:
    """Errors of the models that were trained, Adam's last: on the old test walk and on the new session."""
    rows = [values for name, values in table(printed).items() if re.match("linear|network|PyTorch", name)]
    assert len(rows) == 6
    return np.array(rows)


STATEMENTS = [
    Statement(
        DATA,
        "*exact* function of the place",
        "rates-example",
        lambda printed: numbers(rf"rates: {NUMBER}", printed)[0] < 1e-12,
    ),
    Statement(
        DATA,
        "What gave it away",
        "bug-hunt",
        lambda printed: (
            numbers(rf"\.T .*next: {NUMBER}", printed)[0] < 0.25
            and numbers(rf"friend's .*next: {NUMBER}", printed)[0] > 0.7
        ),
    ),
    Statement(
        DATA,
        "the random split makes it look about twice as good",
        "look-up-demo",
        lambda printed: (
            1.7
            < named(printed, "tested on the last minutes")[0] / named(printed, "tested on moments drawn at random")[0]
            < 2.7
        ),
    ),
    Statement(
        DATA,
        "Nearly every test moment then has a neighbour in the training set",
        "look-up-demo",
        lambda printed: named(printed, "random test moments")[0] > 90,
    ),
    Statement(
        DATA,
        "With a little noise in the rates (last but one line) that advantage is gone",
        "look-up-demo",
        first_is_smaller(3, "tested on the last minutes", "on the last minutes, noisy rates"),
    ),
    Statement(
        DATA,
        "a handful of sums will cut that to a fraction",
        "baseline-model",
        lambda printed: numbers(rf"error {NUMBER} cm", printed)[0] > 35,
    ),
    Statement(
        LINEAR,
        "about half of what always guessing the average place gives",
        "four-cells-by-hand-figure",
        lambda printed: 0.4 < np.divide(*numbers(rf"mean error {NUMBER} cm", printed)) < 0.6,
    ),
    Statement(
        LINEAR,
        "The error on the test walk is no larger than on the training walk",
        "before-and-after-figure",
        first_is_smaller(1, "error on the test data", "error on the training data"),
    ),
    Statement(
        LINEAR,
        "Good weights err by less than 20 cm here.",
        "four-cells-by-hand-figure",
        lambda printed: named(printed, "your weights")[0] < 20 < named(printed, "always the average place")[0],
    ),
    Statement(
        LINEAR,
        "near the right and the top wall they are worst",
        "before-and-after-figure",
        first_is_smaller(1.8, "elsewhere", "within 10 cm of the right or the top wall"),
    ),
    Statement(
        LINEAR,
        "Near the other two walls they are only a little worse than elsewhere",
        "before-and-after-figure",
        lambda printed: 1 < named(printed, "within 10 cm of the others only")[0] / named(printed, "elsewhere")[0] < 1.3,
    ),
    Statement(
        LINEAR,
        "the test walk goes less often near the right and the top wall",
        "before-and-after-figure",
        lambda printed: np.diff(named(printed, "near the right or the top wall"))[0] < -5,
    ),
    Statement(
        LINEAR,
        "beyond the right wall there is no cell that could hold it up, so there it falls",
        "ramp-figure",
        lambda printed: np.diff(numbers(rf"by {NUMBER} cm", printed))[0] > 3,
    ),
    Statement(
        LINEAR,
        "Beyond the left wall there is no cell either, but there the wanted sum is near 0",
        "ramp-figure",
        lambda printed: numbers(rf"by {NUMBER} cm", printed)[2] < 0.6 * numbers(rf"by {NUMBER} cm", printed)[1],
    ),
    Statement(
        LINEAR,
        "it decodes the test walk better",
        "bug-hunt",
        first_is_smaller(1.05, "the friend's, on the same walk", "your error on the test walk"),
    ),
    Statement(
        LINEAR,
        "The bias helps, but not much.",
        "bias-comparison",
        lambda printed: 0.9 < np.divide(*numbers(rf"error {NUMBER} cm", printed)[::-1]) < 1,
    ),
    Statement(
        LINEAR,
        "weights in the middle of the quarters do a little better",
        "four-cells-comparison",
        lambda printed: (
            np.diff(named(printed, "on the training walk"))[0]
            > 0
            > np.diff(named(printed, "on the test walk"))[0]
            > -0.3
        ),
    ),
    Statement(LINEAR, "It is a chequerboard: plus, minus, plus, minus,", "fight", chequerboard),
    Statement(
        LINEAR,
        "which of these five will it be, 0, 0.0001, 0.001, 0.01 or 0.1?",
        "pull-table",
        lambda printed: list(pulls(printed)) == [0, 0.0001, 0.001, 0.01, 0.1],
    ),
    Statement(LINEAR, "fit to the whole training walk, with the chosen pull", "pull-table", one_pull_is_best),
    Statement(
        LINEAR,
        "The part kept back found the larger pull too strong, with a bias and without.",
        "pull-table",
        lambda printed: all(np.subtract(pulls(printed)[0.01], pulls(printed)[0]) > 0.2),
    ),
    Statement(
        LINEAR,
        "makes the model *better on new data*",
        "weight-maps-figure",
        lambda printed: np.diff(numbers(rf"test error {NUMBER} cm", printed))[0] < -0.3,
    ),
    Statement(
        LINEAR,
        "The test walk finds it better than none.",
        "weight-maps-figure",
        lambda printed: max(errors_on_the_test_walk(printed)[2:]) < errors_on_the_test_walk(printed)[0] - 0.3,
    ),
    Statement(
        LINEAR,
        "the pattern is plain",
        "weight-maps-figure",
        lambda printed: re.findall("steadily: (yes|no)", printed) == ["no", "no", "no", "yes"],
    ),
    Statement(
        LINEAR,
        "the cells at the far walls have to carry far more than the others",
        "weight-maps-figure",
        lambda printed: columns(printed, 3)[-1] > 2 * max(columns(printed, 3)[:-1]),
    ),
    Statement(
        LINEAR,
        "why do the means make their largest steps at the two walls?",
        "weight-maps-figure",
        largest_steps_at_the_walls,
    ),
    Statement(
        LINEAR,
        "With noise, wide fields are still better than narrow ones here, but the marvellous precision is gone.",
        "play-cells-figure",
        wider_is_better_without_noise,
    ),
    Statement(
        LINEAR,
        "even 64 of the widest stay above 7 cm",
        "play-cells-figure",
        lambda printed: named(printed, "64 cells")[0] > 7,
    ),
    Statement(
        LINEAR,
        "64 cells, 0.4 m wide. The last printed line has their error.",
        "play-cells-figure",
        lambda printed: "\n64 cells, 0.4 m wide, noise 0.1" in printed,
    ),
    Statement(
        DESCENT,
        "here near $10^{-5}$",
        "bug-hunt",
        lambda printed: int(np.argmin(numbers(rf"off by {NUMBER}", printed))) == 2 and "slope 0.0000" in printed,
    ),
    Statement(
        DESCENT,
        "only about ten digits are right",
        "bug-hunt",
        lambda printed: 1e-12 < min(numbers(rf"off by {NUMBER}", printed)) < 1e-9,
    ),
    Statement(
        DESCENT,
        "is curved more than a thousand times less",
        "two-weights-figure",
        lambda printed: all(
            low < times < high
            for times, (low, high) in zip(
                numbers(rf"is {NUMBER} times", printed), ((2, 8), (1000, np.inf)), strict=True
            )
        ),
    ),
    Statement(
        DESCENT,
        "after a thousand steps the weights are still far from $W^*$",
        "linear-descent",
        lambda printed: named(printed, "distance of the weights from W*")[0] > 15,
    ),
    Statement(
        DESCENT,
        "Yet the training loss is nearly at its lowest",
        "linear-descent",
        lambda printed: 1 < np.divide(*named(printed, "training loss")[::2]) < 1.02,
    ),
    Statement(
        DESCENT,
        "how a walk from the open circle will go with small steps, and with large ones",
        "two-weights-figure",
        lambda printed: by_share(printed)[1] < 0.01 * by_share(printed)[2] < 0.01 * by_share(printed)[0],
    ),
    Statement(
        DESCENT,
        "The test error may dip below *its* line for a while",
        "linear-descent",
        lambda printed: np.diff(numbers(rf"{NUMBER} cm", printed))[0] > 0,
    ),
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
        "Many weighted units make a ramp, nearly.",
        "ramp",
        lambda printed: numbers(rf"ramp: {NUMBER} cm", printed)[0] < 5,
    ),
    Statement(
        BY_HAND,
        "at the left wall the sum is too large, at the right wall too small",
        "ramp",
        lambda printed: (
            numbers(rf"is {NUMBER} m at x = 0", printed)[0] > 0.1
            and numbers(rf"and {NUMBER} m at x = 1", printed)[0] < 0.9
        ),
    ),
    Statement(
        BY_HAND,
        "The waves of the linear model have become smaller, and so has the error",
        "train-network",
        lambda printed: np.divide(*numbers(rf"error {NUMBER} cm; of the linear model {NUMBER} cm", printed)) < 0.8,
    ),
    Statement(
        BY_HAND,
        "The linear model, too, errs less on it",
        "linear-rival",
        lambda printed: named(printed, "linear model, test error")[0] < 0.9 * named(printed, "its error on")[0],
    ),
    Statement(BY_HAND, "look at how it closes", "overfitting", gap_closes),
    Statement(
        BY_HAND,
        "fits *these* moments well, and others badly",
        "overfitting",
        lambda printed: errors_by_size(printed)[0][0] < min(seen for seen, _ in errors_by_size(printed)[1:]),
    ),
    Statement(
        BY_HAND,
        "It has more weights than there are coordinates to fit in all four cases.",
        "untrained-figure",
        lambda printed: named(printed, "parameters")[0] > 2 * 4800,
    ),
    Statement(
        BY_HAND,
        "There are two families",
        "starts-demo",
        lambda printed: counts(printed)["dead"] > 0 and counts(printed)["alive"] > counts(printed)["dead"],
    ),
    Statement(
        BY_HAND,
        "The curves that stay above 40 cm belong to starts with an output that is silent",
        "starts-demo",
        curves_part_at_40_cm,
    ),
    Statement(
        BY_HAND,
        "Only after that, at once or some epochs later, does the error on the right fall steeply.",
        "late-start",
        lambda printed: (
            numbers(r"up to epoch (\d+)", printed)[0] >= 5 and numbers(rf"is {NUMBER} cm", printed)[0] < 6.5
        ),
    ),
    Statement(
        BY_HAND,
        "it speaks at 3 % of the moments only; and with a bias so low that it never speaks",
        "lowered-bias",
        lambda printed: (
            [named(printed, kind)[0] for kind in ("nearly dead", "dead")] == [3, 0] and named(printed, "alive")[0] > 10
        ),
    ),
    Statement(BY_HAND, "It lags behind, and then ends beside the one that was alive", "lowered-bias", lags_behind),
    Statement(
        BY_HAND,
        "The dead one stays where it is.",
        "lowered-bias",
        lambda printed: named(printed, "dead")[1] == 0 and "half never" in printed and named(printed, "dead")[3] > 40,
    ),
    Statement(
        BY_HAND,
        "so that every output begins in the middle of the box",
        "careful-start",
        lambda printed: counts(printed)["dead"] == counts(printed)["nearly dead"] == 0,
    ),
    Statement(
        BY_HAND,
        "the two curves stay close to each other",
        "training-curves",
        lambda printed: 0.75 < np.divide(*numbers(rf"{NUMBER} cm", printed)) < 1.25,
    ),
    Statement(
        BY_HAND,
        "to nudge each weight would take far too long in training",
        "gradients-demo",
        lambda printed: numbers(rf"take about {NUMBER} times", printed)[0] > 1000,
    ),
    Statement(
        BY_HAND,
        "is easier than the training walk",
        "overfitting",
        lambda printed: errors_by_size(printed)[-1][1] < 1.1 * errors_by_size(printed)[-1][0],
    ),
    Statement(
        TORCH,
        "The slopes are those of Figure 1",
        "toy-autograd",
        lambda printed: numbers(rf"loss {NUMBER} slopes {NUMBER} {NUMBER}", printed) == [1.0, 6.0, 2.0],
    ),
    Statement(
        TORCH,
        "and the line is flat",
        "bug-hunt",
        lambda printed: abs(numbers(rf"slope {NUMBER}", printed)[0]) < 0.01,
    ),
    Statement(
        TORCH,
        "A loss that settles near the variance of the truth is the sign",
        "bug-hunt",
        lambda printed: abs(numbers(rf"loss {NUMBER}", printed)[0] - np.var(2 * np.linspace(-1, 1, 50))) < 0.01,
    ),
    Statement(
        TORCH,
        "About as many.",
        "counting-demo",
        lambda printed: 0.8 < named(printed, "PyTorch network")[0] / named(printed, "network by hand")[0] < 1.25,
    ),
    Statement(
        TORCH,
        "hundreds of times the parameters",
        "counting-demo",
        lambda printed: named(printed, "PyTorch network")[0] > 200 * named(printed, "linear decoder")[0],
    ),
    Statement(
        TORCH,
        "They agree to the last digits that the machine can hold.",
        "agrees-demo",
        lambda printed: len(agreement(printed)) == 3 and bool(np.all(agreement(printed)[:, 1] < 1e-14)),
    ),
    Statement(
        TORCH,
        "$a$ is soon at the bottom, but $b$ crawls",
        "adaptive-example",
        lambda printed: (
            [abs(b) > 0.2 for b in numbers(rf"b = {NUMBER}", printed)] == [True, False]
            and max(np.abs(numbers(rf"a = {NUMBER}", printed))) < 0.01
        ),
    ),
    Statement(
        TORCH,
        "For a long time the network sat on a plateau",
        "first-training-demo",
        lambda printed: np.divide(*numbers(rf"up to epoch {NUMBER} of {NUMBER}", printed)) > 0.1,
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
        "so wide that at both ends it does worse than the linear decoder",
        "race-demo",
        lambda printed: all(
            beats <= len(errors) - 2 and min(errors[0], errors[-1]) > max(sorted(errors)[: int(beats)], default=0)
            for errors, beats in zip(
                [rates(printed, name) for name in ("plain descent", "momentum", "Adam")], beaten(printed), strict=True
            )
        ),
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
        "the PyTorch network with Adam comes first, as before",
        "milestone",
        lambda printed: all(np.min(models(printed)[:-1], axis=0) > 2 * models(printed)[-1]),
    ),
    Statement(
        TORCH,
        "The others lie within a few centimetres of each other",
        "milestone",
        lambda printed: np.ptp(models(printed)[:-1, 1]) < 4,
    ),
    Statement(
        TORCH,
        "The constant guess comes last by far.",
        "milestone",
        lambda printed: table(printed)["always in the middle (chapter 0)"][1] > 4 * models(printed)[:, 1].max(),
    ),
    Statement(
        TORCH,
        "Every model that was trained errs more than on the old test walk",
        "milestone",
        lambda printed: bool(np.all(np.diff(models(printed), axis=1) > 0)),
    ),
    Statement(
        TORCH,
        "The new walk is more often near a wall",
        "milestone",
        lambda printed: np.diff(table(printed)["moments within 10 cm of a wall"])[0] > 4,
    ),
    Statement(
        TORCH,
        "rates without noise can be looked up",
        "milestone-noise",
        lambda printed: table(printed)["look-up: the nearest moment (0)"][0] < 2,
    ),
    Statement(
        TORCH,
        "why does noise in the rates hurt the linear model so much?",
        "milestone-noise",
        lambda printed: who_suffers(printed) == "linear (1)",
    ),
    Statement(
        TORCH,
        "With the most noise it errs by more than the constant guess",
        "milestone-noise",
        lambda printed: table(printed)["linear (1)"][2] > table(printed)["always in the middle (chapter 0)"][2],
    ),
    Statement(
        TORCH,
        "its error grows about thirty times",
        "milestone-noise",
        lambda printed: (
            25 < growth(printed)["PyTorch, Adam (4)"] < 38
            and max(growth(printed), key=growth(printed).__getitem__) == "PyTorch, Adam (4)"
        ),
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


@pytest.mark.parametrize("cohort", COHORTS)
def test_some_rate_leads_from_the_outer_slope_into_the_deeper_valley(cohort: str) -> None:
    numbers_of_cohort = tomllib.loads((ROOT / "assignments" / "cohorts.toml").read_text(encoding="utf-8"))[cohort]
    coefficients = [*numbers_of_cohort["quartic"]["coefficients"], 0.0]
    slope, ends = np.polyder(coefficients), {}
    for hundredths in range(1, 61):  # as the slider of chapter 2 offers them
        W = numbers_of_cohort["quartic"]["start"]
        for _ in range(30):
            W = np.clip(W - hundredths / 100 * np.polyval(slope, W), -1e3, 1e3)
        ends[hundredths] = W
    valleys = [root.real for root in np.roots(slope) if abs(root.imag) < 1e-9]
    deepest = min(valleys, key=lambda W: np.polyval(coefficients, W))
    assert abs(ends[5] - deepest) > 1
    arrived = [hundredths for hundredths, end in ends.items() if abs(end - deepest) < 0.002]
    assert arrived
    (other,) = (W for W in (min(valleys), max(valleys)) if abs(W - deepest) > 0.1)
    assert any(abs(end - other) < 0.05 for hundredths, end in ends.items() if hundredths > arrived[0]), "falls back"
    assert max(abs(end) for end in ends.values()) == 1e3, "runs away"


@pytest.mark.parametrize("cohort", COHORTS)
def test_the_finest_grid_cells_have_about_ten_spots_and_the_widest_three_at_most(cohort: str) -> None:
    text = " ".join(cells(cohort, TORCH)["unit-maps-caption"][0].split())
    assert "the finest lattice has about ten of them, the widest three at most" in text
    grid = read_session("grid", ROOT / "autograder" / "sessions" / cohort / "grid.npz")
    spots = [count_patches(mean_map(rates, grid.Y_train, 18)) for rates in grid.X_train]
    assert abs(np.mean(spots[: grid.n_cells // 3]) - 10) < 1.5
    assert max(spots[-grid.n_cells // 3 :]) <= 3


def test_adam_is_farthest_from_the_bottom_of_the_long_valley() -> None:
    caption, (figure, _) = (cells("2027", TORCH)[cell] for cell in ("landscape-caption", "landscape-figure"))
    assert "Adam ends with the largest loss of the three" in " ".join(caption[0].split())
    assert "eta=(0.005, 0.055, 0.0025, 0.045)" in figure
    assert "beta=(0.0, 0.95, 0.05, 0.8)" in figure
    assert "eta_of_adam=(0.01, 0.3, 0.01, 0.05)" in figure
    steepness = np.array([40.0, 1.0])

    def loss_after(step: Callable[[int, np.ndarray, list[Any]], np.ndarray]) -> float:
        W, kept = np.array([-0.9, -0.9]), [0.0, 0.0]
        for k in range(1, 61):
            W = W + step(k, steepness * W, kept)
        return float(steepness @ W**2 / 2)

    def ball(beta: float) -> Callable[[int, np.ndarray, list[Any]], np.ndarray]:
        def step(_: int, slope: np.ndarray, kept: list[Any]) -> np.ndarray:
            kept[0] = beta * kept[0] - 0.045 * slope
            return kept[0]

        return step

    def adam(k: int, slope: np.ndarray, kept: list[Any]) -> np.ndarray:
        kept[:] = [0.9 * kept[0] + 0.1 * slope, 0.999 * kept[1] + 0.001 * slope**2]
        return -0.05 * (kept[0] / (1 - 0.9**k)) / np.sqrt(kept[1] / (1 - 0.999**k))

    assert loss_after(adam) > 2 * max(loss_after(ball(0.0)), loss_after(ball(0.8)))


def test_the_points_of_a_square_are_so_far_from_its_middle() -> None:
    places = np.random.default_rng(0).uniform(-0.25, 0.25, size=(2, 1_000_000))
    assert abs(100 * np.hypot(*places).mean() - 19.1) < 0.05


@pytest.mark.parametrize("cohort", COHORTS)
def test_a_large_house_pulls_hardest_and_a_smaller_one_farther_off_pulls_less(cohort: str) -> None:
    linear = tomllib.loads((ROOT / "assignments" / "cohorts.toml").read_text(encoding="utf-8"))[cohort]["linear"]
    size, price = np.array(linear["house_size"]), np.array(linear["house_price"])
    distance = np.abs(size @ price / (size @ size) * size - price)
    hardest = np.argmax(distance * size)
    assert np.sum(size > size[hardest]) < len(size) / 4
    assert min(size[np.argsort(distance)[-2:]]) < 0.75 * size[hardest]
    assert "Chance has given one small house a negative price" in cells(cohort, LINEAR)["house-caption"][0]
    assert [small < size.max() / 4 for small in size[price < 0]] == [True]


HEIGHT = 1.5
SIGMOID = (lambda N: HEIGHT / (1 + np.exp(-N)), lambda H: H * (1 - H / HEIGHT))
TANH = (lambda N: HEIGHT * np.tanh(N), lambda H: HEIGHT - H**2 / HEIGHT)


def fading(gain: float, n_layers: int = 12, bend: tuple[Array, Array] = SIGMOID) -> float:
    """How small the slopes are at the bottom of a tower of bent layers, compared with the top."""
    activation, slope_at = bend
    rng, width = np.random.default_rng(0), 50
    layers = [rng.normal(0, np.sqrt(gain / width), size=(width, width)) for _ in range(n_layers)]
    H = [rng.normal(size=(width, 200))]
    for W in layers:
        H.append(activation(W @ H[-1]))
    blame = H[-1] - rng.uniform(size=H[-1].shape)
    sizes = []
    for W, below, above in zip(layers[::-1], H[-2::-1], H[:0:-1], strict=True):
        blame = slope_at(above) * blame
        sizes.append(np.abs(blame @ below.T).mean())
        blame = W.T @ blame
    return float(sizes[-1] / sizes[0])


def relu_tower(gain: float, n_layers: int = 12) -> np.ndarray:
    """How large the slopes are in each layer of ReLU, bottom to top: the medians of nine towers."""
    width, sizes = 50, []
    for seed in range(9):
        rng = np.random.default_rng(seed)
        layers = [rng.normal(0, np.sqrt(gain / width), size=(width, width + 1)) for _ in range(n_layers)]
        for W in layers:
            W[:, 0] = 0  # no biases
        slopes = gradients_by_hand(layers, rng.normal(size=(width, 200)), rng.uniform(size=(width, 200)))
        sizes.append([np.abs(one[:, 1:]).mean() for one in slopes])
    return np.median(sizes, axis=0)


def test_a_gain_of_two_keeps_a_tower_of_relu_in_balance_and_one_of_one_makes_all_slopes_smaller() -> None:
    text = " ".join(cells("2027", BY_HAND)["deep-tower-caption"][0].split())
    assert "so a gain of 2 keeps the balance" in text
    assert "Its curve sinks, and stays level." in text
    balanced, sunken = relu_tower(2.0), relu_tower(1.0)
    assert all(tower.max() < 5 * tower.min() for tower in (balanced, sunken))
    assert sunken.max() < 0.1 * balanced.min()


@pytest.mark.parametrize("cohort", COHORTS)
def test_a_little_more_or_less_momentum_ends_in_the_higher_valley(cohort: str) -> None:
    assert "a little more or less momentum and it might have rolled back" in " ".join(
        cells(cohort, TORCH)["momentum-animation-caption"][0].split()
    )
    table = tomllib.loads((ROOT / "assignments" / "cohorts.toml").read_text(encoding="utf-8"))[cohort]
    slope = np.polyder([*table["quartic"]["coefficients"], 0.0])
    higher, hill, _ = sorted(np.roots(slope).real)
    ended = []
    for beta in np.arange(0.85, 0.99, 0.005):
        W, V, farthest = table["momentum"]["start"], 0.0, -np.inf
        for _ in range(3000):
            V = beta * V - table["momentum"]["eta"] * np.polyval(slope, W)
            W += V
            farthest = max(farthest, W)
        if abs(W - higher) < 0.01:
            ended.append((beta < table["momentum"]["beta"], bool(farthest > hill)))
    assert (True, False) in ended, "less: not over the hill"
    assert (False, True) in ended, "more: over it, and back"


def test_larger_weights_make_up_for_a_part_of_the_fading_of_sigmoids() -> None:
    usual, undoing = fading(1.0), fading(16 / 1.5**2)
    assert 500 < undoing / usual < 3000
    assert 500 < 1 / undoing < 3000


def test_the_height_of_a_tower_matters_to_sigmoids_and_hardly_to_relu() -> None:
    demo, caption = (cells("2027", BY_HAND)[cell][0] for cell in ("deep-tower-demo", "deep-tower-caption"))
    assert "n_layers=(2, 20, 1, 12)" in demo
    assert "With each further layer its lower end sinks to about a third of what it was" in " ".join(caption.split())
    assert "nearly level, however tall the tower" in " ".join(caption.split())
    for lower, higher in ((4, 8), (8, 12), (12, 20)):
        assert 0.2 < (fading(1.0, higher) / fading(1.0, lower)) ** (1 / (higher - lower)) < 0.4
    for n_layers in (2, 5, 12, 20):
        assert max(relu_tower(2.0, n_layers)) < 5 * min(relu_tower(2.0, n_layers))
        assert 0.2 < fading(0.5, n_layers, TANH) < 5


def test_sittings_with_backpropagation_have_their_times_and_tasks_and_a_break_between_them() -> None:
    title, text = "".join(source_cells(BY_HAND)[0]["source"]), chapter_text(BY_HAND)
    row = r"\| \*\*([ABC])\*\* \| (.+?) \| \{\{ task\.(\w+).*?task\.(\w+).*?\| (\d) h (\d\d) min \|"
    sittings = re.findall(row, title)
    times = [60 * int(hours) + int(minutes) for *_, hours, minutes in sittings]
    ((hours, minutes),) = re.findall(r"about (\d) h (\d\d) min with reading", title)
    assert sum(times) == 60 * int(hours) + int(minutes)
    assert max(times) <= 120
    assignment = tomllib.loads((ROOT / "assignments" / BY_HAND / "assignment.toml").read_text(encoding="utf-8"))
    minutes_of = {task["name"]: task["minutes"] for task in assignment["task"]}
    parts = re.split(r"\n## Sitting [BC]: ", text)
    for (name, begin, first, last, *_), time, part in zip(sittings, times, parts, strict=True):
        tasks = re.findall(r"(?m)^### \{\{ task\.(\w+) \}\}", part)
        assert (tasks[0], tasks[-1]) == (first, last)
        assert sum(minutes_of[task] for task in tasks) < 0.75 * time, "or no time is left to read"
        assert name == "A" or part.startswith(begin.strip('"'))
        assert name == "C" or f"\n**End of sitting {name}.**" in part


@pytest.mark.parametrize("cohort", COHORTS)
def test_numbers_that_answer_the_challenges_with_other_cells_do(cohort: str) -> None:
    walk = read_session("place", ROOT / "autograder" / "sessions" / cohort / "place.npz")

    def rates(places: np.ndarray, cells_per_row: int, width: float) -> np.ndarray:
        line = (np.arange(cells_per_row) + 0.5) / cells_per_row
        centres = np.array([(x, y) for y in line for x in line])
        distances = np.linalg.norm(places[:, None, :] - centres.T[:, :, None], axis=0)
        return np.exp(-(distances**2) / (2 * width**2))

    def error_of(cells_per_row: int, width: float, noise: float) -> float:
        random = np.random.default_rng(0)
        seen, heard = (
            rates(places, cells_per_row, width) + noise * random.normal(size=(cells_per_row**2, places.shape[1]))
            for places in (walk.Y_train, walk.Y_test)
        )
        W = np.linalg.lstsq(seen.T, walk.Y_train.T, rcond=None)[0].T
        return 100 * error(W @ heard, walk.Y_test)

    assert "such as 4 cells per row and 0.12 m. None: narrow fields and few cells, such as 4 per row and 0.05 m" in (
        " ".join(cells(cohort, DATA)["other-cells-caption"][0].split())
    )
    for width, speaking in ((0.12, 1), (0.05, 0)):
        assert np.mean(np.sum(rates(walk.Y[:, ::5], 4, width) > 0.5, axis=0) == speaking) > 0.8

    challenge = cells(cohort, LINEAR)["play-cells"][0] + cells(cohort, LINEAR)["play-cells-caption"][0]
    assert "how many cells does an error below half a centimetre need?" in " ".join(challenge.split())
    assert "64 cells (8 per row). With 49 the error is still about a centimetre." in " ".join(challenge.split())
    assert error_of(8, 0.2, 0) < 0.45
    assert 0.85 < error_of(7, 0.2, 0) < 1.1
    assert error_of(8, 0.4, 0.1) <= min(error_of(n, width, 0.1) for n in (6, 7, 8) for width in (0.2, 0.3, 0.36, 0.4))


def test_words_of_the_whole_course_are_in_the_glossary() -> None:
    glossary = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8").lower()
    listed = chapter_text(DATA).split("## Words of the whole course")[1].split("\n## ")[0]
    words = [word for row in re.findall(r"(?m)^\| ([^|]+) \|", listed)[1:] for word in row.split(", ")]
    assert "GPU" in words
    assert [word for word in words if word.replace(" $\\eta$", "").lower() not in glossary] == []


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_where_questions_are_numbered_each_item_of_a_mark_scheme_names_its_own(chapter: str) -> None:
    for cell in source_cells(chapter):
        question, _, scheme = "".join(cell["source"]).partition("=== BEGIN MARK SCHEME ===")
        numbered = set(re.findall(r"(?m)^(\d)\. ", question))
        if scheme and numbered:
            items = re.findall(r"(?m)^ *- [\d.]+ `\w+`: (?:question (\d)\b)?", scheme)
            assert set(items) == numbered, cell["id"]


def chapter_text(chapter: str) -> str:
    return "\n".join("".join(cell["source"]) for cell in source_cells(chapter))


def source_cells(chapter: str) -> list[dict[str, Any]]:
    file = ROOT / "assignments" / chapter / f"{chapter}.ipynb"
    return json.loads(file.read_text(encoding="utf-8"))["cells"]


def words_in_order(chapter: str) -> list[str]:
    """What must be the alternative text of each picture of a chapter, by the cells that show them."""
    named = [re.findall(rf'"({chapter[0]}/[a-z0-9-]+)"', "".join(cell["source"])) for cell in source_cells(chapter)]
    assert all(
        names in ([], [f"{chapter[0]}/{cell['id']}"]) for names, cell in zip(named, source_cells(chapter), strict=True)
    )
    return [words_of(name) for names in named for name in names]


@pytest.mark.parametrize("cohort", COHORTS)
@pytest.mark.parametrize("chapter", CHAPTERS)
def test_each_picture_of_a_chapter_has_its_words(chapter: str, cohort: str) -> None:
    file = ROOT / "solutions" / cohort / chapter / f"{chapter}.ipynb"
    outputs = [
        output.get("data", {})
        for cell in json.loads(file.read_text(encoding="utf-8"))["cells"]
        for output in cell.get("outputs", [])
    ]
    assert not any("image/png" in data for data in outputs)
    pages = ["".join(data["text/html"]) for data in outputs if "<img" in "".join(data.get("text/html", ""))]
    found = [re.findall(r'<img src="[^"]*" alt="([^"]{30,})">', page) for page in pages]
    assert [[html.unescape(alt) for alt in alts] for alts in found] == [[words] for words in words_in_order(chapter)]
    assert len(pages) > 6
    for picture in [found for page in pages for found in re.findall(r"data:image/png;base64,([^\"]+)", page)]:
        assert base64.b64decode(picture, validate=True).endswith(b"IEND\xaeB`\x82"), "whole, and nothing else in it"


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_no_cell_tells_what_its_figure_will_show(chapter: str) -> None:
    words = words_in_order(chapter)
    for cell in source_cells(chapter):
        source = " ".join("".join(cell["source"]).split())
        assert "alt=" not in source
        for sentence in [one for text in words for one in text.split(". ") if len(one) > 30]:
            assert sentence not in source


def test_no_words_are_left_over() -> None:
    tables = tomllib.loads(ALT_TEXTS.read_text(encoding="utf-8"))
    assert [len(table) for table in tables.values()] == [len(words_in_order(chapter)) for chapter in CHAPTERS]


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_each_chapter_ends_with_how_to_hand_it_in_and_with_its_licence(chapter: str) -> None:
    last = "".join(source_cells(chapter)[-1]["source"])
    assert "`grader.hand_in()`" in last
    assert "CC BY 4.0" in " ".join(last.split())
    assert "LICENSE-TEXT" in last
    assert "Creative Commons Attribution 4.0 International" in (ROOT / "LICENSE-TEXT").read_text(encoding="utf-8")
