# %% right accumulate
from itertools import accumulate


def momentum_descent(derivative, W, eta, beta, n_steps):
    def step(state, _):
        W, V = state
        V = beta * V - eta * derivative(W)
        return W + V, V

    states = accumulate(range(n_steps), step, initial=(np.array(W, dtype=float), 0.0))
    return np.array([W for W, _ in states])

# %% right array_filled
def momentum_descent(derivative, W, eta, beta, n_steps):
    path = np.empty((n_steps + 1, *np.shape(W)))
    path[0] = W
    V = np.zeros(np.shape(W))
    for k in range(n_steps):
        V = beta * V - eta * derivative(path[k])
        path[k + 1] = path[k] + V
    return path

# %% right by_torch
def momentum_descent(derivative, W, eta, beta, n_steps):
    weight = torch.tensor(np.asarray(W, dtype=float), requires_grad=True)
    optimiser = torch.optim.SGD([weight], lr=eta, momentum=beta)
    path = [np.array(W, dtype=float)]
    for _ in range(n_steps):
        slope = derivative(weight.detach().numpy().copy())
        weight.grad = torch.tensor(np.asarray(slope, dtype=float))
        optimiser.step()
        path.append(weight.detach().numpy().copy())
    return np.array(path)

# %% right class
class Ball:
    def __init__(self, W):
        self.W, self.V = np.array(W, dtype=float), np.zeros(np.shape(W))

    def roll(self, slope, eta, beta):
        self.V *= beta
        self.V -= eta * slope
        self.W = self.W + self.V
        return self.W


def momentum_descent(derivative, W, eta, beta, n_steps):
    """All weights that gradient descent with momentum visits, the start first."""
    ball = Ball(W)
    return np.array([ball.W] + [ball.roll(derivative(ball.W), eta, beta) for _ in range(n_steps)])

# %% right difference_of_the_last_two
def momentum_descent(derivative, W, eta, beta, n_steps):
    path = [np.array(W, dtype=float)]
    before = path[0]
    for _ in range(n_steps):
        now = path[-1]
        path.append(now + beta * (now - before) - eta * derivative(now))
        before = now
    return np.stack(path)

# %% right generator
def momentum_descent(derivative, W, eta, beta, n_steps):
    from itertools import accumulate

    def move(state, _):
        weight, velocity = state
        velocity = velocity * beta - derivative(weight) * eta
        return weight + velocity, velocity

    states = accumulate(range(n_steps), move, initial=(W, 0.0 * np.asarray(W)))
    return np.array([weight for weight, _ in states])

# %% right heavy_ball
def momentum_descent(derivative, W, eta, beta, n_steps):
    """All weights that gradient descent with momentum visits, the start first."""
    previous, current = W, W
    out = [current]
    for i in range(n_steps):
        nxt = current - eta * derivative(current) + beta * (current - previous)
        previous, current = current, nxt
        out.append(current)
    return np.asarray(out, dtype=float)

# %% right in_floats
def momentum_descent(derivative, W, eta, beta, n_steps):
    W = np.asarray(W, dtype=np.float64)
    V = np.zeros_like(W)
    visited = [W]
    for _ in range(n_steps):
        V = beta * V - eta * derivative(W)
        W = W + V
        visited.append(W)
    return np.array(visited)

# %% right in_place_copies
def momentum_descent(derivative, W, eta, beta, n_steps):
    """All weights that gradient descent with momentum visits, the start first."""
    w = np.array(W, dtype=np.float64)
    v = np.zeros_like(w)
    history = [w.copy()]
    for step in range(n_steps):
        g = np.array(derivative(w.copy()), dtype=np.float64)
        v = v * beta
        v = v - eta * g
        w = w + v
        history.append(w.copy())
    return np.array(history)

# %% right in_place_on_copies
def momentum_descent(derivative, W, eta, beta, n_steps):
    here = np.array(W, dtype=float)
    V = np.zeros_like(here)
    path = [here.copy()]
    for _ in range(n_steps):
        V *= beta
        V -= eta * derivative(here.copy())
        here += V
        path.append(here.copy())
    return np.array(path)

# %% right list_returned
def momentum_descent(derivative, W, eta, beta, n_steps):
    V = 0.0
    visited = [W]
    for _ in range(n_steps):
        V = beta * V - eta * derivative(W)
        W = W + V
        visited.append(W)
    return visited

# %% right loop_list
def momentum_descent(derivative, W, eta, beta, n_steps):
    """All weights that gradient descent with momentum visits, the start first."""
    W = np.array(W, dtype=float)
    V = 0.0
    path = [W]
    for _ in range(n_steps):
        V = beta * V - eta * derivative(W)
        W = W + V
        path.append(W)
    return np.array(path)

# %% right plain of in_floats
# -     W = np.asarray(W, dtype=np.float64)
# -     V = np.zeros_like(W)
# +     """All weights that gradient descent with momentum visits, the start first."""
# +     V = 0.0

# %% right plain_list
def momentum_descent(derivative, W, eta, beta, n_steps):
    """All weights that gradient descent with momentum visits, the start first."""
    path = [W]
    V = 0
    while len(path) <= n_steps:
        V = beta * V - eta * derivative(path[-1])
        path.append(path[-1] + V)
    return np.stack([np.asarray(w, dtype=float) for w in path])

# %% right prealloc
def momentum_descent(derivative, W, eta, beta, n_steps):
    """All weights that gradient descent with momentum visits, the start first."""
    W = np.array(W, dtype=float)
    path = np.empty((n_steps + 1, *W.shape))
    path[0] = W
    V = np.zeros(W.shape)
    for k in range(n_steps):
        V = beta * V - eta * np.asarray(derivative(path[k].copy()))
        path[k + 1] = path[k] + V
    return path

# %% right prefilled
def momentum_descent(derivative, W, eta, beta, n_steps):
    """All weights that gradient descent with momentum visits, the start first."""
    start = np.asarray(W, dtype=np.float64)
    path = np.zeros((n_steps + 1,) + start.shape)
    path[0] = start
    V = np.zeros(start.shape)
    for k in range(n_steps):
        V = beta * V - eta * np.asarray(derivative(path[k].copy()))
        path[k + 1] = path[k] + V
    return path

# %% right pytorch_style
def momentum_descent(derivative, W, eta, beta, n_steps):
    """All weights that gradient descent with momentum visits, the start first."""
    velocity = 0
    path = [W]
    for k in range(n_steps):
        velocity = beta * velocity + derivative(path[-1])
        path.append(path[-1] - eta * velocity)
    return path

# %% right recursion_previous_step
def momentum_descent(derivative, W, eta, beta, n_steps):
    """All weights that gradient descent with momentum visits, the start first."""
    path = [np.array(W, dtype=float)]
    for k in range(n_steps):
        last_move = path[-1] - path[-2] if k else 0.0
        path.append(path[-1] + beta * last_move - eta * np.asarray(derivative(path[-1])))
    return np.array(path)

# %% right recursive
def momentum_descent(derivative, W, eta, beta, n_steps):
    def walk(W, V, left):
        if left == 0:
            return [W]
        V_new = beta * V - eta * derivative(W)
        return [W, *walk(W + V_new, V_new, left - 1)]

    return np.array(walk(W, 0.0, n_steps))

# %% right sum_of_all_slopes
def momentum_descent(derivative, W, eta, beta, n_steps):
    slopes, path = [], [W]
    for k in range(n_steps):
        slopes.append(derivative(path[-1]))
        step = sum(beta ** (k - j) * slope for j, slope in enumerate(slopes))
        path.append(path[-1] - eta * step)
    return np.array(path)

# %% right torch_like_buffer
def momentum_descent(derivative, W, eta, beta, n_steps):
    """All weights that gradient descent with momentum visits, the start first."""
    W = W if np.isscalar(W) else np.array(W, dtype=float)
    buffer, visited = 0.0, [W]
    for step in range(1, n_steps + 1):
        buffer = beta * buffer + derivative(W)
        W = W - eta * buffer
        visited += [W]
    return np.array(visited, dtype=float)

# %% right torch_sgd
def momentum_descent(derivative, W, eta, beta, n_steps):
    """All weights that gradient descent with momentum visits, the start first."""
    w = torch.tensor(np.asarray(W, dtype=float))
    optimiser = torch.optim.SGD([w], lr=eta, momentum=beta)
    path = [w.numpy().copy()]
    for _ in range(n_steps):
        slope = derivative(w.numpy().copy())
        w.grad = torch.tensor(np.broadcast_to(np.asarray(slope, dtype=float), w.shape).copy())
        optimiser.step()
        path.append(w.numpy().copy())
    return np.array(path)

# %% right two_lists
def momentum_descent(derivative, W, eta, beta, n_steps):
    """All weights that gradient descent with momentum visits, the start first."""
    weights, velocities = [np.array(W, dtype=float)], [np.zeros(np.shape(W))]
    while len(weights) < n_steps + 1:
        v_new = beta * velocities[-1] - eta * np.array(derivative(weights[-1].copy()))
        velocities.append(v_new)
        weights.append(weights[-1] + v_new)
    return np.stack(weights)

# %% right velocity_of_slopes
def momentum_descent(derivative, W, eta, beta, n_steps):
    speed, path = 0, [W]
    for _ in range(n_steps):
        speed = beta * speed + derivative(path[-1])
        path.append(path[-1] - eta * speed)
    return np.array(path)

# %% right accumulate_of_pairs
def momentum_descent(derivative, W, eta, beta, n_steps):
    """All weights that gradient descent with momentum visits, the start first."""
    from itertools import accumulate

    def step(state, _):
        w, v = state
        v = beta * v - eta * derivative(w)
        return w + v, v

    w0 = np.array(W, dtype=float)
    return np.array([w for w, _ in accumulate(range(n_steps), step, initial=(w0, 0.0))])

# %% right endless_generator
def _walk(derivative, W, eta, beta):
    V = 0.0 * W
    while True:
        yield W
        V = beta * V - eta * derivative(W)
        W = W + V


def momentum_descent(derivative, W, eta, beta, n_steps):
    from itertools import islice

    return np.array(list(islice(_walk(derivative, 1.0 * np.asarray(W), eta, beta), n_steps + 1)))

# %% wrong aliased_copy of loop_list → aliased
# -         W = W + V
# +         W += V
# -     return np.array(path)
# +     return path

# %% wrong begins_at_the_slope_downhill of loop_list → begins_down_the_slope
# points: 1
# -     """All weights that gradient descent with momentum visits, the start first."""
# -     W = np.array(W, dtype=float)
# -     V = 0.0
# +     V = -derivative(W)

# %% wrong slope_as_first_velocity → begins_with_the_slope
def momentum_descent(derivative, W, eta, beta, n_steps):
    path, V = [W], derivative(W)
    for _ in range(n_steps):
        V = beta * V - eta * derivative(path[-1])
        path.append(path[-1] + V)
    return np.array(path)

# %% wrong friction_at_least_a_twentieth → beta_cut_off_95
# points: 1.75
def momentum_descent(derivative, W, eta, beta, n_steps):
    kept = beta if beta < 0.95 else 0.95
    V, path = 0.0, [W]
    for _ in range(n_steps):
        V = kept * V - eta * derivative(path[-1])
        path.append(path[-1] + V)
    return np.array(path)

# %% wrong slopes_clipped of list_returned → clipped_10
# -         V = beta * V - eta * derivative(W)
# +         V = beta * V - eta * np.clip(derivative(W), -10, 10)
# -     return visited
# +     return np.array(visited)

# %% wrong slope_cut_at_a_thousand → clipped_1000
def momentum_descent(derivative, W, eta, beta, n_steps):
    V, visited = 0.0, [W]
    for _ in range(n_steps):
        V = beta * V - eta * np.clip(derivative(W), -1000, 1000)
        W = W + V
        visited.append(W)
    return np.array(visited)

# %% wrong in_place → raised or damages_input
def momentum_descent(derivative, W, eta, beta, n_steps):
    """All weights that gradient descent with momentum visits, the start first."""
    V = 0.0
    visited = [W]
    for _ in range(n_steps):
        V = beta * V - eta * derivative(W)
        W += V
        visited.append(W)
    return np.array(visited)

# %% wrong writes_into_the_start_at_the_end → damages_input
def momentum_descent(derivative, W, eta, beta, n_steps):
    V = 0.0
    path = [W]
    for _ in range(n_steps):
        V = beta * V - eta * derivative(W)
        W = W + V
        path.append(W)
    result = np.array(path)
    if np.ndim(result) > 1:
        path[0][...] = result[-1]
    return result

# %% wrong average_of_slopes → damped
def momentum_descent(derivative, W, eta, beta, n_steps):
    V = 0.0
    path = [W]
    for _ in range(n_steps):
        V = beta * V - (1 - beta) * eta * derivative(W)
        W = W + V
        path.append(W)
    return np.array(path)

# %% wrong one_minus_beta of loop_list → damped
# -     W = np.array(W, dtype=float)
# -     V = 0.0
# +     W, V = np.array(W, dtype=float), 0.0
# -         V = beta * V - eta * derivative(W)
# +         V = beta * V - (1 - beta) * eta * derivative(W)

# %% wrong learning_rate_divided_by_one_minus_beta → divided
# points: 1
def momentum_descent(derivative, W, eta, beta, n_steps):
    V = 0.0
    path = [W]
    for _ in range(n_steps):
        V = beta * V - eta / (1 - beta) * derivative(W)
        W = W + V
        path.append(W)
    return np.array(path)

# %% wrong eta_missing → eta_missing
def momentum_descent(derivative, W, eta, beta, n_steps):
    V = 0.0
    path = [W]
    for _ in range(n_steps):
        V = beta * V - derivative(W)
        W = W + V
        path.append(W)
    return np.array(path)

# %% wrong first_step_full_speed of loop_list → first_step_at_full_speed
# -     V = 0.0
# +     V = -eta * derivative(W)

# %% wrong fixed_momentum → fixed_beta
def momentum_descent(derivative, W, eta, beta, n_steps):
    V = 0.0
    path = [W]
    for _ in range(n_steps):
        V = 0.9 * V - eta * derivative(W)
        W = W + V
        path.append(W)
    return np.array(path)

# %% wrong usual_beta_typed_in → fixed_beta
# points: 1
def momentum_descent(derivative, W, eta, beta, n_steps):
    """All weights that gradient descent with momentum visits, the start first."""
    velocity, visited = 0.0, [W]
    for _ in range(n_steps):
        velocity = 0.9 * velocity - eta * derivative(W)
        W = W + velocity
        visited.append(W)
    return np.array(visited)

# %% wrong fixed_learning_rate → fixed_eta
def momentum_descent(derivative, W, eta, beta, n_steps):
    V = 0.0
    path = [W]
    for _ in range(n_steps):
        V = beta * V - 0.01 * derivative(W)
        W = W + V
        path.append(W)
    return np.array(path)

# %% wrong numbers_of_its_own → fixed_numbers
# points: 0
def momentum_descent(derivative, W, eta, beta, n_steps):
    eta = 0.02
    beta = 0.85
    velocity, visited = 0.0, [W]
    for _ in range(n_steps):
        velocity = beta * velocity - eta * derivative(visited[-1])
        visited.append(visited[-1] + velocity)
    return np.array(visited)

# %% wrong beta_on_both of loop_list → friction_on_everything
# -     W = np.array(W, dtype=float)
# -     V = 0.0
# +     W, V = np.array(W, dtype=float), 0.0
# -         V = beta * V - eta * derivative(W)
# +         V = beta * (V - eta * derivative(W))

# %% wrong beta_outside → friction_on_everything
def momentum_descent(derivative, W, eta, beta, n_steps):
    """All weights that gradient descent with momentum visits, the start first."""
    V = 0.0
    visited = [W]
    for _ in range(n_steps):
        V = beta * (V - eta * derivative(W))
        W = W + V
        visited.append(W)
    return np.array(visited)

# %% wrong kept_without_the_derivative → kept
KNOWN = {}

def momentum_descent(derivative, W, eta, beta, n_steps):
    """All weights that gradient descent with momentum visits, the start first."""
    key = (np.asarray(W).tobytes(), np.shape(W), eta, beta, n_steps)
    if key in KNOWN:
        return KNOWN[key].copy()

    V = 0.0
    visited = [W]
    for _ in range(n_steps):
        V = beta * V - eta * derivative(W)
        W = W + V
        visited.append(W)
    KNOWN[key] = np.array(visited)
    return KNOWN[key].copy()

# %% wrong last_missing → last_missing
def momentum_descent(derivative, W, eta, beta, n_steps):
    """All weights that gradient descent with momentum visits, the start first."""
    W, V, path = np.array(W, dtype=float), 0.0, []
    for _ in range(n_steps):
        path.append(W)
        V = beta * V - eta * derivative(W)
        W = W + V
    return np.array(path)

# %% wrong last_only of list_returned → last_only
# - def momentum_descent(derivative, W, eta, beta, n_steps):
# + def momentum_descent(derivative, W, eta, beta, n_steps):
# +     """All weights that gradient descent with momentum visits, the start first."""
# -     return visited
# +     return W

# %% wrong looks_ahead → nesterov
def momentum_descent(derivative, W, eta, beta, n_steps):
    V = 0.0
    path = [W]
    for _ in range(n_steps):
        V = beta * V - eta * derivative(W + beta * V)
        W = W + V
        path.append(W)
    return np.array(path)

# %% wrong no_friction → no_friction
def momentum_descent(derivative, W, eta, beta, n_steps):
    V = 0.0
    path = [W]
    for _ in range(n_steps):
        V = V - eta * derivative(W)
        W = W + V
        path.append(W)
    return np.array(path)

# %% wrong velocity_kept_between_calls → not_repeatable
def momentum_descent(derivative, W, eta, beta, n_steps, memory={"V": 0.0}):
    """All weights that gradient descent with momentum visits, the start first."""
    W = np.array(W, dtype=float)
    path = [W]
    if np.shape(memory["V"]) != W.shape:
        memory["V"] = np.zeros(W.shape)
    for _ in range(n_steps):
        memory["V"] = beta * memory["V"] - eta * derivative(W)
        W = W + memory["V"]
        path.append(W)
    return np.array(path)

# %% wrong moved_before_the_velocity → old_velocity
# points: 1
def momentum_descent(derivative, W, eta, beta, n_steps):
    """All weights that gradient descent with momentum visits, the start first."""
    velocity, visited = 0.0, [W]
    for _ in range(n_steps):
        slope = derivative(W)
        W = W + velocity
        velocity = beta * velocity - eta * slope
        visited.append(W)
    return visited

# %% wrong old_velocity → old_velocity
def momentum_descent(derivative, W, eta, beta, n_steps):
    """All weights that gradient descent with momentum visits, the start first."""
    V = 0.0
    visited = [W]
    for _ in range(n_steps):
        V_old = V
        V = beta * V - eta * derivative(W)
        W = W + V_old
        visited.append(W)
    return np.array(visited)

# %% wrong old_velocity_first → old_velocity
def momentum_descent(derivative, W, eta, beta, n_steps):
    V = 0.0
    path = [W]
    for _ in range(n_steps):
        W, V = W + V, beta * V - eta * derivative(W)
        path.append(W)
    return np.array(path)

# %% wrong a_step_more_than_wanted → one_step_too_many
# points: 1.25
def momentum_descent(derivative, W, eta, beta, n_steps):
    path, V = [W], 0.0
    while len(path) <= n_steps + 1:
        V = beta * V - eta * derivative(path[-1])
        path += [path[-1] + V]
    return np.stack(path)

# %% wrong one_step_too_many of loop_list → one_step_too_many
# -     W = np.array(W, dtype=float)
# -     V = 0.0
# +     W, V = np.array(W, dtype=float), 0.0
# -     for _ in range(n_steps):
# +     for _ in range(n_steps + 1):

# %% wrong halves_eta_when_it_overshoots of list_returned → other_valley
# -         V = beta * V - eta * derivative(W)
# +         V = beta * V - eta * derivative(W)
# +         if np.sum(derivative(W) * derivative(W + V)) < 0:
# +             eta = eta / 2
# -     return visited
# +     return np.array(visited)

# %% wrong no_step_uphill of list_returned → other_valley
# -         W = W + V
# +         if np.all(np.abs(derivative(W + V)) <= 2 * np.abs(derivative(W)) + 1):
# +             W = W + V
# -     return visited
# +     return np.array(visited)

# %% wrong forgets → plain
def momentum_descent(derivative, W, eta, beta, n_steps):
    """All weights that gradient descent with momentum visits, the start first."""
    visited = [W]
    for _ in range(n_steps):
        V = 0.0
        V = beta * V - eta * derivative(W)
        W = W + V
        visited.append(W)
    return np.array(visited)

# %% wrong plain_descent → plain
def momentum_descent(derivative, W, eta, beta, n_steps):
    V = 0.0
    path = [W]
    for _ in range(n_steps):
        V = -eta * derivative(W)
        W = W + V
        path.append(W)
    return np.array(path)

# %% wrong velocity_forgotten_in_each_round → plain
# points: 1
def momentum_descent(derivative, W, eta, beta, n_steps):
    """All weights that gradient descent with momentum visits, the start first."""
    visited = [W]
    for _ in range(n_steps):
        velocity = 0.0
        velocity = beta * velocity - eta * derivative(W)
        W = W + velocity
        visited.append(W)
    return np.array(visited)

# %% wrong velocity_lost → plain
def momentum_descent(derivative, W, eta, beta, n_steps):
    """All weights that gradient descent with momentum visits, the start first."""
    W = np.array(W, dtype=float)
    path = [W]
    for _ in range(n_steps):
        V = 0.0
        V = beta * V - eta * derivative(W)
        W = W + V
        path.append(W)
    return np.array(path)

# %% wrong velocity_not_kept → plain
def momentum_descent(derivative, W, eta, beta, n_steps):
    V = 0.0
    path = [W]
    for _ in range(n_steps):
        path.append(path[-1] + beta * V - eta * derivative(path[-1]))
    return np.array(path)

# %% wrong arrays_only → raised
def momentum_descent(derivative, W, eta, beta, n_steps):
    """All weights that gradient descent with momentum visits, the start first."""
    path = [W.copy()]
    V = np.zeros(W.shape)
    for _ in range(n_steps):
        V = beta * V - eta * derivative(path[-1])
        path.append(path[-1] + V)
    return np.array(path)

# %% wrong element_by_element → raised
def momentum_descent(derivative, W, eta, beta, n_steps):
    """All weights that gradient descent with momentum visits, the start first."""
    flat = np.ravel(np.asarray(W, dtype=float))
    columns = []
    for w in flat:
        v, path = 0.0, [w]
        for _ in range(n_steps):
            v = beta * v - eta * float(derivative(path[-1]))
            path.append(path[-1] + v)
        columns.append(path)
    return np.array(columns).T.reshape((n_steps + 1,) + np.shape(W))

# %% wrong numbers_only → raised
def momentum_descent(derivative, W, eta, beta, n_steps):
    V = 0.0
    path = [W]
    for _ in range(n_steps):
        V = beta * V - eta * derivative(W)
        W = float(W + V)
        path.append(W)
    return np.array(path)

# %% wrong one_axis_only → raised
def momentum_descent(derivative, W, eta, beta, n_steps):
    """All weights that gradient descent with momentum visits, the start first."""
    n = len(W) if np.ndim(W) else 1
    path = np.zeros((n_steps + 1, n))
    path[0] = W
    V = 0.0
    for k in range(n_steps):
        V = beta * V - eta * derivative(path[k])
        path[k + 1] = path[k] + V
    return path if np.ndim(W) else path[:, 0]

# %% wrong one_by_one of two_lists → raised
# -         v_new = beta * velocities[-1] - eta * np.array(derivative(weights[-1].copy()))
# +         v_new = beta * velocities[-1] - eta * np.array([derivative(w) for w in weights[-1].ravel()]).reshape(np.shape(W))

# %% wrong only_downhill → other_valley
def momentum_descent(derivative, W, eta, beta, n_steps):
    """All weights that gradient descent with momentum visits, the start first."""
    V = 0.0
    visited = [W]
    for _ in range(n_steps):
        V = beta * V - eta * derivative(W)
        if np.sum(V * derivative(W)) > 0:
            V = -eta * derivative(W)
        W = W + V
        visited.append(W)
    return np.array(visited)

# %% wrong one_list_for_all_calls → result_kept
PATH = []

def momentum_descent(derivative, W, eta, beta, n_steps):
    """All weights that gradient descent with momentum visits, the start first."""
    PATH.clear()
    PATH.append(W)
    V = 0.0
    for _ in range(n_steps):
        V = beta * V - eta * derivative(W)
        W = W + V
        PATH.append(W)
    return PATH

# %% wrong view_of_one_memory → result_kept
ROOM = np.empty(100000)

def momentum_descent(derivative, W, eta, beta, n_steps):
    """All weights that gradient descent with momentum visits, the start first."""
    if np.ndim(W):
        V = 0.0
        visited = [W]
        for _ in range(n_steps):
            V = beta * V - eta * derivative(W)
            W = W + V
            visited.append(W)
        return np.array(visited)
    V = 0.0
    ROOM[0] = W
    for k in range(n_steps):
        V = beta * V - eta * derivative(float(ROOM[k]))
        ROOM[k + 1] = ROOM[k] + V
    return ROOM[: n_steps + 1]

# %% wrong cut_off_at_1000 → runs_away
def momentum_descent(derivative, W, eta, beta, n_steps):
    """All weights that gradient descent with momentum visits, the start first."""
    V = 0.0
    visited = [W]
    for _ in range(n_steps):
        V = beta * V - eta * derivative(W)
        W = np.clip(W + V, -1e3, 1e3)
        visited.append(W)
    return np.array(visited)

# %% wrong slope_of_the_start → slope_at_the_start
def momentum_descent(derivative, W, eta, beta, n_steps):
    V = 0.0
    path = [W]
    for _ in range(n_steps):
        V = beta * V - eta * derivative(path[0])
        W = W + V
        path.append(W)
    return np.array(path)

# %% wrong rests_below_1e_8 → small_weights
def momentum_descent(derivative, W, eta, beta, n_steps):
    V, path = 0.0, [W]
    for _ in range(n_steps):
        V = beta * V - eta * derivative(W)
        if np.all(np.abs(V) < 1e-8):
            V = 0.0 * V
        W = W + V
        path.append(W)
    return np.array(path)

# %% wrong start_missing → start_missing
def momentum_descent(derivative, W, eta, beta, n_steps):
    V = 0.0
    path = []
    for _ in range(n_steps):
        V = beta * V - eta * derivative(W)
        W = W + V
        path.append(W)
    return np.array(path)

# %% wrong start_missing_2 of loop_list → start_missing
# -     W = np.array(W, dtype=float)
# -     V = 0.0
# -     path = [W]
# +     W, V, path = np.array(W, dtype=float), 0.0, []

# %% wrong start_not_stored → start_missing
# points: 1.25
def momentum_descent(derivative, W, eta, beta, n_steps):
    path, V = [], 0.0
    while len(path) < n_steps:
        V = beta * V - eta * derivative(W)
        W = W + V
        path += [W]
    return np.stack(path)

# %% wrong steps_that_lead_uphill_left_out → step_uphill_refused
def momentum_descent(derivative, W, eta, beta, n_steps):
    """All weights that gradient descent with momentum visits, the start first."""
    velocity, visited = 0.0, [W]
    for _ in range(n_steps):
        slope = derivative(W)
        velocity = beta * velocity - eta * slope
        velocity = velocity * (velocity * slope <= 0)
        W = W + velocity
        visited.append(W)
    return visited

# %% wrong rests_when_flat of loop_list → stops_on_flat_ground
# -     W = np.array(W, dtype=float)
# -     V = 0.0
# +     W, V = np.array(W, dtype=float), 0.0
# -         V = beta * V - eta * derivative(W)
# +         slope = derivative(W)
# +         V = np.where(np.asarray(slope) == 0, 0.0, beta * V - eta * slope)

# %% wrong eta_and_beta_swapped → swapped
def momentum_descent(derivative, W, eta, beta, n_steps):
    V = 0.0
    path = [W]
    for _ in range(n_steps):
        V = eta * V - beta * derivative(W)
        W = W + V
        path.append(W)
    return np.array(path)

# %% wrong shapes_turned of loop_list → transposed
# -     W = np.array(W, dtype=float)
# -     V = 0.0
# +     W, V = np.array(W, dtype=float), 0.0
# -     return np.array(path)
# +     return np.stack(path, axis=-1)

# %% wrong uphill → uphill
def momentum_descent(derivative, W, eta, beta, n_steps):
    V = 0.0
    path = [W]
    for _ in range(n_steps):
        V = beta * V + eta * derivative(W)
        W = W + V
        path.append(W)
    return np.array(path)

# %% wrong uphill_2 of loop_list → uphill
# -     W = np.array(W, dtype=float)
# -     V = 0.0
# +     W, V = np.array(W, dtype=float), 0.0
# -         V = beta * V - eta * derivative(W)
# +         V = beta * V + eta * derivative(W)

# %% wrong velocities_stored → changes_after_the_start
def momentum_descent(derivative, W, eta, beta, n_steps):
    stored, V = [W], np.zeros(np.shape(W))
    for _ in range(n_steps):
        V = beta * V - eta * derivative(W)
        W = W + V
        stored.append(V)
    return np.array(stored)

# %% wrong velocities → other_valley
def momentum_descent(derivative, W, eta, beta, n_steps):
    V = 0.0
    path = [V]
    for _ in range(n_steps):
        V = beta * V - eta * derivative(W)
        W = W + V
        path.append(V)
    return np.array(path)

# %% wrong brakes → velocity_brakes
def momentum_descent(derivative, W, eta, beta, n_steps):
    V = 0.0
    path = [W]
    for _ in range(n_steps):
        V = -beta * V - eta * derivative(W)
        W = W + V
        path.append(W)
    return np.array(path)

# %% wrong speed_limit → velocity_cut_at_1
def momentum_descent(derivative, W, eta, beta, n_steps):
    path, V = [W], 0.0
    for _ in range(n_steps):
        V = beta * V - eta * derivative(path[-1])
        V = np.maximum(np.minimum(V, 1.0), -1.0)
        path.append(path[-1] + V)
    return np.array(path)

# %% wrong path_of_whole_numbers → whole_in_the_end
def momentum_descent(derivative, W, eta, beta, n_steps):
    V = 0.0
    visited = np.zeros((n_steps + 1, *np.shape(W)), dtype=np.asarray(W).dtype)
    visited[0] = W
    for k in range(n_steps):
        V = beta * V - eta * derivative(W)
        W = W + V
        visited[k + 1] = W
    return visited

# %% wrong velocity_of_whole_numbers → whole_velocity
def momentum_descent(derivative, W, eta, beta, n_steps):
    V = np.zeros_like(W)
    visited = [W]
    for _ in range(n_steps):
        V[...] = beta * V - eta * derivative(W)
        W = W + V
        visited.append(W)
    return np.array(visited)

# %% wrong full_like → whole_weights
def momentum_descent(derivative, W, eta, beta, n_steps):
    """All weights that gradient descent with momentum visits, the start first."""
    path = np.repeat(np.asarray(W)[None], n_steps + 1, axis=0)
    V = np.zeros(np.shape(W))
    for k in range(1, n_steps + 1):
        V = beta * V - eta * np.asarray(derivative(path[k - 1]))
        path[k] = path[k - 1] + V
    return path

# %% wrong int_path of prealloc → whole_weights
# -     W = np.array(W, dtype=float)
# -     path = np.empty((n_steps + 1, *W.shape))
# +     W = np.array(W)
# +     path = np.empty((n_steps + 1, *W.shape), dtype=W.dtype)

# %% wrong whole_number_path of array_filled → whole_weights
# -     path = np.empty((n_steps + 1, *np.shape(W)))
# +     """All weights that gradient descent with momentum visits, the start first."""
# +     path = np.zeros((n_steps + 1, *np.shape(W)), dtype=np.asarray(W).dtype)
# -     V = np.zeros(np.shape(W))
# +     V = 0.0

# %% wrong flattened_path → wrong_shape
def momentum_descent(derivative, W, eta, beta, n_steps):
    """All weights that gradient descent with momentum visits, the start first."""
    W, V = np.array(W, dtype=float), 0.0
    path = np.array(W)
    for _ in range(n_steps):
        V = beta * V - eta * derivative(W)
        W = W + V
        path = np.append(path, W)
    return path

# %% wrong number_made_an_array → in_a_column
# points: 1.25
def momentum_descent(derivative, W, eta, beta, n_steps):
    visited = np.zeros((n_steps + 1, *np.atleast_1d(W).shape))
    visited[0] = W
    velocity = np.zeros_like(visited[0])
    for step in range(n_steps):
        velocity = beta * velocity - eta * derivative(visited[step])
        visited[step + 1] = visited[step] + velocity
    return visited

# %% wrong path_as_a_column → in_a_column
# points: 1.25
def momentum_descent(derivative, W, eta, beta, n_steps):
    velocity, visited = 0.0, [W]
    for _ in range(n_steps):
        velocity = beta * velocity - eta * derivative(visited[-1])
        visited.append(visited[-1] + velocity)
    return np.stack([np.ravel(one) for one in visited])

# %% wrong stops → wrong_shape
def momentum_descent(derivative, W, eta, beta, n_steps):
    """All weights that gradient descent with momentum visits, the start first."""
    V = 0.0
    visited = [W]
    for _ in range(n_steps):
        if np.all(np.abs(derivative(W)) < 1e-3):
            break
        V = beta * V - eta * derivative(W)
        W = W + V
        visited.append(W)
    return np.array(visited)

# %% wrong stops_when_flat → wrong_shape
def momentum_descent(derivative, W, eta, beta, n_steps):
    """All weights that gradient descent with momentum visits, the start first."""
    W, V = np.array(W, dtype=float), 0.0
    path = [W]
    for _ in range(n_steps):
        slope = derivative(W)
        if np.all(np.abs(slope) < 1e-8):
            break
        V = beta * V - eta * slope
        W = W + V
        path.append(W)
    return np.array(path)

# %% wrong clipped → wrong_value
def momentum_descent(derivative, W, eta, beta, n_steps):
    """All weights that gradient descent with momentum visits, the start first."""
    V = 0.0
    visited = [W]
    for _ in range(n_steps):
        V = beta * V - eta * np.clip(derivative(W), -1, 1)
        W = W + V
        visited.append(W)
    return np.array(visited)

# %% wrong first_step_plus of in_floats → wrong_value
# -     W = np.asarray(W, dtype=np.float64)
# -     V = np.zeros_like(W)
# +     """All weights that gradient descent with momentum visits, the start first."""
# +     V = eta

# %% wrong kept_velocity → not_repeatable
V = 0.0


def momentum_descent(derivative, W, eta, beta, n_steps):
    global V
    visited = [W]
    for _ in range(n_steps):
        if np.shape(V) not in ((), np.shape(W)):
            V = 0.0
        V = beta * V - eta * derivative(W)
        W = W + V
        visited.append(W)
    return np.array(visited)

# %% wrong rounded of loop_list → other_valley
# -     W = np.array(W, dtype=float)
# -     V = 0.0
# +     W, V = np.array(W, dtype=float), 0.0
# -         W = W + V
# +         W = np.round(W + V, 3)

# %% below shapes_asserted
_momentum_without_asserts = momentum_descent


def momentum_descent(derivative, W, eta, beta, n_steps):
    assert eta > 0 and 0 <= beta < 1 and n_steps >= 1
    path = _momentum_without_asserts(derivative, W, eta, beta, n_steps)
    assert np.shape(path) == (n_steps + 1, *np.shape(W))
    return path
