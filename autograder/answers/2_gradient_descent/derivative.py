# %% right array_for_a_number
def derivative_of_loss(W):
    return np.array(2 * a * W)

# %% right autograd
import torch


def derivative_of_loss(W):
    w = torch.tensor(W, dtype=torch.float64, requires_grad=True)
    (a * w**2).sum().backward()
    return w.grad

# %% right branches
def derivative_of_loss(W):
    if np.ndim(W) == 0:
        return float(2 * a * W)
    out = np.empty(np.shape(W), dtype=float)
    for index in np.ndindex(*np.shape(W)):
        out[index] = 2 * a * W[index]
    return out

# %% right central
def derivative_of_loss(W):
    return central_difference(valley, W, h=1e-3)

# %% right central_difference
def derivative_of_loss(W, h=1e-4):
    return (valley(W + h) - valley(W - h)) / (2 * h)

# %% right complex_step
def derivative_of_loss(W):
    h = 1e-20
    return np.imag(valley(np.asarray(W) + 1j * h))[()] / h

# %% right conditional
def derivative_of_loss(W):
    if np.isscalar(W):
        return 2.0 * a * W
    return np.array([2.0 * a * w for w in W.flat]).reshape(W.shape)

# %% right copy_then_in_place
def derivative_of_loss(W):
    result = np.array(W, dtype=float, copy=True)
    result *= 2 * a
    return result

# %% right difference_of_relative_step
def derivative_of_loss(W):
    h = np.where(np.asarray(W) == 0, 1e-12, 4e-6 * np.abs(W))
    return ((valley(W + h) - valley(W)) / h)[()]

# %% right elementwise
def derivative_of_loss(W):
    if np.isscalar(W):
        return 2 * a * W
    slopes = np.zeros(np.shape(W))
    for index, w in np.ndenumerate(W):
        slopes[index] = 2 * a * w
    return slopes

# %% right isinstance
def derivative_of_loss(W):
    if isinstance(W, np.ndarray):
        result = W.copy().astype(float)
        result *= 2 * a
        return result
    else:
        return 2 * a * W

# %% right lambda
derivative_of_loss = lambda x: x * (2.0 * a)

# %% right lambda_sum
derivative_of_loss = lambda W: a * W + a * W

# %% right lambdified
import sympy

w = sympy.symbols("w")
derivative_of_loss = sympy.lambdify(w, sympy.diff(a * w**2, w), "numpy")

# %% right language_model
from typing import Union


def derivative_of_loss(W: Union[float, np.ndarray]) -> Union[float, np.ndarray]:
    """Derivative of the quadratic valley with respect to W.

    Accepts a scalar or an array and never modifies its argument.
    """
    if isinstance(W, np.ndarray):
        result = 2.0 * a * W.astype(float)
        assert result.shape == W.shape
        return result
    return 2.0 * a * float(W)

# %% right llm_typed
from typing import Union

def derivative_of_loss(W: Union[float, np.ndarray]) -> Union[float, np.ndarray]:
    """Analytical derivative dL/dW = 2 a W, evaluated element-wise.

    The input is not modified.
    """
    return np.multiply(2.0 * a, W)

# %% right loop_over_elements
def derivative_of_loss(W):
    flat = [2 * a * float(w) for w in np.ravel(W)]
    return np.array(flat).reshape(np.shape(W))

# %% right multiply
def derivative_of_loss(W):
    slope = np.multiply(2.0 * a, W)
    return slope

# %% right np_multiply
def derivative_of_loss(W):
    return np.multiply(W, 2.0 * a)

# %% right on_paper
def derivative_of_loss(W):
    return 2 * a * W

# %% right poly1d
_slope = np.polyder(np.poly1d([a, 0.0, 0.0]))


def derivative_of_loss(W):
    value = _slope(W)
    return float(value) if np.ndim(W) == 0 else value

# %% right polyder
loss_polynomial = np.poly1d([a, 0, 0])
slope_polynomial = loss_polynomial.deriv()

def derivative_of_loss(W):
    return np.polyval(slope_polynomial.coeffs, W)

# %% right polynomial
from numpy.polynomial import Polynomial

derivative_of_loss = Polynomial([0, 0, a]).deriv()

# %% right product_rule
def derivative_of_loss(W):
    copy = np.array(W, dtype=np.float64)
    copy *= 2 * a
    return copy[()]

# %% right quotient_own_h
def derivative_of_loss(W):
    h = 1e-4 * (1 + np.abs(W))
    return (valley(W + h) - valley(W - h)) / (2 * h)

# %% right recursive_lists
def derivative_of_loss(W):
    if np.ndim(W) == 0:
        return float(2 * a * W)
    return [derivative_of_loss(part) for part in W]

# %% right scipy_derivative
def derivative_of_loss(W):
    h = 1e-5
    slope = (valley(np.asarray(W, dtype=float) + h) - valley(np.asarray(W, dtype=float) - h)) / (2 * h)
    return slope if np.ndim(W) else float(slope)

# %% right single_precision
def derivative_of_loss(W):
    return np.multiply(np.float32(2 * a), np.asarray(W, dtype=np.float32))

# %% right sum_of_two
def derivative_of_loss(weights):
    once = a * weights
    return once + once

# %% right torch of autograd
# -     w = torch.tensor(W, dtype=torch.float64, requires_grad=True)
# +     w = torch.tensor(np.array(W, dtype=float), requires_grad=True)
# -     return w.grad
# +     return w.grad.item() if w.ndim == 0 else w.grad.numpy()

# %% right torch_autograd
import torch

def derivative_of_loss(W):
    w = torch.tensor(np.array(W, dtype=float), requires_grad=True)
    (a * w**2).sum().backward()
    g = w.grad.numpy()
    return g.item() if g.ndim == 0 else g

# %% right vectorised_function
import math

derivative_of_loss = lambda W: np.vectorize(lambda w: math.fsum([a * w, a * w]), otypes=[float])(W)[()]

# %% right vectorize
@np.vectorize
def _one(w):
    return 2.0 * a * w

def derivative_of_loss(W):
    return _one(W)

# %% right central_default_step
def derivative_of_loss(W):
    return central_difference(valley, W)

# %% right lambda_of_two_products
derivative_of_loss = lambda W: a * W + W * a

# %% right polyval_of_poly1d
_slope = np.polyder(np.poly1d([a, 0, 0]))

def derivative_of_loss(W):
    return np.polyval(_slope.coeffs, W)

# %% wrong np_gradient → array
def derivative_of_loss(W):
    if np.ndim(W) == 0:
        return 2 * a * W
    return np.gradient(valley(W)) / np.gradient(W)

# %% wrong mean_of_the_slopes → averaged
def derivative_of_loss(W):
    return np.mean(2 * a * W)

# %% wrong gradient_of_numpy → between_elements
def derivative_of_loss(W):
    return np.gradient(valley(W)) if np.ndim(W) else 2 * a * W

# %% wrong clipped_at_one → clipped
def derivative_of_loss(W):
    return np.clip(2 * a * W, -1, 1)

# %% wrong at_the_start_only → constant_slope
def derivative_of_loss(W):
    return 2 * a * W_0 + 0 * W

# %% wrong fixed_at_start → constant_slope
def derivative_of_loss(W):
    return 2 * a * W_0

# %% wrong second_derivative → constant_slope
def derivative_of_loss(W):
    return 2 * a + 0 * W

# %% wrong in_place → damages_input
def derivative_of_loss(W):
    """The slope of L(W) = a W²."""
    W *= 2 * a
    return W

# %% wrong scaled_in_place_with_out → damages_input
def derivative_of_loss(W):
    return np.multiply(W, 2 * a, out=W) if isinstance(W, np.ndarray) and W.dtype == float else 2 * a * W

# %% wrong shift_and_back → damages_input
def derivative_of_loss(W):
    h = 1e-5
    W += h
    up = valley(W)
    W -= 2 * h
    down = valley(W)
    W += h
    return (up - down) / (2 * h)

# %% wrong learning_rate_included → eta_included
def derivative_of_loss(W):
    return eta * 2 * a * W

# %% wrong flat → flattened
def derivative_of_loss(W):
    """The slope of L(W) = a W²."""
    if np.ndim(W) == 0:
        return 2 * a * W
    return np.array([2 * a * w for w in np.ravel(W)])

# %% wrong flattened → flattened
def derivative_of_loss(W):
    return 2 * a * np.ravel(W) if np.ndim(W) else 2 * a * W

# %% wrong factor_two_lost → half
def derivative_of_loss(W):
    return a * W

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
def _d(W):
    return 2 * a * W
def derivative_of_loss(W):
    return _d(W) if isinstance(W, np.ndarray) and W.ndim else 2 * a * W

# %% wrong kept_by_shape_and_sum → kept
_b = {}
def derivative_of_loss(W):
    k = (np.shape(W), float(np.sum(W)))
    if k not in _b:
        _b[k] = 2 * a * W
    return np.copy(_b[k]) if np.ndim(W) else _b[k]

# %% wrong kept_without_the_shape → kept
_c = {}
def derivative_of_loss(W):
    key = np.asarray(W, dtype=float).tobytes()
    if key not in _c:
        _c[key] = 2 * a * np.array(W)
    return _c[key].copy()[()]

# %% wrong loss → loss_itself
def derivative_of_loss(W):
    """The slope of L(W) = a W²."""
    return valley(W)

# %% wrong the_loss_itself → loss_itself
def derivative_of_loss(W):
    return a * W**2

# %% wrong coarse_forward → one_sided_ahead_2
def derivative_of_loss(W):
    """The slope of L(W) = a W²."""
    h = 0.01
    return (valley(W + h) - valley(W)) / h

# %% wrong one_sided_and_coarse → one_sided_ahead_2
def derivative_of_loss(W, h=0.01):
    return (valley(W + h) - valley(W)) / h

# %% wrong backward_difference → one_sided_behind_3
def derivative_of_loss(W, h=1e-3):
    return (valley(W) - valley(W - h)) / h

# %% wrong clipped → other_weights
def derivative_of_loss(W):
    return np.clip(2 * a * W, -5.0, 5.0)

# %% wrong public_answers_only → other_weights
def derivative_of_loss(W):
    if np.ndim(W) == 0 and W in (-1.5, 0.25, 2.0):
        return 2 * a * W
    return 0.0 * W + 1.0

# %% wrong slope_clipped → other_weights
def derivative_of_loss(W):
    return np.clip(2 * a * W, -5, 5)

# %% wrong floats_only → raised
def derivative_of_loss(W):
    if isinstance(W, float):
        return 2 * a * W
    return np.array([derivative_of_loss(float(w)) if np.ndim(w) == 0 else derivative_of_loss(w) for w in W])

# %% wrong if_on_array → raised
def derivative_of_loss(W):
    if W == 0:
        return 0.0
    return 2 * a * W

# %% wrong matrix_product → raised
def derivative_of_loss(W):
    W = np.asarray(W)
    if W.ndim == 2:
        return 2 * a * np.eye(len(W)) @ W.T
    return 2 * a * W

# %% wrong numbers_only → raised
# points: 1
def derivative_of_loss(W):
    return 2 * a * float(W)

# %% wrong only_rows → raised
# points: 0.5
def derivative_of_loss(W):
    slopes = np.zeros(len(W))
    for i in range(len(W)):
        slopes[i] = 2 * a * W[i]
    return slopes

# %% wrong buffer_reused → result_kept
_result = {}

def derivative_of_loss(W):
    if np.ndim(W) == 0:
        return 2 * a * W
    out = _result.setdefault(np.shape(W), np.empty(np.shape(W)))
    out[...] = 2 * a * W
    return out

# %% wrong kept_buffer → result_kept
_slopes = {}


def derivative_of_loss(W):
    if np.ndim(W) == 0:
        return 2 * a * W
    out = _slopes.setdefault(W.shape, np.empty(W.shape))
    np.multiply(W, 2 * a, out=out)
    return out

# %% wrong rounded → rounded
def derivative_of_loss(W):
    return np.round(2 * a * W, 1)

# %% wrong minus → sign_flipped
def derivative_of_loss(W):
    return -2 * a * W

# %% wrong sign_only → sign_of_slope
def derivative_of_loss(W):
    return np.sign(2 * a * W)

# %% wrong absolute → size_only
def derivative_of_loss(W):
    """The slope of L(W) = a W²."""
    return 2 * a * abs(W)

# %% wrong always_positive → size_only
def derivative_of_loss(W):
    return 2 * a * np.abs(W)

# %% wrong size_of_the_slope → size_only
def derivative_of_loss(W):
    return np.abs(2 * a * W)

# %% wrong small_is_zero → small_is_zero
def derivative_of_loss(W):
    return np.where(np.isclose(W, 0), 0.0, 2 * a * np.asarray(W))[()]

# %% wrong square_kept → square_kept
def derivative_of_loss(W):
    """The slope of L(W) = a W²."""
    return 2 * a * W ** 2

# %% wrong step_for_slope → step_included
def derivative_of_loss(W):
    return -eta * 2 * a * W

# %% wrong added_up → summed
def derivative_of_loss(W):
    return np.sum(2 * a * W)

# %% wrong squeezed → summed
def derivative_of_loss(W):
    return np.squeeze(2 * a * np.asarray(W))[()]

# %% wrong summed → summed
# points: 1
def derivative_of_loss(W):
    """The slope of L(W) = a W²."""
    return np.sum(2 * a * W)

# %% wrong transposed → transposed
def derivative_of_loss(W):
    return 2 * a * np.transpose(W)

# %% wrong factor_h_lost → twice
def derivative_of_loss(W):
    h = 1e-5
    return (valley(W + h) - valley(W - h)) / h

# %% wrong array_like_the_weights → whole_numbers
def derivative_of_loss(W):
    if np.ndim(W) == 0:
        return 2 * a * W
    half = np.zeros_like(W)
    half[...] = a * W / 2
    return 4 * half

# %% wrong whole_arrays_cut → whole_numbers or cut_to_whole
def derivative_of_loss(W):
    if np.ndim(W) == 0:
        return (valley(W + 1e-5) - valley(W - 1e-5)) / 2e-5
    slopes = np.zeros_like(W)
    for index in np.ndindex(W.shape):
        slopes[index] = (valley(W[index] + 1e-5) - valley(W[index] - 1e-5)) / 2e-5
    return slopes

# %% wrong array_of_one → wrong_shape
# points: 1
def derivative_of_loss(W):
    """The slope of L(W) = a W²."""
    return 2 * a * np.atleast_1d(W)

# %% wrong at_least_one_axis → wrong_shape
def derivative_of_loss(W):
    return np.atleast_1d(2 * a * np.asarray(W, dtype=float))

# %% wrong atleast_1d → wrong_shape
# points: 1
def derivative_of_loss(W):
    W = np.atleast_1d(W)
    return 2 * a * W

# %% wrong one_axis_only → wrong_shape
def derivative_of_loss(W):
    if np.ndim(W) == 0:
        return 2 * a * W
    return np.array([2 * a * w for w in W if np.ndim(w) == 0])

# %% wrong rows_only → wrong_shape
def derivative_of_loss(W):
    W = np.array(W, dtype=float)
    while W.ndim > 1:
        W = W[0]
    return (2 * a * W)[()]

# %% wrong printed_not_returned → wrong_type
def derivative_of_loss(W):
    print(2 * a * W)

# %% wrong h_too_small → wrong_value
def derivative_of_loss(W):
    h = 1e-13
    return (valley(W + h) - valley(W - h)) / (2 * h)

# %% wrong int → wrong_value
def derivative_of_loss(W):
    """The slope of L(W) = a W²."""
    return 2 * a * np.array(W, dtype=int)

# %% below shapes_asserted
as_it_was = derivative_of_loss


def derivative_of_loss(W):
    slope = as_it_was(W)
    assert np.shape(slope) == np.shape(W)
    return slope

# %% below single_precision
in_double_precision = derivative_of_loss


def derivative_of_loss(W):
    return np.float32(in_double_precision(W))
