"""The numbers of a cohort: what each means, where it may lie, and what must hold between them.

`python autograder/cohort_numbers.py` prints the table of docs/cohorts.md.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Annotated, Any, Literal, get_args, get_type_hints

import msgspec
import numpy as np
from msgspec import Meta, Struct

from hippograd.course.toml import in_words
from hippograd.errors import HippogradError

MOST_DRAWS = 2000
"""Before numbers for a new cohort are given up."""

SIDES = range(5, 10)
"""Place cells in a row that are drawn from; each cohort needs a number of its own."""

Seed = Annotated[int, Meta(ge=0, lt=2**32)]
Count = Annotated[int, Meta(ge=1, le=100_000)]
Rate = Annotated[float, Meta(gt=0, le=10)]
Share = Annotated[float, Meta(gt=0, le=1)]


class Session(Struct, frozen=True, forbid_unknown_fields=True):
    """The walk and its place cells."""

    n_cells: Annotated[int, Meta(ge=9, le=400, description="place cells, a square number")]
    width: Annotated[float, Meta(ge=0.03, le=0.5, description="m, standard deviation of a place field")]
    minutes: Annotated[float, Meta(ge=1, le=60, description="min, length of the session")]
    train_minutes: Annotated[float, Meta(gt=0, le=60, description="min, its beginning that is for training")]
    dt: Annotated[float, Meta(ge=0.02, le=1, description="s between two columns")]
    seed: Annotated[Seed, Meta(description="of the walk")]


class OneHot(Struct, frozen=True, forbid_unknown_fields=True):
    """In what the session of the four cells differs."""

    centres: Annotated[
        list[Annotated[list[Annotated[float, Meta(gt=0, lt=1)]], Meta(min_length=2, max_length=2)]],
        Meta(min_length=4, max_length=4, description="m, centres of the four cells"),
    ]
    seed: Annotated[Seed, Meta(description="of its walk")]


class Grid(Struct, frozen=True, forbid_unknown_fields=True):
    """In what the session of the grid cells differs."""

    scales: Annotated[
        list[Annotated[float, Meta(ge=0.1, le=2)]], Meta(min_length=1, description="m, one value per module")
    ]
    orientations: Annotated[
        list[Annotated[float, Meta(ge=0, lt=1.05)]], Meta(min_length=1, description="rad, one value per module")
    ]
    seed: Annotated[Seed, Meta(description="of its walk")]


class Unseen(Struct, frozen=True, forbid_unknown_fields=True):
    """In what the session differs that no model was trained on: the place cells on another walk."""

    minutes: Annotated[float, Meta(ge=1, le=60, description="min, length of the session, all of it for testing")]
    seed: Annotated[Seed, Meta(description="of its walk")]


class Spikes(Struct, frozen=True, forbid_unknown_fields=True):
    """In what the session of the real rat differs."""

    walk: Annotated[
        Literal["simulated", "sargolini"], Meta(description="who walks: RatInABox's animal, or the rat of Sargolini")
    ]
    observation: Annotated[Literal["rates", "spikes"], Meta(description="what is recorded of a cell")]
    peak: Annotated[float, Meta(ge=1, le=200, description="Hz, spikes of a cell at its highest rate")]
    width: Annotated[float, Meta(ge=0.03, le=0.5, description="m, standard deviation of a place field")]
    seed: Annotated[Seed, Meta(description="of the spikes")]


class Lattice(Struct, frozen=True, forbid_unknown_fields=True):
    """The neuron that listens to place cells and becomes a grid cell."""

    side: Annotated[int, Meta(ge=16, le=48, description="place cells along one side of the sheet")]
    widths: Annotated[
        list[Annotated[float, Meta(gt=0.02, lt=0.15)]],
        Meta(min_length=3, max_length=6, description="of the fields that are tried, in sides of the room"),
    ]
    n_steps: Annotated[int, Meta(ge=50, le=10_000, description="steps until the pattern stands")]
    seed: Annotated[Seed, Meta(description="of the weights before learning")]


class Linear(Struct, frozen=True, forbid_unknown_fields=True):
    """Weights before fitting, and the houses."""

    init_mean: Annotated[float, Meta(ge=-2, le=2, description="mean of the weights before fitting")]
    init_std: Annotated[float, Meta(gt=0, le=2, description="their standard deviation")]
    init_seed: Annotated[Seed, Meta(description="of these weights")]
    house_size: Annotated[list[Annotated[float, Meta(ge=0)]], Meta(min_length=5, description="m², one per house")]
    house_price: Annotated[list[float], Meta(min_length=5, description="k£, one per house; one is negative")]


class Descent(Struct, frozen=True, forbid_unknown_fields=True):
    """Gradient descent on L = a W²."""

    coefficient: Annotated[float, Meta(gt=0, le=10, description="a")]
    start: Annotated[float, Meta(ge=-10, lt=0, description="the first weight, on the left wall")]
    other_start: Annotated[float, Meta(gt=0, le=10, description="another, on the right wall")]
    eta: Annotated[Rate, Meta(description="η, below 1/(2a)")]
    large_eta: Annotated[Rate, Meta(description="η that overshoots and settles, between 1/(2a) and 1/a")]
    n_steps: Annotated[int, Meta(ge=5, le=1000, description="steps of the figures")]


class Quartic(Struct, frozen=True, forbid_unknown_fields=True):
    """A loss with two valleys."""

    coefficients: Annotated[list[float], Meta(min_length=4, max_length=4, description="of W⁴, W³, W² and W")]
    start: Annotated[float, Meta(description="on the outer slope of the higher valley, which is the left one")]
    eta: Annotated[Rate, Meta(description="η that settles in the higher valley")]
    n_steps: Annotated[int, Meta(ge=50, le=10_000, description="steps until it has settled")]


class Network(Struct, frozen=True, forbid_unknown_fields=True):
    """The network by hand, two hidden layers."""

    n_hidden: Annotated[Count, Meta(description="units of a hidden layer")]
    eta: Annotated[Rate, Meta(description="η")]
    l2: Annotated[float, Meta(ge=0, le=1, description="λ, the pull towards zero")]
    init_scale: Annotated[float, Meta(gt=0, le=10, description="standard deviation of the weights times √(inputs)")]
    activation_scale: Annotated[float, Meta(gt=0, le=10, description="of sigmoid and tanh")]
    batch_frac: Annotated[Share, Meta(description="share of the columns in a batch")]
    epochs: Annotated[Count, Meta(description="epochs of training")]
    seed: Annotated[Seed, Meta(description="of weights and batches")]
    n_starts: Annotated[Count, Meta(description="starts that are compared, from this seed on")]
    start_epochs: Annotated[Count, Meta(description="epochs for each of them")]
    late_start: Annotated[
        Seed,
        Meta(
            description="from which on a start is looked for that is silent after two epochs and wakes by the fiftieth"
        ),
    ]
    tower_layers: Annotated[Count, Meta(description="layers of the tower whose slopes are looked at")]


class Torch(Struct, frozen=True, forbid_unknown_fields=True):
    """The network in PyTorch."""

    hidden_size: Annotated[Count, Meta(description="units of a hidden layer")]
    n_hidden_layers: Annotated[Count, Meta(description="hidden layers")]
    sgd_lr: Annotated[Rate, Meta(description="η of plain descent")]
    sgd_rates: Annotated[
        list[Rate],
        Meta(min_length=3, description="that descent with momentum tries against Adam; plain descent the last three"),
    ]
    adam_lr: Annotated[Rate, Meta(description="η of Adam")]
    batch_frac: Annotated[Share, Meta(description="share of the columns in a batch")]
    epochs: Annotated[Count, Meta(description="epochs of plain descent")]
    adam_epochs: Annotated[Count, Meta(description="epochs of Adam")]
    animation_epochs: Annotated[Count, Meta(description="epochs of the animation")]
    animation_every: Annotated[float, Meta(gt=0, description="epochs between two pictures")]
    seed: Annotated[Seed, Meta(description="of weights and batches")]


class Momentum(Struct, frozen=True, forbid_unknown_fields=True):
    """Momentum on the loss with two valleys."""

    start: Annotated[float, Meta(description="the first weight")]
    eta: Annotated[Rate, Meta(description="η")]
    beta: Annotated[float, Meta(gt=0, lt=1, description="β: enough to roll over the hill, and to stay behind it")]
    n_steps: Annotated[int, Meta(ge=50, le=10_000, description="steps until it has settled")]


class GridCells(Struct, frozen=True, forbid_unknown_fields=True):
    """The comparison of the three models."""

    by_hand_epochs: Annotated[Count, Meta(description="epochs of the network by hand")]
    torch_epochs: Annotated[Count, Meta(description="epochs of the network in PyTorch")]


class Frozen(Struct, frozen=True, forbid_unknown_fields=True):
    """A frozen session; `hippograd freeze` writes it."""

    sha256: Annotated[str, Meta(pattern="^[0-9a-f]{64}$", description="of the file")]
    settings: Annotated[str, Meta(description="the numbers that it was simulated with")] = ""


class Sessions(Struct, frozen=True, forbid_unknown_fields=True):
    """The frozen sessions."""

    place: Frozen | None = None
    one_hot: Frozen | None = None
    grid: Frozen | None = None
    unseen: Frozen | None = None
    spikes: Frozen | None = None


class Numbers(Struct, frozen=True, forbid_unknown_fields=True):
    """The tables of a cohort in `assignments/cohorts.toml`, without those about marks."""

    session: Session
    one_hot: OneHot
    grid: Grid
    unseen: Unseen
    spikes: Spikes
    lattice: Lattice
    linear: Linear
    descent: Descent
    quartic: Quartic
    network: Network
    torch: Torch
    momentum: Momentum
    grid_cells: GridCells
    sessions: Sessions = Sessions()


def problems(cohort: str, table: Mapping[str, Any]) -> list[str]:
    """What is wrong with the numbers of a cohort, one line each; none when all is well."""
    found = list(_wrong_forms(cohort, table))
    if found:
        return found
    numbers = msgspec.convert(table, Numbers)
    return [f"[{cohort}.{place}" for relation in RELATIONS for place in relation(numbers)]


def _wrong_forms(cohort: str, table: Mapping[str, Any]) -> Iterator[str]:
    """Tables and keys that are missing, unknown, of another kind or out of range."""
    for name, kind in get_type_hints(Numbers).items():
        if name not in table:
            if name != "sessions":
                yield f"[{cohort}.{name}] is missing: {_first_line(kind)}"
        elif not isinstance(table[name], Mapping):
            yield f"[{cohort}] {name} = {table[name]!r} should be a table, [{cohort}.{name}]"
        else:
            yield from _wrong_keys(f"[{cohort}.{name}]", table[name], kind)
    yield from (
        f"[{cohort}.{name}] is not described in autograder/cohort_numbers.py: add it to Numbers there"
        for name in table
        if name not in get_type_hints(Numbers)
    )


def _wrong_keys(place: str, table: Mapping[str, Any], kind: type[Struct]) -> Iterator[str]:
    fields = {field.name: field for field in msgspec.structs.fields(kind)}
    hints = get_type_hints(kind, include_extras=True)
    for name, field in fields.items():
        if name in table:
            try:
                msgspec.convert(table[name], hints[name])
            except msgspec.ValidationError as error:
                yield f"{place} {name} = {table[name]!r}{in_words(str(error))}; it is {meaning(hints[name])}"
        elif field.required:
            yield f"{place} {name} is missing: {meaning(hints[name])}"
    yield from (
        f"{place} {name} is read by nothing; known: {', '.join(fields)}" for name in table if name not in fields
    )


def _first_line(kind: type) -> str:
    return (kind.__doc__ or "").partition("\n")[0].rstrip(".")


def meaning(hint: Any) -> str:
    """The meaning that a field's annotation states."""
    found = [meta.description for meta in get_args(hint)[1:] if isinstance(meta, Meta) and meta.description]
    return found[-1] if found else "part of the table"


def _session(numbers: Numbers) -> Iterator[str]:
    session = numbers.session
    side = math.isqrt(session.n_cells)
    if side**2 != session.n_cells:
        yield (
            f"session] n_cells = {session.n_cells} must be a square number, such as {side**2} or {(side + 1) ** 2}: "
            "the cells stand in rows and columns"
        )
    if not session.train_minutes < session.minutes:
        yield (
            f"session] train_minutes = {session.train_minutes:g} must be below minutes = {session.minutes:g}: "
            "the rest is for testing"
        )


def _four_centres(numbers: Numbers) -> Iterator[str]:
    centres = np.array(numbers.one_hot.centres)
    for first in range(4):
        for second in range(first):
            if np.linalg.norm(centres[first] - centres[second]) < 0.1:
                yield (
                    f"one_hot] centres: {centres[second].tolist()} and {centres[first].tolist()} must be at least "
                    "0.1 m apart, or the data of the four cells cannot be told apart"
                )


def _modules(numbers: Numbers) -> Iterator[str]:
    scales, orientations = len(numbers.grid.scales), len(numbers.grid.orientations)
    if scales != orientations:
        yield f"grid] scales has {scales} values and orientations {orientations}: each module needs one of both"


def _houses(numbers: Numbers) -> Iterator[str]:
    sizes, prices = numbers.linear.house_size, numbers.linear.house_price
    if len(sizes) != len(prices):
        yield f"linear] house_size has {len(sizes)} values and house_price {len(prices)}: each house needs both"
    if not any(sizes):
        yield "linear] house_size is zero throughout: no weight can be fitted"
    if min(prices) >= 0:
        yield "linear] house_price needs one negative value: the caption of figure 6 jokes about it"


def _one_valley(numbers: Numbers) -> Iterator[str]:
    descent = numbers.descent
    half, whole = 1 / (2 * descent.coefficient), 1 / descent.coefficient
    if not descent.eta < half:
        yield f"descent] eta = {descent.eta:g} must lie between 0 and 1/(2a) = {half:g}, so that no step overshoots"
    if not half < descent.large_eta < whole:
        yield (
            f"descent] large_eta = {descent.large_eta:g} must lie between 1/(2a) = {half:g} and 1/a = {whole:g}, "
            "so that it overshoots and settles"
        )


def valleys(coefficients: list[float]) -> list[float]:
    """Where a W⁴ + b W³ + c W² + d W has its minima, from left to right."""
    slope = np.polyder(np.poly1d([*coefficients, 0.0]))
    flat = [root.real for root in np.roots(slope) if abs(root.imag) < 1e-9]
    return sorted(place for place in flat if np.polyder(slope)(place) > 0)


def _slope_at(coefficients: list[float], weight: float) -> float:
    """The slope of a W⁴ + b W³ + c W² + d W: plain arithmetic, as descent asks for it a thousand times."""
    a, b, c, d = coefficients
    return ((4 * a * weight + 3 * b) * weight + 2 * c) * weight + d


def _two_valleys(numbers: Numbers) -> Iterator[str]:
    quartic = numbers.quartic
    found = valleys(quartic.coefficients)
    if quartic.coefficients[0] <= 0 or len(found) != 2:
        yield f"quartic] coefficients = {quartic.coefficients}: the loss must rise on both sides and have two valleys"
        return
    loss = np.poly1d([*quartic.coefficients, 0.0])
    if not loss(found[0]) > loss(found[1]):
        yield f"quartic] coefficients: the left valley, at {found[0]:.3f}, must be the higher one"
    for name, start in (("quartic", quartic.start), ("momentum", numbers.momentum.start)):
        if not start < found[0]:
            yield f"{name}] start = {start:g} must lie left of the left valley, at {found[0]:.3f}"
    if not quartic.start < found[0]:
        return
    weight = quartic.start
    for _ in range(quartic.n_steps):
        weight -= quartic.eta * _slope_at(quartic.coefficients, weight) if abs(weight) < 1e6 else 0.0
    if not abs(weight - found[0]) < 0.01:
        yield (
            f"quartic] eta = {quartic.eta:g} and n_steps = {quartic.n_steps} lead from {quartic.start:g} to "
            f"{weight:.3g}, but must settle in the higher valley, at {found[0]:.3f}"
        )


def _momentum(numbers: Numbers) -> Iterator[str]:
    coefficients, ball = numbers.quartic.coefficients, numbers.momentum
    found = valleys(coefficients)
    if len(found) != 2 or any(_two_valleys(numbers)):
        return
    weight = earlier = ball.start
    for _ in range(ball.n_steps):
        step = ball.beta * (weight - earlier) - ball.eta * _slope_at(coefficients, weight)
        weight, earlier = (weight + step, weight) if abs(weight) < 1e6 else (weight, weight)
    if not abs(weight - found[1]) < 0.01:
        yield (
            f"momentum] beta = {ball.beta:g}, eta = {ball.eta:g} and n_steps = {ball.n_steps} lead from {ball.start:g} "
            f"to {weight:.3g}, but must roll over the hill and settle in the lower valley, at {found[1]:.3f}"
        )


RELATIONS: tuple[Callable[[Numbers], Iterator[str]], ...] = (
    _session,
    _four_centres,
    _modules,
    _houses,
    _one_valley,
    _two_valleys,
    _momentum,
)


def polynomial(coefficients: list[float]) -> str:
    """The loss with two valleys as the text writes it: ``W^4 + 0.8 W^3 - 1.2 W^2 - 0.9 W``."""
    terms = []
    for coefficient, power in zip(coefficients, ("W^4", "W^3", "W^2", "W"), strict=True):
        if coefficient:
            size = "" if abs(coefficient) == 1 else f"{abs(coefficient):g} "
            sign = ("- " if coefficient < 0 else "+ ") if terms else ("-" if coefficient < 0 else "")
            terms.append(f"{sign}{size}{power}")
    return " ".join(terms)


def answers(table: Mapping[str, Any]) -> dict[str, tuple[float, ...]]:
    """What tasks ask for and the numbers alone decide, by what it is: no two cohorts may have one of them in common."""
    numbers = msgspec.convert(table, Numbers)
    descent, network = numbers.descent, numbers.network
    shrinks = 1 - 2 * descent.coefficient * descent.eta
    return {
        "the third step": (descent.start * shrinks**3,),
        "the path from the right": (descent.other_start * shrinks,),
        "the path of large steps": (descent.start * (1 - 2 * descent.coefficient * descent.large_eta),),
        "the largest rate": (1 / descent.coefficient,),
        "the two valleys": tuple(valleys(numbers.quartic.coefficients)),
        "the weights by hand": tuple(np.ravel(numbers.one_hot.centres)),
        "the parameters of the linear model": (float(numbers.session.n_cells),),
        "the parameters of the network": (float(network.n_hidden),),
        "the parameters in PyTorch": (float(numbers.torch.hidden_size),),
        "the house": tuple(map(float, numbers.linear.house_price)),
    }


def coincidences(table: Mapping[str, Any], earlier: Mapping[str, Any]) -> list[str]:
    """The answers that two cohorts have in common, to two per cent: a copy of last year's value would pass."""
    theirs = answers(earlier)
    found = [
        name
        for name, value in answers(table).items()
        if len(value) == len(theirs[name]) and np.allclose(value, theirs[name], rtol=0.02, atol=1e-3)
    ]
    return found + ["W*, as the session is the same"] * (table["session"] == earlier["session"])


def draw(base: Mapping[str, Any], earlier: Sequence[Mapping[str, Any]], seed: int) -> dict[str, Any]:
    """The tables of a new cohort: `base` with other numbers, within the relations, and with other answers.

    Parameters
    ----------
    base : mapping
        The tables of the cohort that it is made from.
    earlier : sequence of mapping
        The tables of all cohorts.
    seed : int
        Of the draw; the same gives the same numbers.
    """
    taken = {other["session"]["n_cells"] for other in earlier}
    if taken.issuperset(side**2 for side in SIDES):
        raise HippogradError(
            f"Every square number of place cells from {SIDES[0] ** 2} to {SIDES[-1] ** 2} is an earlier cohort's.",
            "Add another to SIDES in autograder/cohort_numbers.py, and look at its figures.",
        )
    rng = np.random.default_rng(seed)
    for _ in range(MOST_DRAWS):
        drawn = _drawn(base, rng)
        if not problems("", drawn) and not any(coincidences(drawn, other) for other in earlier):
            return drawn
    raise HippogradError(
        f"No numbers were found within the relations in {MOST_DRAWS} draws.", "Write the tables by hand."
    )


def _drawn(base: Mapping[str, Any], rng: np.random.Generator) -> dict[str, Any]:
    """`base` with the numbers changed that answers hang on."""

    def between(low: float, high: float, digits: int) -> float:
        return round(float(rng.uniform(low, high)), digits)

    def new_seed() -> int:
        return int(rng.integers(1, 1000))

    side = int(rng.choice(SIDES))
    a = between(0.6, 1.9, 1)
    coefficients = [1.0, between(0.6, 1.2, 1), -between(0.8, 1.4, 1), -between(0.6, 1.1, 1)]
    left = (valleys(coefficients) or [-1.0])[0]
    start = round(float(left) - between(0.3, 0.6, 1), 1)
    sizes = rng.integers(3, 99, size=len(base["linear"]["house_size"]))
    prices = np.round(between(3.2, 5.8, 1) * sizes + rng.normal(0, 30, sizes.size)).astype(int)
    prices = np.maximum(prices, sizes)
    prices[np.argmin(sizes)] = -int(rng.integers(3, 40))
    quarters = [[x, y] for x in (0.25, 0.75) for y in (0.25, 0.75)]
    changed = {
        "session": {"n_cells": side**2, "width": round(between(0.7, 0.78, 2) / side, 3), "seed": new_seed()},
        "one_hot": {"centres": [quarters[k] for k in rng.permutation(4)], "seed": new_seed()},
        "grid": {"orientations": [round(k / 10 + between(0, 0.4, 2), 2) for k in range(3)], "seed": new_seed()},
        "unseen": {"seed": new_seed()},
        "linear": {
            "init_mean": between(0.3, 0.7, 2),
            "init_seed": new_seed(),
            "house_size": sizes.tolist(),
            "house_price": prices.tolist(),
        },
        "descent": {
            "coefficient": a,
            "start": -between(0.8, 1.6, 1),
            "other_start": between(0.8, 1.6, 1),
            "eta": round(between(0.14, 0.26, 2) / (2 * a), 3),
            "large_eta": round(between(0.86, 0.94, 2) / a, 2),
        },
        "quartic": {"coefficients": coefficients, "start": start},
        "network": {"n_hidden": 10 * int(rng.integers(13, 24)), "seed": new_seed()},
        "torch": {"hidden_size": 5 * int(rng.integers(15, 25)), "seed": new_seed()},
        "momentum": {"start": start},
        "spikes": {"seed": new_seed()},
        "lattice": {"seed": new_seed()},
    }
    kept = {name: table for name, table in base.items() if name != "sessions"}
    return {name: {**table, **changed.get(name, {})} for name, table in kept.items()}


def reference() -> str:
    """The table of all numbers, for the documentation."""
    rows = ["| table | number | is |", "|---|---|---|"]
    for name, kind in get_type_hints(Numbers).items():
        if name != "sessions":
            hints = get_type_hints(kind, include_extras=True)
            rows += [f"| `{name}` | `{field}` | {meaning(hint)} |" for field, hint in hints.items()]
    return "\n".join(rows)


if __name__ == "__main__":
    print(reference())
