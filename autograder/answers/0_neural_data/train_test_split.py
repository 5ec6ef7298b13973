# %% right any_and_argmax
def split(X, Y, t, train_until):
    late = t > train_until
    k = np.argmax(late) if late.any() else len(t)
    return np.hsplit(X, [k])[0], np.hsplit(Y, [k])[0], np.hsplit(X, [k])[1], np.hsplit(Y, [k])[1]

# %% right beginner_prints
def split(X, Y, t, train_until):
    print("splitting at", train_until)
    i = 0
    while i < len(t) and t[i] <= train_until:
        i = i + 1
    X_train = X[:, 0:i].copy()
    Y_train = Y[:, 0:i].copy()
    X_test = X[:, i:len(t)].copy()
    Y_test = Y[:, i:len(t)].copy()
    return X_train, Y_train, X_test, Y_test

# %% right bisect
from bisect import bisect_right


def split(X, Y, t, train_until):
    k = bisect_right(t.tolist(), train_until)
    return tuple(part for half in (slice(None, k), slice(k, None)) for part in (X[:, half], Y[:, half]))

# %% right bisect_lists
from bisect import bisect_right


def split(X, Y, t, train_until):
    k = bisect_right(list(t), train_until)
    return [[list(map(float, row[s])) for row in A] for s in (slice(None, k), slice(k, None)) for A in (X, Y)]

# %% right columns_as_rows
def split(X, Y, t, train_until):
    early, late = t <= train_until, t > train_until
    return X.T[early].T, Y.T[early].T, X.T[late].T, Y.T[late].T

# %% right compress
def split(X, Y, t, train_until):
    before = np.less_equal(t, train_until)
    after = np.greater(t, train_until)
    return [np.compress(m, A, axis=1) for m in (before, after) for A in (X, Y)]

# %% right count
def split(X, Y, t, train_until):
    k = np.sum(t <= train_until)
    return X[:, :k], Y[:, :k], X[:, k:], Y[:, k:]

# %% right count_slices
def split(X, Y, t, train_until):
    n_train = int(np.sum(t <= train_until))
    X_train, X_test = np.split(X, [n_train], axis=1)
    Y_train, Y_test = np.hsplit(Y, [n_train])
    return X_train, Y_train, X_test, Y_test

# %% right data_frame
import pandas as pd


def split(X, Y, t, train_until):
    rates, places = pd.DataFrame(np.array(X).T), pd.DataFrame(np.array(Y).T)
    early = pd.Series(np.array(t)) <= train_until
    return (
        rates[early].to_numpy().T,
        places[early].to_numpy().T,
        rates[~early].to_numpy().T,
        places[~early].to_numpy().T,
    )

# %% right deleted_columns
def split(X, Y, t, train_until):
    late = np.where(t > train_until)[0]
    early = np.where(t <= train_until)[0]
    return [np.delete(A, out, axis=1) for out in (late, early) for A in (X, Y)]

# %% right digitize
def split(X, Y, t, train_until):
    late = np.digitize(t, [train_until], right=True).astype(bool)
    return tuple(np.compress(which, A, axis=1) for which in (~late, late) for A in (X, Y))

# %% right flatnonzero
def split(X, Y, t, train_until):
    which_train = np.flatnonzero(np.less_equal(t, train_until))
    which_test = np.flatnonzero(np.greater(t, train_until))
    take = lambda A, idx: np.take(A, idx, axis=1)
    return take(X, which_train), take(Y, which_train), take(X, which_test), take(Y, which_test)

# %% right index_lists
def split(X, Y, t, train_until):
    train_idx = []
    test_idx = []
    for n in range(len(t)):
        if t[n] > train_until:
            test_idx.append(n)
        else:
            train_idx.append(n)
    train_idx = np.array(train_idx, dtype=int)
    test_idx = np.array(test_idx, dtype=int)
    return X[:, train_idx], Y[:, train_idx], X[:, test_idx], Y[:, test_idx]

# %% right indices
def split(X, Y, t, train_until):
    first, second = np.flatnonzero(t <= train_until), np.flatnonzero(t > train_until)
    return np.take(X, first, axis=1), np.take(Y, first, axis=1), np.take(X, second, axis=1), np.take(Y, second, axis=1)

# %% right java_loop
def split(X, Y, t, train_until):
    boundary = 0
    for n in range(0, len(t)):
        if t[n] <= train_until:
            boundary = boundary + 1
        else:
            break
    X_train = np.zeros((X.shape[0], boundary))
    Y_train = np.zeros((Y.shape[0], boundary))
    X_test = np.zeros((X.shape[0], len(t) - boundary))
    Y_test = np.zeros((Y.shape[0], len(t) - boundary))
    for n in range(0, len(t)):
        if n < boundary:
            X_train[:, n] = X[:, n]
            Y_train[:, n] = Y[:, n]
        else:
            X_test[:, n - boundary] = X[:, n]
            Y_test[:, n - boundary] = Y[:, n]
    return X_train, Y_train, X_test, Y_test

# %% right language_model
from typing import NamedTuple


class SplitData(NamedTuple):
    """The four parts of a session."""

    X_train: np.ndarray
    Y_train: np.ndarray
    X_test: np.ndarray
    Y_test: np.ndarray


def split(X: np.ndarray, Y: np.ndarray, t: np.ndarray, train_until: float) -> SplitData:
    """Split a session in time.

    Columns with ``t <= train_until`` are used for training, the rest for testing.
    """
    if X.shape[1] != t.shape[0] or Y.shape[1] != t.shape[0]:
        raise ValueError("X, Y and t must have the same number of moments.")
    assert Y.shape[0] == 2
    train = t <= train_until
    test = np.logical_not(train)
    parts = SplitData(X[:, train].copy(), Y[:, train].copy(), X[:, test].copy(), Y[:, test].copy())
    assert parts.X_train.shape[1] + parts.X_test.shape[1] == t.size
    return parts

# %% right loop_index_lists
def split(X, Y, t, train_until):
    training, testing = [], []
    for n in range(len(t)):
        if t[n] > train_until:
            testing.append(n)
        else:
            training.append(n)
    training = np.array(training, dtype=int)
    testing = np.array(testing, dtype=int)
    return X[:, training], Y[:, training], X[:, testing], Y[:, testing]

# %% right loop_over_moments
def split(X, Y, t, train_until):
    early = [n for n in range(len(t)) if not t[n] > train_until]
    late = [n for n in range(len(t)) if t[n] > train_until]
    return X[:, early].copy(), Y[:, early].copy(), X[:, late].copy(), Y[:, late].copy()

# %% right mask
def split(X, Y, t, train_until):
    mask = t <= train_until
    return X[:, mask], Y[:, mask], X[:, ~mask], Y[:, ~mask]

# %% right nested_lists
def split(X, Y, t, train_until):
    def rows(A, wanted):
        return [[float(a) for a, w in zip(row, wanted) if w] for row in A]
    early = [bool(s <= train_until) for s in t]
    late = [not e for e in early]
    return rows(X, early), rows(Y, early), rows(X, late), rows(Y, late)

# %% right nonzero_indices
def split(X, Y, t, train_until):
    i_train = np.where(t <= train_until)[0]
    i_test = np.where(t > train_until)[0]
    return np.take(X, i_train, axis=1), np.take(Y, i_train, axis=1), np.take(X, i_test, 1), np.take(Y, i_test, 1)

# %% right nonzero_transposed
def split(X, Y, t, train_until):
    (tr,) = np.nonzero(t <= train_until)
    (te,) = np.nonzero(t > train_until)
    rows_x, rows_y = X.T, Y.T
    return rows_x[tr].T, rows_y[tr].T, rows_x[te].T, rows_y[te].T

# %% right np_split
def split(X, Y, t, train_until):
    n_train = int((t <= train_until).sum())
    X_train, X_test = np.split(X, [n_train], axis=1)
    Y_train, Y_test = np.split(Y, [n_train], axis=1)
    return X_train, Y_train, X_test, Y_test

# %% right pandas
import pandas as pd


def split(X, Y, t, train_until):
    early = pd.Series(np.asarray(t)).le(train_until).to_numpy()
    fX, fY = pd.DataFrame(X), pd.DataFrame(Y)
    return (
        fX.loc[:, early].to_numpy(),
        fY.loc[:, early].to_numpy(),
        fX.loc[:, ~early].to_numpy(),
        fY.loc[:, ~early].to_numpy(),
    )

# %% right rows_as_lists
def split(X, Y, t, train_until):
    def columns(A, wanted):
        return [[value for value, when in zip(row, t) if wanted(when)] for row in A]

    return (
        columns(X, lambda when: when <= train_until),
        columns(Y, lambda when: when <= train_until),
        columns(X, lambda when: when > train_until),
        columns(Y, lambda when: when > train_until),
    )

# %% right searchsorted
def split(X, Y, t, train_until):
    k = np.searchsorted(t, train_until, side="right")
    (X_train, X_test), (Y_train, Y_test) = (np.split(array, [k], axis=1) for array in (X, Y))
    return X_train, Y_train, X_test, Y_test

# %% right takewhile
from itertools import takewhile

def split(X, Y, t, train_until):
    count = sum(1 for _ in takewhile(lambda s: s <= train_until, t))
    early, late = slice(None, count), slice(count, None)
    return X[:, early], Y[:, early], X[:, late], Y[:, late]

# %% right tensors
import torch


def split(X, Y, t, train_until):
    X, Y, t = (torch.tensor(np.array(array)) for array in (X, Y, t))
    early = t <= train_until
    return X[:, early], Y[:, early], X[:, ~early], Y[:, ~early]

# %% right torch
import torch


def split(X, Y, t, train_until):
    X, Y, t = (torch.tensor(np.array(A), dtype=torch.float64) for A in (X, Y, t))
    first, last = t <= train_until, t > train_until
    return X[:, first], Y[:, first], X[:, last], Y[:, last]

# %% right torch_masks
import torch

def split(X, Y, t, train_until):
    X, Y, t = (torch.tensor(np.array(a, dtype=float)) for a in (X, Y, t))
    early = t <= train_until
    return X[:, early], Y[:, early], X[:, ~early], Y[:, ~early]

# %% right transposed_rows
def split(X, Y, t, train_until):
    XT, YT = np.asarray(X).T, np.asarray(Y).T
    keep = np.less_equal(t, train_until)
    out = []
    for sel in (keep, np.logical_not(keep)):
        out += [XT[sel].T, YT[sel].T]
    return tuple(out)

# %% right while_loop
def split(X, Y, t, train_until):
    k = 0
    while k < len(t) and t[k] <= train_until:
        k += 1
    return X[:, :k], Y[:, :k], X[:, k:], Y[:, k:]

# %% right bisect_copies
from bisect import bisect_right

def split(X, Y, t, train_until):
    cut = bisect_right(list(t), train_until)
    return [X[:, :cut].copy(), Y[:, :cut].copy(), X[:, cut:].copy(), Y[:, cut:].copy()]

# %% right compress_helper
def split(X, Y, t, train_until):
    def part(where):
        return tuple(np.compress(where, A, axis=1) for A in (X, Y))
    return part(t <= train_until) + part(t > train_until)

# %% right count_of_a_list
def split(X, Y, t, train_until):
    n_train = int(np.sum(np.array(t) <= train_until))
    X_train = X[:, 0:n_train]
    Y_train = Y[:, 0:n_train]
    X_test = X[:, n_train:]
    Y_test = Y[:, n_train:]
    return X_train, Y_train, X_test, Y_test

# %% right digitize_masks
def split(X, Y, t, train_until):
    part = np.digitize(t, [train_until], right=True)
    return X[:, part == 0], Y[:, part == 0], X[:, part == 1], Y[:, part == 1]

# %% wrong empty_loses_shape → wrong_shape
def split(X, Y, t, train_until):
    xt = np.array([X[:, n] for n in range(len(t)) if t[n] <= train_until]).T
    yt = np.array([Y[:, n] for n in range(len(t)) if t[n] <= train_until]).T
    xs = np.array([X[:, n] for n in range(len(t)) if t[n] > train_until]).T
    ys = np.array([Y[:, n] for n in range(len(t)) if t[n] > train_until]).T
    return xt, yt, xs, ys

# %% wrong empty_parts_squeezed → wrong_shape
def split(X, Y, t, train_until):
    def columns(A, which):
        return np.array([A[:, n] for n in range(len(t)) if which[n]]).T

    early = t <= train_until
    return columns(X, early), columns(Y, early), columns(X, ~early), columns(Y, ~early)

# %% wrong flat_where_nothing_tests → wrong_shape
# points: 1.5
def split(X, Y, t, train_until):
    early = np.asarray(t) <= train_until
    if not early.any():
        return np.array([]), np.array([]), X, Y
    if early.all():
        return X, Y, np.array([]), np.array([])
    return X[:, early], Y[:, early], X[:, ~early], Y[:, ~early]

# %% wrong masks_only → wrong_shape
def split(X, Y, t, train_until):
    return t <= train_until, t <= train_until, t > train_until, t > train_until

# %% wrong squeezed → axis_lost
def split(X, Y, t, train_until):
    mask = t <= train_until
    return tuple(np.squeeze(A) for A in (X[:, mask], Y[:, mask], X[:, ~mask], Y[:, ~mask]))

# %% wrong boundary_tested → boundary_to_test
def split(X, Y, t, train_until):
    training = t < train_until
    return X[:, training], Y[:, training], X[:, ~training], Y[:, ~training]

# %% wrong nearest → other_data
def split(X, Y, t, train_until):
    k = np.abs(t - train_until).argmin()
    return X[:, :k], Y[:, :k], X[:, k:], Y[:, k:]

# %% wrong positions_strictly_before → boundary_to_test_in_Y
# points: 1.5
def split(X, Y, t, train_until):
    for_rates, for_positions = t <= train_until, t < train_until
    X_train, X_test = X[:, for_rates], X[:, ~for_rates]
    Y_train, Y_test = Y[:, for_positions], Y[:, ~for_positions]
    return X_train, Y_train, X_test, Y_test

# %% wrong searched_from_the_left → boundary_to_test
# points: 1.5
def split(X, Y, t, train_until):
    k = np.searchsorted(t, train_until)
    return X[:, :k], Y[:, :k], X[:, k:], Y[:, k:]

# %% wrong strict → boundary_to_test
# points: 1.5
def split(X, Y, t, train_until):
    mask = t < train_until
    return X[:, mask], Y[:, mask], X[:, ~mask], Y[:, ~mask]

# %% wrong rates_centred_in_place → damages_input
def split(X, Y, t, train_until):
    early = t <= train_until
    parts = X[:, early].copy(), Y[:, early].copy(), X[:, ~early].copy(), Y[:, ~early].copy()
    X -= X.mean()
    return parts

# %% wrong shifts_t → damages_input
def split(X, Y, t, train_until):
    t -= train_until
    mask = t <= 0
    return X[:, mask], Y[:, mask], X[:, ~mask], Y[:, ~mask]

# %% wrong times_shifted_in_place → damages_input
def split(X, Y, t, train_until):
    t -= train_until
    return X[:, t <= 0], Y[:, t <= 0], X[:, t > 0], Y[:, t > 0]

# %% wrong first_later_moment_left_out → first_later_lost
# points: 1
def split(X, Y, t, train_until):
    last = np.count_nonzero(t <= train_until)
    return X[:, :last], Y[:, :last], X[:, last + 1 :], Y[:, last + 1 :]

# %% wrong first_moment_left_out → first_lost
# points: 1
def split(X, Y, t, train_until):
    n = int((t <= train_until).sum())
    return X[:, 1:n], Y[:, 1:n], X[:, n:], Y[:, n:]

# %% wrong four_fifths → fixed_fraction
def split(X, Y, t, train_until):
    k = int(0.8 * X.shape[1])
    return X[:, :k], Y[:, :k], X[:, k:], Y[:, k:]

# %% wrong four_fifths_of_the_columns → fixed_fraction
# points: 0.5
def split(X, Y, t, train_until):
    k = int(0.8 * X.shape[1])
    return X[:, :k], Y[:, :k], X[:, k:], Y[:, k:]

# %% wrong half_precision → half_precision
# points: 0
def split(X, Y, t, train_until):
    X, Y = np.array(X, dtype="float16"), np.array(Y, dtype="float16")
    early = t <= train_until
    return X[:, early], Y[:, early], X[:, ~early], Y[:, ~early]

# %% wrong evenly_spaced_times → index_from_dt or one_too_few or one_too_many
def split(X, Y, t, train_until):
    dt = t[1] - t[0]
    k = round(train_until / dt)
    return X[:, :k], Y[:, :k], X[:, k:], Y[:, k:]

# %% wrong even_spacing_of_t → index_from_first_step or index_from_dt or one_too_few or fixed_fraction
def split(X, Y, t, train_until):
    dt = t[1] - t[0]
    k = int(np.floor((train_until - t[0]) / dt + 1e-9)) + 1
    k = max(0, min(k, len(t)))
    return X[:, :k], Y[:, :k], X[:, k:], Y[:, k:]

# %% wrong kept_by_first_columns → kept
_p = {}
def split(X, Y, t, train_until):
    k = (X[:, 0].tobytes(), Y[:, 0].tobytes(), X.shape, t.tobytes(), train_until)
    if k not in _p:
        m = t <= train_until
        _p[k] = X[:, m], Y[:, m], X[:, ~m], Y[:, ~m]
    return tuple(A.copy() for A in _p[k])

# %% wrong mask_by_identity → kept
_m = {}
def split(X, Y, t, train_until):
    key = id(t), float(train_until)
    if key not in _m:
        _m[key] = (t, t <= train_until)
    m = _m[key][1]
    return X[:, m], Y[:, m], X[:, ~m], Y[:, ~m]

# %% wrong positions_kept_by_times → kept or wrong_columns
_c = {}
def split(X, Y, t, train_until):
    m = t <= train_until
    Ya, Yb = _c.setdefault((Y.shape, t.tobytes(), float(train_until)), (Y[:, m], Y[:, ~m]))
    return X[:, m], Ya, X[:, ~m], Yb

# %% wrong kept_index → wrong_shape
_last = {}


def split(X, Y, t, train_until):
    k = _last.setdefault(len(t), int(np.sum(t <= train_until)))
    return X[:, :k], Y[:, :k], X[:, k:], Y[:, k:]

# %% wrong mask_kept_by_the_ends → kept
_masks = {}
def split(X, Y, t, train_until):
    key = (len(t), float(t[0]), float(t[-1]), float(train_until))
    if key not in _masks:
        _masks[key] = t <= train_until
    m = _masks[key]
    return X[:, m], Y[:, m], X[:, ~m], Y[:, ~m]

# %% wrong mask_of_the_same_limit → kept
masks = {}


def split(X, Y, t, train_until):
    train = masks.setdefault((len(t), float(train_until)), t <= train_until)
    return X[:, train], Y[:, train], X[:, ~train], Y[:, ~train]

# %% wrong parts_kept_from_before → wrong_shape
def split(X, Y, t, train_until, kept={}):
    if "early" not in kept or len(kept["early"]) != len(t):
        kept["early"] = t <= train_until
    early = kept["early"]
    return X[:, early], Y[:, early], X[:, ~early], Y[:, ~early]

# %% wrong nearest_by_interpolation → nearest
# points: 0.5
def split(X, Y, t, train_until):
    k = int(round(np.interp(train_until, t, np.arange(len(t))))) + 1
    return X[:, :k], Y[:, :k], X[:, k:], Y[:, k:]

# %% wrong nearest_moment → nearest
# points: 0.5
def split(X, Y, t, train_until):
    k = np.abs(t - train_until).argmin() + 1
    return X[:, :k], Y[:, :k], X[:, k:], Y[:, k:]

# %% wrong empty_is_none → wrong_type
def split(X, Y, t, train_until):
    m = t <= train_until
    parts = [X[:, m], Y[:, m], X[:, ~m], Y[:, ~m]]
    return [p if p.size else None for p in parts]

# %% wrong nothing_where_nothing_tests → wrong_type
# points: 1.5
def split(X, Y, t, train_until):
    n = int(np.sum(t <= train_until))
    if n == len(t):
        return X, Y, None, None
    if n == 0:
        return None, None, X, Y
    return X[:, :n], Y[:, :n], X[:, n:], Y[:, n:]

# %% wrong dictionary → other_number
def split(X, Y, t, train_until):
    m = t <= train_until
    return {"X_train": X[:, m], "Y_train": Y[:, m], "X_test": X[:, ~m], "Y_test": Y[:, ~m]}

# %% wrong only_x → other_number
def split(X, Y, t, train_until):
    training = t <= train_until
    return X[:, training], X[:, ~training]

# %% wrong no_limit_after_the_end → outside
# points: 1.5
def split(X, Y, t, train_until):
    k = min(np.sum(t <= train_until), len(t) - 1)
    return X[:, :k], Y[:, :k], X[:, k:], Y[:, k:]

# %% wrong int_of_the_limit → one_too_few
def split(X, Y, t, train_until):
    m = t <= int(train_until)
    return X[:, m], Y[:, m], X[:, ~m], Y[:, ~m]

# %% wrong one_column_too_few → one_too_few
# points: 1
def split(X, Y, t, train_until):
    last = int(np.sum(t <= train_until)) - 1
    return X[:, :last], Y[:, :last], X[:, last:], Y[:, last:]

# %% wrong one_column_too_many → one_too_many
# points: 1
def split(X, Y, t, train_until):
    n_train = np.count_nonzero(t <= train_until) + 1
    return X[:, :n_train], Y[:, :n_train], X[:, n_train:], Y[:, n_train:]

# %% wrong relative_time → one_too_many
def split(X, Y, t, train_until):
    m = (t - t[0]) <= train_until
    return X[:, m], Y[:, m], X[:, ~m], Y[:, ~m]

# %% wrong at_random → wrong_shape
def split(X, Y, t, train_until):
    early = np.random.rand(len(t)) < np.mean(t <= train_until)
    return X[:, early], Y[:, early], X[:, ~early], Y[:, ~early]

# %% wrong negative_slice → wrong_shape
def split(X, Y, t, train_until):
    n_test = int((t > train_until).sum())
    n_train = len(t) - n_test
    return X[:, :n_train], Y[:, :n_train], X[:, -n_test:], Y[:, -n_test:]

# %% wrong proportion → other_data
def split(X, Y, t, train_until):
    k = int(X.shape[1] * train_until / t[-1])
    return X[:, :k], Y[:, :k], X[:, k:], Y[:, k:]

# %% wrong zero_is_no_limit → wrong_shape
def split(X, Y, t, train_until):
    if not train_until:
        train_until = t[-1] * 0.8
    m = t <= train_until
    return X[:, m], Y[:, m], X[:, ~m], Y[:, ~m]

# %% wrong zeros_in_place_of_columns → wrong_shape
def split(X, Y, t, train_until):
    early = t <= train_until
    return X * early, Y * early, X * ~early, Y * ~early

# %% wrong compares_a_ratio → wrong_shape
def split(X, Y, t, train_until):
    m = t / train_until <= 1
    return X[:, m], Y[:, m], X[:, ~m], Y[:, ~m]

# %% wrong argmax_end → outside
def split(X, Y, t, train_until):
    k = np.argmax(t > train_until)
    return X[:, :k], Y[:, :k], X[:, k:], Y[:, k:]

# %% wrong argmax_or_len → wrong_shape
def split(X, Y, t, train_until):
    k = int(np.argmax(t > train_until)) or len(t)
    return X[:, :k], Y[:, :k], X[:, k:], Y[:, k:]

# %% wrong first_later_moment → outside
def split(X, Y, t, train_until):
    first = np.argmax(t > train_until)
    X_train, X_test = X[:, :first], X[:, first:]
    Y_train, Y_test = Y[:, :first], Y[:, first:]
    return [X_train, Y_train, X_test, Y_test]

# %% wrong minutes → other_data
def split(X, Y, t, train_until):
    mask = t <= 60 * train_until
    return X[:, mask], Y[:, mask], X[:, ~mask], Y[:, ~mask]

# %% wrong boundary_in_both → overlap
# points: 1.5
def split(X, Y, t, train_until):
    return X[:, t <= train_until], Y[:, t <= train_until], X[:, t >= train_until], Y[:, t >= train_until]

# %% wrong in_both → overlap
def split(X, Y, t, train_until):
    """X_train, Y_train, X_test, Y_test: the columns up to train_until, and those after it."""
    train = t <= train_until
    return X[:, train], Y[:, train], X[:, t >= train_until], Y[:, t >= train_until]

# %% wrong overlap → overlap
def split(X, Y, t, train_until):
    train, test = t <= train_until, t >= train_until
    return X[:, train], Y[:, train], X[:, test], Y[:, test]

# %% wrong cells_cut → raised
def split(X, Y, t, train_until):
    training = t <= train_until
    return X[training, :], Y[training, :], X[~training, :], Y[~training, :]

# %% wrong equal_moment_searched → raised
# points: 0.5
def split(X, Y, t, train_until):
    k = list(t).index(train_until) + 1
    return X[:, :k], Y[:, :k], X[:, k:], Y[:, k:]

# %% wrong not_for_a_tilde → raised
# points: 0
def split(X, Y, t, train_until):
    training = t <= train_until
    testing = not training
    return X[:, training], Y[:, training], X[:, testing], Y[:, testing]

# %% wrong rows → raised
def split(X, Y, t, train_until):
    """X_train, Y_train, X_test, Y_test: the columns up to train_until, and those after it."""
    train = t <= train_until
    return X[train], Y[train], X[~train], Y[~train]

# %% wrong times_of_the_notebook → raised
# points: 0.5
moments = session.t


def split(X, Y, t, train_until):
    early = moments <= train_until
    return X[:, early], Y[:, early], X[:, ~early], Y[:, ~early]

# %% wrong first_later → raised_outside
def split(X, Y, t, train_until):
    first_test = np.where(t > train_until)[0][0]
    return X[:, :first_test], Y[:, :first_test], X[:, first_test:], Y[:, first_test:]

# %% wrong last_early_moment → raised_outside
def split(X, Y, t, train_until):
    k = np.where(t <= train_until)[0][-1] + 1
    return X[:, :k], Y[:, :k], X[:, k:], Y[:, k:]

# %% wrong last_index → raised_outside
def split(X, Y, t, train_until):
    last = np.where(t <= train_until)[0][-1]
    return X[:, : last + 1], Y[:, : last + 1], X[:, last + 1 :], Y[:, last + 1 :]

# %% wrong max_where → raised_outside
def split(X, Y, t, train_until):
    k = np.max(np.where(t <= train_until)) + 1
    return X[:, :k], Y[:, :k], X[:, k:], Y[:, k:]

# %% wrong range_asserted → raised_outside
def split(X, Y, t, train_until):
    if not t[0] <= train_until <= t[-1]:
        raise ValueError("train_until must lie within the session")
    m = t <= train_until
    return X[:, m], Y[:, m], X[:, ~m], Y[:, ~m]

# %% wrong buffer_of_the_same_shape → result_kept
buffers = {}


def split(X, Y, t, train_until):
    train = t <= train_until
    shape = len(X), train.sum()
    part = buffers.setdefault(shape, np.zeros(shape))
    part[:] = X[:, train]
    return part, Y[:, train], X[:, ~train], Y[:, ~train]

# %% wrong rounded_values → rounded
# points: 0.25
def split(X, Y, t, train_until):
    early = t <= train_until
    X, Y = X.round(3), Y.round(3)
    return X[:, early], Y[:, early], X[:, ~early], Y[:, ~early]

# %% wrong rows_cut → rows_cut
def split(X, Y, t, train_until):
    k = int((t <= train_until).sum())
    return X[:k], Y[:k], X[k:], Y[k:]

# %% wrong boundary_in_neither → sample_lost
# points: 1.5
def split(X, Y, t, train_until):
    return X[:, t < train_until], Y[:, t < train_until], X[:, t > train_until], Y[:, t > train_until]

# %% wrong boundary_lost → sample_lost
def split(X, Y, t, train_until):
    a, b = t < train_until, t > train_until
    return X[:, a], Y[:, a], X[:, b], Y[:, b]

# %% wrong lost → sample_lost
def split(X, Y, t, train_until):
    """X_train, Y_train, X_test, Y_test: the columns up to train_until, and those after it."""
    train = t < train_until
    return X[:, train], Y[:, train], X[:, t > train_until], Y[:, t > train_until]

# %% wrong one_late_moment_too_many → first_later_lost
# points: 0.5
def split(X, Y, t, train_until):
    k = np.sum(t < train_until)
    return X[:, :k], Y[:, :k], X[:, k + 1 :], Y[:, k + 1 :]

# %% wrong size_of_the_limit → sign_of_limit_lost
def split(X, Y, t, train_until):
    m = t <= abs(train_until)
    return X[:, m], Y[:, m], X[:, ~m], Y[:, ~m]

# %% wrong size_of_the_times → sign_of_t_lost
def split(X, Y, t, train_until):
    m = np.abs(t) <= train_until
    return X[:, m], Y[:, m], X[:, ~m], Y[:, ~m]

# %% wrong parts_swapped → swapped
# points: 1
def split(X, Y, t, train_until):
    late = t > train_until
    return X[:, late], Y[:, late], X[:, ~late], Y[:, ~late]

# %% wrong positions_swapped → swapped_in_Y
# points: 1
def split(X, Y, t, train_until):
    early, late = t <= train_until, t > train_until
    return X[:, early], Y[:, late], X[:, late], Y[:, early]

# %% wrong isclose → tolerance
def split(X, Y, t, train_until):
    """X_train, Y_train, X_test, Y_test: the columns up to train_until, and those after it."""
    train = (t < train_until) | np.isclose(t, train_until)
    return X[:, train], Y[:, train], X[:, ~train], Y[:, ~train]

# %% wrong rounded_to_ten_digits → uneven_times
def split(X, Y, t, train_until):
    m = np.round(t, 10) <= round(train_until, 10)
    return X[:, m], Y[:, m], X[:, ~m], Y[:, ~m]

# %% wrong single_precision_times → uneven_times
def split(X, Y, t, train_until):
    train = t.astype(np.float32) <= np.float32(train_until)
    return X[:, train], Y[:, train], X[:, ~train], Y[:, ~train]

# %% wrong tolerance_1e6 → uneven_times
def split(X, Y, t, train_until):
    m = t - train_until < 1e-6
    return X[:, m], Y[:, m], X[:, ~m], Y[:, ~m]

# %% wrong tolerance_when_even → tolerance
def split(X, Y, t, train_until):
    steps = np.diff(t)
    if np.allclose(steps, steps[0] if len(steps) else 0):
        n = int(np.clip(np.floor((train_until - t[0]) / steps[0] + 1e-6) + 1, 0, len(t)))
    else:
        n = np.searchsorted(t, train_until, side="right")
    return X[:, :n], Y[:, :n], X[:, n:], Y[:, n:]

# %% wrong half_a_step_later → tolerance
def split(X, Y, t, train_until):
    early = t <= train_until + 0.05
    return X[:, early], Y[:, early], X[:, ~early], Y[:, ~early]

# %% wrong rounded_times → tolerance
def split(X, Y, t, train_until):
    m = np.round(t, 1) <= np.round(train_until, 1)
    return X[:, m], Y[:, m], X[:, ~m], Y[:, ~m]

# %% wrong transposed_parts → transposed
# points: 1
def split(X, Y, t, train_until):
    training = t <= train_until
    return X[:, training].T, Y[:, training].T, X[:, ~training].T, Y[:, ~training].T

# %% wrong whole_seconds → whole_seconds
def split(X, Y, t, train_until):
    mask = np.floor(t) <= np.floor(train_until)
    return X[:, mask], Y[:, mask], X[:, ~mask], Y[:, ~mask]

# %% wrong positions_in_other_units → constant_factor
def split(X, Y, t, train_until):
    k = int(np.searchsorted(t, train_until, side="right"))
    positions = 100.0 * Y
    return X[:, :k], positions[:, :k], X[:, k:], positions[:, k:]

# %% wrong positions_of_the_kind_of_rates → all_zero
def split(X, Y, t, train_until):
    early = t <= train_until
    both = np.zeros((len(X) + len(Y), len(t)), dtype=X.dtype)
    both[: len(X)], both[len(X) :] = X, Y
    training, testing = both[:, early], both[:, ~early]
    return training[: len(X)], training[len(X) :], testing[: len(X)], testing[len(X) :]

# %% wrong random_shuffle → other_data
def split(X, Y, t, train_until):
    from sklearn.model_selection import train_test_split
    n_train = int((t <= train_until).sum())
    a, b, c, d = train_test_split(X.T, Y.T, train_size=max(1, min(n_train, len(t) - 1)), random_state=0)
    return a.T, c.T, b.T, d.T

# %% wrong shuffled → other_data
def split(X, Y, t, train_until):
    k = np.sum(t <= train_until)
    order = np.random.default_rng(0).permutation(len(t))
    return X[:, order[:k]], Y[:, order[:k]], X[:, order[k:]], Y[:, order[k:]]

# %% wrong order → wrong_order
# points: 1
def split(X, Y, t, train_until):
    mask = t <= train_until
    return X[:, mask], X[:, ~mask], Y[:, mask], Y[:, ~mask]

# %% wrong other_order → wrong_order
def split(X, Y, t, train_until):
    late = t > train_until
    return X[:, ~late], X[:, late], Y[:, ~late], Y[:, late]

# %% wrong data_of_the_notebook → wrong_shape
parts = session.X_train, session.Y_train, session.X_test, session.Y_test


def split(X, Y, t, train_until):
    return parts

# %% wrong twenty_five_cells → wrong_shape
def split(X, Y, t, train_until):
    m = t <= train_until
    return X[:25, m], Y[:2, m], X[:25, ~m], Y[:2, ~m]

# %% wrong y_forgotten → x_for_y
# points: 1
def split(X, Y, t, train_until):
    mask = t <= train_until
    return X[:, mask], X[:, mask], X[:, ~mask], X[:, ~mask]

# %% wrong y_before_x → y_first
def split(X, Y, t, train_until):
    early = t <= train_until
    return Y[:, early], X[:, early], Y[:, ~early], X[:, ~early]

# %% wrong y_not_cut → y_not_cut
def split(X, Y, t, train_until):
    training = t <= train_until
    return X[:, training], Y, X[:, ~training], Y

# %% wrong y_uncut → y_not_cut
# points: 1
def split(X, Y, t, train_until):
    m = t <= train_until
    return X[:, m], Y, X[:, ~m], Y

# %% wrong y_test_of_training → y_test_of_training
# points: 1
def split(X, Y, t, train_until):
    mask = t <= train_until
    return X[:, mask], Y[:, mask], X[:, ~mask], Y[:, mask]

# %% wrong y_of_the_training_part_whole → y_train_not_cut
def split(X, Y, t, train_until):
    early = t <= train_until
    return X[:, early], Y, X[:, ~early], Y[:, ~early]

# %% below shapes_asserted
as_it_was = split


def split(X, Y, t, train_until):
    n_cells, N = X.shape
    assert Y.shape == (2, N)
    assert t.shape == (N,)
    assert (np.diff(t) > 0).all()
    parts = as_it_was(X, Y, t, train_until)
    n_train = sum(t <= train_until)
    shapes = [np.shape(part) for part in parts]
    assert shapes == [(n_cells, n_train), (2, n_train), (n_cells, N - n_train), (2, N - n_train)]
    return parts

# %% below single_precision
in_double_precision = split


def split(X, Y, t, train_until):
    return tuple(np.asarray(part, dtype=np.float32) for part in in_double_precision(X, Y, t, train_until))
