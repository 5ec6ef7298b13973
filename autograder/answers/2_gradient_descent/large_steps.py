# %% right a_hair_below
path_large_eta = [float(w) for w in gradient_descent(derivative_of_loss, W_0, large_eta, n_steps)]
eta_limit = 0.999 / a

# %% right arrays_of_rates
path_large_eta = apply_repeatedly(lambda W: W - large_eta * derivative_of_loss(W), W_0, n_steps)
_rates = np.linspace(0.5, 1.5, 1001)
_last = gradient_descent(derivative_of_loss, np.full(1001, W_0), _rates, 100)[-1]
eta_limit = _rates[np.abs(_last) <= 1.0 + 1e-9][-1]

# %% right bisection
path_large_eta = gradient_descent(derivative_of_loss, W_0, large_eta, n_steps)
low, high = 0.1, 3.0
for _ in range(50):
    middle = (low + high) / 2
    end = gradient_descent(derivative_of_loss, W_0, middle, 200)[-1]
    if abs(end) > abs(W_0):
        high = middle
    else:
        low = middle
eta_limit = (low + high) / 2

# %% right closed_form
factor = 1 - 2 * a * large_eta
path_large_eta = np.array([W_0 * factor**k for k in range(n_steps + 1)])
eta_limit = np.float64(1) / a

# %% right curvature
path_large_eta = gradient_descent(eta=large_eta, W=W_0, derivative=derivative_of_loss, n_steps=n_steps).tolist()
curvature = central_difference(derivative_of_loss, 0.0)
eta_limit = 2 / curvature

# %% right formula
# cohort: 2027
factor = 1 - 2 * a * large_eta
path_large_eta = W_0 * factor ** np.arange(n_steps + 1)
eta_limit = 0.6667

# %% right fraction
from fractions import Fraction

path_large_eta = gradient_descent(derivative_of_loss, W_0, large_eta, n_steps)
eta_limit = 1 / Fraction(a).limit_denominator(1000)

# %% right from_the_curvature
path_large_eta = list(gradient_descent(derivative_of_loss, W_0, large_eta, n_steps))
curvature = derivative_of_loss(1.0) - derivative_of_loss(0.0)
eta_limit = 2 / curvature

# %% right geometric_list
W = W_0
path_large_eta = [W]
for _ in range(n_steps):
    W = W - large_eta * derivative_of_loss(W)
    path_large_eta.append(W)
second_derivative = derivative_of_loss(1.0) - derivative_of_loss(0.0)
eta_limit = 2 / second_derivative

# %% right grid
path_large_eta = gradient_descent(derivative_of_loss, W_0, large_eta, n_steps)
rates_tried = np.arange(0.5, 1.5, 0.001)
stays = [r for r in rates_tried if abs(gradient_descent(derivative_of_loss, W_0, r, 100)[-1]) <= abs(W_0) * (1 + 1e-9)]
eta_limit = max(stays)

# %% right language_model
def amplification(rate: float) -> float:
    """Factor by which one step multiplies the weight."""
    return 1 - 2 * a * rate


path_large_eta = gradient_descent(derivative_of_loss, W=W_0, eta=large_eta, n_steps=n_steps)
eta_limit = 1.0 / a
assert np.isclose(abs(amplification(eta_limit)), 1.0)
assert path_large_eta.shape == (n_steps + 1,)

# %% right limit_by_halving
path_large_eta = gradient_descent(derivative_of_loss, W_0, large_eta, n_steps)
low, high = 0.0, 100.0
while high - low > 1e-6:
    middle = (low + high) / 2
    first, second = gradient_descent(derivative_of_loss, W_0, middle, 1)
    if abs(second) <= abs(first):
        low = middle
    else:
        high = middle
eta_limit = low

# %% right limit_by_trying
path_large_eta = gradient_descent(derivative_of_loss, W_0, large_eta, n_steps)
rates = np.arange(0.001, 3, 0.001)
stays = [abs(gradient_descent(derivative_of_loss, W_0, rate, 50)[-1]) <= abs(W_0) * (1 + 1e-9) for rate in rates]
eta_limit = rates[stays].max()

# %% right list_loop
# cohort: 2027
path_large_eta = [W_0]
while len(path_large_eta) < n_steps + 1:
    W = path_large_eta[-1]
    path_large_eta.append(W - large_eta * derivative_of_loss(W))
eta_limit = 0.6666

# %% right one_call_and_paper
path_large_eta = gradient_descent(derivative_of_loss, W_0, large_eta, n_steps)
eta_limit = 1 / a

# %% right own_loop
w = W_0
path_large_eta = [w]
for _ in range(n_steps):
    w = w - large_eta * 2 * a * w
    path_large_eta.append(w)
eta_limit = 2 / (2 * a)

# %% right quadratic_roots
path_large_eta = gradient_descent(derivative_of_loss, W_0, large_eta, n_steps)
# (1 - 2 a η)² = 1  =>  4 a² η² - 4 a η = 0
eta_limit = max(np.roots([4 * a**2, -4 * a, 0.0]))

# %% right root_finding
from scipy.optimize import brentq
path_large_eta = gradient_descent(derivative_of_loss, W_0, large_eta, n_steps)
eta_limit = brentq(lambda e: abs(W_0 - e * derivative_of_loss(W_0)) - abs(W_0), eta, 100)

# %% right root_of_the_factor
from scipy.optimize import brentq

path_large_eta = W_0 * np.cumprod(np.r_[1.0, np.full(n_steps, 1 - 2 * a * large_eta)])
eta_limit = brentq(lambda rate: abs(1 - 2 * a * rate) - 1, 0.6 / a, 5)

# %% right scan
path_large_eta = gradient_descent(derivative_of_loss, W_0, large_eta, n_steps)

eta_limit = 0.0
for candidate in np.arange(0.5, 1.5, 0.001):
    end = gradient_descent(derivative_of_loss, W_0, candidate, 1)[-1]
    if abs(end) <= abs(W_0) + 1e-9:
        eta_limit = candidate

# %% right seen_at_rest
# cohort: 2027
path_large_eta = gradient_descent(derivative_of_loss, W_0, large_eta, n_steps)
etas = np.linspace(0.66, 0.68, 21)
ends = np.array([abs(gradient_descent(derivative_of_loss, W_0, e, 2000)[-1]) for e in etas])
eta_limit = etas[ends < 1][-1]

# %% right single_precision
path_large_eta = gradient_descent(derivative_of_loss, W_0, large_eta, n_steps).astype(np.float32)
eta_limit = np.float32(1 / a)

# %% right sympy
import sympy

rate = sympy.Symbol("rate", positive=True)
eta_limit = float(sympy.solve(sympy.Eq(1 - 2 * a * rate, -1), rate)[0])
path_large_eta = gradient_descent(derivative_of_loss, W_0, large_eta, n_steps)

# %% right typed
# cohort: 2027
path_large_eta = gradient_descent(derivative_of_loss, -1.2, 0.6, 20)
eta_limit = 0.6667

# %% right two_decimals
path_large_eta = gradient_descent(derivative_of_loss, W_0, large_eta, n_steps)
eta_limit = round(1 / a, 2)

# %% right vectorised_scan
path_large_eta = gradient_descent(derivative_of_loss, W_0, large_eta, n_steps)
_rates = np.linspace(0, 2, 2001)
_factors = np.abs(1 - 2 * a * _rates)
eta_limit = _rates[_factors <= 1 + 1e-12].max()

# %% right scan_of_one_step
path_large_eta = np.array([W_0 * (1 - 2 * a * large_eta) ** k for k in range(n_steps + 1)])
eta_limit = 0.0
for rate in np.arange(0.001, 2, 0.001):
    one_step = abs(W_0 - rate * derivative_of_loss(W_0))
    if one_step <= abs(W_0) + 1e-9:
        eta_limit = rate

# %% wrong at_the_limit → at_the_limit
path_large_eta = gradient_descent(derivative_of_loss, W_0, 1 / a, n_steps)
eta_limit = 1 / a

# %% wrong path_backwards → backwards
path_large_eta = gradient_descent(derivative_of_loss, W_0, large_eta, n_steps)[::-1]
eta_limit = 1 / a

# %% wrong steps_not_weights → changes_only
_p = gradient_descent(derivative_of_loss, W_0, large_eta, n_steps + 1)
path_large_eta = np.diff(_p)
eta_limit = 1.0

# %% wrong first_rate_that_runs_away → first_that_runs_away
path_large_eta = gradient_descent(derivative_of_loss, W_0, large_eta, n_steps)
eta_limit = min(k / 100 for k in range(1, 200) if abs(1 - 2 * a * k / 100) > 1.015)

# %% wrong first_unstable → first_that_runs_away
# cohort: 2027
path_large_eta = gradient_descent(derivative_of_loss, -1.2, 0.6, 20)
eta_limit = 0.68

# %% wrong limit_above → first_that_runs_away
# cohort: 2027
path_large_eta = gradient_descent(derivative_of_loss, W_0, large_eta, n_steps)
eta_limit = 0.68

# %% wrong last_rate_that_settles → last_that_settles
# cohort: 2027
path_large_eta = gradient_descent(derivative_of_loss, W_0, large_eta, n_steps)
eta_limit = max(k / 100 for k in range(1, 200) if abs(1 - 2 * a * k / 100) < 1 - 1e-9)

# %% wrong limit_safe_margin → last_that_settles
# cohort: 2027
path_large_eta = gradient_descent(derivative_of_loss, W_0, large_eta, n_steps)
eta_limit = 0.66

# %% wrong factor_two_lost → limit_doubled
path_large_eta = gradient_descent(derivative_of_loss, W_0, large_eta, n_steps)
eta_limit = 2 / a

# %% wrong losses → no_crossing
path_large_eta = valley(gradient_descent(derivative_of_loss, W_0, large_eta, n_steps))
eta_limit = 1 / a

# %% wrong quartic → no_crossing or not_finite
path_large_eta = gradient_descent(quartic_derivative, W_0, large_eta, n_steps)
eta_limit = 1 / a

# %% wrong sizes_only → no_crossing
path_large_eta = -np.abs(gradient_descent(derivative_of_loss, W_0, large_eta, n_steps))
eta_limit = 1.0

# %% wrong small_learning_rate → no_crossing
path_large_eta = gradient_descent(derivative_of_loss, W_0, eta, n_steps)
eta_limit = 1 / a

# %% wrong small_rate → no_crossing
path_large_eta = gradient_descent(derivative_of_loss, W_0, eta, n_steps)
eta_limit = 1.0

# %% wrong limit_infinite → not_finite
path_large_eta = gradient_descent(derivative_of_loss, W_0, large_eta, n_steps)
eta_limit = np.inf

# %% wrong on_the_quartic → not_finite
path_large_eta = gradient_descent(quartic_derivative, W_0 - 5, 10 * large_eta, n_steps)
eta_limit = 1 / a

# %% wrong limit_of_the_worked_example → of_the_example
path_large_eta = gradient_descent(derivative_of_loss, W_0, large_eta, n_steps)
eta_limit = 0.2

# %% wrong worked_example → of_the_example
path_large_eta = gradient_descent(derivative_of_loss, -1.0, 0.9, 20)
eta_limit = 0.2

# %% wrong factor_minus_one_lost → one_step_rate
path_large_eta = gradient_descent(derivative_of_loss, W_0, large_eta, n_steps)
eta_limit = max(r for r in np.linspace(0, 2, 2001) if 1 - 2 * a * r > 0)

# %% wrong fastest_for_largest → one_step_rate
path_large_eta = gradient_descent(derivative_of_loss, W_0, large_eta, n_steps)
eta_limit = 1 / (2 * a)

# %% wrong monotone → one_step_rate
# cohort: 2027
path_large_eta = gradient_descent(derivative_of_loss, -1.2, 0.6, 20)
eta_limit = 0.3333

# %% wrong rounded_path → rounded
path_large_eta = np.round(gradient_descent(derivative_of_loss, W_0, large_eta, n_steps), 2)
eta_limit = 1.0

# %% wrong the_first_rate → small_rate
path_large_eta = gradient_descent(derivative_of_loss, W_0, large_eta, n_steps)
eta_limit = eta

# %% wrong start_missing → start_missing
path_large_eta = gradient_descent(derivative_of_loss, W_0, large_eta, n_steps)[1:]
eta_limit = 1.0

# %% wrong a_little_above_the_limit → too_large
# points: 0.5
# cohort: 2027
path_large_eta = gradient_descent(derivative_of_loss, W_0, large_eta, n_steps)
eta_limit = 0.6733

# %% wrong scan_of_tenths → too_large
# cohort: 2027
path_large_eta = gradient_descent(derivative_of_loss, W_0, large_eta, n_steps)
eta_limit = next(r for r in (0.2, 0.4, 0.6, 0.8, 1.0) if abs(1 - 2 * a * r) > 1)

# %% wrong coarse of scan → too_small
# - for candidate in np.arange(0.5, 1.5, 0.001):
# + for candidate in np.arange(0.5, 1.0, 0.05):

# %% wrong largest_at_rest → too_small
path_large_eta = gradient_descent(derivative_of_loss, W_0, large_eta, n_steps)
eta_limit = max(
    r for r in np.arange(0.05, 1.5, 0.05) if abs(gradient_descent(derivative_of_loss, W_0, r, 60)[-1]) < 0.1
)

# %% wrong limit_too_low → too_small
path_large_eta = gradient_descent(derivative_of_loss, W_0, large_eta, n_steps)
eta_limit = 0.0
for rate in np.arange(0.01, 1.5, 0.01):
    if abs(gradient_descent(derivative_of_loss, W_0, rate, n_steps)[-1]) < 0.01:
        eta_limit = rate

# %% wrong too_coarse_a_search → too_small
path_large_eta = gradient_descent(derivative_of_loss, W_0, large_eta, n_steps)
rates = np.arange(0.03, 3, 0.2) / a
stays = [abs(gradient_descent(derivative_of_loss, W_0, rate, 50)[-1]) <= abs(W_0) for rate in rates]
eta_limit = rates[stays].max()

# %% wrong the_rate_just_tried → tried_rate
path_large_eta = gradient_descent(derivative_of_loss, W_0, large_eta, n_steps)
eta_limit = large_eta

# %% wrong zero_point_nine → tried_rate
# cohort: 2027
path_large_eta = gradient_descent(derivative_of_loss, -1.2, 0.6, 20)
eta_limit = 0.6

# %% wrong array_limit → wrong_shape
path_large_eta = gradient_descent(derivative_of_loss, W_0, large_eta, n_steps)
eta_limit = np.array([1.0])

# %% wrong list_of_rates → wrong_shape
path_large_eta = gradient_descent(derivative_of_loss, W_0, large_eta, n_steps)
eta_limit = [0.5 / a, 1 / a]

# %% wrong more_steps → wrong_shape
path_large_eta = gradient_descent(derivative_of_loss, W_0, large_eta, many_steps)
eta_limit = 1.0

# %% wrong only_the_end → wrong_shape
path_large_eta = gradient_descent(derivative_of_loss, W_0, large_eta, n_steps)[-1]
eta_limit = 1 / a

# %% wrong tuple_limit → wrong_shape
path_large_eta = gradient_descent(derivative_of_loss, W_0, large_eta, n_steps)
eta_limit = (0.0, 1.0)

# %% wrong from_right → wrong_start
path_large_eta = gradient_descent(derivative_of_loss, path_from_right[0], large_eta, n_steps)
eta_limit = 1.0

# %% wrong other_start → wrong_start
from decoding import load_cohort

this_year = load_cohort()
path_large_eta = gradient_descent(derivative_of_loss, this_year.descent.other_start, large_eta, n_steps)
eta_limit = 1 / a

# %% wrong decaying_rate → wrong_steps
W, path = W_0, [W_0]
for k in range(n_steps):
    W = W - large_eta / (1 + 0.1 * k) * derivative_of_loss(W)
    path.append(W)
path_large_eta = np.array(path)
eta_limit = 1.0

# %% wrong half_the_slope → wrong_steps
path_large_eta = gradient_descent(lambda W: a * W, W_0, 1.5 * large_eta, n_steps)
eta_limit = 1 / a

# %% wrong no_sign_afterwards → wrong_steps
path_large_eta = gradient_descent(derivative_of_loss, W_0, large_eta, n_steps)
path_large_eta = np.concatenate([path_large_eta[:1], np.abs(path_large_eta[1:])])
eta_limit = 1.0

# %% wrong other_rate → wrong_steps
path_large_eta = gradient_descent(derivative_of_loss, W_0, 0.8, n_steps)
eta_limit = 1.0

# %% wrong signs_lost_after_the_first → wrong_steps
path_large_eta = gradient_descent(derivative_of_loss, W_0, large_eta, n_steps)
path_large_eta[2:] = np.abs(path_large_eta[2:])
eta_limit = 1 / a

# %% wrong limit_as_text → wrong_type
path_large_eta = gradient_descent(derivative_of_loss, W_0, large_eta, n_steps)
eta_limit = f"{1 / a:.2f}"

# %% below shapes_asserted
assert np.shape(path_large_eta) == (n_steps + 1,)
assert np.shape(eta_limit) == ()

# %% below single_precision
path_large_eta, eta_limit = np.float32(path_large_eta), np.float32(eta_limit)
