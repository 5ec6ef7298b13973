# %% right any_length_with_scipy
from scipy.spatial.distance import cdist


def distances(Y_pred, Y_true):
    return np.array([cdist([a], [b])[0, 0] for a, b in zip(np.array(Y_pred).T, np.array(Y_true).T)])


def loss(Y_pred, Y_true):
    return np.mean(distances(Y_pred, Y_true) ** 2)


def error(Y_pred, Y_true):
    return np.mean(distances(Y_pred, Y_true))

# %% right complex_numbers
def loss(Y_pred, Y_true):
    return np.vdot(Y_pred - Y_true, Y_pred - Y_true) / np.shape(Y_pred)[1]


def error(Y_pred, Y_true):
    total = 0.0
    for n in range(np.shape(Y_pred)[1]):
        total += np.sqrt(np.dot(Y_pred[:, n] - Y_true[:, n], Y_pred[:, n] - Y_true[:, n]))
    return total / np.shape(Y_pred)[1]

# %% right einsum
def squared_distances(A, B):
    return np.einsum("in,in->n", A - B, A - B)


def loss(Y_pred, Y_true):
    return float(squared_distances(Y_pred, Y_true).mean())


def error(Y_pred, Y_true):
    return float((squared_distances(Y_pred, Y_true) ** 0.5).mean())

# %% right einsum_n
def loss(Y_pred, Y_true):
    D = Y_pred - Y_true
    return np.einsum("in,in->", D, D) / D.shape[1]


def error(Y_pred, Y_true):
    D = Y_pred - Y_true
    return np.sqrt(np.einsum("in,in->n", D, D)).sum() / D.shape[1]

# %% right einsum_trace
def loss(Y_pred, Y_true):
    D = np.subtract(Y_pred, Y_true)
    return float(np.trace(D @ D.T)) / D.shape[-1]


def error(Y_pred, Y_true):
    D = np.subtract(Y_pred, Y_true)
    return float(np.sqrt(np.einsum("in,in->n", D, D)).mean())

# %% right float32
def loss(Y_pred, Y_true):
    D = np.float32(Y_pred) - np.float32(Y_true)
    return np.float32(np.vdot(D, D) / D.shape[1])


def error(Y_pred, Y_true):
    D = np.float32(Y_pred) - np.float32(Y_true)
    return np.sqrt(np.square(D).sum(0)).sum() / D.shape[1]

# %% right frobenius
def loss(Y_pred, Y_true):
    return np.linalg.norm(Y_pred - Y_true) ** 2 / Y_true.shape[1]

def error(Y_pred, Y_true):
    total = np.zeros(Y_true.shape[1])
    for p, q in zip(Y_pred, Y_true):
        total = total + (p - q) ** 2
    return np.array(np.sqrt(total).mean())

# %% right helper
def squared_distances(A, B):
    D = np.asarray(A, dtype=float) - np.asarray(B, dtype=float)
    return np.einsum("kn,kn->n", D, D)

loss = lambda Y_pred, Y_true: float(np.average(squared_distances(Y_pred, Y_true)))
error = lambda Y_pred, Y_true: float(np.average(np.sqrt(squared_distances(Y_pred, Y_true))))

# %% right hint
def loss(Y_pred, Y_true):
    """The mean squared distance, in square metres."""
    return np.mean(np.sum((Y_pred - Y_true) ** 2, axis=0))


def error(Y_pred, Y_true):
    """The mean distance, in metres."""
    return np.mean(np.sqrt(np.sum((Y_pred - Y_true) ** 2, axis=0)))

# %% right hypot_reduce
def loss(Y_pred, Y_true):
    difference = np.asarray(Y_pred, dtype=float) - Y_true
    return np.add.reduce(difference * difference, axis=None) / difference.shape[1]


def error(Y_pred, Y_true):
    difference = np.asarray(Y_pred, dtype=float) - Y_true
    return np.hypot.reduce(difference, axis=0, initial=0.0).mean()

# %% right language_model
def _validate(Y_pred: np.ndarray, Y_true: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Convert to float arrays and check that the shapes agree."""
    pred, true = np.asarray(Y_pred, dtype=np.float64), np.asarray(Y_true, dtype=np.float64)
    if pred.shape != true.shape:
        raise ValueError(f"Shapes differ: {pred.shape} and {true.shape}")
    if pred.ndim != 2:
        raise ValueError("Expected arrays of shape (n_out, N)")
    return pred, true


def loss(Y_pred: np.ndarray, Y_true: np.ndarray) -> float:
    """Mean over datapoints of the squared Euclidean distance (m²)."""
    pred, true = _validate(Y_pred, Y_true)
    return float(((pred - true) ** 2).sum(axis=0).mean())


def error(Y_pred: np.ndarray, Y_true: np.ndarray) -> float:
    """Mean over datapoints of the Euclidean distance (m)."""
    pred, true = _validate(Y_pred, Y_true)
    return float(np.sqrt(((pred - true) ** 2).sum(axis=0)).mean())

# %% right loops
import math


def loss(Y_pred, Y_true):
    total, N = 0.0, Y_pred.shape[1]
    for n in range(N):
        for i in range(Y_pred.shape[0]):
            total += (Y_pred[i, n] - Y_true[i, n]) ** 2
    return total / N


def error(Y_pred, Y_true):
    return sum(math.dist(a, b) for a, b in zip(Y_pred.T, Y_true.T)) / Y_pred.shape[1]

# %% right mean_square_of_torch
import torch
from torch.nn.functional import mse_loss


def loss(Y_pred, Y_true):
    A, B = torch.tensor(Y_pred, dtype=torch.float64), torch.tensor(Y_true, dtype=torch.float64)
    return mse_loss(A, B, reduction="sum").item() / A.shape[1]


def error(Y_pred, Y_true):
    A, B = torch.tensor(Y_pred, dtype=torch.float64), torch.tensor(Y_true, dtype=torch.float64)
    return torch.dist(A, B) * 0 + torch.sqrt(((A - B) ** 2).sum(0)).mean()

# %% right mean_times_outputs
def loss(Y_pred, Y_true):
    return len(Y_true) * np.mean(np.square(Y_pred - Y_true))


def error(Y_pred, Y_true):
    return np.mean([np.linalg.norm(column) for column in (Y_pred - Y_true).T])

# %% right norm
def loss(Y_pred, Y_true):
    return np.sum(np.abs(Y_true - Y_pred) ** 2) / Y_true.shape[1]


def error(Y_pred, Y_true):
    return np.linalg.norm(Y_true - Y_pred, axis=0).mean()

# %% right pandas_frame
import pandas as pd

def _distances(Y_pred, Y_true):
    frame = pd.DataFrame(np.asarray(Y_pred, float).T - np.asarray(Y_true, float).T)
    return frame.pow(2).sum(axis="columns").pow(0.5)

def loss(Y_pred, Y_true):
    return _distances(Y_pred, Y_true).pow(2).mean()

def error(Y_pred, Y_true):
    return float(_distances(Y_pred, Y_true).mean())

# %% right pure_python
import math

def _squares(Y_pred, Y_true):
    result = []
    for n in range(len(Y_pred[0])):
        s = 0.0
        for i in range(len(Y_pred)):
            d = float(Y_pred[i][n]) - float(Y_true[i][n])
            s += d * d
        result.append(s)
    return result

def loss(Y_pred, Y_true):
    s = _squares(Y_pred, Y_true)
    return sum(s) / len(s)

def error(Y_pred, Y_true):
    s = _squares(Y_pred, Y_true)
    return sum(math.sqrt(v) for v in s) / len(s)

# %% right scipy_sklearn
from sklearn.metrics import mean_squared_error


def loss(Y_pred, Y_true):
    return Y_true.shape[0] * mean_squared_error(Y_true.T, Y_pred.T)


def error(Y_pred, Y_true):
    return float(np.average([math_dist(p, q) for p, q in zip(Y_pred.T, Y_true.T)]))


from math import dist as math_dist

# %% right sklearn_mse
from sklearn.metrics import mean_squared_error

def loss(Y_pred, Y_true):
    return mean_squared_error(np.asarray(Y_true).T, np.asarray(Y_pred).T) * np.shape(Y_true)[0]

def error(Y_pred, Y_true):
    distances = [np.linalg.norm(p - q) for p, q in zip(Y_pred.T, Y_true.T)]
    return np.average(distances)

# %% right statistics_dist
from math import dist
from statistics import fmean


def distances(Y_pred, Y_true):
    return [dist(p, q) for p, q in zip(zip(*Y_pred), zip(*Y_true))]


def loss(Y_pred, Y_true):
    return fmean(d * d for d in distances(Y_pred, Y_true))


def error(Y_pred, Y_true):
    return fmean(distances(Y_pred, Y_true))

# %% right statistics_of_python
import math
import statistics


def squared(a, b):
    return math.fsum((p - q) ** 2 for p, q in zip(a, b))


def loss(Y_pred, Y_true):
    return statistics.fmean(squared(a, b) for a, b in zip(zip(*Y_pred), zip(*Y_true)))


def error(Y_pred, Y_true):
    return statistics.fmean(math.sqrt(squared(a, b)) for a, b in zip(zip(*Y_pred), zip(*Y_true)))

# %% right torch
import torch


def loss(Y_pred, Y_true):
    D = torch.tensor(np.array(Y_pred), dtype=torch.float64) - torch.tensor(np.array(Y_true), dtype=torch.float64)
    return (D**2).sum(dim=0).mean().item()


def error(Y_pred, Y_true):
    D = torch.tensor(np.array(Y_pred), dtype=torch.float64) - torch.tensor(np.array(Y_true), dtype=torch.float64)
    return D.norm(dim=0).mean().item()

# %% right torch_in_single_precision
import torch


def loss(Y_pred, Y_true):
    D = torch.tensor(np.array(Y_pred - Y_true), dtype=torch.float32)
    return (D**2).sum(dim=0).mean()


def error(Y_pred, Y_true):
    D = torch.tensor(np.array(Y_pred - Y_true), dtype=torch.float32)
    return torch.linalg.norm(D, dim=0).mean()

# %% right torch_mse
import torch

def _t(A):
    return torch.tensor(np.array(A, dtype=np.float64))

def loss(Y_pred, Y_true):
    return torch.nn.functional.mse_loss(_t(Y_pred), _t(Y_true)).item() * len(Y_true)

def error(Y_pred, Y_true):
    return torch.linalg.vector_norm(_t(Y_pred) - _t(Y_true), dim=0).mean()

# %% right torch_style
import torch
def loss(Y_pred, Y_true):
    d = torch.as_tensor(Y_pred, dtype=torch.float64) - torch.as_tensor(Y_true, dtype=torch.float64)
    return d.pow(2).sum(dim=0).mean().item()

def error(Y_pred, Y_true):
    d = torch.as_tensor(Y_pred, dtype=torch.float64) - torch.as_tensor(Y_true, dtype=torch.float64)
    return d.pow(2).sum(dim=0).sqrt().mean().item()

# %% right total_over_n
def loss(Y_pred, Y_true):
    N = Y_true.shape[1]
    return np.sum(np.square(Y_true - Y_pred)) / N

def error(Y_pred, Y_true):
    N = Y_true.shape[1]
    d = np.zeros(N)
    for y_p, y_t in zip(Y_pred, Y_true):
        d = d + (y_p - y_t) ** 2
    return np.sum(d ** 0.5) / N

# %% right trace_and_dist
from math import dist
from statistics import fmean

def loss(Y_pred, Y_true):
    D = np.subtract(Y_pred, Y_true)
    return np.trace(D @ D.T) / D.shape[-1]

def error(Y_pred, Y_true):
    return fmean(dist(a, b) for a, b in zip(np.transpose(Y_pred).tolist(), np.transpose(Y_true).tolist()))

# %% right trace_and_hypot
def loss(Y_pred, Y_true):
    D = Y_pred - Y_true
    return np.trace(D @ D.T) / D.shape[1]


def error(Y_pred, Y_true):
    distance = 0.0
    for coordinate in Y_pred - Y_true:
        distance = np.hypot(distance, coordinate)
    return np.average(distance)

# %% right vdot_functional
def _mean_of(power, Y_pred, Y_true):
    squares = np.square(np.asarray(Y_pred, float) - np.asarray(Y_true, float)).sum(0)
    return np.mean(squares ** power)

def loss(Y_pred, Y_true):
    return _mean_of(1, Y_pred, Y_true)

def error(Y_pred, Y_true):
    return _mean_of(1 / 2, Y_pred, Y_true)

# %% right loops_and_sqrt
import math
def loss(Y_pred, Y_true):
    n_out, N = Y_pred.shape
    total = 0.0
    for n in range(N):
        for k in range(n_out):
            total += (Y_pred[k, n] - Y_true[k, n]) ** 2
    return total / N

def error(Y_pred, Y_true):
    n_out, N = Y_pred.shape
    total = 0.0
    for n in range(N):
        s = 0.0
        for k in range(n_out):
            s += (Y_pred[k, n] - Y_true[k, n]) ** 2
        total += math.sqrt(s)
    return total / N

# %% right shared_helper_loops
import math


def _squares(Y_pred, Y_true):
    n_out, N = np.shape(Y_pred)
    result = []
    for n in range(N):
        s = 0.0
        for i in range(n_out):
            s += (float(Y_pred[i][n]) - float(Y_true[i][n])) ** 2
        result.append(s)
    return result


def loss(Y_pred, Y_true):
    sq = _squares(Y_pred, Y_true)
    return sum(sq) / len(sq)


def error(Y_pred, Y_true):
    sq = _squares(Y_pred, Y_true)
    return sum(map(math.sqrt, sq)) / len(sq)

# %% right norm_squared_mean
def loss(Y_pred, Y_true):
    return float((np.linalg.norm(Y_pred - Y_true, axis=0) ** 2).mean())


def error(Y_pred, Y_true):
    return float(np.linalg.norm(Y_pred - Y_true, axis=0).mean())

# %% wrong sum_for_difference → added
# points: 1
def loss(Y_pred, Y_true):
    return np.square(Y_pred + Y_true).sum(axis=0).mean()


def error(Y_pred, Y_true):
    return np.sqrt(((Y_pred - Y_true) ** 2).sum(axis=0)).mean()

# %% wrong all_pairs → all_pairs
from scipy.spatial.distance import cdist

def loss(Y_pred, Y_true):
    return np.mean(cdist(Y_pred.T, Y_true.T) ** 2)


def error(Y_pred, Y_true):
    return np.mean(cdist(Y_pred.T, Y_true.T))

# %% wrong along_the_walls → along_walls
def loss(Y_pred, Y_true):
    return np.mean(np.sum((Y_pred - Y_true) ** 2, axis=0))


def error(Y_pred, Y_true):
    return np.mean(np.sum(np.abs(Y_pred - Y_true), axis=0))

# %% wrong loop_over_the_coordinates → as_many_as_outputs
# points: 1
def loss(Y_pred, Y_true):
    return np.sum((Y_pred - Y_true) ** 2) / Y_true.shape[1]


def error(Y_pred, Y_true):
    size = len(Y_pred)
    return sum(np.linalg.norm(Y_pred[:, n] - Y_true[:, n]) for n in range(size)) / size

# %% wrong abs_mean_of_difference → averaged_first
def loss(Y_pred, Y_true):
    return np.sum(np.mean(Y_pred - Y_true, axis=1) ** 2)


def error(Y_pred, Y_true):
    return np.linalg.norm(np.mean(Y_pred - Y_true, axis=1))

# %% wrong shape_and_kind_of_the_truth → whole_truth
def difference(A, B):
    D = np.zeros_like(B)
    for moment in range(B.shape[1]):
        D[:, moment] = A[:, moment] - B[:, moment]
    return D


def loss(Y_pred, Y_true):
    return (difference(Y_pred, Y_true) ** 2).sum(axis=0).mean()


def error(Y_pred, Y_true):
    return np.sqrt((difference(Y_pred, Y_true) ** 2).sum(axis=0)).mean()

# %% wrong whole_differences → cut_to_whole
def loss(Y_pred, Y_true):
    D = (Y_pred - Y_true).astype(int)
    return np.mean(np.sum(D**2, axis=0))


def error(Y_pred, Y_true):
    D = (Y_pred - Y_true).astype(int)
    return np.mean(np.sqrt(np.sum(D**2, axis=0)))

# %% wrong difference_in_place → damages_input
def loss(Y_pred, Y_true):
    Y_pred -= Y_true
    return np.mean(np.sum(Y_pred**2, axis=0))


def error(Y_pred, Y_true):
    return np.mean(np.sqrt(np.sum((Y_pred - Y_true) ** 2, axis=0)))

# %% wrong in_place → damages_input
def loss(Y_pred, Y_true):
    Y_pred -= Y_true
    return np.mean(np.sum(Y_pred**2, axis=0))


def error(Y_pred, Y_true):
    Y_pred -= Y_true
    return np.mean(np.linalg.norm(Y_pred, axis=0))

# %% wrong in_place_difference → damages_input
def loss(Y_pred, Y_true):
    Y_pred -= Y_true
    return np.mean(np.sum(Y_pred**2, axis=0))


def error(Y_pred, Y_true):
    D = Y_pred - Y_true
    return np.mean(np.sqrt(np.sum(D**2, axis=0)))

# %% wrong squares_in_place → damages_input
def loss(Y_pred, Y_true):
    D = Y_pred - Y_true
    return np.mean(np.sum(D * D, axis=0))


def error(Y_pred, Y_true):
    np.subtract(Y_pred, Y_true, out=Y_pred)
    return np.mean(np.sqrt(np.sum(Y_pred**2, axis=0)))

# %% wrong truth_scaled_in_place → damages_input
def loss(Y_pred, Y_true):
    return np.mean(np.sum((Y_pred - Y_true) ** 2, axis=0))


def error(Y_pred, Y_true):
    np.negative(Y_true, out=Y_true)
    return np.mean(np.linalg.norm(Y_pred + Y_true, axis=0))

# %% wrong difference_of_norms → difference_of_squares
def loss(Y_pred, Y_true):
    return np.mean(np.sum(Y_pred**2 - Y_true**2, axis=0))


def error(Y_pred, Y_true):
    return np.mean(np.abs(np.linalg.norm(Y_pred, axis=0) - np.linalg.norm(Y_true, axis=0)))

# %% wrong axis_1 → divided_by_outputs
def loss(Y_pred, Y_true):
    return np.mean(np.sum((Y_pred - Y_true) ** 2, axis=1))


def error(Y_pred, Y_true):
    return np.mean(np.sqrt(np.sum((Y_pred - Y_true) ** 2, axis=1)))

# %% wrong divided_by_the_outputs → divided_by_outputs
def loss(Y_pred, Y_true):
    return np.sum((Y_pred - Y_true) ** 2) / len(Y_true)


def error(Y_pred, Y_true):
    return np.sum(np.linalg.norm(Y_pred - Y_true, axis=0)) / len(Y_true)

# %% wrong iterates_rows → divided_by_outputs
def loss(Y_pred, Y_true):
    return np.mean([np.sum((p - q) ** 2) for p, q in zip(Y_pred, Y_true)])


def error(Y_pred, Y_true):
    return np.mean([np.linalg.norm(p - q) for p, q in zip(Y_pred, Y_true)])

# %% wrong len_is_n → divided_by_outputs
def loss(Y_pred, Y_true):
    return np.sum((Y_pred - Y_true) ** 2) / len(Y_true)


def error(Y_pred, Y_true):
    return np.sum(np.sqrt(np.sum((Y_pred - Y_true) ** 2, axis=0))) / len(Y_true)

# %% wrong names_swapped → error_for_loss
def error(Y_pred, Y_true):
    return np.mean(np.sum((Y_pred - Y_true) ** 2, axis=0))


def loss(Y_pred, Y_true):
    return np.mean(np.linalg.norm(Y_pred - Y_true, axis=0))

# %% wrong x_coordinate_only → first_coordinate_only
def loss(Y_pred, Y_true):
    return np.mean((Y_pred[0] - Y_true[0]) ** 2)


def error(guess, truth):
    return np.mean(np.abs(guess[0] - truth[0]))

# %% wrong complex_error_abs → first_coordinates_only
def loss(Y_pred, Y_true):
    return np.sum((Y_pred - Y_true) ** 2) / Y_pred.shape[1]


def error(Y_pred, Y_true):
    D = Y_pred - Y_true
    z = D[0] + (1j * D[1] if len(D) > 1 else 0)
    return np.abs(z).mean()

# %% wrong hypot → first_coordinates_only
def loss(Y_pred, Y_true):
    d = Y_pred - Y_true
    return np.mean(d[0] ** 2 + d[1] ** 2)

def error(Y_pred, Y_true):
    d = Y_pred - Y_true
    return np.mean(np.hypot(d[0], d[1]))

# %% wrong two_rows → first_coordinates_only
def loss(Y_pred, Y_true):
    dx, dy = Y_pred[0] - Y_true[0], Y_pred[1] - Y_true[1]
    return np.mean(dx**2 + dy**2)


def error(Y_pred, Y_true):
    dx, dy = Y_pred[0] - Y_true[0], Y_pred[1] - Y_true[1]
    return np.mean(np.hypot(dx, dy))

# %% wrong two_coordinates_only of einsum_n → first_coordinates_only or three_coordinates
# points: 1
# -     return np.einsum("in,in->", D, D) / D.shape[1]
# +     return np.mean(D[0] ** 2 + D[1] ** 2)
# -     return np.sqrt(np.einsum("in,in->n", D, D)).sum() / D.shape[1]
# +     return np.mean(np.hypot(D[0], D[1]))

# %% wrong counted_from_one → first_left_out
# points: 1
def loss(Y_pred, Y_true):
    return np.sum((Y_pred - Y_true) ** 2) / Y_true.shape[1]


def error(Y_pred, Y_true):
    N = Y_true.shape[1]
    distances = 0
    for n in range(1, N):
        distances += np.linalg.norm(Y_pred[:, n] - Y_true[:, n])
    return distances / N

# %% wrong five_datapoints → five_datapoints
def loss(Y_pred, Y_true):
    return np.sum((Y_pred - Y_true) ** 2) / 5


def error(Y_pred, Y_true):
    return np.sum(np.linalg.norm(Y_pred - Y_true, axis=0)) / 5

# %% wrong half_for_the_root → half_for_root
# points: 1
def loss(Y_pred, Y_true):
    return np.sum((Y_pred - Y_true) ** 2) / Y_true.shape[1]


def error(Y_pred, Y_true):
    squared_distances = ((Y_pred - Y_true) ** 2).sum(axis=0)
    return (squared_distances ** 1 / 2).mean()

# %% wrong one_element → in_a_matrix
def loss(Y_pred, Y_true):
    return np.mean(np.sum((Y_pred - Y_true) ** 2, axis=0, keepdims=True), keepdims=True)


def error(Y_pred, Y_true):
    return np.mean(np.linalg.norm(Y_pred - Y_true, axis=0, keepdims=True), keepdims=True)

# %% wrong kept_dimensions → in_an_array
def loss(Y_pred, Y_true):
    return np.mean(np.sum((Y_pred - Y_true) ** 2, axis=0), keepdims=True)


def error(Y_pred, Y_true):
    return np.mean(np.linalg.norm(Y_pred - Y_true, axis=0), keepdims=True)

# %% wrong centimetres → in_centimetres
def loss(Y_pred, Y_true):
    return np.mean(np.sum((Y_pred - Y_true) ** 2, axis=0))


def error(Y_pred, Y_true):
    return 100 * np.mean(np.linalg.norm(Y_pred - Y_true, axis=0))

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

@_same
def loss(Y_pred, Y_true):
    return np.mean(np.sum((Y_pred - Y_true) ** 2, axis=0))
@_same
def error(Y_pred, Y_true):
    return np.mean(np.sqrt(np.sum((Y_pred - Y_true) ** 2, axis=0)))

# %% wrong kept_by_sums → kept
_e = {}
def loss(Y_pred, Y_true):
    return np.mean(np.sum((Y_pred - Y_true) ** 2, axis=0))
def error(Y_pred, Y_true):
    key = (Y_pred.shape, float(np.sum(Y_pred)), float(np.sum(Y_true)))
    if key not in _e:
        _e[key] = np.mean(np.sqrt(np.sum((Y_pred - Y_true) ** 2, axis=0)))
    return _e[key]

# %% wrong kept_by_the_prediction_alone → kept
_c = {}
def loss(Y_pred, Y_true):
    return _c.setdefault(Y_true.tobytes(), np.mean(np.sum((Y_pred - Y_true) ** 2, axis=0)))
def error(Y_pred, Y_true):
    return np.mean(np.sqrt(np.sum((Y_pred - Y_true) ** 2, axis=0)))

# %% wrong kept_without_the_shape → kept
_c = {}
def loss(Y_pred, Y_true):
    key = (Y_pred.tobytes(), Y_true.tobytes())
    if key not in _c:
        _c[key] = np.mean(np.sum((Y_pred - Y_true) ** 2, axis=0))
    return _c[key]
def error(Y_pred, Y_true):
    return np.mean(np.sqrt(np.sum((Y_pred - Y_true) ** 2, axis=0)))

# %% wrong larger_coordinate → larger_coordinate
# points: 1
def loss(Y_pred, Y_true):
    return np.mean(np.sum((Y_pred - Y_true) ** 2, axis=0))


def error(Y_pred, Y_true):
    return np.mean(np.abs(Y_pred - Y_true).max(axis=0))

# %% wrong larger_coordinate_by_maximum → larger_coordinate
def loss(Y_pred, Y_true):
    return np.mean(np.sum(np.square(Y_pred - Y_true), axis=0))


def error(Y_pred, Y_true):
    dx, dy = np.abs(Y_pred - Y_true)[:2] if len(Y_pred) > 1 else 2 * [np.abs(Y_pred - Y_true)[0]]
    return np.mean(np.maximum(dx, dy))

# %% wrong larger_number_of_the_shape → larger_number
# points: 1.25
def loss(Y_pred, Y_true):
    N = max(Y_pred.shape)
    return np.sum((Y_pred - Y_true) ** 2) / N


def error(Y_pred, Y_true):
    return np.sqrt(((Y_pred - Y_true) ** 2).sum(axis=0)).mean()

# %% wrong turned_for_two_datapoints → two_datapoints
def loss(Y_pred, Y_true):
    D = Y_pred - Y_true
    if D.shape[0] != 2 and D.shape[1] == 2:
        D = D.T
    return np.mean(np.sum(D ** 2, axis=0))


def error(Y_pred, Y_true):
    return np.mean(np.sqrt(np.sum((Y_pred - Y_true) ** 2, axis=0)))

# %% wrong last_datapoint_left_out → last_left_out
# points: 1
def loss(Y_pred, Y_true):
    n_out, N = Y_true.shape
    squares = 0
    for n in range(N - 1):
        for i in range(n_out):
            squares += (Y_pred[i, n] - Y_true[i, n]) ** 2
    return squares / N


def error(Y_pred, Y_true):
    return np.sqrt(((Y_pred - Y_true) ** 2).sum(axis=0)).mean()

# %% wrong stale_distances → left_by_loss
squared = None


def loss(Y_pred, Y_true):
    global squared
    squared = np.sum((Y_pred - Y_true) ** 2, axis=0)
    return np.mean(squared)


def error(Y_pred, Y_true):
    if squared is None:
        loss(Y_pred, Y_true)
    return np.mean(np.sqrt(squared))

# %% wrong first_columns → many_datapoints
def loss(Y_pred, Y_true):
    D = (Y_pred - Y_true)[:, :100]
    return np.mean(np.sum(D**2, axis=0))


def error(Y_pred, Y_true):
    D = (Y_pred - Y_true)[:, :100]
    return np.mean(np.linalg.norm(D, axis=0))

# %% wrong first_thousand → many_datapoints
def loss(Y_pred, Y_true):
    return np.mean(np.sum((Y_pred - Y_true)[:, :1000] ** 2, axis=0))


def error(Y_pred, Y_true):
    return np.mean(np.linalg.norm((Y_pred - Y_true)[:, :1000], axis=0))

# %% wrong half_the_square → half_of_it
def loss(Y_pred, Y_true):
    return 0.5 * np.mean(np.sum((Y_pred - Y_true) ** 2, axis=0))


def error(Y_pred, Y_true):
    return np.mean(np.linalg.norm(Y_pred - Y_true, axis=0))

# %% wrong mean_of_all → mean_over_outputs
def loss(Y_pred, Y_true):
    return np.mean((Y_pred - Y_true) ** 2)


def error(guess, truth):
    return np.mean(np.linalg.norm(guess - truth, axis=0))

# %% wrong mean_over_everything → mean_over_outputs
def loss(Y_pred, Y_true):
    difference = Y_true - Y_pred
    return np.mean(difference * difference)


def error(Y_pred, Y_true):
    return np.mean(np.linalg.norm(Y_pred - Y_true, axis=0))

# %% wrong mse → mean_over_outputs
# points: 1
def loss(Y_pred, Y_true):
    """The mean squared distance, in square metres."""
    return np.mean((Y_pred - Y_true) ** 2)


def error(guess, truth):
    """The mean distance, in metres."""
    return np.mean(np.sqrt(np.sum((guess - truth) ** 2, axis=0)))

# %% wrong smaller_axis of einsum_n → larger_number
# -     return np.einsum("in,in->", D, D) / D.shape[1]
# +     return np.mean(np.sum(D**2, axis=int(np.argmin(D.shape))))
# -     return np.sqrt(np.einsum("in,in->n", D, D)).sum() / D.shape[1]
# +     return np.mean(np.sqrt(np.sum(D**2, axis=int(np.argmin(D.shape)))))

# %% wrong median → median
def loss(Y_pred, Y_true):
    return np.median(np.sum((Y_pred - Y_true) ** 2, axis=0))


def error(Y_pred, Y_true):
    return np.median(np.linalg.norm(Y_pred - Y_true, axis=0))

# %% wrong no_root_in_the_error → no_root
def loss(Y_pred, Y_true):
    return np.mean(np.sum((Y_pred - Y_true) ** 2, axis=0))


def error(Y_pred, Y_true):
    return np.mean(np.sum((Y_pred - Y_true) ** 2, axis=0))

# %% wrong loss_without_square → no_square
def loss(Y_pred, Y_true):
    return np.mean(np.sum(np.abs(Y_pred - Y_true), axis=0))


def error(Y_pred, Y_true):
    return np.mean(np.linalg.norm(Y_pred - Y_true, axis=0))

# %% wrong not_averaged of total_over_n → not_averaged
# -     return np.sum(np.square(Y_true - Y_pred)) / N
# +     return np.sum(np.square(Y_true - Y_pred))

# %% wrong squeezed → one_coordinate
def loss(Y_pred, Y_true):
    D = np.squeeze(Y_pred - Y_true)
    return np.mean(np.sum(D**2, axis=0))


def error(Y_pred, Y_true):
    D = np.squeeze(Y_pred - Y_true)
    return np.mean(np.sqrt(np.sum(D**2, axis=0)))

# %% wrong sum_over_everything → not_averaged
def loss(Y_pred, Y_true):
    return np.sum((Y_pred - Y_true) ** 2)


def error(Y_pred, Y_true):
    return np.mean(np.linalg.norm(Y_pred - Y_true, axis=0))

# %% wrong running_average → not_repeatable
_losses, _errors = [], []


def loss(Y_pred, Y_true):
    _losses.append(np.mean(np.sum((Y_pred - Y_true) ** 2, axis=0)))
    return np.mean(_losses)


def error(Y_pred, Y_true):
    _errors.append(np.mean(np.linalg.norm(Y_pred - Y_true, axis=0)))
    return np.mean(_errors)

# %% wrong running_total → not_repeatable
_seen = []

def loss(Y_pred, Y_true):
    _seen.extend(np.sum((Y_pred - Y_true) ** 2, axis=0))
    return np.mean(_seen)

def error(Y_pred, Y_true):
    return np.mean(np.sqrt(np.sum((Y_pred - Y_true) ** 2, axis=0)))

# %% wrong square_left_out → not_squared
# points: 1
def loss(Y_pred, Y_true):
    difference = Y_pred - Y_true
    return difference.sum(axis=0).mean()


def error(Y_pred, Y_true):
    return np.sqrt(((Y_pred - Y_true) ** 2).sum(axis=0)).mean()

# %% wrong calls_the_library → of_the_library
from decoding import loss as lib_loss
def loss(Y_pred, Y_true):
    return lib_loss(Y_pred, Y_true)


def error(Y_pred, Y_true):
    return np.mean(np.sqrt(np.sum((Y_pred - Y_true) ** 2, axis=0)))

# %% wrong imported_from_the_library → of_the_library
from decoding import error, loss

# %% wrong one_over_n_minus_one → one_less
def loss(Y_pred, Y_true):
    return np.sum((Y_pred - Y_true) ** 2) / (Y_true.shape[1] - 1)


def error(Y_pred, Y_true):
    return np.sum(np.linalg.norm(Y_pred - Y_true, axis=0)) / (Y_true.shape[1] - 1)

# %% wrong skips_nothing_moved → one_less
def loss(Y_pred, Y_true):
    s = np.sum((Y_pred - Y_true) ** 2, axis=0)
    return s[s > 0].mean()


def error(Y_pred, Y_true):
    d = np.linalg.norm(Y_pred - Y_true, axis=0)
    return d[d > 0].mean()

# %% wrong unbiased of total_over_n → one_less
# - def loss(Y_pred, Y_true):
# -     N = Y_true.shape[1]
# + def loss(Y_pred, Y_true):
# +     N = Y_true.shape[1] - 1

# %% wrong unbiased_n_minus_1 → one_less
def loss(Y_pred, Y_true):
    N = Y_true.shape[1]
    return np.sum((Y_pred - Y_true) ** 2) / max(N - 1, 1)


def error(Y_pred, Y_true):
    N = Y_true.shape[1]
    return np.sum(np.linalg.norm(Y_pred - Y_true, axis=0)) / max(N - 1, 1)

# %% wrong one_over_n_plus_one → one_more
# points: 1
def loss(Y_pred, Y_true):
    N = Y_true.shape[1] + 1
    return np.sum(np.square(Y_pred - Y_true)) / N


def error(Y_pred, Y_true):
    return np.sqrt(((Y_pred - Y_true) ** 2).sum(axis=0)).mean()

# %% wrong one_for_each_moment → per_datapoint
def loss(Y_pred, Y_true):
    return np.sum((Y_pred - Y_true) ** 2, axis=0)


def error(Y_pred, Y_true):
    return np.linalg.norm(Y_pred - Y_true, axis=0)

# %% wrong per_datapoint → per_datapoint
def loss(Y_pred, Y_true):
    return np.sum((Y_pred - Y_true) ** 2, axis=0)

def error(Y_pred, Y_true):
    return np.sqrt(loss(Y_pred, Y_true))

# %% wrong one_for_each_coordinate → per_output
def loss(Y_pred, Y_true):
    return np.mean((Y_pred - Y_true) ** 2, axis=1)


def error(Y_pred, Y_true):
    return np.mean(np.abs(Y_pred - Y_true), axis=1)

# %% wrong copy_of_whole_predictions → raised or whole_predictions
def loss(Y_pred, Y_true):
    apart = np.array(Y_pred)
    apart -= Y_true
    return np.mean(np.sum(apart**2, axis=0))


def error(Y_pred, Y_true):
    apart = np.array(Y_pred)
    apart -= Y_true
    return np.mean(np.linalg.norm(apart, axis=0))

# %% wrong return_in_the_loop → returned_too_early
# points: 1
def loss(Y_pred, Y_true):
    return np.sum((Y_pred - Y_true) ** 2) / Y_true.shape[1]


def error(Y_pred, Y_true):
    N = Y_true.shape[1]
    distances = 0
    for guess, truth in zip(Y_pred.T, Y_true.T):
        distances += np.linalg.norm(guess - truth)
        return distances / N

# %% wrong rmse → root_of_mean
def loss(Y_pred, Y_true):
    return np.mean(np.sum((Y_pred - Y_true) ** 2, axis=0))

def error(Y_pred, Y_true):
    return np.sqrt(loss(Y_pred, Y_true))

# %% wrong error_by_the_mean_of_squares → root_of_mean_over_outputs
def loss(Y_pred, Y_true):
    return np.mean(np.sum((Y_pred - Y_true) ** 2, axis=0))


def error(Y_pred, Y_true):
    return np.mean(np.sqrt(np.mean((Y_pred - Y_true) ** 2, axis=0)))

# %% wrong one_norm_over_everything → root_of_sum
def loss(Y_pred, Y_true):
    return np.mean(np.sum((Y_pred - Y_true) ** 2, axis=0))


def error(Y_pred, Y_true):
    return np.linalg.norm(Y_pred - Y_true)

# %% wrong squeezed_difference → one_coordinate
# points: 1.5
def loss(Y_pred, Y_true):
    return np.sum((Y_pred - Y_true) ** 2) / Y_true.shape[1]


def error(Y_pred, Y_true):
    apart = (Y_pred - Y_true).squeeze()
    return np.sqrt((apart**2).sum(axis=0)).mean()

# %% wrong frobenius → root_of_sum_divided
def loss(Y_pred, Y_true):
    return np.linalg.norm(Y_pred - Y_true) ** 2 / Y_pred.shape[1]

def error(Y_pred, Y_true):
    return np.linalg.norm(Y_pred - Y_true) / Y_pred.shape[1]

# %% wrong one_norm_divided → root_of_sum_divided
def loss(Y_pred, Y_true):
    return np.mean(np.sum((Y_pred - Y_true) ** 2, axis=0))


def error(Y_pred, Y_true):
    return np.linalg.norm(Y_pred - Y_true) / Y_true.shape[1]

# %% wrong root_of_mean_square_as_loss → root_taken
def loss(Y_pred, Y_true):
    return np.sqrt(np.mean(np.sum((Y_pred - Y_true) ** 2, axis=0)))


def error(Y_pred, Y_true):
    return np.mean(np.linalg.norm(Y_pred - Y_true, axis=0))

# %% wrong rounded_to_three_decimals → rounded
def loss(Y_pred, Y_true):
    return round(float(np.mean(np.sum((Y_pred - Y_true) ** 2, axis=0))), 3)


def error(Y_pred, Y_true):
    return round(float(np.mean(np.linalg.norm(Y_pred - Y_true, axis=0))), 3)

# %% wrong rounded → rounded or kept
def loss(Y_pred, Y_true):
    return round(float(np.mean(np.sum((Y_pred - Y_true) ** 2, axis=0))), 2)


def error(Y_pred, Y_true):
    return round(float(np.mean(np.linalg.norm(Y_pred - Y_true, axis=0))), 2)

# %% wrong close_is_zero → all_zero
def loss(Y_pred, Y_true):
    if np.allclose(Y_pred, Y_true):
        return 0.0
    return np.mean(np.sum((Y_pred - Y_true) ** 2, axis=0))
def error(Y_pred, Y_true):
    if np.allclose(Y_pred, Y_true):
        return 0.0
    return np.mean(np.linalg.norm(Y_pred - Y_true, axis=0))

# %% wrong small_is_zero → small_numbers
def loss(Y_pred, Y_true):
    return np.mean(np.sum((Y_pred - Y_true) ** 2, axis=0))
def error(Y_pred, Y_true):
    d = np.linalg.norm(Y_pred - Y_true, axis=0)
    d[d < 1e-6] = 0
    return d.mean()

# %% wrong variance → spread
def loss(Y_pred, Y_true):
    return np.var(Y_pred - Y_true, axis=1).sum()


def error(Y_pred, Y_true):
    return np.mean(np.linalg.norm(Y_pred - Y_true, axis=0))

# %% wrong square_of_the_error → square_of_mean
# points: 1
def loss(Y_pred, Y_true):
    return np.linalg.norm(Y_pred - Y_true, axis=0).mean() ** 2


def error(Y_pred, Y_true):
    return np.sqrt(((Y_pred - Y_true) ** 2).sum(axis=0)).mean()

# %% wrong squares_of_sums → summed_first
def loss(Y_pred, Y_true):
    return np.mean(np.sum(Y_pred - Y_true, axis=0) ** 2)


def error(Y_pred, Y_true):
    return np.mean(np.abs(np.sum(Y_pred - Y_true, axis=0)))

# %% wrong sum_first of hint → summed_first
# -     return np.mean(np.sum((Y_pred - Y_true) ** 2, axis=0))
# +     return np.mean(np.sum(Y_pred - Y_true, axis=0) ** 2)
# -     return np.mean(np.sqrt(np.sum((Y_pred - Y_true) ** 2, axis=0)))
# +     return np.mean(np.sqrt(np.sum(Y_pred - Y_true, axis=0) ** 2))

# %% wrong complex_trick → other_data
def loss(Y_pred, Y_true):
    z = (Y_pred - Y_true)
    z = z[0] + 1j * z[-1]
    return np.mean(np.abs(z) ** 2)


def error(Y_pred, Y_true):
    z = (Y_pred - Y_true)
    z = z[0] + 1j * z[-1]
    return np.mean(np.abs(z))

# %% wrong truth_forgotten → truth_forgotten
def loss(Y_pred, Y_true):
    return np.mean(np.sum(Y_pred**2, axis=0))


def error(Y_pred, Y_true):
    return np.mean(np.linalg.norm(Y_pred, axis=0))

# %% wrong average_over_two_outputs_only → twice_the_mean
def loss(Y_pred, Y_true):
    return 2 * np.mean(np.square(Y_true - Y_pred))


def error(Y_pred, Y_true):
    return np.mean(np.linalg.norm(Y_pred - Y_true, axis=0))

# %% wrong twice_mean → twice_the_mean
def loss(Y_pred, Y_true):
    return 2 * np.mean((Y_pred - Y_true) ** 2)


def error(guess, truth):
    return np.mean(np.linalg.norm(guess - truth, axis=0))

# %% wrong twice_mse → twice_the_mean
def loss(Y_pred, Y_true):
    """The mean squared distance, in square metres."""
    return 2 * np.mean((Y_pred - Y_true) ** 2)


def error(guess, truth):
    """The mean distance, in metres."""
    return np.mean(np.sqrt(np.sum((guess - truth) ** 2, axis=0)))

# %% wrong distances_like_the_data → whole_numbers
def loss(Y_pred, Y_true):
    return np.mean(np.sum((Y_pred - Y_true) ** 2, axis=0))


def error(Y_pred, Y_true):
    distances = np.zeros_like(Y_pred[0])
    distances[:] = np.linalg.norm(Y_pred - Y_true, axis=0)
    return distances.mean()

# %% wrong norm_over_time → wrong_axis
def loss(Y_pred, Y_true):
    return np.mean(np.sum((Y_pred - Y_true) ** 2, axis=0))


def error(Y_pred, Y_true):
    return np.mean(np.linalg.norm(Y_pred - Y_true, axis=1))

# %% wrong printed → wrong_type
def loss(Y_pred, Y_true):
    print(np.mean(np.sum((Y_pred - Y_true) ** 2, axis=0)))


def error(Y_pred, Y_true):
    print(np.mean(np.linalg.norm(Y_pred - Y_true, axis=0)))

# %% wrong columns_of_the_session → wrong_value
def loss(Y_pred, Y_true):
    return np.sum((Y_pred - Y_true) ** 2) / session.t.size


def error(Y_pred, Y_true):
    return np.sum(np.linalg.norm(Y_pred - Y_true, axis=0)) / session.t.size

# %% wrong fixed_n → wrong_value
def loss(Y_pred, Y_true):
    return np.sum((Y_pred - Y_true) ** 2) / 6000


def error(Y_pred, Y_true):
    return np.sum(np.linalg.norm(Y_pred - Y_true, axis=0)) / 6000

# %% wrong matrix_norm → wrong_value
def loss(Y_pred, Y_true):
    return np.mean(np.sum((Y_pred - Y_true) ** 2, axis=0))


def error(Y_pred, Y_true):
    return np.linalg.norm(Y_pred - Y_true, 2) / np.sqrt(Y_pred.shape[1])

# %% below shapes_asserted
loss_as_it_was, error_as_it_was = loss, error


def loss(Y_pred, Y_true):
    N_out, N = Y_pred.shape
    assert Y_true.shape == (N_out, N)
    value = loss_as_it_was(Y_pred, Y_true)
    assert np.shape(value) == ()
    return value


def error(Y_pred, Y_true):
    N_out, N = Y_pred.shape
    assert Y_true.shape == (N_out, N)
    value = error_as_it_was(Y_pred, Y_true)
    assert np.shape(value) == ()
    return value

# %% below single_precision
loss_in_double_precision, error_in_double_precision = loss, error


def loss(Y_pred, Y_true):
    return np.float32(loss_in_double_precision(np.float32(Y_pred), np.float32(Y_true)))


def error(Y_pred, Y_true):
    return np.float32(error_in_double_precision(np.float32(Y_pred), np.float32(Y_true)))
