# %% right accumulate
from itertools import accumulate


def gradient_descent(derivative, W, eta, n_steps):
    one_step = lambda here, _: here - eta * derivative(here)
    return np.array(list(accumulate(range(n_steps), one_step, initial=W)))

# %% right apply_repeatedly
def gradient_descent(derivative, W, eta, n_steps):
    return apply_repeatedly(lambda w: w - eta * derivative(w), W, n_steps)

# %% right array_made_first
def gradient_descent(derivative, W, eta, n_steps):
    W = np.asarray(W, dtype=float)
    path = np.empty((n_steps + 1, *W.shape))
    path[0] = W
    for step in range(n_steps):
        path[step + 1] = path[step] - eta * derivative(path[step])
    return path

# %% right augmented_copy
def gradient_descent(derivative, W, eta, n_steps):
    path = [np.array(W, dtype=float)]
    for _ in range(n_steps):
        here = path[-1].copy()
        slope = derivative(path[-1].copy()[()])
        here -= eta * slope
        path.append(here)
    return np.array(path)

# %% right change_named
def gradient_descent(derivative, W, eta, n_steps):
    """All weights that gradient descent visits, the start first."""
    all_weights = []
    weight = W
    for step in range(n_steps + 1):
        all_weights.append(weight)
        delta_W = -eta * derivative(weight)
        weight = weight + delta_W
    return np.array(all_weights)

# %% right class_based
class GradientDescent:
    def __init__(self, derivative, eta):
        self.derivative, self.eta = derivative, eta

    def step(self, W):
        return np.subtract(W, np.multiply(self.eta, self.derivative(W)))


def gradient_descent(derivative, W, eta, n_steps):
    walker = GradientDescent(derivative, eta)
    path = [W]
    while len(path) <= n_steps:
        path.append(walker.step(path[-1]))
    return np.stack(path)

# %% right class_of_a_walker
class Walker:
    def __init__(self, slope, place, rate):
        self.slope, self.place, self.rate = slope, place, rate

    def step(self):
        self.place = self.place - self.rate * self.slope(self.place)
        return self.place


def gradient_descent(derivative, W, eta, n_steps):
    walker = Walker(derivative, W, eta)
    return np.stack([np.asarray(W), *(np.asarray(walker.step()) for _ in range(n_steps))])

# %% right class_walker
class Walker:
    def __init__(self, derivative, eta):
        self.derivative, self.eta = derivative, eta

    def step(self, W):
        return W - self.eta * self.derivative(W)

def gradient_descent(derivative, W, eta, n_steps):
    walker = Walker(derivative, eta)
    path = [W]
    while len(path) < n_steps + 1:
        path.append(walker.step(path[-1]))
    return np.array(path)

# %% right cumulative_list
def gradient_descent(derivative, W, eta, n_steps):
    w, path = np.array(W, dtype=float)[()], []
    for k in range(n_steps + 1):
        path.append(np.asarray(w).tolist())
        if k < n_steps:
            w = w - eta * np.array(derivative(w))
    return path

# %% right generator
def walk(slope, weight, rate, steps):
    yield weight
    for _ in range(steps):
        weight = weight - rate * slope(weight)
        yield weight


def gradient_descent(derivative, W, eta, n_steps):
    return list(walk(derivative, W, eta, n_steps))

# %% right in_place_on_a_copy
def gradient_descent(derivative, W, eta, n_steps):
    now = np.array(W, dtype=float)
    path = [now.copy()]
    for _ in range(n_steps):
        now -= eta * derivative(now)
        path.append(now.copy())
    return np.array(path)

# %% right language_model
from collections.abc import Callable


def gradient_descent(derivative: Callable, W, eta: float, n_steps: int) -> np.ndarray:
    """Run plain gradient descent.

    Parameters
    ----------
    derivative : callable
        Slope of the loss at the given weights.
    W : float or np.ndarray
        Starting weights; not modified.
    eta : float
        Learning rate.
    n_steps : int
        Number of steps.

    Returns
    -------
    np.ndarray
        Visited weights, shape (n_steps + 1, ...).
    """
    if n_steps < 0:
        raise ValueError("n_steps must not be negative")
    current = np.array(W, dtype=float)[()]
    path = np.empty((n_steps + 1, *np.shape(W)), dtype=float)
    path[0] = current
    for step in range(1, n_steps + 1):
        slope = derivative(current)
        current = current - eta * slope
        path[step] = current
    assert path.shape == (n_steps + 1, *np.shape(W))
    return path

# %% right last_entry
def gradient_descent(derivative, W, eta, n_steps):
    path = [W]
    while len(path) <= n_steps:
        slope = derivative(path[-1])
        path.append(path[-1] - eta * slope)
    return np.asarray(path)

# %% right list_and_append
def gradient_descent(derivative, W, eta, n_steps):
    path = [W]
    for _ in range(n_steps):
        path.append(path[-1] - eta * derivative(path[-1]))
    return np.array(path)

# %% right list_of_weights
def gradient_descent(derivative, W, eta, n_steps):
    """All weights that gradient descent visits, the start first."""
    path = [W]
    for _ in range(n_steps):
        W = W - eta * derivative(W)
        path.append(W)
    return np.array(path)

# %% right llm_typed
from typing import Callable

def gradient_descent(derivative: Callable, W, eta: float, n_steps: int) -> np.ndarray:
    """Plain gradient descent; returns the trajectory including the start."""
    trajectory = [np.asarray(W, dtype=float)]
    current = W * 1.0
    for _step in range(int(n_steps)):
        gradient = derivative(current)
        current = current - eta * gradient
        trajectory.append(np.asarray(current, dtype=float))
    return np.stack(trajectory, axis=0)

# %% right np_subtract_out
def gradient_descent(derivative, W, eta, n_steps):
    W = np.asarray(W)
    path = np.zeros((1 + n_steps,) + W.shape)
    path[0, ...] = W
    here = W.astype(float)
    for k in range(1, n_steps + 1):
        slope = np.asarray(derivative(here if here.ndim else here.item()), dtype=float)
        here = np.subtract(here, eta * slope)
        path[k, ...] = here
    return path

# %% right prealloc
def gradient_descent(derivative, W, eta, n_steps):
    W = np.array(W, dtype=float)
    path = np.zeros((n_steps + 1,) + W.shape)
    path[0] = W
    for k in range(n_steps):
        path[k + 1] = path[k] - eta * np.asarray(derivative(path[k].copy()))
    return path

# %% right preallocated of prealloc
# -     W = np.array(W, dtype=float)
# -     path = np.zeros((n_steps + 1,) + W.shape)
# +     path = np.zeros((n_steps + 1,) + np.shape(W))

# %% right python_floats of list_of_weights
# -     """All weights that gradient descent visits, the start first."""
# +     if np.ndim(W) == 0:
# +         W = float(W)

# %% right reduce
from functools import reduce


def gradient_descent(derivative, W, eta, n_steps):
    return np.array(reduce(lambda path, _: [*path, path[-1] - eta * derivative(path[-1])], range(n_steps), [W]))

# %% right returns_list
def gradient_descent(derivative, W, eta, n_steps):
    path = [W]
    for step in range(1, n_steps + 1):
        previous = path[step - 1]
        path.append(previous - eta * derivative(previous))
    return [p.tolist() if isinstance(p, np.ndarray) else float(p) for p in path]

# %% right returns_tensor
import torch

def gradient_descent(derivative, W, eta, n_steps):
    path = [torch.tensor(np.array(W, dtype=float))]
    for _ in range(n_steps):
        W = W - eta * derivative(W)
        path.append(torch.tensor(np.array(W, dtype=float)))
    return torch.stack(path)

# %% right single_precision of list_of_weights
# -     """All weights that gradient descent visits, the start first."""
# +     W = np.asarray(W, dtype=np.float32)
# -         W = W - eta * derivative(W)
# +         W = np.asarray(W - np.float32(eta) * derivative(W), dtype=np.float32)

# %% right tensor
import torch


def gradient_descent(derivative, W, eta, n_steps):
    visited = [torch.tensor(np.array(W), dtype=torch.float64)]
    for _ in range(n_steps):
        now = visited[-1].numpy()
        slope = torch.tensor(np.array(derivative(now if now.ndim else now.item())))
        visited.append(visited[-1] - eta * slope)
    return torch.stack(visited)

# %% right torch_path
import torch


def gradient_descent(derivative, W, eta, n_steps):
    path = torch.zeros((n_steps + 1, *np.shape(W)), dtype=torch.float64)
    w = np.array(W, dtype=float)[()]
    for k in range(n_steps + 1):
        path[k] = torch.as_tensor(np.array(w))
        if k < n_steps:
            w = w - eta * np.asarray(derivative(w))
    return path

# %% right torch_sgd
import torch

def gradient_descent(derivative, W, eta, n_steps):
    weight = torch.tensor(np.array(W, dtype=float), dtype=torch.float64, requires_grad=True)
    sgd = torch.optim.SGD([weight], lr=float(eta))
    seen = [weight.detach().numpy().copy()]
    for _ in range(n_steps):
        here = weight.detach().numpy().copy()
        slope = derivative(here if here.ndim else here.item())
        weight.grad = torch.tensor(np.array(np.broadcast_to(slope, here.shape), dtype=float))
        sgd.step()
        seen.append(weight.detach().numpy().copy())
    return np.stack(seen)

# %% right tuple_of_weights
def gradient_descent(derivative, W, eta, n_steps):
    path = (W,)
    for _ in range(n_steps):
        path += (np.subtract(path[-1], np.multiply(eta, derivative(path[-1]))),)
    return path

# %% right while_copy
def gradient_descent(derivative, W, eta, n_steps):
    w = np.array(W, dtype=np.float64)
    is_number = w.ndim == 0
    visited = []
    k = 0
    while True:
        visited.append(w.copy())
        if k == n_steps:
            break
        slope = derivative(w[()] if is_number else w.copy())
        w = w - eta * np.array(slope, dtype=np.float64)
        k += 1
    return np.array(visited)

# %% right while_loop
def gradient_descent(derivative, W, eta, n_steps):
    weights, taken = [W], 0
    while taken < n_steps:
        delta = -eta * derivative(W)
        W = W + delta
        weights.append(W)
        taken += 1
    return np.stack(weights)

# %% right zeros_filled
def gradient_descent(derivative, W, eta, n_steps):
    path = np.zeros((n_steps + 1, *np.shape(W)))
    path[0] = W
    for k in range(n_steps):
        path[k + 1] = path[k] - eta * np.asarray(derivative(path[k]))
    return path

# %% right accumulate_repeat
from itertools import accumulate, repeat

def gradient_descent(derivative, W, eta, n_steps):
    return np.array(list(accumulate(repeat(None, n_steps), lambda w, _: w - eta * derivative(w), initial=W)))

# %% right generator_stacked
def _walk(derivative, W, eta, n_steps):
    yield np.array(W, dtype=float)
    for _ in range(n_steps):
        W = W - eta * derivative(W)
        yield np.array(W, dtype=float)

def gradient_descent(derivative, W, eta, n_steps):
    return np.stack(list(_walk(derivative, W, eta, n_steps)))

# %% right generator_adds_minus_eta
def _walk(derivative, W, eta, n_steps):
    yield W
    for _ in range(n_steps):
        W = W + (-eta) * derivative(W)
        yield W


def gradient_descent(derivative, W, eta, n_steps):
    return np.array([w for w in _walk(derivative, W, eta, n_steps)], dtype=float)

# %% right deep_copies
def gradient_descent(derivative, W, eta, n_steps):
    import copy
    current = copy.deepcopy(W)
    visited = [copy.deepcopy(current)]
    step = 0
    while step < n_steps:
        slope = derivative(copy.deepcopy(current))
        delta_W = np.multiply(-eta, slope)
        current = current + delta_W
        visited.append(copy.deepcopy(current))
        step += 1
    return np.asarray(visited)

# %% wrong copy_changed_in_place → aliased
# points: 1.5
def gradient_descent(derivative, W, eta, n_steps):
    """All weights that gradient descent visits, the start first."""
    here = np.array(W, dtype=float)
    path = [here]
    for _ in range(n_steps):
        here -= eta * derivative(here)
        path.append(here)
    return np.array(path)

# %% wrong stored_by_reference of list_of_weights → aliased
# points: 1.5
# -     """All weights that gradient descent visits, the start first."""
# +     W = np.array(W, dtype=float)
# -         W = W - eta * derivative(W)
# +         W -= eta * derivative(W)

# %% wrong start_and_changes → changes_after_the_start
def gradient_descent(derivative, W, eta, n_steps):
    collected = [W]
    for _ in range(n_steps):
        change = -eta * derivative(W)
        W = W + change
        collected.append(change)
    return np.array(collected)

# %% wrong changes_kept → changes_only
def gradient_descent(derivative, W, eta, n_steps):
    changes = []
    for _ in range(n_steps):
        delta = -eta * derivative(W)
        W = W + delta
        changes.append(delta)
    return np.array(changes)

# %% wrong slopes_clipped of list_and_append → clipped
# -         path.append(path[-1] - eta * derivative(path[-1]))
# +         W = W - eta * np.clip(derivative(W), -10, 10)
# +         path.append(W)

# %% wrong gauss_seidel → coupled
def gradient_descent(derivative, W, eta, n_steps):
    W = np.array(W, dtype=float)
    path = [W.copy()]
    for _ in range(n_steps):
        W = W.copy()
        for k in np.ndindex(W.shape):
            W[k] = W[k] - eta * np.asarray(derivative(W))[k]
        path.append(W.copy())
    return np.array(path)

# %% wrong start_written_over → damages_input
def gradient_descent(derivative, W, eta, n_steps):
    path = [np.copy(W)]
    for _ in range(n_steps):
        W -= eta * derivative(W)
        path.append(np.copy(W))
    return np.array(path)

# %% wrong stored_below_the_loop of list_of_weights → ends_only
# points: 0
# -         path.append(W)
# +     path.append(W)

# %% wrong no_learning_rate of list_and_append → eta_missing
# -         path.append(path[-1] - eta * derivative(path[-1]))
# +         W = W - derivative(W)
# +         path.append(W)

# %% wrong eta_squared of list_and_append → eta_squared
# -         path.append(path[-1] - eta * derivative(path[-1]))
# +         delta = -eta * derivative(W)
# +         W = W + eta * delta
# +         path.append(W)

# %% wrong returns_inside_the_loop → first_step_only
def gradient_descent(derivative, W, eta, n_steps):
    visited = [W]
    for _ in range(n_steps):
        W = W - eta * derivative(W)
        visited.append(W)
        return np.array(visited)

# %% wrong fixed_slope → fixed_derivative
def gradient_descent(derivative, W, eta, n_steps):
    """All weights that gradient descent visits, the start first."""
    visited = [W]
    for _ in range(n_steps):
        W = W - eta * derivative_of_loss(W)
        visited.append(W)
    return np.array(visited)

# %% wrong global_eta of list_of_weights → fixed_eta
# - def gradient_descent(derivative, W, eta, n_steps):
# -     """All weights that gradient descent visits, the start first."""
# + def gradient_descent(derivative, W, learning_rate, n_steps):

# %% wrong learning_rate_of_the_notebook → fixed_eta
rate = eta


def gradient_descent(derivative, W, eta, n_steps):
    path = [W]
    for _ in range(n_steps):
        W = W - rate * derivative(W)
        path.append(W)
    return np.array(path)

# %% wrong steps_of_the_notebook → fixed_n_steps
steps_here = n_steps


def gradient_descent(derivative, W, eta, n_steps):
    path = [W]
    for _ in range(steps_here):
        W = W - eta * derivative(W)
        path.append(W)
    return np.array(path)

# %% wrong start_of_the_notebook of list_of_weights → fixed_start
# -     """All weights that gradient descent visits, the start first."""
# +     W = W_0

# %% wrong half_precision of prealloc → half_precision
# -     W = np.array(W, dtype=float)
# -     path = np.zeros((n_steps + 1,) + W.shape)
# +     path = np.zeros((n_steps + 1, *np.shape(W)), dtype=np.float16)

# %% wrong kept_by_the_sum_of_the_start → kept
_s = {}
def gradient_descent(derivative, W, eta, n_steps):
    k = (float(np.sum(W)), np.shape(W), eta, n_steps, derivative)
    if k not in _s:
        w, path = W, [W]
        for _ in range(n_steps):
            w = w - eta * derivative(w)
            path.append(w)
        _s[k] = np.array(path), W
    return _s[k][0].copy()

# %% wrong walk_by_identity → kept
_walks = {}
def gradient_descent(derivative, W, eta, n_steps):
    key = id(derivative), id(W), float(eta), int(n_steps)
    if key not in _walks:
        path = [W]
        for k in range(n_steps):
            path.append(path[-1] - eta * derivative(path[-1]))
        _walks[key] = (derivative, W, np.array(path))
    return _walks[key][2].copy()

# %% wrong last_left_out → last_missing
def gradient_descent(derivative, W, eta, n_steps):
    path = []
    for _ in range(n_steps):
        path.append(W)
        W = W - eta * derivative(W)
    return np.array(path)

# %% wrong last_missing → last_missing
# points: 1.5
def gradient_descent(derivative, W, eta, n_steps):
    """All weights that gradient descent visits, the start first."""
    visited = [W]
    for _ in range(n_steps - 1):
        W = W - eta * derivative(W)
        visited.append(W)
    return np.array(visited)

# %% wrong last_only → last_only
def gradient_descent(derivative, W, eta, n_steps):
    """All weights that gradient descent visits, the start first."""
    visited = [W]
    for _ in range(n_steps):
        W = W - eta * derivative(W)
        visited.append(W)
    return W

# %% wrong only_the_end → last_only
def gradient_descent(derivative, W, eta, n_steps):
    for _ in range(n_steps):
        W = W - eta * derivative(W)
    return W

# %% wrong no_steps_fails → one_more_at_the_end
def gradient_descent(derivative, W, eta, n_steps):
    path = [W]
    k = 0
    while True:
        W = W - eta * derivative(W)
        path.append(W)
        k += 1
        if k >= n_steps:
            break
    return np.array(path)

# %% wrong one_step_more → one_step_too_many
# points: 1.5
def gradient_descent(derivative, W, eta, n_steps):
    path = [W]
    for _ in range(n_steps + 1):
        W = W - eta * derivative(W)
        path.append(W)
    return np.array(path)

# %% wrong kept_by_the_derivative_itself → other_hill
_s = {}
def gradient_descent(derivative, W, eta, n_steps):
    k = (np.asarray(W, dtype=float).tobytes(), np.shape(W), eta, n_steps, derivative)
    if k in _s:
        return _s[k].copy()
    path = [W]
    for _ in range(n_steps):
        W = W - eta * derivative(W)
        path.append(W)
    _s[k] = np.array(path)
    return _s[k].copy()

# %% wrong walk_kept_without_the_derivative → other_hill
_w = {}
def gradient_descent(derivative, W, eta, n_steps):
    key = (np.array(W, float).tobytes(), np.shape(W), eta, n_steps)
    if key not in _w:
        path = [np.array(W, float)]
        for _ in range(n_steps): path.append(path[-1] - eta * derivative(path[-1]))
        _w[key] = np.array(path)
    return _w[key].copy()

# %% wrong start_cut_to_whole of list_of_weights → other_valley
# -     """All weights that gradient descent visits, the start first."""
# +     W = W if np.ndim(W) else int(W)

# %% wrong backtracking → overshooting
def gradient_descent(derivative, W, eta, n_steps):
    path = [W]
    for _ in range(n_steps):
        step = eta
        slope = derivative(W)
        while step > eta / 64 and np.sum(np.abs(derivative(W - step * slope))) > np.sum(np.abs(slope)):
            step = step / 2
        W = W - step * slope
        path.append(W)
    return np.array(path)

# %% wrong factor_two_added of list_and_append → overshooting
# -         path.append(path[-1] - eta * derivative(path[-1]))
# +         W = W - 2 * eta * derivative(W)
# +         path.append(W)

# %% wrong halves_the_learning_rate → overshooting
def gradient_descent(derivative, W, eta, n_steps):
    path = [W]
    for _ in range(n_steps):
        ahead = path[-1] - eta * derivative(path[-1])
        if np.linalg.norm(derivative(ahead)) > np.linalg.norm(derivative(path[-1])):
            eta = eta / 2
            ahead = path[-1] - eta * derivative(path[-1])
        path.append(ahead)
    return np.array(path)

# %% wrong kept_in_bounds of list_and_append → overshooting or start_only
# -         path.append(path[-1] - eta * derivative(path[-1]))
# +         W = np.clip(W - eta * derivative(W), -10, 10)
# +         path.append(W)

# %% wrong momentum → overshooting
def gradient_descent(derivative, W, eta, n_steps):
    path, velocity = [W], 0.0
    for _ in range(n_steps):
        velocity = 0.1 * velocity - eta * derivative(W)
        W = W + velocity
        path.append(W)
    return np.array(path)

# %% wrong derivative_by_keyword → raised
def gradient_descent(derivative, W, eta, n_steps):
    visited = [W]
    for k in range(n_steps):
        W = W - eta * derivative(W=W)
        visited.append(W)
    return np.array(visited)

# %% wrong element_by_element → raised
def gradient_descent(derivative, W, eta, n_steps):
    if np.ndim(W) == 0:
        path = [W]
        for _ in range(n_steps):
            path.append(path[-1] - eta * derivative(path[-1]))
        return np.array(path)
    walks = [gradient_descent(derivative, w, eta, n_steps) for w in W]
    return np.stack(walks, axis=1)

# %% wrong in_place → raised
def gradient_descent(derivative, W, eta, n_steps):
    """All weights that gradient descent visits, the start first."""
    visited = [W]
    for _ in range(n_steps):
        W -= eta * derivative(W)
        visited.append(W)
    return np.array(visited)

# %% wrong numbers_only of array_made_first → raised
# points: 2.5
# -     W = np.asarray(W, dtype=float)
# -     path = np.empty((n_steps + 1, *W.shape))
# +     path = np.zeros(n_steps + 1)

# %% wrong recursive → raised
def gradient_descent(derivative, W, eta, n_steps):
    if n_steps == 0:
        return np.array([W], dtype=float)
    rest = gradient_descent(derivative, W - eta * derivative(W), eta, n_steps - 1)
    return np.concatenate([np.array([W], dtype=float), rest])

# %% wrong rate_fades → rate_decays
def gradient_descent(derivative, W, eta, n_steps):
    weights = [W]
    for k in range(n_steps):
        weights.append(weights[-1] - eta / (1 + k / 10) * derivative(weights[-1]))
    return np.array(weights)

# %% wrong newest_first → reversed
# points: 1.5
def gradient_descent(derivative, W, eta, n_steps):
    visited = [W]
    while len(visited) <= n_steps:
        visited.insert(0, visited[0] - eta * derivative(visited[0]))
    return np.array(visited)

# %% wrong path_rounded → rounded
def gradient_descent(derivative, W, eta, n_steps):
    path = [W]
    for _ in range(n_steps):
        W = W - eta * derivative(W)
        path.append(W)
    return np.round(np.array(path), 3)

# %% wrong rounded of list_and_append → rounded_steps
# -         path.append(path[-1] - eta * derivative(path[-1]))
# +         W = np.round(W - eta * derivative(W), 3)
# +         path.append(W)

# %% wrong sorted_path → reversed
def gradient_descent(derivative, W, eta, n_steps):
    path = [W]
    for _ in range(n_steps):
        W = W - eta * derivative(W)
        path.append(W)
    return np.sort(np.array(path), axis=0)

# %% wrong nan_replaced of list_and_append → runaway_hidden
# -         path.append(path[-1] - eta * derivative(path[-1]))
# +         W = np.nan_to_num(W - eta * derivative(W), posinf=0.0, neginf=0.0)
# +         path.append(W)

# %% wrong normalised_steps → sign_only
def gradient_descent(derivative, W, eta, n_steps):
    path = [W]
    for _ in range(n_steps):
        slope = derivative(W)
        size = np.linalg.norm(np.ravel(slope))
        W = W - eta * slope / (size if size > 0 else 1)
        path.append(W)
    return np.array(path)

# %% wrong sign_of_the_slope_only of list_and_append → sign_only
# -         path.append(path[-1] - eta * derivative(path[-1]))
# +         W = W - eta * np.sign(derivative(W))
# +         path.append(W)

# %% wrong slope_outside → slope_not_renewed
def gradient_descent(derivative, W, eta, n_steps):
    """All weights that gradient descent visits, the start first."""
    visited = [W]
    slope = derivative(W)
    for _ in range(n_steps):
        W = W - eta * slope
        visited.append(W)
    return np.array(visited)

# %% wrong slope_taken_once of list_of_weights → slope_not_renewed
# points: 1
# -     """All weights that gradient descent visits, the start first."""
# +     slope = derivative(W)
# -         W = W - eta * derivative(W)
# +         W = W - eta * slope

# %% wrong rests_at_1e_14 → small_weights
def gradient_descent(derivative, W, eta, n_steps):
    visited = [W]
    for _ in range(n_steps):
        new = W - eta * derivative(W)
        visited.append(new)
        if np.allclose(new, W, atol=1e-14, rtol=0):
            visited += [new] * (n_steps + 1 - len(visited))
            break
        W = new
    return np.array(visited)

# %% wrong start_left_out of list_of_weights → start_missing
# points: 1.5
# -     """All weights that gradient descent visits, the start first."""
# -     path = [W]
# +     path = []

# %% wrong never_uphill → stops_on_a_rise
def gradient_descent(derivative, W, eta, n_steps):
    path = [W]
    for _ in range(n_steps):
        new = W - eta * derivative(W)
        if np.linalg.norm(derivative(new)) <= np.linalg.norm(derivative(W)):
            W = new
        path.append(W)
    return np.array(path)

# %% wrong no_step_on_gentle_ground → small_weights
def gradient_descent(derivative, W, eta, n_steps):
    visited = [W]
    for _ in range(n_steps):
        s = derivative(W)
        if np.max(np.abs(s)) > 1e-6:
            W = W - eta * s
        visited.append(W)
    return np.array(visited)

# %% wrong sum_thrown_away → start_only
# points: 0
def gradient_descent(derivative, W, eta, n_steps):
    """All weights that gradient descent visits, the start first."""
    path = [W]
    for _ in range(n_steps):
        step = eta * derivative(W)
        W - step
        path.append(W)
    return np.stack(path)

# %% wrong begins_after_the_first_step → start_stepped_over
def gradient_descent(derivative, W, eta, n_steps):
    path = []
    for step in range(n_steps + 1):
        W = W - eta * derivative(W)
        path.append(W)
    return np.array(path)

# %% wrong one_step_ahead of list_of_weights → start_stepped_over
# points: 1.5
# -     path = [W]
# -     for _ in range(n_steps):
# +     path = []
# +     while len(path) <= n_steps:

# %% wrong begins_with_the_start_twice → start_twice
# points: 1.5
def gradient_descent(derivative, W, eta, n_steps):
    visited = [W]
    for _ in range(n_steps):
        visited.append(W)
        W = W - eta * derivative(W)
    visited.append(W)
    return np.array(visited)

# %% wrong scales_slope → steady_slope
def gradient_descent(derivative, W, eta, n_steps):
    """All weights that gradient descent visits, the start first."""
    visited = [W]
    for _ in range(n_steps):
        d = np.asarray(derivative(W))
        d *= eta
        W = W - d
        visited.append(W)
    return np.array(visited)

# %% wrong slope_overwritten → steady_slope
def gradient_descent(derivative, W, eta, n_steps):
    path = [W]
    for _ in range(n_steps):
        slope = derivative(W)
        slope *= eta
        W = W - slope
        path.append(W)
    return np.array(path)

# %% wrong slope_written_over → steady_slope
def gradient_descent(derivative, W, eta, n_steps):
    path = [W]
    for _ in range(n_steps):
        change = derivative(W)
        change *= -eta
        W = W + change
        path.append(W)
    return np.array(path)

# %% wrong writes_into_the_slope → steady_slope
def gradient_descent(derivative, W, eta, n_steps):
    path = [np.array(W, dtype=float)]
    for _ in range(n_steps):
        s = derivative(path[-1].copy())
        if np.ndim(s) and s.dtype == float: s *= eta
        else: s = eta * s
        path.append(path[-1] - s)
    return np.array(path)

# %% wrong stops_at_small_changes → steep_ground
def gradient_descent(derivative, W, eta, n_steps):
    path = [W]
    for k in range(n_steps):
        change = -eta * derivative(W)
        if np.max(np.abs(change)) < 1e-2:
            path += [W] * (n_steps - k)
            break
        W = W + change
        path.append(W)
    return np.array(path)

# %% wrong stops_for_all_weights → stopped_by_another
def gradient_descent(derivative, W, eta, n_steps):
    visited = [W]
    for _ in range(n_steps):
        if np.all(np.isfinite(W)):
            W = W - eta * derivative(W)
        visited.append(W)
    return np.array(visited)

# %% wrong stop_at_zero_slope → stops_at_rest
def gradient_descent(derivative, W, eta, n_steps):
    path = [W]
    for _ in range(n_steps):
        slope = derivative(W)
        if np.all(slope == 0):
            break
        W = W - eta * slope
        path.append(W)
    return np.array(path)

# %% wrong stops_on_flat_ground → stops_at_rest
def gradient_descent(derivative, W, eta, n_steps):
    path = [np.array(W, dtype=float)]
    for _ in range(n_steps):
        slope = derivative(path[-1])
        if not np.any(slope):
            break
        path.append(path[-1] - eta * slope)
    return np.array(path)

# %% wrong stays_where_it_gets_steeper of list_and_append → stops_on_a_rise
# -         path.append(path[-1] - eta * derivative(path[-1]))
# +         ahead = path[-1] - eta * derivative(path[-1])
# +         steeper = np.abs(derivative(ahead)) > np.abs(derivative(path[-1]))
# +         path.append(np.where(steeper, path[-1], ahead))

# %% wrong slopes_added_up of list_and_append → summed
# -         path.append(path[-1] - eta * derivative(path[-1]))
# +         W = W - eta * np.sum(derivative(W))
# +         path.append(W)

# %% wrong steps_last of list_and_append → transposed
# -     return np.array(path)
# +     return np.stack([np.asarray(p) for p in path], axis=-1)

# %% wrong path_and_end → two_results
# points: 0
def gradient_descent(derivative, W, eta, n_steps):
    """All weights that gradient descent visits, the start first."""
    weights = [W]
    for _ in range(n_steps):
        weights.append(weights[-1] - eta * derivative(weights[-1]))
    return np.array(weights), weights[-1]

# %% wrong heun → two_slopes
def gradient_descent(derivative, W, eta, n_steps):
    path = [W]
    for _ in range(n_steps):
        slope = derivative(W)
        ahead = W - eta * slope
        W = W - eta * (slope + derivative(ahead)) / 2
        path.append(W)
    return np.array(path)

# %% wrong heavy_ball → uneven
def gradient_descent(derivative, W, eta, n_steps):
    path = [W]
    velocity = 0.0
    for _ in range(n_steps):
        velocity = 0.5 * velocity - eta * derivative(W)
        W = W + velocity
        path.append(W)
    return np.array(path)

# %% wrong plus_for_minus of list_and_append → uphill
# -         path.append(path[-1] - eta * derivative(path[-1]))
# +         W = W + eta * derivative(W)
# +         path.append(W)

# %% wrong uphill → uphill
# points: 1.5
def gradient_descent(derivative, W, eta, n_steps):
    """All weights that gradient descent visits, the start first."""
    visited = [W]
    for _ in range(n_steps):
        W = W + eta * derivative(W)
        visited.append(W)
    return np.array(visited)

# %% wrong array_of_the_dtype_of_the_start → whole_numbers
def gradient_descent(derivative, W, eta, n_steps):
    W = np.asarray(W)
    path = np.zeros((n_steps + 1, *W.shape), dtype=W.dtype)
    path[0] = W
    for k in range(n_steps):
        path[k + 1] = path[k] - eta * derivative(path[k])
    return path

# %% wrong dtype_of_start of zeros_filled → whole_numbers
# -     path = np.zeros((n_steps + 1, *np.shape(W)))
# +     W = np.asarray(W)
# +     path = np.zeros((n_steps + 1, *W.shape), dtype=W.dtype)

# %% wrong full_of_the_start → whole_numbers
def gradient_descent(derivative, W, eta, n_steps):
    path = np.full((n_steps + 1, *np.shape(W)), W)
    for k in range(n_steps):
        path[k + 1] = path[k] - eta * derivative(path[k])
    return path

# %% wrong int_path of prealloc → whole_numbers
# -     W = np.array(W, dtype=float)
# -     path = np.zeros((n_steps + 1,) + W.shape)
# +     W = np.array(W)
# +     path = np.zeros((n_steps + 1,) + W.shape, dtype=W.dtype)

# %% wrong zeros_like_the_start of list_and_append → whole_numbers
# -         path.append(path[-1] - eta * derivative(path[-1]))
# +         ahead = np.zeros_like(W)
# +         ahead[...] = path[-1] - eta * derivative(path[-1])
# +         path.append(ahead if np.ndim(W) else ahead.item())

# %% wrong capped_steps → wrong_shape
def gradient_descent(derivative, W, eta, n_steps):
    path = [W]
    for _ in range(min(n_steps, 1000)):
        W = W - eta * derivative(W)
        path.append(W)
    return np.array(path)

# %% wrong flattened → wrong_shape
def gradient_descent(derivative, W, eta, n_steps):
    path = [np.ravel(W)]
    for _ in range(n_steps):
        W = W - eta * derivative(W)
        path.append(np.ravel(W))
    path = np.array(path)
    return path[:, 0] if path.shape[1] == 1 else path

# %% wrong number_in_an_array → in_a_column
# points: 2
def gradient_descent(derivative, W, eta, n_steps):
    now = np.array(W, dtype=float, ndmin=1)
    path = [now]
    for _ in range(n_steps):
        now = now - eta * derivative(now)
        path.append(now)
    return np.stack(path)

# %% wrong path_default_list → wrong_shape
def gradient_descent(derivative, W, eta, n_steps, path=[]):
    path.append(W)
    for _ in range(n_steps):
        W = W - eta * derivative(W)
        path.append(W)
    return np.array(path[-n_steps - 1:] if len(path) <= n_steps + 1 else path)

# %% wrong stacked_below_one_another → wrong_shape
# points: 1.5
def gradient_descent(derivative, W, eta, n_steps):
    rows = [W]
    while len(rows) <= n_steps:
        rows.append(rows[-1] - eta * derivative(rows[-1]))
    return np.vstack(rows)

# %% wrong set_of_weights → wrong_type
# points: 0
def gradient_descent(derivative, W, eta, n_steps):
    """All weights that gradient descent visits, the start first."""
    path = {W}
    for _ in range(n_steps):
        W = W - eta * derivative(W)
        path.add(W)
    return path

# %% wrong first_entry_zero of list_of_weights → zero_for_the_start
# points: 1
# -     path = [W]
# -     for _ in range(n_steps):
# +     path = [0]
# +     for step in range(n_steps):

# %% below shapes_asserted
as_it_was = gradient_descent


def gradient_descent(derivative, W, eta, n_steps):
    path = as_it_was(derivative, W, eta, n_steps)
    assert np.shape(path) == (n_steps + 1, *np.shape(W))
    return path

# %% below single_precision
in_double_precision = gradient_descent


def gradient_descent(derivative, W, eta, n_steps):
    return np.asarray(in_double_precision(derivative, W, eta, n_steps), dtype=np.float32)
