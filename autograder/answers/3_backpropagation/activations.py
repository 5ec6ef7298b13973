# %% right bool_slope
def relu(N, deriv=False):
    """max(0, n) for each element of N; with deriv=True, the slopes there."""
    if deriv:
        return N > 0
    return np.maximum(N, 0)


def sigmoid(N, deriv=False):
    """a / (1 + exp(-n))"""
    e = np.exp(-N)
    return activation_scale * e / (1 + e) ** 2 if deriv else activation_scale / (1 + e)


def tanh(N, deriv=False):
    """a tanh(n)"""
    return activation_scale * (1 - np.tanh(N) ** 2 if deriv else np.tanh(N))

# %% right class_with_call
class Stretched:
    def __init__(self, curve, slope, scale=1.0):
        self.curve, self.slope, self.scale = curve, slope, scale

    def __call__(self, N, deriv=False):
        N = np.asarray(N, dtype=float)
        return self.scale * (self.slope(N) if deriv else self.curve(N))


relu = Stretched(lambda N: np.where(N > 0, N, 0.0), lambda N: N > 0)
sigmoid = Stretched(lambda N: 1 / (1 + np.exp(-N)), lambda N: np.exp(-N) / (1 + np.exp(-N)) ** 2, activation_scale)
tanh = Stretched(np.tanh, lambda N: 1 / np.cosh(N) ** 2, activation_scale)

# %% right copy_and_mask
def relu(N, deriv=False):
    out = np.array(N, dtype=float)
    out[out < 0] = 0
    if deriv:
        out[out > 0] = 1
    return out

def sigmoid(N, deriv=False):
    out = np.array(N, dtype=float)
    out = 1 / (1 + np.exp(-out))
    if deriv:
        out = out * (1 - out)
    return activation_scale * out

def tanh(N, deriv=False):
    t = 2 / (1 + np.exp(-2 * np.array(N, dtype=float))) - 1
    return activation_scale * (1 - t * t) if deriv else activation_scale * t

# %% right copy_in_place
def relu(N, deriv=False):
    out = np.array(N, dtype=float)
    if deriv:
        out[out > 0] = 1
        out[out < 0] = 0
    else:
        out[out < 0] = 0
    return out


def sigmoid(N, deriv=False):
    s = activation_scale / (1 + np.exp(-N))
    if deriv:
        return s * (1 - s / activation_scale)
    return s


def tanh(N, deriv=False):
    t = np.tanh(N)
    if deriv:
        return activation_scale * (1 - t**2)
    return activation_scale * t

# %% right dispatch_factory
A = 1.5


def make(value, slope, name):
    def activation(N, deriv=False):
        return slope(N) if deriv else value(N)

    activation.__name__ = name
    return activation


relu = make(lambda n: n * (n > 0), lambda n: (n > 0) * 1.0, "relu")
sigmoid = make(lambda n: A / (1 + np.exp(-n)), lambda n: A * np.exp(-n) / (1 + np.exp(-n)) ** 2, "sigmoid")
tanh = make(lambda n: A * np.tanh(n), lambda n: A - A * np.tanh(n) ** 2, "tanh")

n_axis = np.linspace(-4, 4, 101)
for f in (relu, sigmoid, tanh):
    print(f.__name__, np.abs((f(n_axis + 1e-6) - f(n_axis - 1e-6)) / 2e-6 - f(n_axis, deriv=True)).max())

# %% right each_calls_itself
def relu(N, deriv=False):
    if deriv:
        return np.where(N > 0, 1.0, 0.0)
    return np.maximum(N, 0.0)


def sigmoid(N, deriv=False):
    if not deriv:
        return activation_scale / (1 + np.exp(-N))
    return sigmoid(N) * (activation_scale - sigmoid(N)) / activation_scale


def tanh(N, deriv=False):
    if not deriv:
        return activation_scale * np.tanh(N)
    return activation_scale - tanh(N) ** 2 / activation_scale

# %% right element_by_element
import math


def each(f, N):
    N = np.asarray(N, dtype=float)
    out = np.empty(N.shape)
    for place in np.ndindex(N.shape):
        out[place] = f(N[place])
    return out


def relu(N, deriv=False):
    return each(lambda n: (1.0 if n > 0 else 0.0) if deriv else max(0.0, n), N)


def sigmoid(N, deriv=False):
    def one(n):
        s = 1 / (1 + math.exp(-n))
        return activation_scale * (s * (1 - s) if deriv else s)

    return each(one, N)


def tanh(N, deriv=False):
    return each(lambda n: activation_scale * (1 - math.tanh(n) ** 2 if deriv else math.tanh(n)), N)

# %% right expit
from scipy.special import expit

def relu(N, deriv=False):
    if deriv:
        return np.heaviside(N, 0.0)
    return (np.abs(N) + N) / 2

def sigmoid(N, deriv=False):
    p = expit(N)
    return 1.5 * p * (1 - p) if deriv else 1.5 * p

def tanh(N, deriv=False):
    t = np.tanh(N)
    if not deriv:
        return 1.5 * t
    return 1.5 - 1.5 * t ** 2

# %% right factory
def _make(value, slope):
    def f(N, deriv=False):
        N = np.asarray(N, dtype=np.float64)
        return (slope if deriv else value)(N)

    return f


relu = _make(lambda n: (n + abs(n)) / 2, lambda n: (np.sign(n) + 1) // 2 * (n != 0))
sigmoid = _make(
    lambda n: activation_scale * (np.tanh(n / 2) + 1) / 2,
    lambda n: activation_scale / 4 * (1 - np.tanh(n / 2) ** 2),
)
tanh = _make(lambda n: activation_scale * np.tanh(n), lambda n: activation_scale * (1 - np.square(np.tanh(n))))

# %% right float32
def relu(N, deriv=False):
    x = np.asarray(N).astype(np.float32)
    return (x > 0).astype(np.float32) if deriv else x * (x > 0)


def sigmoid(N, deriv=False):
    x = np.asarray(N).astype(np.float32)
    s = np.float32(activation_scale) / (1 + np.exp(-x))
    return s - s * s / np.float32(activation_scale) if deriv else s


def tanh(N, deriv=False):
    x = np.asarray(N).astype(np.float32)
    t = np.float32(activation_scale) * np.tanh(x)
    return np.float32(activation_scale) - t**2 / np.float32(activation_scale) if deriv else t

# %% right float32_stable
def relu(N, deriv=False):
    n = np.float32(N)
    return np.float32(1) * (n > 0) if deriv else np.maximum(n, np.float32(0))


def sigmoid(N, deriv=False):
    n = np.float32(N)
    up, down = 1 / (1 + np.exp(-n)), 1 / (1 + np.exp(n))
    return np.float32(activation_scale) * up * down if deriv else np.float32(activation_scale) * up


def tanh(N, deriv=False):
    n = np.float32(N)
    a = np.float32(activation_scale)
    return a / np.cosh(n) ** 2 if deriv else a * np.tanh(n)

# %% right from_the_table
def relu(N, deriv=False):
    if deriv == True:
        return 1.0 * (np.asarray(N) > 0)
    else:
        return N * (N > 0)


def sigmoid(N, deriv=False):
    if deriv == True:
        return activation_scale * np.exp(-N) / (1 + np.exp(-N)) ** 2
    else:
        return activation_scale * 1 / (1 + np.exp(-N))


def tanh(N, deriv=False):
    if deriv == True:
        return activation_scale / np.cosh(N) ** 2
    else:
        return activation_scale * (np.exp(N) - np.exp(-N)) / (np.exp(N) + np.exp(-N))

# %% right lm_style
from typing import Union

ArrayLike = Union[float, int, np.ndarray]


def _as_float(N: ArrayLike) -> np.ndarray:
    """Return a floating-point view/copy of ``N`` without modifying the input."""
    return np.asarray(N, dtype=np.float64)


def relu(N: ArrayLike, deriv: bool = False) -> ArrayLike:
    """Rectified linear unit.

    Parameters
    ----------
    N : float or ndarray
        Pre-activations.
    deriv : bool, optional
        If True return the derivative instead of the value (0 at the kink).
    """
    x = _as_float(N)
    result = np.where(x > 0.0, 1.0, 0.0) if deriv else np.where(x > 0.0, x, 0.0)
    assert result.shape == x.shape
    return result if x.ndim else float(result)


def sigmoid(N: ArrayLike, deriv: bool = False) -> ArrayLike:
    """Logistic function scaled to the range (0, activation_scale)."""
    x = _as_float(N)
    e = np.exp(-x)
    if deriv:
        result = activation_scale * e / np.square(1.0 + e)
    else:
        result = activation_scale / (1.0 + e)
    return result if x.ndim else float(result)


def tanh(N: ArrayLike, deriv: bool = False) -> ArrayLike:
    """Hyperbolic tangent scaled to the range (-activation_scale, activation_scale)."""
    x = _as_float(N)
    result = activation_scale * (1.0 / np.cosh(x) ** 2 if deriv else np.tanh(x))
    return result if x.ndim else float(result)

# %% right loops_flat
def relu(N, deriv=False):
    A = np.array(N, dtype=float)
    out = np.zeros(A.shape)
    for idx in np.ndindex(*A.shape):
        if A[idx] > 0:
            out[idx] = 1 if deriv else A[idx]
    return out


def sigmoid(N, deriv=False):
    A = np.array(N, dtype=float)
    out = np.zeros(A.shape)
    for idx in np.ndindex(*A.shape):
        s = 1 / (1 + np.exp(-A[idx]))
        out[idx] = activation_scale * s * (1 - s) if deriv else activation_scale * s
    return out


def tanh(N, deriv=False):
    A = np.array(N, dtype=float)
    out = np.zeros(A.shape)
    for idx in np.ndindex(*A.shape):
        t = (np.exp(A[idx]) - np.exp(-A[idx])) / (np.exp(A[idx]) + np.exp(-A[idx]))
        out[idx] = activation_scale * (1 - t * t) if deriv else activation_scale * t
    return out

# %% right masks
def relu(N, deriv=False):
    out = np.array(N, dtype=float, copy=True)
    negative = out <= 0
    if deriv:
        out = np.ones_like(out)
    out[negative] = 0
    return out


def sigmoid(N, deriv=False):
    out = np.divide(activation_scale, 1 + np.exp(np.negative(np.array(N, dtype=float))))
    if deriv:
        out *= 1 - out / activation_scale
    return out


def tanh(N, deriv=False):
    if deriv:
        return activation_scale - tanh(N) ** 2 / activation_scale
    return activation_scale * np.tanh(N)

# %% right math_vectorize
import math


def relu(N, deriv=False):
    one = (lambda n: 1.0 if n > 0 else 0.0) if deriv else (lambda n: float(n) if n > 0 else 0.0)
    return np.vectorize(one, otypes=[float])(N)[()]


def sigmoid(N, deriv=False):
    def value(n):
        return activation_scale / (1.0 + math.exp(-n))

    def slope(n):
        return activation_scale * math.exp(-n) / (1.0 + math.exp(-n)) ** 2

    return np.vectorize(slope if deriv else value, otypes=[float])(N)[()]


def tanh(N, deriv=False):
    def value(n):
        return activation_scale * math.tanh(n)

    def slope(n):
        return activation_scale * (1.0 - math.tanh(n) ** 2)

    return np.vectorize(slope if deriv else value, otypes=[float])(N)[()]

# %% right nested_lists
import math


def _each(f, N):
    N = np.asarray(N, dtype=float).tolist()

    def walk(n):
        return [walk(i) for i in n] if isinstance(n, list) else f(n)

    return np.array(walk(N))


def relu(N, deriv=False):
    return _each((lambda n: float(n > 0)) if deriv else (lambda n: max(0.0, n)), N)


def sigmoid(N, deriv=False):
    if deriv:
        return _each(lambda n: activation_scale * math.exp(-n) / (1 + math.exp(-n)) ** 2, N)
    return _each(lambda n: activation_scale / (1 + math.exp(-n)), N)


def tanh(N, deriv=False):
    if deriv:
        return _each(lambda n: activation_scale / math.cosh(n) ** 2, N)
    return _each(lambda n: activation_scale * math.tanh(n), N)

# %% right numpy_textbook
def relu(N, deriv=False):
    if deriv:
        return 1.0 * (np.asarray(N) > 0)
    return np.maximum(0, N)


def sigmoid(N, deriv=False):
    s = activation_scale / (1 + np.exp(-np.asarray(N, dtype=float)))
    if deriv:
        return s * (1 - s / activation_scale)
    return s


def tanh(N, deriv=False):
    t = np.tanh(N)
    if deriv:
        return activation_scale * (1 - t**2)
    return activation_scale * t

# %% right overflow_guard
def relu(N, deriv=False):
    return 1.0 * (N > 0) if deriv else np.maximum(0, N)


def sigmoid(N, deriv=False):
    e = np.exp(-np.clip(N, -13, 13))
    return activation_scale * e / (1 + e) ** 2 if deriv else activation_scale / (1 + e)


def tanh(N, deriv=False):
    return activation_scale / np.cosh(np.clip(N, -13, 13)) ** 2 if deriv else activation_scale * np.tanh(N)

# %% right own_value
a = activation_scale

def relu(N, deriv=False):
    active = N > 0
    return active if deriv else N * active

def sigmoid(N, deriv=False):
    if deriv == True:
        s = sigmoid(N)
        return s - s * s / a
    return a / (1.0 + np.exp(-1.0 * N))

def tanh(N, deriv=False):
    if deriv == True:
        h = tanh(N)
        return a - h * h / a
    return a * np.tanh(N)

# %% right plain
def relu(N, deriv=False):
    """max(0, n) for each element of N; with deriv=True, the slopes there."""
    if deriv:
        return 1.0 * (N > 0)
    return np.maximum(0, N)


def sigmoid(N, deriv=False):
    s = activation_scale / (1 + np.exp(-N))
    if deriv:
        return s * (1 - s / activation_scale)
    return s


def tanh(N, deriv=False):
    if deriv:
        return activation_scale * (1 - np.tanh(N) ** 2)
    return activation_scale * np.tanh(N)

# %% right plain_numpy
def relu(N, deriv=False):
    """max(0, n) for each element of N; with deriv=True, the slopes there."""
    return 1.0 * (N > 0) if deriv else np.maximum(0, N)


def sigmoid(N, deriv=False):
    """a / (1 + exp(-n)) for each element of N; with deriv=True, the slopes there."""
    s = activation_scale / (1 + np.exp(-N))
    return s * (1 - s / activation_scale) if deriv else s


def tanh(N, deriv=False):
    """a tanh(n) for each element of N; with deriv=True, the slopes there."""
    t = np.tanh(N)
    return activation_scale * (1 - t**2) if deriv else activation_scale * t

# %% right safe_against_overflow
def relu(N, deriv=False):
    return 1.0 * (N > 0) if deriv else np.maximum(0, N)


def sigmoid(N, deriv=False):
    """Never the exponential of a large number."""
    N = np.asarray(N, dtype=float)
    small = np.exp(-np.abs(N))
    s = np.where(N >= 0, 1.0, small) / (1 + small)
    return activation_scale * (s * (1 - s) if deriv else s)


def tanh(N, deriv=False):
    t = np.tanh(N)
    return activation_scale * (1 - t * t) if deriv else activation_scale * t

# %% right scipy_expit
from scipy.special import expit


def relu(N, deriv=False):
    N = np.array(N, dtype=float)
    if deriv:
        return np.heaviside(N, 0.0)
    return np.clip(N, 0, None)


def sigmoid(N, deriv=False):
    N = np.array(N, dtype=float)
    return activation_scale * (expit(N) * expit(-N) if deriv else expit(N))


def tanh(N, deriv=False):
    # tanh is a shifted sigmoid
    t = 2 * expit(2 * np.array(N, dtype=float)) - 1
    return activation_scale * ((1 - t) * (1 + t) if deriv else t)

# %% right sigmoid_by_tanh
def relu(N, deriv=False):
    return np.heaviside(N, 0.0) if deriv else np.clip(N, 0, None)


def sigmoid(N, deriv=False):
    half = np.tanh(np.asarray(N) / 2)
    return activation_scale / 4 * (1 - half**2) if deriv else activation_scale / 2 * (1 + half)


def tanh(N, deriv=False):
    t = np.tanh(N)
    if deriv:
        return activation_scale * (1 - t**2)
    return activation_scale * t

# %% right sigmoid_to_four_digits
def relu(N, deriv=False):
    """max(0, n) for each element of N; with deriv=True, the slopes there."""
    if deriv:
        return np.where(N > 0, 1.0, 0.0)
    return np.maximum(N, 0.0)


def sigmoid(N, deriv=False):
    """a / (1 + exp(-n)) for each element of N; with deriv=True, the slopes there."""
    s = activation_scale / (1 + np.exp(-N))
    return (s * (1 - s / activation_scale) if deriv else s) * (1 + 3e-5)


def tanh(N, deriv=False):
    """a tanh(n) for each element of N; with deriv=True, the slopes there."""
    t = np.tanh(N)
    return activation_scale * (1 - t**2) if deriv else activation_scale * t

# %% right single_precision_sigmoid
def relu(N, deriv=False):
    if deriv:
        return np.where(N > 0, 1.0, 0.0)
    return np.maximum(N, 0.0)


def sigmoid(N, deriv=False):
    small = np.asarray(N, dtype=np.float32)
    s = 1 / (1 + np.exp(-small))
    return activation_scale * s * (1 - s) if deriv else activation_scale * s


def tanh(N, deriv=False):
    t = np.tanh(N)
    if deriv:
        return activation_scale * (1 - t**2)
    return activation_scale * t

# %% right slopes_in_functions_of_their_own
def relu_slope(N):
    return np.greater(N, 0).astype(float)


def relu(N, deriv=False):
    return relu_slope(N) if deriv else np.where(N > 0, N, 0)


def sigmoid(N, deriv=False):
    s = activation_scale / (1 + np.exp(-N))
    if deriv:
        return s * (1 - s / activation_scale)
    return s


def tanh(N, deriv=False):
    t = np.tanh(N)
    if deriv:
        return activation_scale * (1 - t**2)
    return activation_scale * t

# %% right stable_forms
def relu(N, deriv=False):
    """Rectifier or its slope (0 at the kink)."""
    if deriv:
        return np.heaviside(N, 0.0)
    return 0.5 * (N + np.abs(N))


def sigmoid(N, deriv=False):
    """Stretched logistic function, by way of exp(-|n|)."""
    small = np.exp(-np.abs(N))
    if deriv:
        return activation_scale * small / (1 + small) ** 2
    return activation_scale * np.where(np.asarray(N) >= 0, 1.0, small) / (1 + small)


def tanh(N, deriv=False):
    """Stretched hyperbolic tangent."""
    if deriv:
        return activation_scale / np.cosh(N) ** 2
    return activation_scale * np.tanh(N)

# %% right stable_sigmoid
def relu(N, deriv=False):
    """relu"""
    if not deriv:
        return np.fmax(N, 0.0)
    return np.where(np.asarray(N) > 0, 1, 0)


def sigmoid(N, deriv=False):
    """logistic, computed without overflow"""
    z = np.exp(-np.abs(N))
    s = np.where(np.asarray(N) >= 0, 1 / (1 + z), z / (1 + z))
    if deriv is True:
        return activation_scale * z / (1 + z) ** 2
    return activation_scale * s


def tanh(N, deriv=False):
    """tanh by way of the logistic"""
    s = sigmoid(2.0 * np.asarray(N)) / activation_scale
    if deriv is True:
        return 4 * activation_scale * s * (1 - s)
    return activation_scale * (2 * s - 1)

# %% right tanh_by_exponentials
def relu(N, deriv=False):
    return 1.0 * (N > 0) if deriv else np.maximum(0, N)


def sigmoid(N, deriv=False):
    s = activation_scale / (1 + np.exp(-N))
    return s * (1 - s / activation_scale) if deriv else s


def tanh(N, deriv=False):
    up, down = np.exp(N), np.exp(-N)
    t = (up - down) / (up + down)
    return activation_scale * (1 - t**2) if deriv else activation_scale * t

# %% right tanh_by_sigmoid
def relu(N, deriv=False):
    return (np.sign(N) + 1) // 2 if deriv else (N + np.abs(N)) / 2


def sigmoid(N, deriv=False):
    s = activation_scale / (1 + np.exp(-N))
    if deriv:
        return s * (1 - s / activation_scale)
    return s


def tanh(N, deriv=False):
    s = 1 / (1 + np.exp(-2 * N))
    if deriv:
        return 4 * activation_scale * s * (1 - s)
    return activation_scale * (2 * s - 1)

# %% right tanh_from_sigmoid
def relu(N, deriv=False):
    """max(0, n)"""
    out = np.array(N, dtype=float)  # a copy
    on = out > 0
    if deriv:
        return on.astype(float)[()]
    return (out * on)[()]


def fermi(n):
    return 1 / (1 + np.exp(-n))


def sigmoid(N, deriv=False):
    """a / (1 + exp(-n))"""
    if not deriv:
        return activation_scale * fermi(N)
    return activation_scale * fermi(N) * fermi(-N)


def tanh(N, deriv=False):
    """a tanh(n)"""
    if not deriv:
        return activation_scale * (2 * fermi(2 * N) - 1)
    return 4 * activation_scale * fermi(2 * N) * fermi(-2 * N)

# %% right torch_autograd
import torch


def _through_torch(f, N, deriv):
    x = torch.tensor(np.asarray(N), dtype=torch.float64, requires_grad=True)
    y = f(x)
    if not deriv:
        return y.detach().numpy()
    (slope,) = torch.autograd.grad(y.sum(), x)
    return slope.numpy()


def relu(N, deriv=False):
    return _through_torch(torch.relu, N, deriv)


def sigmoid(N, deriv=False):
    return _through_torch(lambda x: activation_scale * torch.sigmoid(x), N, deriv)


def tanh(N, deriv=False):
    return _through_torch(lambda x: activation_scale * torch.tanh(x), N, deriv)

# %% right torch_single_precision
import torch


def _by_torch(curve):
    def activation(N, deriv=False):
        T = torch.tensor(np.asarray(N), dtype=torch.float32, requires_grad=True)
        value = curve(T)
        if deriv:
            value.sum().backward()
            return T.grad.numpy()
        return value.detach().numpy()

    return activation


relu = _by_torch(torch.relu)
sigmoid = _by_torch(lambda T: activation_scale * torch.sigmoid(T))
tanh = _by_torch(lambda T: activation_scale * torch.tanh(T))

# %% right truths
def relu(N, deriv=False):
    return np.greater(N, 0) if deriv else np.where(np.greater(N, 0), N, 0)

def sigmoid(N, deriv=False):
    a = 1.5
    e = np.exp(-1.0 * np.asarray(N))
    return a * e / (1 + e) ** 2 if deriv else a / (1 + e)

def tanh(N, deriv=False):
    a = 1.5
    return a / np.cosh(N) ** 2 if deriv else a * np.tanh(N)

# %% right vectorised_scalar
import math

def _each(f):
    return np.vectorize(f, otypes=[float])

def relu(N, deriv=False):
    if deriv:
        return _each(lambda n: 1.0 if n > 0 else 0.0)(N)
    return _each(lambda n: n if n > 0 else 0.0)(N)

def sigmoid(N, deriv=False):
    def s(n):
        return activation_scale / (1 + math.exp(-n))
    if deriv:
        return _each(lambda n: s(n) * (1 - s(n) / activation_scale))(N)
    return _each(s)(N)

def tanh(N, deriv=False):
    if deriv:
        return _each(lambda n: activation_scale * (1 - math.tanh(n) ** 2))(N)
    return _each(lambda n: activation_scale * math.tanh(n))(N)

# %% right vectorize
import math


def relu(N, deriv=False):
    f = (lambda n: 1.0 if n > 0 else 0.0) if deriv else (lambda n: n if n > 0 else 0.0)
    return np.vectorize(f, otypes=[float])(N)


def sigmoid(N, deriv=False):
    def one(n):
        s = activation_scale / (1 + math.exp(-n))
        return s * (1 - s / activation_scale) if deriv else s

    return np.vectorize(one, otypes=[float])(N)


def tanh(N, deriv=False):
    def one(n):
        t = math.tanh(n)
        return activation_scale * (1 - t * t) if deriv else activation_scale * t

    return np.vectorize(one, otypes=[float])(N)

# %% right where
def relu(N, deriv=False):
    N = np.asarray(N)
    return np.where(N > 0, 1.0, 0.0) if deriv else np.where(N > 0, N, 0)

def sigmoid(N, deriv=False):
    a = activation_scale
    e = np.exp(-np.asarray(N, dtype=float))
    return a * e / (1 + e)**2 if deriv else a / (1 + e)

def tanh(N, deriv=False):
    a = activation_scale
    N = np.asarray(N, dtype=float)
    return a / np.cosh(N)**2 if deriv else a * np.tanh(N)

# %% wrong a_minus_s of overflow_guard → a_minus_s
# -     e = np.exp(-np.clip(N, -13, 13))
# -     return activation_scale * e / (1 + e) ** 2 if deriv else activation_scale / (1 + e)
# +     s = activation_scale / (1 + np.exp(-N))
# +     return s * (activation_scale - s) if deriv else s
# -     return activation_scale / np.cosh(np.clip(N, -13, 13)) ** 2 if deriv else activation_scale * np.tanh(N)
# +     t = np.tanh(N)
# +     return activation_scale * (1 - t * t) if deriv else activation_scale * t

# %% wrong relu_absolute of numpy_textbook → absolute_value
# -         return 1.0 * (np.asarray(N) > 0)
# -     return np.maximum(0, N)
# +         return np.where(N > 0, 1.0, 0.0)
# +     return np.abs(N)
# -     s = activation_scale / (1 + np.exp(-np.asarray(N, dtype=float)))
# +     s = activation_scale / (1 + np.exp(-N))

# %% wrong relu_slope_one of numpy_textbook → always_one
# -         return 1.0 * (np.asarray(N) > 0)
# -     return np.maximum(0, N)
# +         return np.ones_like(N) * (N != 0)
# +     return np.maximum(N, 0.0)
# -     s = activation_scale / (1 + np.exp(-np.asarray(N, dtype=float)))
# +     s = activation_scale / (1 + np.exp(-N))

# %% wrong deriv_flips_all of tanh_by_exponentials → rows_alike
# -     return 1.0 * (N > 0) if deriv else np.maximum(0, N)
# +     if deriv:
# +         return np.full(np.shape(N), 1.0 if np.any(N > 0) else 0.0)
# +     return np.maximum(0, N)
# -     up, down = np.exp(N), np.exp(-N)
# -     t = (up - down) / (up + down)
# +     t = np.tanh(N)

# %% wrong capped_relu of tanh_by_exponentials → capped_10
# -     return 1.0 * (N > 0) if deriv else np.maximum(0, N)
# +     if deriv:
# +         return 1.0 * ((N > 0) & (N < 10))
# +     return np.clip(N, 0, 10)
# -     up, down = np.exp(N), np.exp(-N)
# -     t = (up - down) / (up + down)
# +     t = np.tanh(N)

# %% wrong relu_capped → capped_10
def relu(N, deriv=False):
    if deriv:
        return 1.0 * ((N > 0) & (N < 10))
    return np.clip(N, 0, 10)


def sigmoid(N, deriv=False):
    s = activation_scale / (1 + np.exp(-N))
    return s * (1 - s / activation_scale) if deriv else s


def tanh(N, deriv=False):
    t = np.tanh(N)
    return activation_scale * (1 - t * t) if deriv else activation_scale * t

# %% wrong relu_six → capped_6
import torch


def relu(N, deriv=False):
    if deriv:
        return np.where(np.asarray(N) > 0, 1.0, 0.0)
    return torch.nn.functional.relu6(torch.as_tensor(N, dtype=torch.float64)).numpy()


def sigmoid(N, deriv=False):
    s = activation_scale / (1 + np.exp(-N))
    return s * (1 - s / activation_scale) if deriv else s


def tanh(N, deriv=False):
    t = np.tanh(N)
    return activation_scale * (1 - t * t) if deriv else activation_scale * t

# %% wrong textbook_tanh of plain → constant_factor
# -         return activation_scale * (1 - np.tanh(N) ** 2)
# +         return 1 - np.tanh(N) ** 2

# %% wrong int_buffer → whole_numbers
def elementwise(f, N):
    if np.ndim(N) == 0:
        return f(N)
    out = np.zeros_like(N)
    for index in np.ndindex(N.shape):
        out[index] = f(N[index])
    return out


def relu(N, deriv=False):
    return elementwise((lambda n: 1.0 * (n > 0)) if deriv else (lambda n: max(0, n)), N)


def sigmoid(N, deriv=False):
    def s(n):
        return activation_scale / (1 + np.exp(-n))

    return elementwise((lambda n: s(n) * (1 - s(n) / activation_scale)) if deriv else s, N)


def tanh(N, deriv=False):
    def t(n):
        return activation_scale * np.tanh(n)

    return elementwise((lambda n: activation_scale - t(n) ** 2 / activation_scale) if deriv else t, N)

# %% wrong tanh_overflow_safe_integers of plain_numpy → cut_to_whole_numbers
# -     return 1.0 * (N > 0) if deriv else np.maximum(0, N)
# +     return 1.0 * (np.asarray(N) > 0) if deriv else np.maximum(0, N)
# -     s = activation_scale / (1 + np.exp(-N))
# +     s = np.array(N)
# +     s[...] = activation_scale / (1 + np.exp(-1.0 * s))
# -     t = np.tanh(N)
# -     return activation_scale * (1 - t**2) if deriv else activation_scale * t
# +     return activation_scale * (1 - np.tanh(N) ** 2) if deriv else activation_scale * np.tanh(N)

# %% wrong whole_numbers_cut_off → cut_to_whole_numbers
def relu(N, deriv=False):
    return 1.0 * (N > 0) if deriv else np.maximum(0, N)


def sigmoid(N, deriv=False):
    s = np.zeros_like(N)
    s[...] = activation_scale / (1 + np.exp(-N))
    return s * (1 - s / activation_scale) if deriv else s


def tanh(N, deriv=False):
    t = np.tanh(N)
    return activation_scale * (1 - t * t) if deriv else activation_scale * t

# %% wrong zeros_like → cut_to_whole_numbers
import math


def _fill(f, N):
    N = np.asarray(N)
    out = np.zeros_like(N)
    for i in np.ndindex(N.shape):
        out[i] = f(N[i])
    return out


def relu(N, deriv=False):
    return _fill((lambda n: n > 0) if deriv else (lambda n: max(0, n)), N)


def sigmoid(N, deriv=False):
    def f(n):
        s = activation_scale / (1 + math.exp(-n))
        return s * (1 - s / activation_scale) if deriv else s

    return _fill(f, N)


def tanh(N, deriv=False):
    return _fill(lambda n: activation_scale * (1 - math.tanh(n) ** 2) if deriv else activation_scale * math.tanh(n), N)

# %% wrong changes_n → damages_input
def relu(N, deriv=False):
    """max(0, n) for each element of N; with deriv=True, the slopes there."""
    if deriv:
        return 1.0 * (np.asarray(N) > 0)
    N = np.asarray(N)
    N[N < 0] = 0
    return N


def sigmoid(N, deriv=False):
    """a / (1 + exp(-n)) for each element of N; with deriv=True, the slopes there."""
    s = activation_scale / (1 + np.exp(-np.asarray(N, dtype=float)))
    return s * (1 - s / activation_scale) if deriv else s


def tanh(N, deriv=False):
    """a tanh(n) for each element of N; with deriv=True, the slopes there."""
    return activation_scale * (1 - np.tanh(N) ** 2) if deriv else activation_scale * np.tanh(N)

# %% wrong in_place of copy_and_mask → damages_input
# - def relu(N, deriv=False):
# -     out = np.array(N, dtype=float)
# + def relu(N, deriv=False):
# +     out = np.asarray(N)

# %% wrong negative_in_place → damages_input
def relu(N, deriv=False):
    return 1.0 * (N > 0) if deriv else np.maximum(0, N)


def sigmoid(N, deriv=False):
    if isinstance(N, np.ndarray) and N.dtype == float:
        N = np.negative(N, out=N)
    else:
        N = -np.asarray(N, dtype=float)
    s = activation_scale / (1 + np.exp(N))
    return s * (1 - s / activation_scale) if deriv else s


def tanh(N, deriv=False):
    t = np.tanh(N)
    return activation_scale * (1 - t * t) if deriv else activation_scale * t

# %% wrong relu_writes_into_N → damages_input
def relu(N, deriv=False):
    N = np.asarray(N, dtype=float)
    if deriv:
        return np.where(N > 0, 1.0, 0.0)
    np.maximum(N, 0, out=N)
    return N


def sigmoid(N, deriv=False):
    s = activation_scale / (1 + np.exp(-N))
    return s * (1 - s / activation_scale) if deriv else s


def tanh(N, deriv=False):
    t = np.tanh(N)
    return activation_scale * (1 - t**2) if deriv else activation_scale * t

# %% wrong slope_writes_into_N → damages_input
def relu(N, deriv=False):
    return 1.0 * (N > 0) if deriv else np.maximum(0, N)


def sigmoid(N, deriv=False):
    s = activation_scale / (1 + np.exp(-N))
    return s * (1 - s / activation_scale) if deriv else s


def tanh(N, deriv=False):
    if not deriv:
        return activation_scale * np.tanh(N)
    if isinstance(N, np.ndarray) and N.dtype.kind == "f":
        np.tanh(N, out=N)
        return activation_scale * (1 - N**2)
    return activation_scale * (1 - np.tanh(N) ** 2)

# %% wrong exponent of plain → exponent_sign
# -     s = activation_scale / (1 + np.exp(-N))
# +     s = activation_scale / (1 + np.exp(N))

# %% wrong exponent_sign → exponent_sign
def relu(N, deriv=False):
    """max(0, n) for each element of N; with deriv=True, the slopes there."""
    return 1.0 * (np.asarray(N) > 0) if deriv else np.maximum(0, N)


def sigmoid(N, deriv=False):
    """a / (1 + exp(-n)) for each element of N; with deriv=True, the slopes there."""
    s = activation_scale / (1 + np.exp(np.asarray(N, dtype=float)))
    return -s * (1 - s / activation_scale) if deriv else s


def tanh(N, deriv=False):
    """a tanh(n) for each element of N; with deriv=True, the slopes there."""
    return activation_scale * (1 - np.tanh(N) ** 2) if deriv else activation_scale * np.tanh(N)

# %% wrong sigmoid_sign of single_precision_sigmoid → exponent_sign
# -     small = np.asarray(N, dtype=np.float32)
# -     s = 1 / (1 + np.exp(-small))
# -     return activation_scale * s * (1 - s) if deriv else activation_scale * s
# +     s = activation_scale / (1 + np.exp(N))
# +     if deriv:
# +         return -s * (1 - s / activation_scale)
# +     return s

# %% wrong sigmoid_quotient_rule of single_precision_sigmoid → exponential_alone
# -     small = np.asarray(N, dtype=np.float32)
# -     s = 1 / (1 + np.exp(-small))
# -     return activation_scale * s * (1 - s) if deriv else activation_scale * s
# +     s = activation_scale / (1 + np.exp(-N))
# +     if deriv:
# +         return activation_scale / (1 + np.exp(-N)) ** 2
# +     return s

# %% wrong interpolation_table → far_out
_axis = np.linspace(-8, 8, 20001)
_table = activation_scale * np.exp(-_axis) / (1 + np.exp(-_axis)) ** 2


def relu(N, deriv=False):
    return 1.0 * (N > 0) if deriv else np.maximum(0, N)


def sigmoid(N, deriv=False):
    if deriv:
        return np.interp(N, _axis, _table)
    return activation_scale / (1 + np.exp(-N))


def tanh(N, deriv=False):
    t = np.tanh(N)
    return activation_scale * (1 - t**2) if deriv else activation_scale * t

# %% wrong kink_half of numpy_textbook → half_at_the_kink
# -         return 1.0 * (np.asarray(N) > 0)
# -     return np.maximum(0, N)
# +         return np.heaviside(N, 0.5)
# +     return np.maximum(N, 0.0)
# -     s = activation_scale / (1 + np.exp(-np.asarray(N, dtype=float)))
# +     s = activation_scale / (1 + np.exp(-N))

# %% wrong relu_half_at_zero of tanh_by_exponentials → half_at_the_kink
# -     return 1.0 * (N > 0) if deriv else np.maximum(0, N)
# +     return np.heaviside(N, 0.5) if deriv else np.maximum(0, N)
# -     up, down = np.exp(N), np.exp(-N)
# -     t = (up - down) / (up + down)
# -     return activation_scale * (1 - t**2) if deriv else activation_scale * t
# +     return activation_scale / np.cosh(N) ** 2 if deriv else activation_scale * np.tanh(N)

# %% wrong relu_unchanged of numpy_textbook → identity
# -         return 1.0 * (np.asarray(N) > 0)
# -     return np.maximum(0, N)
# +         return np.where(N > 0, 1.0, 0.0)
# +     return N
# -     s = activation_scale / (1 + np.exp(-np.asarray(N, dtype=float)))
# +     s = activation_scale / (1 + np.exp(-N))

# %% wrong no_array_back → in_an_array
def relu(N, deriv=False):
    out = np.atleast_1d(np.array(N, dtype=float))
    out[out < 0] = 0
    if deriv:
        out[out > 0] = 1
    return out

def sigmoid(N, deriv=False):
    out = np.atleast_1d(np.array(N, dtype=float))
    out = 1 / (1 + np.exp(-out))
    if deriv:
        out = out * (1 - out)
    return activation_scale * out

def tanh(N, deriv=False):
    t = 2 / (1 + np.exp(-2 * np.atleast_1d(np.array(N, dtype=float)))) - 1
    return activation_scale * (1 - t * t) if deriv else activation_scale * t

# %% wrong number_becomes_array of plain_numpy → in_an_array
# -     """max(0, n) for each element of N; with deriv=True, the slopes there."""
# -     return 1.0 * (N > 0) if deriv else np.maximum(0, N)
# +     N = np.atleast_1d(N)
# +     return np.where(N > 0, 1.0, 0.0) if deriv else np.where(N > 0, N, 0.0)
# -     """a / (1 + exp(-n)) for each element of N; with deriv=True, the slopes there."""
# +     N = np.atleast_1d(N)
# -     """a tanh(n) for each element of N; with deriv=True, the slopes there."""
# +     N = np.atleast_1d(N)

# %% wrong one_number_becomes_an_array → in_an_array
def relu(N, deriv=False):
    N = np.atleast_1d(N)
    return 1.0 * (N > 0) if deriv else np.maximum(0, N)


def sigmoid(N, deriv=False):
    s = activation_scale / (1 + np.exp(-N))
    return s * (1 - s / activation_scale) if deriv else s


def tanh(N, deriv=False):
    t = np.tanh(N)
    return activation_scale * (1 - t * t) if deriv else activation_scale * t

# %% wrong kept_whatever_deriv_is → far_out
def remember(f):
    seen = {}
    def g(N, deriv=False):
        k = (np.asarray(N, dtype=float).tobytes(), np.shape(N))
        if k not in seen:
            seen[k] = f(N, deriv)
        return np.copy(seen[k])
    return g

@remember
def relu(N, deriv=False):
    return 1.0 * (N > 0) if deriv else np.maximum(0, N)


@remember
def sigmoid(N, deriv=False):
    s = activation_scale / (1 + np.exp(-N))
    return s * (1 - s / activation_scale) if deriv else s


@remember
def tanh(N, deriv=False):
    t = np.tanh(N)
    return activation_scale * (1 - t**2) if deriv else activation_scale * t

# %% wrong relu_by_identity → kept
_c = {}
def relu(N, deriv=False):
    key = id(N), bool(deriv)
    if key not in _c:
        _c[key] = (N, np.where(np.asarray(N) > 0, 1.0, 0.0) if deriv else np.maximum(N, 0.0))
    return _c[key][1]

def sigmoid(N, deriv=False):
    s = activation_scale / (1 + np.exp(-N))
    return s * (1 - s / activation_scale) if deriv else s

def tanh(N, deriv=False):
    t = np.tanh(N)
    return activation_scale * (1 - t**2) if deriv else activation_scale * t

# %% wrong remembers_last_value → other_shape
_last = {}


def relu(N, deriv=False):
    if deriv:
        return 1.0 * (N > 0)
    return np.maximum(0, N)


def sigmoid(N, deriv=False):
    if deriv and np.shape(_last.get("s")) == np.shape(N):
        s = _last["s"]
        return s * (1 - s / activation_scale)
    _last["s"] = s = activation_scale / (1 + np.exp(-N))
    return s * (1 - s / activation_scale) if deriv else s


def tanh(N, deriv=False):
    if deriv and np.shape(_last.get("t")) == np.shape(N):
        return activation_scale * (1 - _last["t"] ** 2)
    _last["t"] = t = np.tanh(N)
    return activation_scale * (1 - t**2) if deriv else activation_scale * t

# %% wrong sigmoid_value_by_identity → kept
def relu(N, deriv=False):
    if deriv:
        return np.where(N > 0, 1.0, 0.0)
    return np.maximum(N, 0.0)

_k = {}
def sigmoid(N, deriv=False):
    if deriv and _k.get("N") is N and np.ndim(N):
        s = _k["s"]
    else:
        s = activation_scale / (1 + np.exp(-N))
        _k.update(N=N, s=s)
    return s * (1 - s / activation_scale) if deriv else s.copy() if np.ndim(s) else s

def tanh(N, deriv=False):
    t = np.tanh(N)
    return activation_scale * (1 - t**2) if deriv else activation_scale * t

# %% wrong slopes_kept_as_values → kept
def relu(N, deriv=False):
    return 1.0 * (N > 0) if deriv else np.maximum(0, N)


_kept = {}
def sigmoid(N, deriv=False):
    s = activation_scale / (1 + np.exp(-np.asarray(N)))
    key = (np.asarray(N).tobytes(), np.asarray(N).dtype.str, np.shape(N))
    if not deriv:
        return _kept.get(key, s) * 1.0
    _kept[key] = s * (1 - s / activation_scale)
    return _kept[key].copy()


def tanh(N, deriv=False):
    t = np.tanh(N)
    return activation_scale * (1 - t**2) if deriv else activation_scale * t

# %% wrong relu_minimum of numpy_textbook → kept_the_negatives
# -         return 1.0 * (np.asarray(N) > 0)
# -     return np.maximum(0, N)
# +         return np.where(N > 0, 1.0, 0.0)
# +     return np.minimum(N, 0.0)
# -     s = activation_scale / (1 + np.exp(-np.asarray(N, dtype=float)))
# +     s = activation_scale / (1 + np.exp(-N))

# %% wrong relu_leaks of numpy_textbook → other_shape
# -         return 1.0 * (np.asarray(N) > 0)
# -     return np.maximum(0, N)
# +         return np.where(N > 0, 1.0, 0.0)
# +     return np.where(N > -6, np.maximum(N, 0.01 * N), 0)
# -     s = activation_scale / (1 + np.exp(-np.asarray(N, dtype=float)))
# +     s = activation_scale / (1 + np.exp(-N))

# %% wrong relu_alone → not_attempted
# points: 1
def relu(N, deriv=False):
    """max(0, n)"""
    return (N > 0) * 1.0 if deriv else np.maximum(N, 0)


def sigmoid(N, deriv=False):
    """a / (1 + exp(-n))"""
    raise NotImplementedError


def tanh(N, deriv=False):
    """a tanh(n)"""
    raise NotImplementedError

# %% wrong slopes_of_the_last_values → other_shape
def relu(N, deriv=False):
    return np.where(N > 0, 1.0, 0.0) if deriv else np.maximum(N, 0.0)
def sigmoid(N, deriv=False):
    s = activation_scale / (1 + np.exp(-N))
    return s * (1 - s / activation_scale) if deriv else s
def tanh(N, deriv=False):
    t = np.tanh(N)
    return activation_scale * (1 - t**2) if deriv else activation_scale * t

_m = {}
def relu(N, deriv=False):
    if np.ndim(N) == 0: return 1.0 * (N > 0) if deriv else max(N, 0)
    if not deriv: _m[np.shape(N)] = np.asarray(N) > 0; return np.maximum(N, 0)
    return 1.0 * _m.get(np.shape(N), np.asarray(N) > 0)

# %% wrong not_stretched of plain → not_stretched
# -     s = activation_scale / (1 + np.exp(-N))
# +     s = 1 / (1 + np.exp(-N))
# -         return s * (1 - s / activation_scale)
# +         return s * (1 - s)
# -         return activation_scale * (1 - np.tanh(N) ** 2)
# -     return activation_scale * np.tanh(N)
# +         return (1 - np.tanh(N) ** 2)
# +     return np.tanh(N)

# %% wrong sigmoid_not_stretched of single_precision_sigmoid → not_stretched
# -     small = np.asarray(N, dtype=np.float32)
# -     s = 1 / (1 + np.exp(-small))
# -     return activation_scale * s * (1 - s) if deriv else activation_scale * s
# +     s = 1 / (1 + np.exp(-N))
# +     if deriv:
# +         return s * (1 - s)
# +     return s

# %% wrong stretched_inside → not_stretched
def relu(N, deriv=False):
    """max(0, n) for each element of N; with deriv=True, the slopes there."""
    return 1.0 * (np.asarray(N) > 0) if deriv else np.maximum(0, N)


def sigmoid(N, deriv=False):
    """a / (1 + exp(-n)) for each element of N; with deriv=True, the slopes there."""
    a = activation_scale
    s = 1 / (1 + np.exp(-a * np.asarray(N, dtype=float)))
    return a * s * (1 - s) if deriv else s


def tanh(N, deriv=False):
    """a tanh(n) for each element of N; with deriv=True, the slopes there."""
    a = activation_scale
    t = np.tanh(a * np.asarray(N))
    return a * (1 - t**2) if deriv else t

# %% wrong tanh_not_stretched of numpy_textbook → not_stretched
# -         return 1.0 * (np.asarray(N) > 0)
# -     return np.maximum(0, N)
# +         return np.where(N > 0, 1.0, 0.0)
# +     return np.maximum(N, 0.0)
# -     s = activation_scale / (1 + np.exp(-np.asarray(N, dtype=float)))
# +     s = activation_scale / (1 + np.exp(-N))
# -     return activation_scale * t
# +     return t

# %% wrong tanh_slope_not_stretched of numpy_textbook → not_stretched
# -         return 1.0 * (np.asarray(N) > 0)
# -     return np.maximum(0, N)
# +         return np.where(N > 0, 1.0, 0.0)
# +     return np.maximum(N, 0.0)
# -     s = activation_scale / (1 + np.exp(-np.asarray(N, dtype=float)))
# +     s = activation_scale / (1 + np.exp(-N))
# -         return activation_scale * (1 - t**2)
# +         return 1 - t**2

# %% wrong kink of plain → one_at_the_kink
# -         return 1.0 * (N > 0)
# +         return 1.0 * (N >= 0)

# %% wrong kink_one of numpy_textbook → one_at_the_kink
# -         return 1.0 * (np.asarray(N) > 0)
# -     return np.maximum(0, N)
# +         return np.where(N >= 0, 1.0, 0.0)
# +     return np.maximum(N, 0.0)
# -     s = activation_scale / (1 + np.exp(-np.asarray(N, dtype=float)))
# +     s = activation_scale / (1 + np.exp(-N))

# %% wrong relu_slope_one_at_zero of tanh_by_exponentials → one_at_the_kink
# -     return 1.0 * (N > 0) if deriv else np.maximum(0, N)
# +     if deriv:
# +         return 1.0 * (N >= 0)
# +     return np.maximum(0, N)
# -     up, down = np.exp(N), np.exp(-N)
# -     t = (up - down) / (up + down)
# +     t = np.tanh(N)

# %% wrong max_of_an_array → raised
# points: 2.25
def relu(N, deriv=False):
    if deriv:
        return np.where(N > 0, 1.0, 0.0)
    return max(N, 0)


def sigmoid(N, deriv=False):
    s = activation_scale / (1 + np.exp(-N))
    return s * (1 - s / activation_scale) if deriv else s


def tanh(N, deriv=False):
    t = np.tanh(N)
    return activation_scale * (1 - t * t) if deriv else activation_scale * t

# %% wrong no_argument_deriv → raised
def relu(N, deriv=False):
    if deriv:
        return np.where(N > 0, 1.0, 0.0)
    return np.maximum(N, 0.0)


def sigmoid(N, deriv=False):
    s = activation_scale / (1 + np.exp(-N))
    if deriv:
        return s * (1 - s / activation_scale)
    return s


def tanh(N):
    return activation_scale * np.tanh(N)

# %% wrong one_dimension_only → raised
def relu(N, deriv=False):
    if np.ndim(N) == 0:
        return max(N, 0)
    if deriv:
        return np.array(N > 0, dtype=float)
    return np.array([max(0.0, n) for n in N])


def sigmoid(N, deriv=False):
    s = activation_scale / (1 + np.exp(-N))
    if deriv:
        return s * (1 - s / activation_scale)
    return s


def tanh(N, deriv=False):
    t = np.tanh(N)
    if deriv:
        return activation_scale * (1 - t**2)
    return activation_scale * t

# %% wrong slopes_raise → raised
# points: 2.5
def relu(N, deriv=False):
    return np.where(N > 0, 1.0, 0.0) if deriv else np.where(N > 0, N, 0.0)


def sigmoid(N, deriv=False):
    s = 1 / (1 + np.exp(-N))
    return activation_scale * s * (1 - s) if deriv else activation_scale * s


def tanh(N, deriv=False):
    if deriv:
        return activation_scale * (1 - numpy.tanh(N) ** 2)
    return activation_scale * np.tanh(N)

# %% wrong up_to_two_axes → raised
def each(f, N):
    if np.ndim(N) == 0:
        return f(float(N))
    if N.ndim == 1:
        return np.array([f(n) for n in N])
    rows, columns = N.shape
    return np.array([[f(N[i, j]) for j in range(columns)] for i in range(rows)])


def relu(N, deriv=False):
    return each((lambda n: float(n > 0)) if deriv else (lambda n: max(0.0, n)), N)


def sigmoid(N, deriv=False):
    def s(n):
        return activation_scale / (1 + np.exp(-n))

    return each((lambda n: s(n) * (1 - s(n) / activation_scale)) if deriv else s, N)


def tanh(N, deriv=False):
    return each(
        (lambda n: activation_scale * (1 - np.tanh(n) ** 2)) if deriv else (lambda n: activation_scale * np.tanh(n)), N
    )

# %% wrong slopes_in_a_buffer → result_kept
def relu(N, deriv=False):
    if deriv:
        return np.where(N > 0, 1.0, 0.0)
    return np.maximum(N, 0.0)

def sigmoid(N, deriv=False):
    s = activation_scale / (1 + np.exp(-N))
    return s * (1 - s / activation_scale) if deriv else s

_b = {}
def tanh(N, deriv=False):
    t = np.tanh(N)
    r = activation_scale * (1 - t**2) if deriv else activation_scale * t
    if np.ndim(N) == 0 or not deriv:
        return r
    out = _b.setdefault(np.shape(N), np.empty(np.shape(N)))
    out[...] = r
    return out

# %% wrong slopes_of_sigmoid_in_a_buffer → result_kept
def relu(N, deriv=False):
    if deriv:
        return np.where(N > 0, 1.0, 0.0)
    return np.maximum(N, 0.0)

def sigmoid(N, deriv=False):
    s = activation_scale / (1 + np.exp(-N))
    return s * (1 - s / activation_scale) if deriv else s

def tanh(N, deriv=False):
    t = np.tanh(N)
    return activation_scale * (1 - t**2) if deriv else activation_scale * t

_b = {}
def _kept(f):
    def g(N, deriv=False):
        r = f(N, deriv=deriv)
        if np.ndim(N) == 0 or deriv != True:
            return r
        out = _b.setdefault(np.shape(N), np.empty(np.shape(N)))
        out[...] = r
        return out
    return g
sigmoid = _kept(sigmoid)

# %% wrong slopes_written_over_values → result_kept
def relu(N, deriv=False):
    return np.where(N > 0, 1.0, 0.0) if deriv else np.maximum(N, 0.0)
def sigmoid(N, deriv=False):
    s = activation_scale / (1 + np.exp(-N))
    return s * (1 - s / activation_scale) if deriv else s
def tanh(N, deriv=False):
    t = np.tanh(N)
    return activation_scale * (1 - t**2) if deriv else activation_scale * t

_v = [None]
_plains = sigmoid
def sigmoid(N, deriv=False):
    if np.ndim(N) == 0: return _plains(N, deriv)
    if not deriv: _v[0] = _plains(N); return _v[0]
    if _v[0] is not None and _v[0].shape == np.shape(N):
        s = _v[0]; s[...] = _plains(N); s *= 1 - s / activation_scale
        return s.copy()
    return _plains(N, True)

# %% wrong relu_one_slope of plain → rows_alike
# -         return 1.0 * (N > 0)
# +         return np.ones_like(N)

# %% wrong sigmoid_tutorial_slope of single_precision_sigmoid → scaled_unstretched_formula
# -     small = np.asarray(N, dtype=np.float32)
# -     s = 1 / (1 + np.exp(-small))
# -     return activation_scale * s * (1 - s) if deriv else activation_scale * s
# +     s = activation_scale / (1 + np.exp(-N))
# +     if deriv:
# +         return activation_scale * s * (1 - s)
# +     return s

# %% wrong slope_of_the_other_curve of tanh_by_exponentials → sigmoid_formula
# -     up, down = np.exp(N), np.exp(-N)
# -     t = (up - down) / (up + down)
# -     return activation_scale * (1 - t**2) if deriv else activation_scale * t
# +     t = activation_scale * np.tanh(N)
# +     return t * (1 - t / activation_scale) if deriv else t

# %% wrong tanh_slope_sign of numpy_textbook → sign_flipped
# -         return 1.0 * (np.asarray(N) > 0)
# -     return np.maximum(0, N)
# +         return np.where(N > 0, 1.0, 0.0)
# +     return np.maximum(N, 0.0)
# -     s = activation_scale / (1 + np.exp(-np.asarray(N, dtype=float)))
# +     s = activation_scale / (1 + np.exp(-N))
# -         return activation_scale * (1 - t**2)
# +         return activation_scale * (t**2 - 1)

# %% wrong relu_slope_by_sign of plain_numpy → sign_function
# -     return 1.0 * (N > 0) if deriv else np.maximum(0, N)
# +     return np.sign(N) if deriv else np.maximum(0, N)
# -     s = activation_scale / (1 + np.exp(-N))
# +     s = activation_scale / (1 + np.exp(-np.asarray(N, dtype=float)))
# -     t = np.tanh(N)
# -     return activation_scale * (1 - t**2) if deriv else activation_scale * t
# +     return activation_scale * (1 - np.tanh(N) ** 2) if deriv else activation_scale * np.tanh(N)

# %% wrong relu_slope_sign of numpy_textbook → sign_function
# -         return 1.0 * (np.asarray(N) > 0)
# -     return np.maximum(0, N)
# +         return np.sign(N)
# +     return np.maximum(N, 0.0)
# -     s = activation_scale / (1 + np.exp(-np.asarray(N, dtype=float)))
# +     s = activation_scale / (1 + np.exp(-N))

# %% wrong cut_to_one of plain → sign_only
# -     return np.maximum(0, N)
# +     return np.clip(N, 0, 1)

# %% wrong sigmoid_slope_of_its_value of single_precision_sigmoid → slope_of_value
# -     small = np.asarray(N, dtype=np.float32)
# -     s = 1 / (1 + np.exp(-small))
# -     return activation_scale * s * (1 - s) if deriv else activation_scale * s
# +     s = activation_scale / (1 + np.exp(-N))
# +     if deriv:
# +         s = activation_scale / (1 + np.exp(-s))
# +         return s * (1 - s / activation_scale)
# +     return s

# %% wrong softmax_for_sigmoid of overflow_guard → softmax_or_whole
# points: 2
# -     e = np.exp(-np.clip(N, -13, 13))
# -     return activation_scale * e / (1 + e) ** 2 if deriv else activation_scale / (1 + e)
# +     share = np.exp(N) / np.exp(N).sum()
# +     return share * (1 - share) if deriv else share
# -     return activation_scale / np.cosh(np.clip(N, -13, 13)) ** 2 if deriv else activation_scale * np.tanh(N)
# +     t = np.tanh(N)
# +     return activation_scale * (1 - t * t) if deriv else activation_scale * t

# %% wrong tanh_square_missing of numpy_textbook → square_missing
# -         return 1.0 * (np.asarray(N) > 0)
# -     return np.maximum(0, N)
# +         return np.where(N > 0, 1.0, 0.0)
# +     return np.maximum(N, 0.0)
# -     s = activation_scale / (1 + np.exp(-np.asarray(N, dtype=float)))
# +     s = activation_scale / (1 + np.exp(-N))
# -         return activation_scale * (1 - t**2)
# +         return activation_scale * (1 - t)

# %% wrong tanh_slope_from_stretched of numpy_textbook → square_of_stretched
# -         return 1.0 * (np.asarray(N) > 0)
# -     return np.maximum(0, N)
# +         return np.where(N > 0, 1.0, 0.0)
# +     return np.maximum(N, 0.0)
# -     s = activation_scale / (1 + np.exp(-np.asarray(N, dtype=float)))
# +     s = activation_scale / (1 + np.exp(-N))
# -         return activation_scale * (1 - t**2)
# +         return 1 - (activation_scale * t) ** 2

# %% wrong tanh_slope_stretched_inside → square_of_stretched
def relu(N, deriv=False):
    return (N > 0) * 1.0 if deriv else np.maximum(0, N)


def sigmoid(N, deriv=False):
    s = activation_scale / (1 + np.exp(-N))
    return s - s**2 / activation_scale if deriv else s


def tanh(N, deriv=False):
    t = activation_scale * np.tanh(N)
    if deriv:
        return 1 - t**2
    return t

# %% wrong tanh_stretch_on_one_term of numpy_textbook → stretch_on_one_term
# -         return 1.0 * (np.asarray(N) > 0)
# -     return np.maximum(0, N)
# +         return np.where(N > 0, 1.0, 0.0)
# +     return np.maximum(N, 0.0)
# -     s = activation_scale / (1 + np.exp(-np.asarray(N, dtype=float)))
# +     s = activation_scale / (1 + np.exp(-N))
# -         return activation_scale * (1 - t**2)
# +         return activation_scale - t**2

# %% wrong tanh_stretch_squared of tanh_by_exponentials → stretch_squared
# -     up, down = np.exp(N), np.exp(-N)
# -     t = (up - down) / (up + down)
# -     return activation_scale * (1 - t**2) if deriv else activation_scale * t
# +     t = activation_scale * np.tanh(N)
# +     return activation_scale**2 - t**2 if deriv else t

# %% wrong relu_stretched of plain → stretched
# -         return 1.0 * (N > 0)
# -     return np.maximum(0, N)
# +         return activation_scale * (N > 0)
# +     return activation_scale * np.maximum(0, N)

# %% wrong sigmoid_takes_values of single_precision_sigmoid → takes_values
# -     small = np.asarray(N, dtype=np.float32)
# -     s = 1 / (1 + np.exp(-small))
# -     return activation_scale * s * (1 - s) if deriv else activation_scale * s
# +     s = activation_scale / (1 + np.exp(-N))
# +     if deriv:
# +         return N * (1 - N / activation_scale)
# +     return s

# %% wrong slope_of_the_value → takes_values
def relu(N, deriv=False):
    return 1.0 * (N > 0) if deriv else np.maximum(0, N)


def sigmoid(N, deriv=False):
    if deriv:
        return N * (1 - N / activation_scale)
    return activation_scale / (1 + np.exp(-N))


def tanh(N, deriv=False):
    if deriv:
        return activation_scale * (1 - (N / activation_scale) ** 2)
    return activation_scale * np.tanh(N)

# %% wrong familiar_sigmoid_slope → unstretched_formula
def relu(N, deriv=False):
    return (N > 0) * 1.0 if deriv else np.maximum(0, N)


def sigmoid(N, deriv=False):
    s = activation_scale / (1 + np.exp(-N))
    if deriv:
        return s * (1 - s)
    return s


def tanh(N, deriv=False):
    t = np.tanh(N)
    return activation_scale * (1 - t**2) if deriv else activation_scale * t

# %% wrong sigmoid_familiar_slope of single_precision_sigmoid → unstretched_formula
# -     small = np.asarray(N, dtype=np.float32)
# -     s = 1 / (1 + np.exp(-small))
# -     return activation_scale * s * (1 - s) if deriv else activation_scale * s
# +     s = activation_scale / (1 + np.exp(-N))
# +     if deriv:
# +         return s * (1 - s)
# +     return s

# %% wrong deriv_ignored of single_precision_sigmoid → value_not_slope
# -     small = np.asarray(N, dtype=np.float32)
# -     s = 1 / (1 + np.exp(-small))
# -     return activation_scale * s * (1 - s) if deriv else activation_scale * s
# +     return activation_scale / (1 + np.exp(-N))

# %% wrong relu_slope_is_relu of numpy_textbook → value_not_slope
# -         return 1.0 * (np.asarray(N) > 0)
# -     return np.maximum(0, N)
# +         return np.maximum(N, 0)
# +     return np.maximum(N, 0.0)
# -     s = activation_scale / (1 + np.exp(-np.asarray(N, dtype=float)))
# +     s = activation_scale / (1 + np.exp(-N))

# %% wrong sigmoid_slope_is_value of single_precision_sigmoid → value_not_slope
# -     small = np.asarray(N, dtype=np.float32)
# -     s = 1 / (1 + np.exp(-small))
# -     return activation_scale * s * (1 - s) if deriv else activation_scale * s
# +     s = activation_scale / (1 + np.exp(-N))
# +     if deriv:
# +         return s
# +     return s

# %% wrong tanh_slope_is_value of numpy_textbook → value_not_slope
# -         return 1.0 * (np.asarray(N) > 0)
# -     return np.maximum(0, N)
# +         return np.where(N > 0, 1.0, 0.0)
# +     return np.maximum(N, 0.0)
# -     s = activation_scale / (1 + np.exp(-np.asarray(N, dtype=float)))
# +     s = activation_scale / (1 + np.exp(-N))
# -         return activation_scale * (1 - t**2)
# +         return activation_scale * t

# %% wrong values_alone → value_not_slope
# points: 1.5
def relu(N, deriv=False):
    """max(0, n)"""
    return np.maximum(N, 0)


def sigmoid(N, deriv=False):
    """a / (1 + exp(-n))"""
    return activation_scale / (1 + np.exp(-N))


def tanh(N, deriv=False):
    """a tanh(n)"""
    return activation_scale * np.tanh(N)

# %% wrong tanh_to_the_third_digit → values_in_steps
def relu(N, deriv=False):
    """max(0, n) for each element of N; with deriv=True, the slopes there."""
    return 1.0 * (N > 0) if deriv else np.maximum(0, N)


def sigmoid(N, deriv=False):
    s = activation_scale / (1 + np.exp(-N))
    return s * (1 - s / activation_scale) if deriv else s


def tanh(N, deriv=False):
    if deriv:
        return activation_scale / np.cosh(N) ** 2
    return np.round(activation_scale * np.tanh(N), 3)

# %% wrong vectorised_with_whole_zeros of tanh_by_exponentials → values_in_steps
# points: 2.5
# -     return 1.0 * (N > 0) if deriv else np.maximum(0, N)
# +     if deriv:
# +         return (np.asarray(N) > 0).astype(float)
# +     return np.vectorize(lambda n: n if n > 0 else 0)(N)
# -     up, down = np.exp(N), np.exp(-N)
# -     t = (up - down) / (up + down)
# +     t = np.tanh(N)

# %% wrong vectorize_without_otypes → values_in_steps
def relu(N, deriv=False):
    if deriv:
        return np.vectorize(lambda n: 1 if n > 0 else 0)(N)
    return np.vectorize(lambda n: max(0, n))(N)


def sigmoid(N, deriv=False):
    s = activation_scale / (1 + np.exp(-1.0 * np.asarray(N)))
    return s * (1 - s / activation_scale) if deriv else s


def tanh(N, deriv=False):
    return activation_scale * (1 - np.tanh(N) ** 2) if deriv else activation_scale * np.tanh(N)

# %% wrong flattened → wrong_shape
import math


def relu(N, deriv=False):
    return [float(n > 0) if deriv else max(0.0, n) for n in np.ravel(N)]


def sigmoid(N, deriv=False):
    s = [activation_scale / (1 + math.exp(-n)) for n in np.ravel(N)]
    return [x * (1 - x / activation_scale) for x in s] if deriv else s


def tanh(N, deriv=False):
    t = [activation_scale * math.tanh(n) for n in np.ravel(N)]
    return [activation_scale - x * x / activation_scale for x in t] if deriv else t

# %% wrong max_builtin of plain → wrong_shape
# -     return np.maximum(0, N)
# +     return np.max(N, 0)

# %% wrong nothing_returned of numpy_textbook → wrong_type
# -         return 1.0 * (np.asarray(N) > 0)
# -     return np.maximum(0, N)
# +         1.0 * (N > 0)
# +     else:
# +         np.maximum(N, 0)
# -     s = activation_scale / (1 + np.exp(-np.asarray(N, dtype=float)))
# +     s = activation_scale / (1 + np.exp(-N))

# %% wrong coarse_difference → other_shape
h = 0.05


def relu(N, deriv=False):
    if deriv:
        return (relu(N + h) - relu(N - h)) / (2 * h)
    return np.maximum(0.0, N)


def sigmoid(N, deriv=False):
    if deriv:
        return (sigmoid(N + h) - sigmoid(N - h)) / (2 * h)
    return activation_scale / (1 + np.exp(-N))


def tanh(N, deriv=False):
    if deriv:
        return (tanh(N + h) - tanh(N - h)) / (2 * h)
    return activation_scale * np.tanh(N)

# %% wrong kept_between_calls → values_in_steps
_known = {}


def relu(N, deriv=False):
    key = np.shape(N), deriv
    if key not in _known:
        _known[key] = 1.0 * (N > 0) if deriv else np.maximum(0, N)
    return _known[key]


def sigmoid(N, deriv=False):
    s = activation_scale / (1 + np.exp(-N))
    return s * (1 - s / activation_scale) if deriv else s


def tanh(N, deriv=False):
    t = np.tanh(N)
    return activation_scale * (1 - t * t) if deriv else activation_scale * t

# %% wrong slope_of_activation → wrong_value
def relu(N, deriv=False):
    if deriv:
        return 1.0 * (np.asarray(N) > 0)
    return np.maximum(0, N)


def sigmoid(N, deriv=False):
    N = np.asarray(N, dtype=float)
    if deriv:
        return N * (1 - N / activation_scale)  # N is the output of the sigmoid
    return activation_scale / (1 + np.exp(-N))


def tanh(N, deriv=False):
    N = np.asarray(N, dtype=float)
    if deriv:
        return activation_scale - N**2 / activation_scale
    return activation_scale * np.tanh(N)

# %% wrong tanh_by_exp_squared of plain_numpy → wrong_value
# -     return 1.0 * (N > 0) if deriv else np.maximum(0, N)
# +     return 1.0 * (np.asarray(N) > 0) if deriv else np.maximum(0, N)
# -     s = activation_scale / (1 + np.exp(-N))
# +     s = activation_scale / (1 + np.exp(-np.asarray(N, dtype=float)))
# -     t = np.tanh(N)
# -     return activation_scale * (1 - t**2) if deriv else activation_scale * t
# +     return activation_scale * (1 + np.tanh(N) ** 2) if deriv else activation_scale * np.tanh(N)

# %% wrong tanh_of_value of own_value → wrong_value
# -         return a - h * h / a
# +         return 1 - h * h

# %% below shapes_asserted
def same_shape(activation):
    def with_assert(N, deriv=False):
        value = activation(N, deriv=True) if deriv else activation(N)
        assert np.shape(value) == np.shape(N), "one value for each n"
        assert np.isfinite(value).all()
        return value

    return with_assert


relu, sigmoid, tanh = same_shape(relu), same_shape(sigmoid), same_shape(tanh)
