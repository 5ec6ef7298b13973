# %% right where
def learn(C, w, n_steps):
    for step in range(n_steps):
        w = w + np.dot(C, w)
        w = np.where(w > 0, w, 0)
        w = w / np.sqrt(np.sum(w**2))
    return w

# %% right clip_copy
def learn(C, w, n_steps):
    w = np.array(w, dtype=float)
    while n_steps > 0:
        w += C @ w
        w[w < 0] = 0
        w /= np.linalg.norm(w)
        n_steps -= 1
    return w

# %% right matrix_first
# The sum of w and C w is one product.
def learn(C, w, n_steps):
    A = np.eye(len(w)) + C
    for _ in range(n_steps):
        w = (A @ w).clip(min=0)
        w = w / np.linalg.norm(w)
    return w

# %% right recursive
def learn(C, w, n_steps):
    if n_steps == 0:
        return w
    new = np.maximum(w + C @ w, 0)
    return learn(C, new / np.linalg.norm(new), n_steps - 1)

# %% right two_functions
def relu(x):
    return x * (x > 0)


def unit(x):
    return x / (x @ x) ** 0.5


def learn(C, w, n_steps):
    for _ in range(n_steps):
        w = unit(relu(w + C @ w))
    return w

# %% right torch
import torch


def learn(C, w, n_steps):
    C, w = torch.tensor(C, dtype=torch.float64), torch.tensor(w, dtype=torch.float64)
    for _ in range(n_steps):
        w = torch.relu(w + C @ w)
        w = w / w.norm()
    return w.numpy()

# %% wrong no_relu → not_cut_off
# points: 1.5
def learn(C, w, n_steps):
    for _ in range(n_steps):
        w = w + C @ w
        w = w / np.linalg.norm(w)
    return w

# %% wrong relu_at_the_end → cut_off_last
# points: 1.5
def learn(C, w, n_steps):
    for _ in range(n_steps):
        w = w + C @ w
        w = w / np.linalg.norm(w)
    return np.maximum(0, w)

# %% wrong relu_of_the_change → change_cut_off
# points: 1.5
def learn(C, w, n_steps):
    for _ in range(n_steps):
        w = w + np.maximum(0, C @ w)
        w = w / np.linalg.norm(w)
    return w

# %% wrong absolute_value → absolute
# points: 1.5
def learn(C, w, n_steps):
    for _ in range(n_steps):
        w = np.abs(w + C @ w)
        w = w / np.linalg.norm(w)
    return w

# %% wrong power_iteration → w_missing
# points: 1.5
def learn(C, w, n_steps):
    for _ in range(n_steps):
        w = np.maximum(0, C @ w)
        w = w / np.linalg.norm(w)
    return w

# %% wrong subtracted → minus
# points: 1.5
def learn(C, w, n_steps):
    for _ in range(n_steps):
        w = np.maximum(0, w - C @ w)
        w = w / np.linalg.norm(w)
    return w

# %% wrong never_scaled → not_scaled
# points: 1.5
def learn(C, w, n_steps):
    for _ in range(n_steps):
        w = np.maximum(0, w + C @ w)
    return w

# %% wrong sums_to_one → sum_is_one
# points: 1.5
def learn(C, w, n_steps):
    for _ in range(n_steps):
        w = np.maximum(0, w + C @ w)
        w = w / np.sum(w)
    return w

# %% wrong largest_one → largest_is_one
# points: 1.5
def learn(C, w, n_steps):
    for _ in range(n_steps):
        w = np.maximum(0, w + C @ w)
        w = w / np.max(w)
    return w

# %% wrong once → one_step
# points: 1.5
def learn(C, w, n_steps):
    w = np.maximum(0, w + C @ w)
    return w / np.linalg.norm(w)

# %% wrong returns_in_the_loop → one_step
# points: 1.5
def learn(C, w, n_steps):
    for _ in range(n_steps):
        w = np.maximum(0, w + C @ w)
        w = w / np.linalg.norm(w)
        return w

# %% wrong one_more → one_too_many
# points: 1.5
def learn(C, w, n_steps):
    for _ in range(n_steps + 1):
        w = np.maximum(0, w + C @ w)
        w = w / np.linalg.norm(w)
    return w

# %% wrong in_place → damages_input
# points: 2
def learn(C, w, n_steps):
    for _ in range(n_steps):
        w += C @ w
        np.maximum(w, 0, out=w)
        w /= np.linalg.norm(w)
    return w

# %% wrong from_ones → unit_weights_only
# points: 0
def learn(C, w, n_steps):
    w = np.ones(len(C))
    for _ in range(n_steps):
        w = np.maximum(0, w + C @ w)
        w = w / np.linalg.norm(w)
    return w
