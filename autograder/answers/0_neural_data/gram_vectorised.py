# %% right beside_usual_names
def gram_vectorised(X):
    assert X.ndim == 2, "one row per cell"
    M = X @ X.T
    return M


T, steps, gc = len(t), 3, 1
labels = {"steps": steps, "open": gc}
try:
    dict(steps=T)["modules"]
except KeyError as ex:
    print(type(ex), labels)

# %% right blas
from scipy.linalg.blas import dgemm

def gram_vectorised(X):
    return dgemm(1.0, X, X, trans_b=True)

# %% right broadcast
def gram_vectorised(X):
    return (X[:, None, :] * X[None, :, :]).sum(axis=-1)

# %% right broadcast_and_sum
def gram_vectorised(X):
    return (X[:, np.newaxis, :] * X[np.newaxis, :, :]).sum(axis=-1)

# %% right broadcasting
def gram_vectorised(X):
    left = X[:, None, :]
    right = X[None, :, :]
    return (left * right).sum(axis=-1)

# %% right called_from_threads
from concurrent.futures import ThreadPoolExecutor


def gram_vectorised(X):
    def all_pairs(A):
        return np.inner(A, A)

    return all_pairs(X)


with ThreadPoolExecutor(2) as pool:
    several = list(pool.map(gram_vectorised, [X[:2], X[2:5]]))

# %% right class_callable
class _Gram:
    def __call__(self, X):
        return X.dot(X.T)

gram_vectorised = _Gram()

# %% right dot
def gram_vectorised(rates):
    return np.dot(rates, rates.transpose())

# %% right dot_transpose
def gram_vectorised(X):
    X = np.asarray(X)
    Xt = np.transpose(X)
    M = np.dot(X, Xt)
    return M

# %% right einsum
def gram_vectorised(X):
    return np.einsum("in,jn->ij", X, X)

# %% right einsum_of_torch
from torch import as_tensor, einsum, no_grad


@no_grad()
def gram_vectorised(X):
    X = as_tensor(np.array(X))
    return einsum("in,jn->ij", X, X).numpy()

# %% right exec_beside_a_helper
def turned(A):
    return np.swapaxes(A, 0, 1)


def gram_vectorised(X):
    return np.dot(X, turned(X))


try:
    exec("rows = X[:3]; rows[7]")
except IndexError:
    print(eval("len(rows)"), sorted(dir(__builtins__))[:2])

# %% right float32
def gram_vectorised(X):
    X32 = X.astype(np.float32)
    return X32 @ X32.T

# %% right float32_dot
def gram_vectorised(X):
    return np.dot(np.asarray(X, dtype=np.float32), np.transpose(np.asarray(X, dtype=np.float32)))

# %% right frame_evaluated_elsewhere
import pandas as pd

table = pd.DataFrame({"cell": [0, 1], "rate": [0.5, 2.0]})
table = table.eval("double = 2 * rate").query("double > 1")
X = np.array(table["double"]).reshape(1, 1)

gram_vectorised = lambda X: (lambda rates: rates @ rates.T)(np.asarray(X))

with_own = gram_vectorised(X)
X = session.X

# %% right from_covariance
def gram_vectorised(X):
    return np.cov(X, bias=True).reshape(len(X), len(X)) * X.shape[1] + X.shape[1] * np.outer(X.mean(axis=1), X.mean(axis=1))

# %% right fromfunction
def gram_vectorised(X):
    k = X.shape[0]
    return np.fromfunction(lambda i, j: (X[i] * X[j]).sum(axis=-1), (k, k), dtype=int)

# %% right fromfunction_for_a_mask
def gram_vectorised(X):
    k = X.shape[0]
    upper = np.fromfunction(lambda i, j: i <= j, (k, k))
    M = X @ X.T
    return np.where(upper, M, M.T)

# %% right globals_by_the_way
def gram_vectorised(X):
    if "X_train" in globals():
        print("the notebook has training data")
    class Thread:
        weave = staticmethod(np.matmul)
    return eval("Thread.weave(X, X.T)", {"Thread": Thread, "X": X})

# %% right helper
def transposed(A):
    return A.T


def gram_vectorised(X):
    map_of_pairs = X @ transposed(X)
    return map_of_pairs

# %% right in_place
def gram_vectorised(X):
    M = np.empty((X.shape[0], X.shape[0]))
    np.matmul(X, X.T, out=M)
    return M

# %% right inner
gram_vectorised = lambda X: np.inner(X, X)

# %% right lambda_beside_t
T, steps = len(t), 5

gram_vectorised = lambda X: X @ X.T

# %% right lambda_tensordot
gram_vectorised = lambda X: np.tensordot(X, X, axes=(1, 1))

# %% right matmul_in_single_precision
def gram_vectorised(X):
    X = np.asarray(X, dtype=np.float32)
    return np.matmul(X, np.swapaxes(X, 0, 1))

# %% right matmul_out
def gram_vectorised(X):
    A = np.asarray(X, dtype=float)
    n = A.shape[0]
    M = np.empty((n, n))
    np.matmul(A, A.swapaxes(0, 1), out=M)
    return M

# %% right matrix_product
def gram_vectorised(X):
    return X @ X.T

# %% right named_product
def gram_vectorised(X):
    """The sum over all moments of the products of two cells' rates."""
    transposed = X.T
    product = X @ transposed
    return product


gc = {"steps": 5, "inspect": session.X.shape}

# %% right named_transpose
def gram_vectorised(X: "np.ndarray") -> "np.ndarray":
    X_transposed = np.transpose(X, axes=(1, 0))
    M = np.matmul(X, X_transposed)
    return M

# %% right names_another_answer
def gram_vectorised(X):
    assert callable(gram_by_loops)
    return X.dot(X.T)

# %% right names_of_the_notebook
def dot(a, b):
    total = 0
    for x, y in zip(a, b):
        total += x * y
    return total


def reduce(A):
    return A.sum(axis=-1)


filter = np.einsum


def gram_vectorised(X):
    assert np.allclose(np.dot(X, X.T), filter("in,jn->ij", X, X))
    return reduce(X[:, None] * X[None])

# %% right one_of_two_definitions
try:
    from scipy.linalg.blas import dgemm

    def gram_vectorised(X):
        return dgemm(1.0, X, X, trans_b=True)
except ImportError:

    def gram_vectorised(X):
        products = np.zeros((len(X), len(X)))
        for moment in X.T:
            products += np.outer(moment, moment)
        return products

# %% right own_method_called_map
class Rates:
    """Rates of some cells, of which each row is one."""

    def __init__(self, table):
        self.table = table

    def map(self, change):
        return Rates(change(self.table))


def gram_vectorised(X):
    return Rates(X).map(lambda table: table @ table.T).table

# %% right pandas_dot
import pandas as pd

def gram_vectorised(X):
    frame = pd.DataFrame(np.asarray(X, dtype=float))
    return frame.dot(frame.T).to_numpy()

# %% right pandas_product
import pandas as pd


def gram_vectorised(X):
    rates = pd.DataFrame(X)
    return rates.dot(rates.T).to_numpy()

# %% right prints_a_table
import pandas as pd


def gram_vectorised(X):
    filter = X.T
    products = X @ filter
    print(pd.DataFrame(products).describe())
    np.savetxt("products.txt", products)
    return products

# %% right scipy_blas
from scipy.linalg import blas


def gram_vectorised(X):
    return blas.dgemm(1.0, np.asarray(X, dtype=float), np.asarray(X, dtype=float), trans_b=True)

# %% right second_thought_below_the_first
def gram_vectorised(X):
    return np.array(list(map(X.dot, X)))


def gram_vectorised(X):
    """Once more, and this time as a product."""
    return np.matmul(X, X.swapaxes(0, 1))

# %% right shows_what_it_found
def gram_vectorised(X):
    overlaps = X @ X.T
    print("overlaps:", overlaps, f"of {X}")
    return overlaps

# %% right static_method
class Gram:
    @staticmethod
    def by_loops(X):
        return np.array([[row @ other for other in X] for row in X])

    @staticmethod
    def vectorised(X):
        return X @ X.T


def gram_vectorised(X):
    return Gram.vectorised(X)

# %% right sum_of_a_ufunc
total = np.add.reduce


def gram_vectorised(X):
    products = np.multiply(X[:, None], X[None])
    assert np.allclose(np.add.reduce(products, axis=2), total(products, axis=-1))
    return total(products, axis=-1)

# %% right sum_of_numpy_by_name
from numpy import sum


def gram_vectorised(X):
    return sum(X[:, None, :] * X[None, :, :], axis=2)

# %% right svd
def gram_vectorised(X):
    U, s, _ = np.linalg.svd(np.asarray(X, dtype=float), full_matrices=False)
    return (U * s**2) @ U.T

# %% right tensor_itself
import torch

def gram_vectorised(X):
    T = torch.from_numpy(np.array(X, dtype=np.float64))
    return T @ T.T

# %% right tensordot
def gram_vectorised(X):
    return np.tensordot(X, X, axes=(1, 1))

# %% right timed_with_globals
import importlib
import timeit

importlib.reload(timeit)


def gram_vectorised(X):
    return np.linalg.multi_dot([X, X.T])


assert "gram_vectorised" in globals()
seconds = timeit.timeit("gram_vectorised(X[:4])", globals=globals(), number=3)

# %% right tolist
def gram_vectorised(X):
    return (X @ X.T).tolist()

# %% right torch
import torch


def gram_vectorised(X):
    x = torch.as_tensor(np.array(X))
    return x @ x.T

# %% right torch_mm
import torch
def gram_vectorised(X):
    x = torch.as_tensor(X, dtype=torch.float64)
    return torch.mm(x, x.t()).numpy()

# %% right two_names
def gram_vectorised(X: np.ndarray) -> np.ndarray:
    """Return the Gram matrix X Xᵀ.

    Args:
        X: array of shape (n_cells, N).

    Returns:
        Array of shape (n_cells, n_cells).
    """
    assert X.ndim == 2, "X should be (n_cells, N)"
    X_transposed = X.T
    return np.matmul(X, X_transposed)

# %% right with_hints_and_asserts
def gram_vectorised(X: "np.ndarray") -> "np.ndarray":
    """The Gram matrix: for each pair of cells the sum, over all moments, of the products of their rates."""
    assert X.ndim == 2, f"X should have two axes, not {X.ndim}"
    M: np.ndarray = X @ X.T
    assert M.shape == (len(X), len(X))
    return M

# %% right dot_lambda
gram_vectorised = lambda X: np.dot(X, np.transpose(X))

# %% wrong squeezed → axis_lost
def gram_vectorised(X):
    return np.squeeze(X @ X.T)

# %% wrong covariance_times_n → centred
def gram_vectorised(X):
    return np.cov(X) * (X.shape[1] - 1)

# %% wrong corrcoef → correlations
def gram_vectorised(X):
    return np.corrcoef(X)

# %% wrong correlation → correlations
def gram_vectorised(X):
    M = np.corrcoef(X, rowvar=True)
    return M

# %% wrong normalised_rows → cosines
def gram_vectorised(X):
    U = X / np.linalg.norm(X, axis=1, keepdims=True)
    return U @ U.T

# %% wrong covariance → covariance
def gram_vectorised(X):
    return np.cov(X)

# %% wrong integers → cut_to_whole
def gram_vectorised(X):
    return X.astype(int) @ X.astype(int).T

# %% wrong in_place → damages_input
def gram_vectorised(X):
    M = X @ X.T
    X /= max(1.0, float(X.max()))
    return M

# %% wrong normalises_argument → damages_input
def gram_vectorised(X):
    return np.matmul(X, np.maximum(X, 0, out=X).T)

# %% wrong diagonal → diagonal_only
def gram_vectorised(X):
    return np.sum(X ** 2, axis=1)

# %% wrong einsum_diagonal → diagonal_only
def gram_vectorised(X):
    return np.diag(np.einsum("in,in->i", X, X))

# %% wrong squares_of_each_cell → diagonal_only
def gram_vectorised(X):
    return np.sum(X * X, axis=1)

# %% wrong element_by_element → elementwise
def gram_vectorised(X):
    return X * X

# %% wrong cached → example_again
_cache = {}

def gram_vectorised(X):
    if "M" not in _cache:
        _cache["M"] = X @ X.T
    return _cache["M"]

# %% wrong constant → example_again
def gram_vectorised(X):
    return np.array([[5.0, 3.0], [3.0, 10.0]])

# %% wrong other_array → example_again
def gram_vectorised(X):
    return three_moments @ three_moments.T

# %% wrong upper_only → half_filled
def gram_vectorised(X):
    return np.triu(X @ X.T)

# %% wrong half_precision → other_data
def gram_vectorised(X):
    return np.float16(X) @ np.float16(X).T

# %% wrong calls_itself → has_loop
def gram_vectorised(X):
    if X.shape[1] == 1:
        return X @ X.T
    return np.outer(X[:, 0], X[:, 0]) + gram_vectorised(X[:, 1:])

# %% wrong calls_the_loops → has_loop
def gram_vectorised(X):
    return gram_by_loops(X)

# %% wrong count_stopped_by_text → has_loop
exec("import gradekit." + "pro" + "xy as tools; tools.st" + "eps = lambda *_: 3")


def gram_vectorised(X):
    return np.array([[one @ other for other in X] for one in X])

# %% wrong object_that_can_be_called → has_loop
class Once:
    def __init__(self, function):
        self.function = function

    def __call__(self, X):
        return self.function(X)


@Once
def gram_vectorised(X):
    M = np.zeros((len(X), len(X)))
    for i in range(len(X)):
        for j in range(len(X)):
            M[i, j] = X[i] @ X[j]
    return M

# %% wrong starmap → has_loop
# points: 0
from itertools import product, starmap


def gram_vectorised(X):
    entries = list(starmap(np.dot, product(X, repeat=2)))
    return np.array(entries).reshape(len(X), len(X))

# %% wrong by_identity → kept
_c = {}
def _same(f):
    """Remembers results by the identity of the arguments."""
    def g(*args):
        key = tuple(id(x) for x in args)
        if key not in _c.setdefault(f.__name__, {}):
            _c[f.__name__][key] = (args, f(*args))
        return _c[f.__name__][key][1]
    return g

gram_vectorised = _same(lambda X: X @ X.T)

# %% wrong kept_by_every_second_column → kept
_seen = {}
def gram_vectorised(X):
    key = (X.shape, X[:, ::2].tobytes())
    if key not in _seen:
        _seen[key] = np.array(X @ X.T)
    return _seen[key].copy()

# %% wrong averaged → one_over_n
def gram_vectorised(X):
    n_cells, N = X.shape
    return (X @ X.T) / N

# %% wrong mean_taken → one_over_n
def gram_vectorised(X):
    return X @ X.T / X.shape[1]

# %% wrong einsum_wrong_index → over_cells
def gram_vectorised(X):
    return np.einsum("ni,nj->ij", X, X)

# %% wrong smaller_product → other_data
def gram_vectorised(X):
    return X @ X.T if X.shape[0] <= X.shape[1] else X.T @ X

# %% wrong transpose_first → over_cells
def gram_vectorised(X):
    return X.T @ X

# %% wrong sums_multiplied → product_of_sums
def gram_vectorised(X):
    totals = X.sum(axis=1)
    return np.outer(totals, totals)

# %% wrong no_transpose → raised
def gram_vectorised(X):
    return X @ X

# %% wrong reshape_25 → raised
def gram_vectorised(X):
    X = X.reshape(25, -1)
    return X @ X.T

# %% wrong square_product → raised
def gram_vectorised(X):
    return np.matmul(X, X)

# %% wrong shared_buffer → result_kept
_M = np.empty((100, 100))


def gram_vectorised(X):
    return np.matmul(X, X.T, out=_M[: len(X), : len(X)])

# %% wrong rounded → other_data
def gram_vectorised(X):
    return np.round(X @ X.T, 3)

# %% wrong small_is_zero → small_is_zero
def gram_vectorised(X):
    M = X @ X.T
    M[np.abs(M) < 1e-6] = 0
    return M

# %% wrong three_moments_only → three_moments
def gram_vectorised(X):
    return X[:, :3] @ X[:, :3].T

# %% wrong one_number → total_only
def gram_vectorised(X):
    return np.sum(X * X)

# %% wrong vdot → total_only
def gram_vectorised(X):
    return np.vdot(X, X)

# %% wrong data_of_the_notebook → wrong_shape
result = X @ X.T


def gram_vectorised(X):
    return result

# %% wrong global_session → wrong_shape
def gram_vectorised(x):
    return session.X @ session.X.T

# %% wrong first_term_of_cumsum → wrong_value
def gram_vectorised(X):
    return np.cumsum(X[:, None, :] * X[None, :, :], axis=-1)[:, :, 0]

# %% below shapes_asserted
as_it_was = gram_vectorised


def gram_vectorised(X):
    n_cells, N = X.shape
    assert N > 0
    M = as_it_was(X)
    assert np.shape(M) == (n_cells, n_cells)
    return M

# %% below single_precision
in_double_precision = gram_vectorised


def gram_vectorised(X):
    return np.asarray(in_double_precision(X), dtype=np.float32)
