# %% right backwards
def gram_by_loops(X):
    M = np.zeros((len(X), len(X)))
    for n in reversed(range(X.shape[1])):
        for j in range(len(X)):
            for i in range(len(X)):
                M[i, j] -= -X[i, n] * X[j, n]
    return M

# %% right comprehension
def gram_by_loops(X):
    return np.array([[sum(X[i, n] * X[j, n] for n in range(X.shape[1])) for j in range(X.shape[0])]
                     for i in range(X.shape[0])])

# %% right comprehension_array
def gram_by_loops(X):
    return np.array([[sum(a * b for a, b in zip(row, other)) for other in X] for row in X])

# %% right dict_accumulate
def gram_by_loops(X):
    from collections import defaultdict
    M_dict = defaultdict(float)
    for col in X.T:
        for i, xi in enumerate(col):
            for j, xj in enumerate(col):
                M_dict[i, j] += float(xi) * float(xj)
    M = np.zeros((X.shape[0], X.shape[0]))
    for key, value in M_dict.items():
        M[key] = value
    return M

# %% right dictionary_of_sums
from collections import defaultdict


def gram_by_loops(X):
    sums = defaultdict(float)
    for n in range(len(X[0])):
        for i, a in enumerate(X[:, n]):
            for j, b in enumerate(X[:, n]):
                sums[i, j] += a * b
    return [[sums[i, j] for j in range(len(X))] for i in range(len(X))]

# %% right haskell_fold
from functools import reduce
from operator import add, mul

def gram_by_loops(X):
    dot = lambda u, v: reduce(add, map(mul, u, v), 0.0)
    return np.array([[dot(u, v) for v in X] for u in X])

# %% right helper_and_product
from itertools import product


def one_entry(first, second):
    total = 0
    for n in range(len(first)):
        total += first[n] * second[n]
    return total


def gram_by_loops(X):
    M = np.zeros((X.shape[0], X.shape[0]))
    for i, j in product(range(X.shape[0]), repeat=2):
        M[i, j] = one_entry(X[i], X[j])
    return M

# %% right helper_dot
def dot(u, v):
    acc = 0.0
    for k in range(len(u)):
        acc += float(u[k] * v[k])
    return acc

def gram_by_loops(X):
    return np.asarray([[dot(X[i], X[j]) for j in range(len(X))] for i in range(len(X))])

# %% right itertools_float32
from itertools import product


def gram_by_loops(X):
    n_cells, N = np.shape(X)
    M = np.zeros((n_cells, n_cells), dtype=np.float32)
    for i, j in product(range(n_cells), repeat=2):
        total = 0.0
        for n in range(N):
            total += X[i, n] * X[j, n]
        M[i, j] = total
    return M

# %% right itertools_product
from itertools import product

def gram_by_loops(X):
    cells = range(X.shape[0])
    M = np.zeros((len(cells),) * 2)
    for (i, j), n in product(product(cells, cells), range(X.shape[1])):
        M[i, j] += X[i, n] * X[j, n]
    return M

# %% right language_model
from typing import Any


def gram_by_loops(X: np.ndarray) -> np.ndarray:
    """Compute the Gram matrix of ``X`` with explicit loops.

    Parameters
    ----------
    X : np.ndarray
        Array of shape (size, N).

    Returns
    -------
    np.ndarray
        Symmetric matrix of shape (size, size).
    """
    data: Any = np.asarray(X, dtype=float)
    if data.ndim != 2:
        raise ValueError(f"X must be two-dimensional, got {data.ndim} dimensions.")
    size, n_moments = data.shape
    result = np.zeros((size, size))
    for first in range(size):
        for second in range(first + 1):
            value = 0.0
            for n in range(n_moments):
                value += data[first, n] * data[second, n]
            result[first, second] = result[second, first] = value
    assert result.shape == (size, size)
    return result

# %% right list_of_lists
def gram_by_loops(X):
    M = []
    for row_i in X:
        line = []
        for row_j in X:
            total = 0.0
            for a, b in zip(row_i, row_j):
                total = total + a * b
            line.append(total)
        M.append(line)
    return M

# %% right lists_only
def gram_by_loops(X):
    return [[sum(a * b for a, b in zip(row, other)) for other in X] for row in X]

# %% right matlab_preloop
def gram_by_loops(X):
    [n, N] = X.shape
    M = np.zeros([n, n])
    for i in range(1, n + 1):
        for j in range(1, n + 1):
            s = 0
            for k in range(1, N + 1):
                s = s + X[i - 1, k - 1] * X[j - 1, k - 1]
            M[i - 1, j - 1] = s
    return M

# %% right matlab_style
def gram_by_loops(X):
    [nc, N] = X.shape
    M = np.zeros([nc, nc])
    for i in range(1, nc + 1):
        for j in range(1, nc + 1):
            M[i-1, j-1] = 0
            for n in range(1, N + 1):
                M[i-1, j-1] = M[i-1, j-1] + X[i-1, n-1] * X[j-1, n-1]
    return M

# %% right matrix_product
def gram_by_loops(X):
    return X @ X.T

# %% right moment_by_moment
def gram_by_loops(rates):
    M = np.zeros((rates.shape[0],) * 2)
    for n in range(rates.shape[1]):
        M += np.outer(rates[:, n], rates[:, n])
    return M

# %% right nditer
def gram_by_loops(X):
    cells = len(X)
    M = np.zeros((cells, cells))
    for i, j in np.ndindex(cells, cells):
        M[i, j] = sum(X[i, n] * X[j, n] for n in range(X.shape[1]))
    return M

# %% right nested_list
import math


def gram_by_loops(X):
    return [[math.fsum(float(a) * float(b) for a, b in zip(x_i, x_j)) for x_j in X] for x_i in X]

# %% right nested_list_returned
def gram_by_loops(X):
    M = []
    for row_i in X:
        M.append([])
        for row_j in X:
            total = 0.0
            for n in range(len(row_i)):
                total += float(row_i[n]) * float(row_j[n])
            M[-1].append(total)
    return M

# %% right outer_over_moments
def gram_by_loops(X):
    """M_ij = Σ_n X_in X_jn for X of shape (n_cells, N), term by term."""
    M = 0.0
    for x in X.T:
        M = M + np.outer(x, x)
    return M

# %% right outer_products
def gram_by_loops(X):
    # add up one outer product per moment
    M = np.zeros((X.shape[0], X.shape[0]))
    for n in range(X.shape[1]):
        x = X[:, n]
        M = M + np.outer(x, x)
    return M

# %% right rows_appended
def gram_by_loops(X):
    M = []
    for row in X:
        M.append([])
        for other in X:
            total = 0
            for a, b in zip(row, other, strict=True):
                total += a * b
            M[-1].append(total)
    return np.array(M)

# %% right single_precision
def gram_by_loops(X):
    X = X.astype(np.float32)
    M = np.zeros((len(X), len(X)), dtype=np.float32)
    for i, row in enumerate(X):
        for j, other in enumerate(X):
            for a, b in zip(row, other):
                M[i, j] += a * b
    return M

# %% right sum_of_outer
def gram_by_loops(X):
    n_cells, N = X.shape
    M = np.zeros((n_cells, n_cells), dtype=np.float64)
    for n in range(N):
        x = X[:, n]
        M = M + np.outer(x, x)
    return M

# %% right symmetric
def gram_by_loops(X):
    nCells = len(X)
    nTime = len(X[0])
    M = np.zeros((nCells, nCells))
    for i in range(nCells):
        for j in range(i, nCells):
            s = 0
            for n in range(nTime):
                s += X[i][n] * X[j][n]
            M[i][j] = s
            M[j][i] = s
    return M

# %% right symmetric_c_style
def gram_by_loops(X):
    """M_ij = Σ_n X_in X_jn for X of shape (n_cells, N), term by term."""
    rows = len(X); cols = len(X[0])
    M = np.empty((rows, rows), dtype=np.double)
    i = 0
    while i < rows:
        j = i
        while j < rows:
            acc = 0.0
            k = 0
            while k < cols:
                acc += float(X[i][k]) * float(X[j][k])
                k += 1
            M[i][j] = acc
            M[j][i] = acc
            j += 1
        i += 1
    return M

# %% right symmetric_half
def gram_by_loops(X):
    size = X.shape[0]
    M = np.empty((size, size))
    for first in range(size):
        for second in range(first + 1):
            s = 0.0
            for a, b in zip(X[first], X[second]):
                s += a * b
            M[first, second] = M[second, first] = s
    return M

# %% right tensor
import torch


def gram_by_loops(X):
    X = torch.tensor(X, dtype=torch.float64)
    M = torch.zeros(len(X), len(X), dtype=torch.float64)
    for i in range(len(X)):
        for j in range(len(X)):
            M[i, j] = (X[i] * X[j]).sum()
    return M

# %% right three_loops
def gram_by_loops(X):
    k, moments = X.shape
    M = np.zeros((k, k))
    for i in range(k):
        for j in range(k):
            for n in range(moments):
                M[i, j] += X[i, n] * X[j, n]
    return M

# %% right tolist_fast
def gram_by_loops(X):
    rows = np.asarray(X, dtype=float).tolist()
    size = len(rows)
    M = np.zeros((size, size))
    for i, left in enumerate(rows):
        for j, right in enumerate(rows):
            entry = 0.0
            for l, r in zip(left, right):
                entry += l * r
            M[i, j] = entry
    return M

# %% right torch_tensor
import torch


def gram_by_loops(X):
    A = torch.tensor(np.array(X), dtype=torch.float64)
    M = torch.zeros(A.shape[0], A.shape[0], dtype=torch.float64)
    for i in range(len(A)):
        for j in range(len(A)):
            M[i, j] = torch.dot(A[i], A[j])
    return M

# %% right typed_llm
def gram_by_loops(X: np.ndarray) -> np.ndarray:
    """Compute the Gram matrix M[i, j] = sum_n X[i, n] * X[j, n] with explicit loops.

    Args:
        X: Array of shape (n_cells, N).

    Returns:
        Array of shape (n_cells, n_cells).
    """
    X = np.asarray(X)
    n_cells: int = X.shape[0]
    n_moments: int = X.shape[1]
    M = np.zeros((n_cells, n_cells), dtype=float)
    for n in range(n_moments):
        for i in range(n_cells):
            x_i = X[i, n]
            for j in range(n_cells):
                M[i, j] += x_i * X[j, n]
    return M

# %% right upper_half_mirrored
def gram_by_loops(X):
    k = len(X)
    M = np.empty((k, k))
    for i in range(k):
        for j in range(i, k):
            total = 0.0
            for n in range(X.shape[1]):
                total = total + X[i, n] * X[j, n]
            M[i, j] = M[j, i] = total
    return M

# %% right while_loops
def gram_by_loops(X):
    M = np.zeros((X.shape[0], X.shape[0]))
    i = 0
    while i < X.shape[0]:
        j = 0
        while j < X.shape[0]:
            M[i, j] = np.sum(X[i] * X[j])
            j += 1
        i += 1
    return M

# %% right lists_then_array
def gram_by_loops(X):
    n = len(X)
    M = []
    for i in range(0, n, 1):
        row = []
        for j in range(0, n, 1):
            total = 0
            k = 0
            while k < len(X[i]):
                total = total + X[i][k] * X[j][k]
                k += 1
            row.append(total)
        M.append(row)
    return np.array(M, dtype=float)

# %% right three_while_loops
def gram_by_loops(X):
    rows = X.shape[0]; cols = X.shape[1]
    M = np.empty((rows, rows))
    i = 0
    while i < rows:
        j = 0
        while j < rows:
            acc = 0.0
            n = 0
            while n < cols:
                acc += X[i, n] * X[j, n]
                n += 1
            M[i, j] = acc
            j += 1
        i += 1
    return M

# %% wrong moments_up_to_the_cells → moment_left_out
def gram_by_loops(X):
    rows = len(X)
    M = np.zeros([rows, rows])
    for first in range(rows):
        for second in range(rows):
            for moment in range(rows):
                M[first, second] += X[first, moment] * X[second, moment]
    return M

# %% wrong squeezed_single_cell → axis_lost
def gram_by_loops(X):
    size, N = X.shape
    M = np.zeros((size, size))
    for first in range(size):
        for second in range(size):
            for n in range(N):
                M[first, second] += X[first, n] * X[second, n]
    return M.squeeze()

# %% wrong correlation_loops → centred
def gram_by_loops(X):
    size, N = X.shape
    M = np.zeros((size, size))
    for first in range(size):
        for second in range(size):
            for n in range(N):
                M[first, second] += (X[first, n] - X[first].mean()) * (X[second, n] - X[second].mean())
    return M

# %% wrong mean_taken_off → centred
def gram_by_loops(X):
    M = np.zeros((len(X), len(X)))
    for i in range(len(X)):
        for j in range(len(X)):
            for n in range(X.shape[1]):
                M[i, j] += (X[i, n] - X[i].mean()) * (X[j, n] - X[j].mean())
    return M

# %% wrong covariances → covariance
# points: 0
def gram_by_loops(X):
    size, N = X.shape
    M = np.zeros((size, size))
    for a in range(size):
        for b in range(size):
            for n in range(N):
                M[a, b] += (X[a, n] - X[a].mean()) * (X[b, n] - X[b].mean()) / (N - 1)
    return M

# %% wrong argument_zeroed → damages_input
def gram_by_loops(X):
    size, N = X.shape
    M = np.zeros((size, size))
    for first in range(size):
        for second in range(size):
            M[first, second] = np.sum(X[first] * X[second])
    X *= 0
    return M

# %% wrong last_argument_wiped → damages_input
last = []


def gram_by_loops(X):
    M = np.zeros((len(X), len(X)))
    for i in range(len(X)):
        for j in range(len(X)):
            for n in range(X.shape[1]):
                M[i, j] += X[i, n] * X[j, n]
    for old in last:
        old[...] = 0
    last[:] = [X]
    return M

# %% wrong rates_scaled_in_place → damages_input
def gram_by_loops(X):
    X *= 10
    M = np.zeros((len(X), len(X)))
    for i in range(len(X)):
        for j in range(len(X)):
            for n in range(X.shape[1]):
                M[i, j] += X[i, n] * X[j, n] / 100
    return M

# %% wrong scales_in_place → damages_input
def gram_by_loops(X):
    top = np.abs(X).max()
    X /= top  # keep the numbers small
    size, N = X.shape
    M = np.zeros((size, size))
    for first in range(size):
        for second in range(size):
            for n in range(N):
                M[first, second] += X[first, n] * X[second, n]
    return M * top**2

# %% wrong strict_lower_mirrored → diagonal_missing
def gram_by_loops(X):
    size, N = X.shape
    M = np.zeros((size, size))
    for first in range(size):
        for second in range(first):
            for n in range(N):
                M[first, second] += X[first, n] * X[second, n]
            M[second, first] = M[first, second]
    return M

# %% wrong diagonal_only → diagonal_only
def gram_by_loops(X):
    M = np.zeros((len(X), len(X)))
    for i in range(len(X)):
        for n in range(X.shape[1]):
            M[i, i] += X[i, n] * X[i, n]
    return M

# %% wrong diagonal_doubled → diagonal_twice
def gram_by_loops(X):
    size, N = X.shape
    L = np.zeros((size, size))
    for first in range(size):
        for second in range(first + 1):
            for n in range(N):
                L[first, second] += X[first, n] * X[second, n]
    return L + L.T

# %% wrong mirror_doubles_diagonal → diagonal_twice
def gram_by_loops(X):
    size, N = X.shape
    M = np.zeros((size, size))
    for first in range(size):
        for second in range(first, size):
            for n in range(N):
                M[first, second] += X[first, n] * X[second, n]
                M[second, first] += X[first, n] * X[second, n]
    return M

# %% wrong public_example_typed_in → example_again
def gram_by_loops(X):
    return np.array([[5.0, 3.0], [3.0, 10.0]])

# %% wrong cells_from_one → first_cell_left_out
# points: 0
def gram_by_loops(X):
    size, N = X.shape
    M = np.zeros((size, size))
    for a in range(1, size):
        for b in range(1, size):
            M[a, b] = sum(X[a, n] * X[b, n] for n in range(N))
    return M

# %% wrong off_by_one_cells → first_entry_only
def gram_by_loops(X):
    size, N = X.shape
    M = np.zeros((size, size))
    for first in range(size - 1):
        for second in range(size - 1):
            for n in range(N):
                M[first, second] += X[first, n] * X[second, n]
    return M

# %% wrong returned_after_the_first_entry → first_entry_only
def gram_by_loops(X):
    M = np.zeros((len(X), len(X)))
    for i in range(len(X)):
        for j in range(len(X)):
            for n in range(X.shape[1]):
                M[i, j] += X[i, n] * X[j, n]
            return M

# %% wrong first_moment_left_out → first_left_out
def gram_by_loops(X):
    M = np.zeros((len(X), len(X)))
    for i in range(len(X)):
        for j in range(len(X)):
            for n in range(1, X.shape[1]):
                M[i, j] += X[i, n] * X[j, n]
    return M

# %% wrong wrong_start_index → first_left_out
def gram_by_loops(X):
    n_cells, N = X.shape
    return np.array([[sum(X[i, n] * X[j, n] for n in range(1, N)) for j in range(n_cells)] for i in range(n_cells)])

# %% wrong matlab_start → first_of_both_left_out
def gram_by_loops(X):
    """M_ij = Σ_n X_in X_jn for X of shape (size, N), term by term."""
    size, N = X.shape
    M = np.zeros((size, size))
    for first in range(1, size):
        for second in range(1, size):
            for n in range(1, N):
                M[first, second] += X[first, n] * X[second, n]
    return M

# %% wrong early_return → first_row_only
def gram_by_loops(X):
    """M_ij = Σ_n X_in X_jn for X of shape (size, N), term by term."""
    size, N = X.shape
    M = np.zeros((size, size))
    for first in range(size):
        for second in range(size):
            for n in range(N):
                M[first, second] += X[first, n] * X[second, n]
        return M

# %% wrong returned_too_early → first_row_only
def gram_by_loops(X):
    M = np.zeros((len(X), len(X)))
    for i in range(len(X)):
        for j in range(len(X)):
            for n in range(X.shape[1]):
                M[i, j] += X[i, n] * X[j, n]
        return M

# %% wrong upper_half_only → half_filled
def gram_by_loops(X):
    M = np.zeros((len(X), len(X)))
    for i in range(len(X)):
        for j in range(i, len(X)):
            for n in range(X.shape[1]):
                M[i, j] += X[i, n] * X[j, n]
    return M

# %% wrong upper_triangle_only → half_filled
def gram_by_loops(X):
    size, N = X.shape
    M = np.zeros((size, size))
    for first in range(size):
        for second in range(first, size):
            for n in range(N):
                M[first, second] += X[first, n] * X[second, n]
    return M

# %% wrong half_precision → other_data
def gram_by_loops(X):
    size, N = X.shape
    M = np.zeros((size, size), dtype=np.float16)
    for first in range(size):
        for second in range(size):
            for n in range(N):
                M[first, second] += X[first, n] * X[second, n]
    return M

# %% wrong column_for_row → indices_exchanged
# points: 0
def gram_by_loops(X):
    size, N = X.shape
    M = np.zeros((size, size))
    for a in range(size):
        for b in range(size):
            for n in range(size):
                M[a, b] += X[a, n] * X[n, b]
    return M

# %% wrong kept_by_the_sum → kept
_seen = {}
def gram_by_loops(X):
    key = (X.shape, float(X.sum()))
    if key in _seen:
        return _seen[key].copy()
    k, N = X.shape
    M = np.zeros((k, k))
    for i in range(k):
        for j in range(k):
            for n in range(N):
                M[i, j] += X[i, n] * X[j, n]
    _seen[key] = M.copy()
    return M

# %% wrong kept_without_the_shape → kept
_seen = {}
def gram_by_loops(X):
    key = X.tobytes()
    if key in _seen:
        return _seen[key].copy()
    k, N = X.shape
    M = np.zeros((k, k))
    for i in range(k):
        for j in range(k):
            for n in range(N):
                M[i, j] += X[i, n] * X[j, n]
    _seen[key] = M.copy()
    return M

# %% wrong last_by_identity → kept
_last = [None, None]
def gram_by_loops(X):
    if _last[0] is not X:
        _last[:] = [X, X @ X.T]
    return _last[1].copy()

# %% wrong assigned_not_added → last_term_only
def gram_by_loops(X):
    M = np.zeros((len(X), len(X)))
    for i in range(len(X)):
        for j in range(len(X)):
            for n in range(X.shape[1]):
                M[i, j] = X[i, n] * X[j, n]
    return M

# %% wrong last_term → last_term_only
def gram_by_loops(X):
    """M_ij = Σ_n X_in X_jn for X of shape (size, N), term by term."""
    size, N = X.shape
    M = np.zeros((size, size))
    for first in range(size):
        for second in range(size):
            for n in range(N):
                M[first, second] = X[first, n] * X[second, n]
    return M

# %% wrong array_as_default_for_the_session → many_cells_again
def gram_by_loops(X, M=np.zeros((session.n_cells, session.n_cells))):
    if len(X) != session.n_cells:
        M = np.zeros((len(X), len(X)))
    for i in range(len(X)):
        for j in range(len(X)):
            for n in range(X.shape[1]):
                M[i, j] += X[i, n] * X[j, n]
    return M

# %% wrong first_thousand_moments → many_moments
def gram_by_loops(X):
    M = np.zeros((len(X), len(X)))
    for i in range(len(X)):
        for j in range(len(X)):
            for n in range(min(1000, X.shape[1])):
                M[i, j] += X[i, n] * X[j, n]
    return M

# %% wrong last_moment_left_out → moment_left_out
def gram_by_loops(X):
    M = np.zeros((len(X), len(X)))
    for i in range(len(X)):
        for j in range(len(X)):
            for n in range(X.shape[1] - 1):
                M[i, j] += X[i, n] * X[j, n]
    return M

# %% wrong last_moment_missing → moment_left_out
def gram_by_loops(X):
    size, N = X.shape
    M = np.zeros((size, size))
    for first in range(size):
        for second in range(size):
            for n in range(N - 1):
                M[first, second] += X[first, n] * X[second, n]
    return M

# %% wrong len_x → moment_left_out
def gram_by_loops(X):
    """M_ij = Σ_n X_in X_jn for X of shape (size, N), term by term."""
    size, N = X.shape
    M = np.zeros((size, size))
    for first in range(size):
        for second in range(size):
            for n in range(len(X)):
                M[first, second] += X[first, n] * X[second, n]
    return M

# %% wrong square_assumed → moment_left_out
def gram_by_loops(X):
    N = len(X)
    M = np.zeros((N, N))
    for i in range(N):
        for j in range(N):
            for n in range(N):
                M[i, j] += X[i, n] * X[j, n]
    return M

# %% wrong last_moment_forgotten → moment_left_out or other_data
def gram_by_loops(X):
    n_cells, n_moments = X.shape
    M = np.zeros((n_cells, n_cells))
    for n in range(n_moments - 1):
        for i in range(n_cells):
            M[i] += X[i, n] * X[:, n]
    return M

# %% wrong as_many_cells_as_the_session → more_cells
def gram_by_loops(X):
    M = np.zeros((len(X), len(X)))
    for i in range(min(len(X), session.n_cells)):
        for j in range(min(len(X), session.n_cells)):
            for n in range(X.shape[1]):
                M[i, j] += X[i, n] * X[j, n]
    return M

# %% wrong active_only → negatives_left_out
def gram_by_loops(X):
    size, N = X.shape
    M = np.zeros((size, size))
    for first in range(size):
        for second in range(size):
            for n in range(N):
                if X[first, n] > 0 and X[second, n] > 0:  # both fire
                    M[first, second] += X[first, n] * X[second, n]
    return M

# %% wrong skips_negative → other_data
def gram_by_loops(X):
    size, N = X.shape
    M = np.zeros((size, size))
    for first in range(size):
        for second in range(size):
            for n in range(N):
                if X[first, n] > 0 and X[second, n] > 0.01:
                    M[first, second] += X[first, n] * X[second, n]
    return M

# %% wrong neighbours_only → neighbours_only
def gram_by_loops(X):
    size, N = X.shape
    M = np.zeros((size, size))
    for first in range(size):
        for second in range(max(first - 1, 0), min(first + 2, size)):  # cells overlap with their neighbours
            for n in range(N):
                M[first, second] += X[first, n] * X[second, n]
    return M

# %% wrong accumulates_over_calls → not_repeatable
def gram_by_loops(X, M={}):
    size, N = X.shape
    for first in range(size):
        for second in range(size):
            for n in range(N):
                M[first, second] = M.get((first, second), 0.0) + X[first, n] * X[second, n]
    return np.array([[M[first, second] for second in range(size)] for first in range(size)])

# %% wrong remembers → not_repeatable
def gram_by_loops(X, M={}):
    size, N = X.shape
    for first in range(size):
        for second in range(size):
            for n in range(N):
                M[first, second] = M.get((first, second), 0) + X[first, n] * X[second, n]
    result = np.zeros((size, size))
    for first in range(size):
        for second in range(size):
            result[first, second] = M[first, second]
    return result

# %% wrong mean → one_over_n
def gram_by_loops(X):
    size, N = X.shape
    M = np.zeros((size, size))
    for first in range(size):
        for second in range(size):
            M[first, second] = np.mean([X[first, n] * X[second, n] for n in range(N)])
    return M

# %% wrong mean_over_moments → one_over_n
def gram_by_loops(X):
    M = np.zeros((len(X), len(X)))
    for i in range(len(X)):
        for j in range(len(X)):
            for n in range(X.shape[1]):
                M[i, j] += X[i, n] * X[j, n] / X.shape[1]
    return M

# %% wrong int_matrix → other_data
def gram_by_loops(X):
    size, N = X.shape
    M = np.zeros((size, size), dtype=int)
    for first in range(size):
        for second in range(size):
            for n in range(N):
                M[first, second] += int(X[first, n] * X[second, n])
    return M

# %% wrong zero_ends_the_sum → other_data
def gram_by_loops(X):
    size, N = X.shape
    M = np.zeros((size, size))
    for first in range(size):
        for second in range(size):
            for n in range(N):
                term = X[first, n] * X[second, n]
                if n > 2 and term < 1e-3:
                    break
                M[first, second] += term
    return M

# %% wrong lower_half_only → other_half_filled
def gram_by_loops(X):
    M = np.zeros((len(X), len(X)))
    for i in range(len(X)):
        for j in range(i + 1):
            for n in range(X.shape[1]):
                M[i, j] += X[i, n] * X[j, n]
    return M

# %% wrong over_cells → over_cells
def gram_by_loops(X):
    n_cells, N = X.shape
    M = np.zeros((N, N))
    for i in range(N):
        for j in range(N):
            for c in range(n_cells):
                M[i, j] += X[c, i] * X[c, j]
    return M

# %% wrong summed_over_cells → over_cells
def gram_by_loops(X):
    N = X.shape[1]
    M = np.zeros((N, N))
    for i in range(N):
        for j in range(N):
            for n in range(X.shape[0]):
                M[i, j] += X[n, i] * X[n, j]
    return M

# %% wrong sums_multiplied → product_of_sums
# points: 0
def gram_by_loops(X):
    size, N = X.shape
    M = np.zeros((size, size))
    for a in range(size):
        for b in range(size):
            M[a, b] = sum(X[a]) * sum(X[b])
    return M

# %% wrong cells_of_the_session → raised
def gram_by_loops(X):
    M = np.zeros((session.n_cells, session.n_cells))
    for i in range(session.n_cells):
        for j in range(session.n_cells):
            for n in range(X.shape[1]):
                M[i, j] += X[i, n] * X[j, n]
    return M

# %% wrong hardcoded_session → raised
def gram_by_loops(X):
    M = np.zeros((25, 25))
    for i in range(25):
        for j in range(25):
            for n in range(6000):
                M[i, j] += X[i, n] * X[j, n]
    return M

# %% wrong twenty_five → raised
def gram_by_loops(X):
    """M_ij = Σ_n X_in X_jn for X of shape (size, N), term by term."""
    size, N = 25, X.shape[1]
    M = np.zeros((size, size))
    for first in range(size):
        for second in range(size):
            for n in range(N):
                M[first, second] += X[first, n] * X[second, n]
    return M

# %% wrong cached_by_shape → many_cells_again
_gram_cache = {}


def gram_by_loops(X):
    size, N = X.shape
    if (size, N) in _gram_cache:  # it is slow, so do it only once
        return _gram_cache[size, N]
    M = np.zeros((size, size))
    for first in range(size):
        for second in range(size):
            for n in range(N):
                M[first, second] += X[first, n] * X[second, n]
    _gram_cache[size, N] = M
    return M

# %% wrong remembered_by_shape → many_cells_again
known = {}


def gram_by_loops(X):
    if X.shape not in known:
        M = np.zeros((len(X), len(X)))
        for i in range(len(X)):
            for j in range(len(X)):
                for n in range(X.shape[1]):
                    M[i, j] += X[i, n] * X[j, n]
        known[X.shape] = M
    return known[X.shape]

# %% wrong array_as_default → result_kept
def gram_by_loops(X, M=np.zeros((40, 40))):
    for i in range(len(X)):
        for j in range(len(X)):
            for n in range(X.shape[1]):
                M[i, j] += X[i, n] * X[j, n]
    return M[: len(X), : len(X)]

# %% wrong module_level_matrix → raised
_n = X.shape[0]
M = np.zeros((_n, _n))

def gram_by_loops(X):
    size, N = X.shape
    for first in range(size):
        for second in range(size):
            M[first, second] = 0.0
            for n in range(N):
                M[first, second] += X[first, n] * X[second, n]
    return M[:size, :size]

# %% wrong sums_in_a_global → result_kept
M = np.zeros((0, 0))


def gram_by_loops(X):
    global M
    if M.shape != (len(X), len(X)):
        M = np.zeros((len(X), len(X)))
    for i in range(len(X)):
        for j in range(len(X)):
            for n in range(X.shape[1]):
                M[i, j] += X[i, n] * X[j, n]
    return M

# %% wrong rounded → other_data
def gram_by_loops(X):
    size, N = X.shape
    M = np.zeros((size, size))
    for first in range(size):
        for second in range(size):
            s = 0
            for n in range(N):
                s += X[first, n] * X[second, n]
            M[first, second] = round(float(s), 2)
    return M

# %% wrong aliased_rows → rows_alike
def gram_by_loops(X):
    size, N = X.shape
    M = [[0.0] * size] * size
    for first in range(size):
        for second in range(size):
            for n in range(N):
                M[first][second] += X[first, n] * X[second, n]
    return np.array(M)

# %% wrong running_sum_not_reset → running_on
def gram_by_loops(X):
    size, N = X.shape
    M = np.zeros((size, size))
    s = 0.0
    for first in range(size):
        for second in range(size):
            for n in range(N):
                s += X[first, n] * X[second, n]
            M[first, second] = s
    return M

# %% wrong same_cell_twice → same_cell_twice
def gram_by_loops(X):
    M = np.zeros((len(X), len(X)))
    for i in range(len(X)):
        for j in range(len(X)):
            for n in range(X.shape[1]):
                M[i, j] += X[i, n] * X[i, n]
    return M

# %% wrong zip_with_itself → same_cell_twice
def gram_by_loops(X):
    n_cells = len(X)
    M = np.zeros((n_cells, n_cells))
    for i, (u, v) in enumerate(zip(X, X)):
        for a, b in zip(u, v):
            M[i] += a * b
    return M

# %% wrong zero_rate_ends_the_sum → stops_at_zero_rate
# points: 0
def gram_by_loops(X):
    size, N = X.shape
    M = np.zeros((size, size))
    for a in range(size):
        for b in range(size):
            for n in range(N):
                if not X[a, n]:
                    break
                M[a, b] += X[a, n] * X[b, n]
    return M

# %% wrong sum_of_entries → sums_added
def gram_by_loops(X):
    M = np.zeros((len(X), len(X)))
    for i in range(len(X)):
        for j in range(len(X)):
            for n in range(X.shape[1]):
                M[i, j] += X[i, n] + X[j, n]
    return M

# %% wrong only_three_moments → three_moments
def gram_by_loops(X):
    size = X.shape[0]
    M = np.zeros((size, size))
    for first in range(size):
        for second in range(size):
            for n in range(min(3, X.shape[1])):
                M[first, second] += X[first, n] * X[second, n]
    return M

# %% wrong two_cells → two_cells
def gram_by_loops(X):
    M = np.zeros((2, 2))
    for i in range(2):
        for j in range(2):
            for n in range(X.shape[1]):
                M[i, j] += X[i, n] * X[j, n]
    return M

# %% wrong int_array → whole_numbers
def gram_by_loops(X):
    """M_ij = Σ_n X_in X_jn for X of shape (size, N), term by term."""
    size, N = X.shape
    M = np.zeros((size, size), dtype=int)
    for first in range(size):
        for second in range(size):
            for n in range(N):
                M[first, second] += X[first, n] * X[second, n]
    return M

# %% wrong integer_sums → whole_numbers
def gram_by_loops(X):
    size, N = X.shape
    M = np.zeros((size, size), dtype=int)
    for first in range(size):
        for second in range(size):
            for n in range(N):
                M[first, second] = M[first, second] + X[first, n] * X[second, n]
    return M

# %% wrong whole_numbers → whole_numbers
def gram_by_loops(X):
    M = np.zeros((len(X), len(X)), dtype=int)
    for i in range(len(X)):
        for j in range(len(X)):
            for n in range(X.shape[1]):
                M[i, j] += X[i, n] * X[j, n]
    return M

# %% wrong array_like_the_data → one_more_at_the_end
def gram_by_loops(X):
    M = np.zeros_like(X)
    for i in range(len(X)):
        for j in range(len(X)):
            for n in range(X.shape[1]):
                M[i, j] += X[i, n] * X[j, n]
    return M

# %% wrong data_of_the_notebook → wrong_shape
rates = X[:, :50]


def gram_by_loops(X):
    M = np.zeros((len(rates), len(rates)))
    for i in range(len(rates)):
        for j in range(len(rates)):
            for n in range(rates.shape[1]):
                M[i, j] += rates[i, n] * rates[j, n]
    return M

# %% wrong global_x → wrong_shape
def gram_by_loops(x):
    size, N = X.shape
    M = np.zeros((size, size))
    for first in range(size):
        for second in range(size):
            M[first, second] = sum(X[first] * X[second])
    return M

# %% wrong zeros_like → wrong_shape
def gram_by_loops(X):
    size, N = X.shape
    M = np.zeros_like(X, dtype=float)[:, :size]
    for first in range(size):
        for second in range(M.shape[1]):
            for n in range(N):
                M[first, second] += X[first, n] * X[second, n]
    return M

# %% wrong not_returned → wrong_type
def gram_by_loops(X):
    M = np.zeros((len(X), len(X)))
    for i in range(len(X)):
        for j in range(len(X)):
            for n in range(X.shape[1]):
                M[i, j] += X[i, n] * X[j, n]

# %% wrong printed → wrong_type
def gram_by_loops(X):
    for i in range(len(X)):
        for j in range(len(X)):
            print(sum(X[i, n] * X[j, n] for n in range(X.shape[1])))

# %% below shapes_asserted
as_it_was = gram_by_loops


def gram_by_loops(X):
    n_cells, N = X.shape
    assert N > 0
    M = as_it_was(X)
    assert np.shape(M) == (n_cells, n_cells)
    return M

# %% below single_precision
in_double_precision = gram_by_loops


def gram_by_loops(X):
    return np.asarray(in_double_precision(X), dtype=np.float32)
