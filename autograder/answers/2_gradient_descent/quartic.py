# %% right all_walkers_at_once
c4, c3, c2, c1 = coefficients
quartic_derivative = lambda W: 4 * c4 * np.power(W, 3) + 3 * c3 * np.power(W, 2) + 2 * c2 * np.asarray(W) + c1
ends = gradient_descent(quartic_derivative, np.array([far_out, -far_out]), small_eta, many_steps)[-1]
W_stuck, W_best = ends

# %% right autograd
import torch


def quartic_derivative(W):
    w = torch.tensor(W, dtype=torch.float64, requires_grad=True)
    sum(c * w**p for p, c in zip((4, 3, 2, 1), coefficients)).sum().backward()
    return w.grad.numpy()


W_stuck = gradient_descent(quartic_derivative, far_out, small_eta, many_steps)[-1]
W_best = gradient_descent(quartic_derivative, -far_out, small_eta, many_steps)[-1]

# %% right central
def quartic_derivative(W):
    return central_difference(quartic, W)

W_stuck = gradient_descent(quartic_derivative, far_out, small_eta, many_steps)[-1]
W_best = gradient_descent(quartic_derivative, 1.2, small_eta, many_steps)[-1]

# %% right central_difference
def quartic_derivative(W):
    return central_difference(quartic, W)


W_stuck = gradient_descent(quartic_derivative, far_out, small_eta, many_steps)[-1]
W_best = gradient_descent(quartic_derivative, -0.6 * far_out, small_eta, 1000)[-1]

# %% right coefficients_unpacked
c4, c3, c2, c1 = coefficients

def quartic_derivative(W):
    return 4 * c4 * W**3 + 3 * c3 * W**2 + 2 * c2 * W + c1


path = gradient_descent(quartic_derivative, -1.5, 0.01, 500)
W_stuck = float(path[-1])
W_best = float(gradient_descent(quartic_derivative, 0, small_eta, 2000)[-1])

# %% right complex_step
def quartic_derivative(W):
    return np.imag(quartic(W + 1e-20j)) / 1e-20


W_stuck = gradient_descent(quartic_derivative, far_out, small_eta, many_steps)[-1]
W_best = round(float(gradient_descent(quartic_derivative, 0.2, small_eta, many_steps)[-1]), 2)

# %% right factored
# cohort: 2027
def quartic_derivative(W):
    return 4 * W**3 + 2.4 * W**2 - 2.4 * W - 0.9


W_stuck = -0.978227
W_best = 0.704644

# %% right formula
# cohort: 2027
def quartic_derivative(W):
    """The slope of the loss of equation (5)."""
    return 4 * W**3 + 2.4 * W**2 - 2.4 * W - 0.9


W_stuck = gradient_descent(quartic_derivative, far_out, small_eta, many_steps)[-1]
W_best = gradient_descent(quartic_derivative, 1.0, small_eta, many_steps)[-1]

# %% right forward_difference
def quartic_derivative(W):
    h = 1e-6 * np.maximum(np.abs(W), 1e-3)
    return (quartic(W + h) - quartic(W)) / h
W_stuck = gradient_descent(quartic_derivative, far_out, small_eta, many_steps)[-1]
W_best = gradient_descent(quartic_derivative, 1.5, small_eta, many_steps)[-1]

# %% right horner
def quartic_derivative(W):
    slope = 0
    for power, c in zip((4, 3, 2, 1), coefficients):
        slope = slope * W + power * c
    return slope


W_stuck, W_best = (gradient_descent(quartic_derivative, s, small_eta, many_steps)[-1] for s in (far_out, -far_out))

# %% right horner_loop
def quartic_derivative(W):
    slope = 0 * W
    for power, c in zip((4, 3, 2, 1), coefficients):
        slope = slope * W + power * c
    return slope


W = far_out
for _ in range(many_steps):
    W = W - small_eta * quartic_derivative(W)
W_stuck = W
W = 0.7
for _ in range(many_steps):
    W = W - small_eta * quartic_derivative(W)
W_best = W

# %% right many_starts
def quartic_derivative(W):
    c4, c3, c2, c1 = coefficients
    return c1 + W * (2 * c2 + W * (3 * c3 + W * 4 * c4))


rate, steps = small_eta, many_steps
W_stuck = float(gradient_descent(quartic_derivative, far_out, rate, steps)[-1])
ends = gradient_descent(quartic_derivative, np.linspace(-1.5, 1.5, 20), rate, steps)[-1]
W_best = ends[np.argmin(quartic(ends))]

# %% right minimised_by_scipy
from scipy.optimize import minimize_scalar


def quartic_derivative(W):
    return np.polynomial.polynomial.polyval(W, [p * c for p, c in zip((1, 2, 3, 4), coefficients[::-1])])


W_stuck = gradient_descent(quartic_derivative, far_out, small_eta, many_steps)[-1]
W_best = minimize_scalar(quartic, bounds=(0, 2), method="bounded").x

# %% right momentum_over_the_hill
def quartic_derivative(W):
    return np.polyval(np.polyder([*coefficients, 0]), W)


W_stuck = gradient_descent(quartic_derivative, far_out, small_eta, many_steps)[-1]
w, velocity = -0.7 * far_out, 0.0
for _ in range(2000):
    velocity = 0.5 * velocity - small_eta * quartic_derivative(w)
    w = w + velocity
W_best = w

# %% right newton_scipy
from scipy.optimize import minimize_scalar


def quartic_derivative(W):
    c4, c3, c2, c1 = coefficients
    return 4 * c4 * W**3 + 3 * c3 * W**2 + 2 * c2 * W + c1


path = gradient_descent(quartic_derivative, far_out, small_eta, many_steps)
W_stuck = path[-1]
W_best = float(minimize_scalar(quartic, bounds=(0, 1.5), method="bounded").x)

# %% right own_loops
def quartic_derivative(W):
    total = 0 * W
    for power, c in zip((4, 3, 2, 1), coefficients):
        total = total + c * power * W ** (power - 1)
    return total


def end_of_walk(w):
    for _ in range(many_steps):
        w = w - small_eta * quartic_derivative(w)
    return w


W_stuck = end_of_walk(far_out)
W_best = end_of_walk(-0.5 * far_out)

# %% right polyder
def quartic_derivative(W):
    return np.polyval(np.polyder([*coefficients, 0]), W)


W_stuck = gradient_descent(quartic_derivative, far_out, small_eta, many_steps)[-1]
W_best = gradient_descent(quartic_derivative, -0.7 * far_out, small_eta, many_steps)[-1]

# %% right polynomial_class
from numpy.polynomial import Polynomial

quartic_derivative = Polynomial([0.0, *coefficients[::-1]]).deriv()
valleys = [
    gradient_descent(quartic_derivative, start, small_eta, many_steps)[-1]
    for start in (far_out, -0.7 * far_out)
]
W_stuck, W_best = valleys

# %% right python_lists
# cohort: 2027
def _slope(w):
    return 4.0 * w**3 + 2.4 * w**2 - 2.4 * w - 0.9

def quartic_derivative(W):
    if np.ndim(W) == 0:
        return _slope(float(W))
    A = np.asarray(W, dtype=float)
    return np.array([_slope(w) for w in A.flat]).reshape(A.shape)


starts = [-1.6, 1.1]
W_stuck, W_best = [gradient_descent(quartic_derivative, s, small_eta, many_steps)[-1] for s in starts]

# %% right scipy_minimise
from scipy.optimize import minimize_scalar

def quartic_derivative(W):
    polynomial = np.poly1d([*coefficients, 0])
    return polynomial.deriv()(W)


W_stuck = gradient_descent(quartic_derivative, far_out, small_eta, many_steps)[-1]
W_best = minimize_scalar(quartic, bounds=(0, 1.5), method="bounded").x

# %% right single_precision
def quartic_derivative(W):
    c4, c3, c2, c1 = coefficients
    W = np.asarray(W, dtype=np.float64)
    return 4 * c4 * W**3 + 3 * c3 * np.square(W) + 2 * c2 * W + c1


W_stuck = np.float32(
    gradient_descent(quartic_derivative, far_out, small_eta, many_steps)[-1]
)
W_best = np.float32(gradient_descent(quartic_derivative, -0.75 * far_out, small_eta, many_steps)[-1])

# %% right term_by_term
c4, c3, c2, c1 = coefficients


def quartic_derivative(W):
    return 4 * c4 * W**3 + 3 * c3 * W**2 + 2 * c2 * W + c1


W_stuck = gradient_descent(quartic_derivative, far_out, small_eta, many_steps)[-1]
W_best = gradient_descent(quartic_derivative, -0.8 * far_out, small_eta, many_steps)[-1]

# %% right torch_autograd
# cohort: 2027
import torch

def quartic_derivative(W):
    w = torch.tensor(np.array(W, dtype=float), requires_grad=True)
    (w**4 + 0.8 * w**3 - 1.2 * w**2 - 0.9 * w).sum().backward()
    g = w.grad.numpy()
    return g.item() if g.ndim == 0 else g


W_stuck = gradient_descent(quartic_derivative, far_out, small_eta, many_steps)[-1]
W_best = gradient_descent(quartic_derivative, 0.5, small_eta, many_steps)[-1]

# %% right two_decimals
def quartic_derivative(W):
    return np.polyval(np.polyder([*coefficients, 0]), W)


W_stuck = round(float(gradient_descent(quartic_derivative, far_out, small_eta, many_steps)[-1]), 2)
W_best = round(float(gradient_descent(quartic_derivative, -far_out, small_eta, many_steps)[-1]), 2)

# %% right horner_typed
# cohort: 2027
def quartic_derivative(W):
    return ((4.0 * W + 2.4) * W - 2.4) * W - 0.9

W_stuck = gradient_descent(quartic_derivative, far_out, small_eta, many_steps)[many_steps]
W_best = 0.70   # read off the path that starts at 0

# %% right powers_and_many_starts
# cohort: 2027
def quartic_derivative(W):
    result = 4 * np.power(W, 3.0) + 2.4 * np.power(W, 2.0) - 2.4 * np.asarray(W) - 0.9
    return result


W_stuck = gradient_descent(quartic_derivative, far_out, small_eta, many_steps)[-1]
_ends = gradient_descent(quartic_derivative, np.linspace(-1.6, 1.2, 30), small_eta, 800)[-1]
W_best = _ends[np.argmin(quartic(_ends))]

# %% right polyder_roots of polyder
# - W_best = gradient_descent(quartic_derivative, -0.7 * far_out, small_eta, many_steps)[-1]
# + _level = np.roots(np.polyder([*coefficients, 0.0]))
# + _level = _level[np.isreal(_level)].real
# + W_best = min(_level, key=quartic)

# %% right polynomial_roots
from numpy.polynomial import Polynomial

_L = Polynomial([0.0, *coefficients[::-1]])
_dL = _L.deriv()

def quartic_derivative(W):
    return _dL(W)


W_stuck = gradient_descent(quartic_derivative, far_out, small_eta, many_steps)[-1]
_candidates = [r.real for r in _dL.roots() if abs(r.imag) < 1e-9]
W_best = _candidates[int(np.argmin([_L(c) for c in _candidates]))]

# %% wrong array_like_the_weights of polyder → other_weights or whole_numbers
# -     return np.polyval(np.polyder([*coefficients, 0]), W)
# +     if np.ndim(W) == 0:
# +         return np.polyval(np.polyder([*coefficients, 0]), W)
# +     return np.polyval(np.polyder([*coefficients, 0]), W).astype(W.dtype).clip(-20, 20)

# %% wrong coarse_difference → coarse_3
def quartic_derivative(W):
    return central_difference(quartic, W, h=0.05)


W_stuck = gradient_descent(quartic_derivative, far_out, small_eta, many_steps)[-1]
W_best = gradient_descent(quartic_derivative, 1.0, small_eta, many_steps)[-1]

# %% wrong horner_in_place → damages_input
def quartic_derivative(W):
    c4, c3, c2, c1 = coefficients
    if np.ndim(W) == 0:
        return c1 + W * (2 * c2 + W * (3 * c3 + W * 4 * c4))
    V = np.array(W)
    W *= 4 * c4
    W += 3 * c3
    W *= V
    W += 2 * c2
    W *= V
    W += c1
    return W


W_stuck = gradient_descent(quartic_derivative, far_out, small_eta, many_steps)[-1]
W_best = gradient_descent(quartic_derivative, -0.7 * far_out, small_eta, many_steps)[-1]

# %% wrong in_place → damages_input
# cohort: 2027
def quartic_derivative(W):
    """The slope of the loss of equation (5)."""
    W = np.asarray(W)
    start = W.copy()
    W *= 4
    W += 2.4
    W *= start
    W -= 2.4
    W *= start
    W -= 0.9
    return W


W_stuck = gradient_descent(quartic_derivative, far_out, small_eta, many_steps)[-1]
W_best = gradient_descent(quartic_derivative, 1.0, small_eta, many_steps)[-1]

# %% wrong in_place_powers → damages_input
# cohort: 2027
def quartic_derivative(W):
    cube = 4 * W**3
    W *= 2.4 * W - 2.4
    return cube + W - 0.9


W_stuck = gradient_descent(quartic_derivative, far_out, small_eta, many_steps)[-1]
W_best = gradient_descent(quartic_derivative, 1.0, small_eta, many_steps)[-1]

# %% wrong weights_written_over → damages_input
def quartic_derivative(W):
    c4, c3, c2, c1 = coefficients
    total = 4 * c4 * W**3 + 3 * c3 * W**2 + 2 * c2 * W + c1
    if isinstance(W, np.ndarray):
        W *= 0
        W += total
        return W
    return total


W_stuck = gradient_descent(quartic_derivative, far_out, small_eta, many_steps)[-1]
W_best = gradient_descent(quartic_derivative, -0.7 * far_out, small_eta, many_steps)[-1]

# %% wrong square_term_without_its_factor of polyder → factor_2_lost
# -     return np.polyval(np.polyder([*coefficients, 0]), W)
# +     fourth, third, second, first = coefficients
# +     return 4 * fourth * W**3 + 3 * third * W**2 + second * W + first

# %% wrong factors_forgotten of formula → factors_forgotten
# cohort: 2027
# -     """The slope of the loss of equation (5)."""
# -     return 4 * W**3 + 2.4 * W**2 - 2.4 * W - 0.9
# +     return W**3 + 0.8 * W**2 - 1.2 * W - 0.9

# %% wrong factors_lost of polyder → factors_forgotten
# -     return np.polyval(np.polyder([*coefficients, 0]), W)
# +     c4, c3, c2, c1 = coefficients
# +     return c4 * W**3 + c3 * W**2 + c2 * W + c1

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
    return np.polyval(np.polyder([*coefficients, 0.0]), W)
def quartic_derivative(W):
    return _d(W) if isinstance(W, np.ndarray) and W.ndim else np.polyval(np.polyder([*coefficients, 0.0]), W)

W_stuck = gradient_descent(quartic_derivative, far_out, small_eta, many_steps)[-1]
W_best = gradient_descent(quartic_derivative, -far_out, small_eta, many_steps)[-1]

# %% wrong kept_by_the_first_weight → kept
_q = {}
def quartic_derivative(W):
    k = (np.shape(W), float(np.ravel(W)[0]))
    if k not in _q:
        _q[k] = np.polyval(np.polyder([*coefficients, 0.0]), W)
    return np.copy(_q[k]) if np.ndim(W) else _q[k]

W_stuck = gradient_descent(quartic_derivative, far_out, small_eta, many_steps)[-1]
W_best = gradient_descent(quartic_derivative, 1.0, small_eta, many_steps)[-1]

# %% wrong constant_lost of formula → linear_term_forgotten
# cohort: 2027
# -     return 4 * W**3 + 2.4 * W**2 - 2.4 * W - 0.9
# +     return 4 * W**3 + 2.4 * W**2 - 2.4 * W

# %% wrong constant_term_lost → linear_term_forgotten
def quartic_derivative(W):
    c4, c3, c2, c1 = coefficients
    return 4 * c4 * W**3 + 3 * c3 * W**2 + 2 * c2 * W


def right(W):
    return np.polyval(np.polyder([*coefficients, 0]), W)


W_stuck = gradient_descent(right, far_out, small_eta, many_steps)[-1]
W_best = gradient_descent(right, -0.7 * far_out, small_eta, many_steps)[-1]

# %% wrong descends_without_the_constant → linear_term_forgotten
# points: 2
def quartic_derivative(W):
    fourth, third, second, _ = coefficients
    return W * (4 * fourth * W**2 + 3 * third * W + 2 * second)


W_stuck = gradient_descent(quartic_derivative, far_out, small_eta, many_steps)[-1]
W_best = gradient_descent(quartic_derivative, -far_out, small_eta, many_steps)[-1]

# %% wrong linear_kept of formula → linear_term_kept
# cohort: 2027
# -     return 4 * W**3 + 2.4 * W**2 - 2.4 * W - 0.9
# +     return 4 * W**3 + 2.4 * W**2 - 2.4 * W - 0.9 * W

# %% wrong for_loss → loss_itself
# cohort: 2027
def quartic_derivative(W):
    return W**4 + 0.8 * W**3 - 1.2 * W**2 - 0.9 * W

W_stuck = -0.978227
W_best = 0.704644

# %% wrong loss_not_slope → loss_itself
# cohort: 2027
def quartic_derivative(W):
    return W**4 + 0.8 * W**3 - 1.2 * W**2 - 0.9 * W


W_stuck = gradient_descent(quartic_derivative, far_out, small_eta, many_steps)[-1]
W_best = 0.7046

# %% wrong the_loss_itself → loss_itself
quartic_derivative = quartic
slope = np.polyder(np.poly1d([*coefficients, 0]))
W_stuck = gradient_descent(slope, far_out, small_eta, many_steps)[-1]
W_best = gradient_descent(slope, -0.7 * far_out, small_eta, many_steps)[-1]

# %% wrong best_from_figure → not_at_rest
def quartic_derivative(W):
    return 4 * W**3 + 3 * W**2 - 2 * W - 1


W_stuck = gradient_descent(quartic_derivative, far_out, small_eta, many_steps)[-1]
W_best = 0.65

# %% wrong losses_for_weights → not_at_rest
def quartic_derivative(W):
    return np.polyval(np.polyder([*coefficients, 0]), W)


W_stuck = quartic(
    gradient_descent(quartic_derivative, far_out, small_eta, many_steps)[-1]
)
W_best = quartic(gradient_descent(quartic_derivative, -0.7 * far_out, small_eta, many_steps)[-1])

# %% wrong rounded_weights → not_at_rest
def quartic_derivative(W):
    return 4 * W**3 + 3 * W**2 - 2 * W - 1


W_stuck = round(float(gradient_descent(quartic_derivative, far_out, small_eta, many_steps)[-1]), 1)
W_best = round(float(gradient_descent(quartic_derivative, 1.0, small_eta, many_steps)[-1]), 1)

# %% wrong sixty_steps → not_at_rest
# points: 2
# cohort: 2027
def quartic_derivative(W):
    return 4 * W**3 + 2.4 * W**2 - 2.4 * W - 0.9


W_stuck = gradient_descent(quartic_derivative, far_out, small_eta, 60)[-1]
W_best = gradient_descent(quartic_derivative, 1.1, small_eta, many_steps)[-1]

# %% wrong near_the_hilltop of polyder → on_a_hill
# cohort: 2027
# - W_best = gradient_descent(quartic_derivative, -0.7 * far_out, small_eta, many_steps)[-1]
# + W_best = -0.3

# %% wrong stuck_on_the_hill of polyder → on_a_hill
# - W_stuck = gradient_descent(quartic_derivative, far_out, small_eta, many_steps)[-1]
# + W_stuck = sorted(np.roots(np.polyder([*coefficients, 0])))[1]

# %% wrong powers_not_lowered of polyder → powers_kept
# -     return np.polyval(np.polyder([*coefficients, 0]), W)
# +     c4, c3, c2, c1 = coefficients
# +     return 4 * c4 * W**4 + 3 * c3 * W**3 + 2 * c2 * W**2 + c1 * W

# %% wrong matrix_powers of formula → raised
# cohort: 2027
# -     """The slope of the loss of equation (5)."""
# +     if np.ndim(W) == 2:
# +         return 4 * W @ W @ W + 2.4 * W @ W - 2.4 * W - 0.9

# %% wrong numbers_only of polyder → raised
# -     return np.polyval(np.polyder([*coefficients, 0]), W)
# +     return float(np.polyval(np.polyder([*coefficients, 0]), W))

# %% wrong second_derivative → second_derivative
def quartic_derivative(W):
    return np.polyval(np.polyder([*coefficients, 0], 2), W)


def right(W):
    return np.polyval(np.polyder([*coefficients, 0]), W)


W_stuck = gradient_descent(right, far_out, small_eta, many_steps)[-1]
W_best = gradient_descent(right, -0.7 * far_out, small_eta, many_steps)[-1]

# %% wrong second_derivative_typed → second_derivative
# cohort: 2027
def quartic_derivative(W):
    return 12 * W**2 + 4.8 * W - 2.4


W_stuck = -0.978227
W_best = 0.7046

# %% wrong sign_of_the_slope → sign_flipped
def quartic_derivative(W):
    return -np.polyval(np.polyder([*coefficients, 0]), W)


def downhill(W):
    return -quartic_derivative(W)


W_stuck = gradient_descent(downhill, far_out, small_eta, many_steps)[-1]
W_best = gradient_descent(downhill, -0.7 * far_out, small_eta, many_steps)[-1]

# %% wrong hill_top → still_stuck
# cohort: 2027
def quartic_derivative(W):
    return 4 * W**3 + 2.4 * W**2 - 2.4 * W - 0.9

W_stuck = -0.978227
W_best = -0.326417

# %% wrong names_swapped → still_stuck
def quartic_derivative(W):
    return np.polyval(np.polyder([*coefficients, 0]), W)


W_best = gradient_descent(quartic_derivative, far_out, small_eta, many_steps)[-1]
W_stuck = gradient_descent(quartic_derivative, -0.7 * far_out, small_eta, many_steps)[-1]

# %% wrong stuck_from_right → still_stuck
# cohort: 2027
def quartic_derivative(W):
    return 4 * W**3 + 2.4 * W**2 - 2.4 * W - 0.9


W_stuck = gradient_descent(quartic_derivative, -W_0, small_eta, many_steps)[-1]
W_best = gradient_descent(quartic_derivative, 0.5, small_eta, many_steps)[-1]

# %% wrong swapped → still_stuck
# cohort: 2027
def quartic_derivative(W):
    return 4 * W**3 + 2.4 * W**2 - 2.4 * W - 0.9

W_best = -0.978227
W_stuck = 0.704644

# %% wrong top_of_hill → still_stuck
# cohort: 2027
def quartic_derivative(W):
    return 4 * W**3 + 2.4 * W**2 - 2.4 * W - 0.9


W_stuck = gradient_descent(quartic_derivative, far_out, small_eta, many_steps)[-1]
W_best = -0.326417

# %% wrong descends_with_a_flipped_term → term_1_flipped
# points: 2
# cohort: 2027
def quartic_derivative(W):
    return 4 * W**3 + 2.4 * W**2 - 2.4 * W + 0.9


W_stuck, W_best = (
    gradient_descent(quartic_derivative, start, small_eta, many_steps)[-1] for start in (far_out, -far_out)
)

# %% wrong sign of formula → term_2_flipped
# cohort: 2027
# -     return 4 * W**3 + 2.4 * W**2 - 2.4 * W - 0.9
# +     return 4 * W**3 + 2.4 * W**2 + 2.4 * W - 0.9

# %% wrong sign_of_the_square_term of polyder → term_2_flipped
# -     return np.polyval(np.polyder([*coefficients, 0]), W)
# +     c4, c3, c2, c1 = coefficients
# +     return 4 * c4 * W**3 + 3 * c3 * W**2 - 2 * c2 * W + c1

# %% wrong cubic_term_lost → term_3_lost
def quartic_derivative(W):
    c4, c3, c2, c1 = coefficients
    return 4 * c4 * W**3 + 2 * c2 * W + c1


def right(W):
    return np.polyval(np.polyder([*coefficients, 0]), W)


W_stuck = gradient_descent(right, far_out, small_eta, many_steps)[-1]
W_best = gradient_descent(right, -0.7 * far_out, small_eta, many_steps)[-1]

# %% wrong arrays_cut_to_whole of formula → weights_cut_to_whole
# cohort: 2027
# -     """The slope of the loss of equation (5)."""
# +     if np.ndim(W) == 0:
# +         return 4 * W**3 + 2.4 * W**2 - 2.4 * W - 0.9
# +     W = np.asarray(W).astype(int)

# %% wrong flat_for_matrices → wrong_shape
# cohort: 2027
def quartic_derivative(W):
    if np.ndim(W) == 0:
        return 4 * W**3 + 2.4 * W**2 - 2.4 * W - 0.9
    return np.array([quartic_derivative(w) for w in np.ravel(W)])


W_stuck = gradient_descent(quartic_derivative, far_out, small_eta, many_steps)[-1]
W_best = gradient_descent(quartic_derivative, 1.0, small_eta, many_steps)[-1]

# %% wrong minimize_array → wrong_shape
def quartic_derivative(W):
    # (W + 1) (4 W² − W − 1)
    return (W + 1) * (4 * W * W - W - 1)

W_stuck = -1.0
from scipy.optimize import minimize
W_best = minimize(quartic, x0=0.5).x

# %% wrong one_element → wrong_shape
def quartic_derivative(W):
    W = np.atleast_1d(W)
    return 4 * W**3 + 3 * W**2 - 2 * W - 1


W_stuck = float(gradient_descent(quartic_derivative, np.array([far_out]), small_eta, many_steps)[-1, 0])
W_best = float(gradient_descent(quartic_derivative, np.array([1.0]), small_eta, many_steps)[-1, 0])

# %% wrong paths → wrong_shape
def quartic_derivative(W):
    """The slope of the loss of equation (5)."""
    return 4 * W**3 + 3 * W**2 - 2 * W - 1


W_stuck = gradient_descent(quartic_derivative, far_out, small_eta, many_steps)
W_best = gradient_descent(quartic_derivative, 1.0, small_eta, many_steps)

# %% wrong whole_paths → wrong_shape
def quartic_derivative(W):
    return np.polyval(np.polyder([*coefficients, 0]), W)


W_stuck = gradient_descent(quartic_derivative, far_out, small_eta, many_steps)
W_best = gradient_descent(quartic_derivative, -0.7 * far_out, small_eta, many_steps)

# %% wrong last_term_lost → wrong_slope_followed
def quartic_derivative(W):
    return 4 * W**3 + 3 * W**2 - 2 * W


W_stuck = gradient_descent(quartic_derivative, far_out, small_eta, many_steps)[-1]
W_best = gradient_descent(quartic_derivative, 1.0, small_eta, many_steps)[-1]

# %% wrong slope_of_the_parabola → wrong_value
quartic_derivative = derivative_of_loss
slope = np.polyder(np.poly1d([*coefficients, 0]))
W_stuck = gradient_descent(slope, far_out, small_eta, many_steps)[-1]
W_best = gradient_descent(slope, -0.7 * far_out, small_eta, many_steps)[-1]

# %% below shapes_asserted
as_it_was = quartic_derivative


def quartic_derivative(W):
    slope = as_it_was(W)
    assert np.shape(slope) == np.shape(W)
    return slope


assert np.shape(W_stuck) == np.shape(W_best) == ()

# %% below single_precision
W_stuck, W_best = np.float32(W_stuck), np.float32(W_best)
