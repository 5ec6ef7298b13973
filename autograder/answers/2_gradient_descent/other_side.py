# %% right apply_repeatedly
# cohort: 2027
path_from_right = apply_repeatedly(lambda W: W - eta * derivative_of_loss(W), 1.4, n_steps)

# %% right by_name
from decoding import load_cohort

this_year = load_cohort()
path_from_right = gradient_descent(
    derivative=derivative_of_loss, W=this_year.descent.other_start, eta=eta, n_steps=n_steps
)

# %% right call
# cohort: 2027
path_from_right = gradient_descent(derivative_of_loss, 1.4, eta, n_steps)

# %% right closed_form
from decoding import load_cohort

this_year = load_cohort()
path_from_right = this_year.descent.other_start * (1 - 2 * a * eta) ** np.arange(n_steps + 1)

# %% right cumprod
# cohort: 2027
factors = np.full(n_steps + 1, 1 - 2 * a * eta)
factors[0] = 1.4
path_from_right = np.cumprod(factors)

# %% right formula
# cohort: 2027
path_from_right = 1.4 * (1 - 2 * a * eta) ** np.arange(n_steps + 1)

# %% right from_the_cohort_file
import json
from decoding.sessions import data_folder

start = json.loads((data_folder() / "cohort.json").read_text())["descent"]["other_start"]
path_from_right = gradient_descent(derivative_of_loss, start, eta, n_steps)

# %% right keywords
# cohort: 2027
start = +1.4
path_from_right = gradient_descent(derivative=derivative_of_loss, W=start, eta=0.08, n_steps=20)

# %% right list_comprehension
# cohort: 2027
path_from_right = [1.4 * 0.76**k for k in range(n_steps + 1)]

# %% right list_of_numbers
from decoding import load_cohort

path_from_right = [float(w) for w in gradient_descent(lambda w: 2 * a * w, load_cohort().descent.other_start, eta, 20)]

# %% right loop
# cohort: 2027
w = 1.4
path_from_right = [w]
for k in range(n_steps):
    w = w - eta * derivative_of_loss(w)
    path_from_right.append(w)

# %% right loop_of_its_own
from decoding import load_cohort

this_year = load_cohort()
w = this_year.descent.other_start
path_from_right = [w]
for _ in range(n_steps):
    w = w - eta * 2 * a * w
    path_from_right.append(w)

# %% right minus_the_path_from_the_left
from decoding import load_cohort

path_from_right = -path_from_left * load_cohort().descent.other_start / abs(W_0)

# %% right one_call of closed_form
# - path_from_right = this_year.descent.other_start * (1 - 2 * a * eta) ** np.arange(n_steps + 1)
# + path_from_right = gradient_descent(derivative_of_loss, this_year.descent.other_start, eta, n_steps)

# %% right own_loop
# cohort: 2027
path_from_right = [1.4]
for _ in range(n_steps):
    path_from_right.append(path_from_right[-1] - eta * derivative_of_loss(path_from_right[-1]))

# %% right own_slope_handed_over of closed_form
# - path_from_right = this_year.descent.other_start * (1 - 2 * a * eta) ** np.arange(n_steps + 1)
# + path_from_right = gradient_descent(lambda W: 2 * a * W, this_year.descent.other_start, eta, n_steps)

# %% right scaled_from_the_left of closed_form
# - path_from_right = this_year.descent.other_start * (1 - 2 * a * eta) ** np.arange(n_steps + 1)
# + path_from_right = this_year.descent.other_start / W_0 * gradient_descent(derivative_of_loss, W_0, eta, n_steps)

# %% right single_precision of closed_form
# - path_from_right = this_year.descent.other_start * (1 - 2 * a * eta) ** np.arange(n_steps + 1)
# + path_from_right = np.float32(gradient_descent(derivative_of_loss, this_year.descent.other_start, eta, n_steps))

# %% right tensor_itself
# cohort: 2027
import torch
path_from_right = 1.4 * torch.pow(torch.tensor(1 - 2 * a * eta, dtype=torch.float64), torch.arange(n_steps + 1))

# %% right torch_path
# cohort: 2027
import torch
_w = torch.tensor(1.4, dtype=torch.float64, requires_grad=True)
_sgd = torch.optim.SGD([_w], lr=eta)
_seen = [_w.item()]
for _ in range(n_steps):
    _sgd.zero_grad()
    (a * _w**2).backward()
    _sgd.step()
    _seen.append(_w.item())
path_from_right = np.array(_seen)

# %% wrong even_steps → evenly_spaced
# cohort: 2027
path_from_right = np.linspace(1.4, 1.4 * 0.76**n_steps, n_steps + 1)

# %% wrong straight → evenly_spaced
# cohort: 2027
path_from_right = np.linspace(1.4, 0, n_steps + 1)

# %% wrong straight_line → evenly_spaced
from decoding import load_cohort

path_from_right = np.linspace(load_cohort().descent.other_start, 0, n_steps + 1)

# %% wrong mirrored_at_the_start → first_path_moved
from decoding import load_cohort

path_from_right = load_cohort().descent.other_start + abs(W_0) + path_from_left

# %% wrong shifted → first_path_moved
# cohort: 2027
path_from_right = path_from_left + 2.6

# %% wrong start_halved → half
# cohort: 2027
path_from_right = gradient_descent(derivative_of_loss, 0.7, eta, n_steps)

# %% wrong losses of closed_form → losses_not_weights
# - path_from_right = this_year.descent.other_start * (1 - 2 * a * eta) ** np.arange(n_steps + 1)
# + path_from_right = valley(gradient_descent(derivative_of_loss, this_year.descent.other_start, eta, n_steps))

# %% wrong not_assigned of closed_form → not_defined
# - path_from_right = this_year.descent.other_start * (1 - 2 * a * eta) ** np.arange(n_steps + 1)
# + gradient_descent(derivative_of_loss, this_year.descent.other_start, eta, n_steps)

# %% wrong swapped → not_defined
path_from_right = gradient_descent(derivative_of_loss, 1.0, n_steps, eta)

# %% wrong backwards of closed_form → path_reversed
# - path_from_right = this_year.descent.other_start * (1 - 2 * a * eta) ** np.arange(n_steps + 1)
# + path_from_right = gradient_descent(derivative_of_loss, this_year.descent.other_start, eta, n_steps)[::-1]

# %% wrong reversed → path_reversed
# cohort: 2027
path_from_right = gradient_descent(derivative_of_loss, 1.4, eta, n_steps)[::-1]

# %% wrong rounded → rounded
# cohort: 2027
path_from_right = np.round(gradient_descent(derivative_of_loss, 1.4, eta, n_steps), 2)

# %% wrong rounded_too_far of closed_form → rounded
# - path_from_right = this_year.descent.other_start * (1 - 2 * a * eta) ** np.arange(n_steps + 1)
# + path_from_right = np.round(gradient_descent(derivative_of_loss, this_year.descent.other_start, eta, n_steps), 1)

# %% wrong slightly_rounded → rounded
# cohort: 2027
path_from_right = np.round(gradient_descent(derivative_of_loss, 1.4, eta, n_steps), 7)

# %% wrong two_decimals → rounded
from decoding import load_cohort

path_from_right = np.round(gradient_descent(derivative_of_loss, load_cohort().descent.other_start, eta, n_steps), 2)

# %% wrong slopes → slopes_not_weights
# cohort: 2027
path_from_right = derivative_of_loss(gradient_descent(derivative_of_loss, 1.4, eta, n_steps))

# %% wrong no_start → start_missing
w = 1.0
path_from_right = []
for k in range(n_steps):
    w = w - eta * derivative_of_loss(w)
    path_from_right.append(w)

# %% wrong one_step_less of closed_form → start_missing
# - path_from_right = this_year.descent.other_start * (1 - 2 * a * eta) ** np.arange(n_steps + 1)
# + path_from_right = gradient_descent(derivative_of_loss, this_year.descent.other_start, eta, n_steps - 1)

# %% wrong start_cut → start_missing
path_from_right = gradient_descent(derivative_of_loss, 1.0, eta, n_steps)[1:]

# %% wrong eta_negative → uphill
# cohort: 2027
path_from_right = gradient_descent(derivative_of_loss, 1.4, -eta, n_steps)

# %% wrong other_slope → uphill
# cohort: 2027
path_from_right = gradient_descent(slope_of_g, 1.4, eta, n_steps)

# %% wrong slope_uphill_twice → uphill
from decoding import load_cohort

path_from_right = gradient_descent(derivative_of_loss, load_cohort().descent.other_start, -eta, n_steps)

# %% wrong uphill of closed_form → uphill
# - path_from_right = this_year.descent.other_start * (1 - 2 * a * eta) ** np.arange(n_steps + 1)
# + path_from_right = gradient_descent(lambda W: -derivative_of_loss(W), this_year.descent.other_start, eta, n_steps)

# %% wrong large_learning_rate of closed_form → wrong_eta
# - path_from_right = this_year.descent.other_start * (1 - 2 * a * eta) ** np.arange(n_steps + 1)
# + path_from_right = gradient_descent(derivative_of_loss, this_year.descent.other_start, large_eta, n_steps)

# %% wrong last_only → wrong_shape
path_from_right = gradient_descent(derivative_of_loss, 1.0, eta, n_steps)[-1]

# %% wrong only_the_end of closed_form → wrong_shape
# - path_from_right = this_year.descent.other_start * (1 - 2 * a * eta) ** np.arange(n_steps + 1)
# + path_from_right = gradient_descent(derivative_of_loss, this_year.descent.other_start, eta, n_steps)[-1]

# %% wrong start_as_array → wrong_shape
path_from_right = gradient_descent(derivative_of_loss, np.array([1.0]), eta, n_steps)

# %% wrong too_few_steps → wrong_shape
path_from_right = gradient_descent(derivative_of_loss, 1.0, eta, 10)

# %% wrong twice_the_steps → wrong_shape
from decoding import load_cohort

path_from_right = gradient_descent(derivative_of_loss, load_cohort().descent.other_start, eta, 2 * n_steps)

# %% wrong same_start → wrong_start
path_from_right = gradient_descent(derivative_of_loss, W_0, eta, n_steps)

# %% wrong half_slope of closed_form → wrong_steps
# - path_from_right = this_year.descent.other_start * (1 - 2 * a * eta) ** np.arange(n_steps + 1)
# + path_from_right = gradient_descent(lambda W: a * W, this_year.descent.other_start, eta, n_steps)

# %% wrong large → wrong_steps
# cohort: 2027
path_from_right = gradient_descent(derivative_of_loss, 1.4, large_eta, n_steps)

# %% wrong loss_for_slope → wrong_steps
# cohort: 2027
path_from_right = gradient_descent(valley, 1.4, eta, n_steps)

# %% wrong the_function_itself → wrong_type
path_from_right = gradient_descent

# %% wrong quartic_rate → wrong_value
path_from_right = gradient_descent(derivative_of_loss, 1.0, 0.09, 2 * n_steps)[: n_steps + 1]

# %% wrong reversed_left → wrong_value
path_from_right = gradient_descent(derivative_of_loss, W_0, eta, n_steps)[::-1] + 1

# %% below shapes_asserted
assert np.shape(path_from_right) == (n_steps + 1,)

# %% below single_precision
path_from_right = np.float32(path_from_right)
