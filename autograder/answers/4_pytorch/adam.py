# %% right all_histories
def adam_descent(derivative, W, eta, beta1, beta2, epsilon, n_steps):
    """All weights that Adam visits, the start first."""
    path, slopes = [np.array(W, dtype=float)], []
    for k in range(1, n_steps + 1):
        slopes.append(np.asarray(derivative(path[-1]), dtype=float) + np.zeros(np.shape(W)))
        powers = np.arange(k)[::-1]
        G = np.array(slopes)
        m_hat = np.tensordot((1 - beta1) * float(beta1) ** powers, G, axes=1) / (1 - beta1**k)
        v_hat = np.tensordot((1 - beta2) * float(beta2) ** powers, G**2, axes=1) / (1 - beta2**k)
        path.append(path[-1] - eta * m_hat / (np.sqrt(v_hat) + epsilon))
    return np.array(path)


def train_with_adam(network, epochs, batch_frac):
    """Give the network an Adam optimiser and train it."""
    network.optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr)
    for _ in range(epochs):
        network.fit(1, batch_frac)

# %% right array_filled
def adam_descent(derivative, W, eta, beta1, beta2, epsilon, n_steps):
    W = np.array(W, dtype=float)
    m, v = np.zeros(W.shape), np.zeros_like(W)
    path = np.zeros((n_steps + 1,) + W.shape)
    path[0] = W
    for k in range(n_steps):
        g = np.asarray(derivative(path[k]), dtype=float)
        m += (1 - beta1) * (g - m)
        v += (1 - beta2) * (g * g - v)
        m_hat, v_hat = m / (1 - beta1 ** (k + 1)), v / (1 - beta2 ** (k + 1))
        path[k + 1] = path[k] - eta * m_hat / (v_hat**0.5 + epsilon)
    return path


def train_with_adam(network, epochs, batch_frac):
    network.optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr)
    network.fit(epochs, batch_frac)

# %% right by_name
def adam_descent(derivative, W, eta, beta1, beta2, epsilon, n_steps):
    m, v = 0.0, 0.0
    path = [W]
    for k in range(1, n_steps + 1):
        g = derivative(W)
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        W = W - eta * (m / (1 - beta1**k)) / (np.sqrt(v / (1 - beta2**k)) + epsilon)
        path.append(W)
    return np.array(path)


def train_with_adam(network, epochs, batch_frac):
    network.optimiser = torch.optim.Adam(params=list(network.parameters()), lr=adam_lr, betas=(0.9, 0.999), eps=1e-8)
    network.fit(epochs=epochs, batch_frac=batch_frac)

# %% right by_torch
def adam_descent(derivative, W, eta, beta1, beta2, epsilon, n_steps):
    weight = torch.tensor(np.asarray(W, dtype=float), requires_grad=True)
    adam = torch.optim.Adam([weight], lr=eta, betas=(beta1, beta2), eps=epsilon)
    path = [weight.detach().numpy().copy()]
    for _ in range(n_steps):
        slope = derivative(weight.detach().numpy().copy())
        weight.grad = torch.tensor(np.asarray(slope, dtype=float))
        adam.step()
        path.append(weight.detach().numpy().copy())
    return np.array(path)


def train_with_adam(network, epochs, batch_frac):
    network.optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr)
    network.fit(epochs, batch_frac)

# %% right class
def adam_descent(derivative, W, eta, beta1, beta2, epsilon, n_steps):
    """All weights that Adam visits, the start first."""
    class State:
        def __init__(self):
            self.k, self.m, self.v = 0, 0.0, 0.0

        def step(self, w, g):
            self.k += 1
            self.m = beta1 * self.m + (1 - beta1) * g
            self.v = beta2 * self.v + (1 - beta2) * g * g
            top = self.m / (1 - beta1 ** self.k)
            bottom = np.sqrt(self.v / (1 - beta2 ** self.k)) + epsilon
            return w - eta * top / bottom

    state = State()
    walk = [W]
    for _ in range(n_steps):
        walk.append(state.step(walk[-1], derivative(walk[-1])))
    return walk


def train_with_adam(network, epochs, batch_frac):
    """Give the network an Adam optimiser and train it."""
    network.optimiser = torch.optim.Adam(list(network.parameters()), adam_lr)
    type(network).fit(network, epochs, batch_frac)

# %% right class_with_state
class Adam:
    def __init__(self, eta, beta1, beta2, epsilon):
        self.eta, self.betas, self.epsilon = eta, (beta1, beta2), epsilon
        self.m = self.v = 0.0
        self.powers = [1.0, 1.0]

    def step(self, g):
        beta1, beta2 = self.betas
        self.powers = [power * beta for power, beta in zip(self.powers, self.betas)]
        self.m = beta1 * self.m + (1 - beta1) * g
        self.v = beta2 * self.v + (1 - beta2) * g * g
        m_hat, v_hat = self.m / (1 - self.powers[0]), self.v / (1 - self.powers[1])
        return -self.eta * m_hat / (np.sqrt(v_hat) + self.epsilon)


def adam_descent(derivative, W, eta, beta1, beta2, epsilon, n_steps):
    adam, visited = Adam(eta, beta1, beta2, epsilon), [np.asarray(W)]
    while len(visited) <= n_steps:
        visited.append(visited[-1] + adam.step(derivative(visited[-1])))
    return np.stack(visited)


def train_with_adam(network, epochs, batch_frac):
    network.optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr)
    network.fit(epochs, batch_frac)

# %% right data_loader
def adam_descent(derivative, W, eta, beta1, beta2, epsilon, n_steps):
    m, v = 0.0, 0.0
    path = [W]
    for k in range(1, n_steps + 1):
        g = derivative(W)
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        W = W - eta * (m / (1 - beta1**k)) / (np.sqrt(v / (1 - beta2**k)) + epsilon)
        path.append(W)
    return np.array(path)


def train_with_adam(network, epochs, batch_frac):
    network.optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr)
    data = torch.utils.data.TensorDataset(torch.tensor(network.X_train.T), torch.tensor(network.Y_train.T))
    n_batch = int(batch_frac * network.n_train)
    loader = torch.utils.data.DataLoader(data, batch_size=n_batch, shuffle=True, drop_last=True)
    for _ in range(epochs):
        for X, Y in loader:
            training_step(network, X.numpy().T, Y.numpy().T)

# %% right drawn_with_replacement
def adam_descent(derivative, W, eta, beta1, beta2, epsilon, n_steps):
    m, v, visited = 0.0, 0.0, [W]
    for k in range(1, n_steps + 1):
        g = derivative(visited[-1])
        m, v = beta1 * m + (1 - beta1) * g, beta2 * v + (1 - beta2) * g**2
        step = m / (1 - beta1**k) / (np.sqrt(v / (1 - beta2**k)) + epsilon)
        visited.append(visited[-1] - eta * step)
    return np.array(visited)


def train_with_adam(network, epochs, batch_frac):
    network.optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr)
    n_batch = int(batch_frac * network.n_train)
    for _ in range(round(epochs / batch_frac)):
        drawn = np.random.choice(network.n_train, n_batch)  # with replacement
        training_step(network, network.X_train[:, drawn], network.Y_train[:, drawn])

# %% right each_step_calls_the_next
def adam_descent(derivative, W, eta, beta1, beta2, epsilon, n_steps):
    """All weights that Adam visits, the start first."""

    def from_here(W, m, v, k):
        if k > n_steps:
            return [W]
        g = derivative(W)
        m, v = beta1 * m + (1 - beta1) * g, beta2 * v + (1 - beta2) * g**2
        m_hat, v_hat = m / (1 - beta1**k), v / (1 - beta2**k)
        later = from_here(W - eta * m_hat / (np.sqrt(v_hat) + epsilon), m, v, k + 1)
        return [W, *later]

    return np.array(from_here(W, 0.0, 0.0, 1))


def train_with_adam(network, epochs, batch_frac):
    """Give the network an Adam optimiser and train it."""
    network.optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr)
    network.fit(epochs, batch_frac)

# %% right epoch_by_epoch
def adam_descent(derivative, W, eta, beta1, beta2, epsilon, n_steps):
    m, v = 0.0, 0.0
    path = [W]
    for k in range(1, n_steps + 1):
        g = derivative(W)
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        W = W - eta * (m / (1 - beta1**k)) / (np.sqrt(v / (1 - beta2**k)) + epsilon)
        path.append(W)
    return np.array(path)


def train_with_adam(network, epochs, batch_frac):
    network.optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr)
    for _ in range(epochs):
        network.fit(1, batch_frac, record_every=100)
    return network

# %% right everything_in_one_loop
def adam_descent(derivative, W, eta, beta1, beta2, epsilon, n_steps):
    m, v = 0.0, 0.0
    path = [W]
    for k in range(1, n_steps + 1):
        g = derivative(W)
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        W = W - eta * (m / (1 - beta1**k)) / (np.sqrt(v / (1 - beta2**k)) + epsilon)
        path.append(W)
    return np.array(path)


def train_with_adam(network, epochs, batch_frac):
    network.optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr, foreach=False)
    size = int(batch_frac * network.n_train)
    for _ in range(round(epochs / batch_frac)):
        batch = torch.randperm(network.n_train)[:size].numpy()
        off = network.forward(network.X_train[:, batch], return_torch=True) - torch.tensor(network.Y_train[:, batch], dtype=torch.float32)
        network.optimiser.zero_grad()
        off.square().sum(dim=0).mean().backward()
        network.optimiser.step()

# %% right generator
def _adam(derivative, W, eta, beta1, beta2, epsilon):
    m, v, k = 0 * W, 0 * W, 0
    while True:
        yield W
        k += 1
        g = derivative(W)
        m = m + (1 - beta1) * (g - m)
        v = v + (1 - beta2) * (g * g - v)
        W = W - eta * (m / (1 - beta1**k)) / (epsilon + np.sqrt(v / (1 - beta2**k)))


def adam_descent(derivative, W, eta, beta1, beta2, epsilon, n_steps):
    walk = _adam(derivative, np.array(W, dtype=float), eta, beta1, beta2, epsilon)
    return np.array([next(walk) for _ in range(n_steps + 1)])


def train_with_adam(network, epochs, batch_frac):
    network.optimiser = torch.optim.Adam((p for _, p in network.named_parameters()), lr=adam_lr)
    network.fit(epochs, batch_frac)
    return network.history

# %% right generator_and_list
def adam_steps(derivative, W, eta, beta1, beta2, epsilon):
    m = v = k = 0
    while True:
        yield W
        k, g = k + 1, derivative(W)
        m, v = beta1 * m + (1 - beta1) * g, beta2 * v + (1 - beta2) * g**2
        W = W - eta * m / (1 - beta1**k) / (np.sqrt(v / (1 - beta2**k)) + epsilon)


def adam_descent(derivative, W, eta, beta1, beta2, epsilon, n_steps):
    from itertools import islice

    return list(islice(adam_steps(derivative, W, eta, beta1, beta2, epsilon), n_steps + 1))


def train_with_adam(network, epochs, batch_frac):
    network.optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr)
    network.fit(epochs, batch_frac)

# %% right hint
def adam_descent(derivative, W, eta, beta1, beta2, epsilon, n_steps):
    """All weights that Adam visits, the start first."""
    W = np.array(W, dtype=float)
    m = v = 0.0
    path = [W]
    for k in range(1, n_steps + 1):
        g = derivative(W)
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        m_hat = m / (1 - beta1**k)
        v_hat = v / (1 - beta2**k)
        W = W - eta * m_hat / (np.sqrt(v_hat) + epsilon)
        path.append(W)
    return np.array(path)


def train_with_adam(network, epochs, batch_frac):
    """Give the network an Adam optimiser and train it."""
    network.optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr)
    network.fit(epochs, batch_frac)

# %% right list_of_floats
def adam_descent(derivative, W, eta, beta1, beta2, epsilon, n_steps):
    """All weights that Adam visits, the start first."""
    W = W if np.ndim(W) == 0 else np.array(W, dtype=float)
    m, v, out, k = 0.0, 0.0, [W], 0
    while k < n_steps:
        k = k + 1
        g = np.asarray(derivative(out[k - 1]), dtype=float)
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g * g
        correction = np.sqrt(1 - beta2**k) / (1 - beta1**k)
        step = eta * correction * m / (np.sqrt(v) + epsilon * np.sqrt(1 - beta2**k))
        out.append(out[k - 1] - step)
    return np.array(out, dtype=float).tolist()


def train_with_adam(network, epochs, batch_frac):
    """Give the network an Adam optimiser and train it."""
    setattr(network, "optimiser", torch.optim.Adam(network.parameters(), lr=adam_lr, betas=(0.9, 0.999), eps=1e-8, weight_decay=0))
    network.fit(epochs=epochs, batch_frac=batch_frac)

# %% right loop_of_its_own
def adam_descent(derivative, W, eta, beta1, beta2, epsilon, n_steps):
    m, v = 0.0, 0.0
    path = [W]
    for k in range(1, n_steps + 1):
        g = derivative(W)
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        W = W - eta * (m / (1 - beta1**k)) / (np.sqrt(v / (1 - beta2**k)) + epsilon)
        path.append(W)
    return np.array(path)


def train_with_adam(network, epochs, batch_frac):
    network.optimiser = torch.optim.Adam(network.parameters(), adam_lr)
    n_batch = int(batch_frac * network.n_train)
    for _ in range(round(epochs / batch_frac)):
        columns = np.random.permutation(network.n_train)[:n_batch]
        training_step(network, network.X_train[:, columns], network.Y_train[:, columns])

# %% right one_group_a_parameter
def adam_descent(derivative, W, eta, beta1, beta2, epsilon, n_steps):
    m, v = 0.0, 0.0
    path = [W]
    for k in range(1, n_steps + 1):
        g = derivative(W)
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        W = W - eta * (m / (1 - beta1**k)) / (np.sqrt(v / (1 - beta2**k)) + epsilon)
        path.append(W)
    return np.array(path)


def train_with_adam(network, epochs, batch_frac):
    groups = [{"params": [parameter], "lr": adam_lr} for parameter in network.parameters()]
    network.optimiser = torch.optim.Adam(groups)
    network.fit(epochs, batch_frac)

# %% right plain
def adam_descent(derivative, W, eta, beta1, beta2, epsilon, n_steps):
    """All weights that Adam visits, the start first."""
    m = v = 0.0
    visited = [W]
    for k in range(1, n_steps + 1):
        g = derivative(W)
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        m_hat = m / (1 - beta1**k)
        v_hat = v / (1 - beta2**k)
        W = W - eta * m_hat / (np.sqrt(v_hat) + epsilon)
        visited.append(W)
    return np.array(visited)


def train_with_adam(network, epochs, batch_frac):
    """Give the network an Adam optimiser and train it."""
    network.optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr)
    network.fit(epochs, batch_frac)

# %% right prealloc
def adam_descent(derivative, W, eta, beta1, beta2, epsilon, n_steps):
    """All weights that Adam visits, the start first."""
    W = np.array(W, dtype=float)
    path = np.zeros((n_steps + 1,) + W.shape)
    path[0] = W
    m, v = np.zeros_like(W), np.zeros_like(W)
    for k in range(n_steps):
        g = np.asarray(derivative(path[k].copy()), dtype=float)
        m = m + (1 - beta1) * (g - m)
        v = v + (1 - beta2) * (g * g - v)
        correction1, correction2 = 1 - beta1 ** (k + 1), 1 - beta2 ** (k + 1)
        path[k + 1] = path[k] - eta * (m / correction1) / ((v / correction2) ** 0.5 + epsilon)
    return path


def train_with_adam(network, epochs, batch_frac):
    """Give the network an Adam optimiser and train it."""
    network.optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr)
    n_batch = int(batch_frac * network.n_train)
    for step in range(round(epochs / batch_frac)):
        columns = np.random.permutation(network.n_train)[:n_batch]
        training_step(network, network.X_train[:, columns], network.Y_train[:, columns])

# %% right prefilled_own_loop
def adam_descent(derivative, W, eta, beta1, beta2, epsilon, n_steps):
    """All weights that Adam visits, the start first."""
    start = np.asarray(W, dtype=float)
    path = np.empty((n_steps + 1,) + start.shape)
    path[0] = start
    m, v = np.zeros(start.shape), np.zeros(start.shape)
    b1, b2 = 1.0, 1.0
    for k in range(n_steps):
        g = np.asarray(derivative(path[k].copy()), dtype=float)
        m, v = beta1 * m + (1 - beta1) * g, beta2 * v + (1 - beta2) * np.square(g)
        b1, b2 = b1 * beta1, b2 * beta2
        path[k + 1] = path[k] - eta * (m / (1 - b1)) / ((v / (1 - b2)) ** 0.5 + epsilon)
    return path


def train_with_adam(network, epochs, batch_frac):
    """Give the network an Adam optimiser and train it."""
    network.optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr)
    size = int(batch_frac * network.n_train)
    for _ in range(round(epochs / batch_frac)):
        batch = np.random.permutation(network.n_train)[:size]
        training_step(network, network.X_train[:, batch], network.Y_train[:, batch])

# %% right rate_corrected
def adam_descent(derivative, W, eta, beta1, beta2, epsilon, n_steps):
    path, m, v = [W], 0.0, 0.0
    for k in range(1, n_steps + 1):
        g = derivative(path[-1])
        m, v = beta1 * m + (1 - beta1) * g, beta2 * v + (1 - beta2) * g**2
        root = np.sqrt(1 - beta2**k)
        rate = eta * root / (1 - beta1**k)
        path.append(path[-1] - rate * m / (np.sqrt(v) + epsilon * root))
    return np.array(path)


def train_with_adam(network, epochs, batch_frac):
    network.optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr)
    network.fit(epochs, batch_frac)

# %% right rate_set_afterwards
def adam_descent(derivative, W, eta, beta1, beta2, epsilon, n_steps):
    m, v = 0.0, 0.0
    path = [W]
    for k in range(1, n_steps + 1):
        g = derivative(W)
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        W = W - eta * (m / (1 - beta1**k)) / (np.sqrt(v / (1 - beta2**k)) + epsilon)
        path.append(W)
    return np.array(path)


def train_with_adam(network, epochs, batch_frac):
    from torch import optim

    adam = optim.Adam([parameter for _, parameter in network.named_parameters()])
    for group in adam.param_groups:
        group["lr"] = adam_lr
    setattr(network, "optimiser", adam)
    TorchNetwork.fit(network, epochs, batch_frac)

# %% right seeds_itself
def adam_descent(derivative, W, eta, beta1, beta2, epsilon, n_steps):
    m, v = 0.0, 0.0
    path = [W]
    for k in range(1, n_steps + 1):
        g = derivative(W)
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        W = W - eta * (m / (1 - beta1**k)) / (np.sqrt(v / (1 - beta2**k)) + epsilon)
        path.append(W)
    return np.array(path)


def train_with_adam(network, epochs, batch_frac):
    torch.manual_seed(3)
    np.random.seed(3)
    network.optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr)
    network.fit(epochs, batch_frac)

# %% right torch_optim
# cohort: 2027
def adam_descent(derivative, W, eta, beta1, beta2, epsilon, n_steps):
    """All weights that Adam visits, the start first."""
    w = torch.tensor(np.array(W, dtype=float), requires_grad=True)
    optimiser = torch.optim.Adam([w], lr=eta, betas=(beta1, beta2), eps=epsilon)
    path = [w.detach().numpy().copy()]
    for _ in range(n_steps):
        slope = derivative(w.detach().numpy().copy())
        w.grad = torch.as_tensor(np.array(slope, dtype=float)).reshape(w.shape)
        optimiser.step()
        path.append(w.detach().numpy().copy())
    return np.array(path)


def train_with_adam(network, epochs, batch_frac):
    """Give the network an Adam optimiser and train it."""
    network.optimiser = torch.optim.Adam(network.parameters(), lr=0.0012)
    network.fit(epochs=epochs, batch_frac=batch_frac)
    return network

# %% right torch_steps
# cohort: 2027
def adam_descent(derivative, W, eta, beta1, beta2, epsilon, n_steps):
    """All weights that Adam visits, the start first."""
    w = torch.tensor(np.asarray(W, dtype=float))
    optimiser = torch.optim.Adam([w], lr=eta, betas=(float(beta1), float(beta2)), eps=epsilon)
    path = [w.numpy().copy()]
    for _ in range(n_steps):
        g = np.asarray(derivative(w.numpy().copy()), dtype=float)
        w.grad = torch.from_numpy(np.array(np.broadcast_to(g, tuple(w.shape))))
        optimiser.step()
        path.append(w.numpy().copy())
    return np.stack(path)


def train_with_adam(network, epochs, batch_frac):
    """Give the network an Adam optimiser and train it."""
    optimizer = torch.optim.Adam(list(network.parameters()), lr=1.2e-3)
    network.optimiser = optimizer
    network.fit(epochs=epochs, batch_frac=batch_frac, record_every=10**9)

# %% right while_loop
def adam_descent(derivative, W, eta, beta1, beta2, epsilon, n_steps):
    """All weights that Adam visits, the start first."""
    path = [np.array(W, dtype=float)]
    m = np.zeros(np.shape(W)); v = np.zeros(np.shape(W))
    b1, b2 = 1.0, 1.0
    while len(path) <= n_steps:
        g = np.array(derivative(path[-1].copy()))
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * np.square(g)
        b1 *= beta1
        b2 *= beta2
        path.append(path[-1] - eta * (m / (1 - b1)) / (epsilon + np.sqrt(v / (1 - b2))))
    return np.stack(path)


def train_with_adam(network, epochs, batch_frac):
    """Give the network an Adam optimiser and train it."""
    adam = torch.optim.Adam(params=network.parameters(), lr=adam_lr)
    network.optimiser = adam
    network.fit(epochs, batch_frac, record_every=50)

# %% right adam_as_a_class
class Adam:
    def __init__(self, eta, beta1, beta2, epsilon):
        self.eta, self.b1, self.b2, self.eps = eta, beta1, beta2, epsilon
        self.k, self.m, self.v = 0, 0.0, 0.0

    def __call__(self, W, g):
        self.k += 1
        self.m = self.b1 * self.m + (1 - self.b1) * g
        self.v = self.b2 * self.v + (1 - self.b2) * g**2
        return W - self.eta * (self.m / (1 - self.b1**self.k)) / (np.sqrt(self.v / (1 - self.b2**self.k)) + self.eps)


def adam_descent(derivative, W, eta, beta1, beta2, epsilon, n_steps):
    step, path = Adam(eta, beta1, beta2, epsilon), [np.array(W, dtype=float)]
    while len(path) < n_steps + 1:
        path.append(step(path[-1], np.asarray(derivative(path[-1]), dtype=float)))
    return np.array(path)


def train_with_adam(network, epochs, batch_frac):
    network.optimiser = torch.optim.Adam(params=network.parameters(), lr=adam_lr)
    n_batch, order = int(batch_frac * network.n_train), []
    for _ in range(round(epochs / batch_frac)):
        if len(order) < n_batch:
            order = list(np.random.permutation(network.n_train))
        now, order = order[:n_batch], order[n_batch:]
        training_step(network, network.X_train[:, now], network.Y_train[:, now])

# %% right hats_and_batches
def adam_descent(derivative, W, eta, beta1, beta2, epsilon, n_steps):
    """All weights that Adam visits, the start first."""
    m = v = 0.0
    path = [W]
    for k in range(1, n_steps + 1):
        g = derivative(W)
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g * g
        m_hat = m / (1 - beta1**k)
        v_hat = v / (1 - beta2**k)
        W = W - eta * m_hat / (np.sqrt(v_hat) + epsilon)
        path.append(W)
    return np.array(path)


def train_with_adam(network, epochs, batch_frac):
    """Give the network an Adam optimiser and train it."""
    network.optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr)
    batches_per_epoch = round(1 / batch_frac)
    size = int(batch_frac * network.n_train)
    for _ in range(round(epochs / batch_frac)):
        chosen = np.random.default_rng().choice(network.n_train, size, replace=False)
        training_step(network, network.X_train[:, chosen], network.Y_train[:, chosen])

# %% wrong adamw of one_group_a_parameter → adamw
# points: 2.5
# -     groups = [{"params": [parameter], "lr": adam_lr} for parameter in network.parameters()]
# -     network.optimiser = torch.optim.Adam(groups)
# +     network.optimiser = torch.optim.AdamW(network.parameters(), lr=adam_lr)

# %% wrong adamw_2 of hint → adamw
# -         m_hat = m / (1 - beta1**k)
# -         v_hat = v / (1 - beta2**k)
# -         W = W - eta * m_hat / (np.sqrt(v_hat) + epsilon)
# +         W = W - eta * (m / (1 - beta1**k)) / (np.sqrt(v / (1 - beta2**k)) + epsilon)
# -     network.optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr)
# +     network.optimiser = torch.optim.AdamW(network.parameters(), lr=adam_lr)

# %% wrong same_array_again_and_again of seeds_itself → aliased
# - def adam_descent(derivative, W, eta, beta1, beta2, epsilon, n_steps):
# + def adam_descent(derivative, W, eta, beta1, beta2, epsilon, n_steps):
# +     W = np.array(W, dtype=float)
# -         W = W - eta * (m / (1 - beta1**k)) / (np.sqrt(v / (1 - beta2**k)) + epsilon)
# +         W -= eta * (m / (1 - beta1**k)) / (np.sqrt(v / (1 - beta2**k)) + epsilon)
# -     torch.manual_seed(3)
# -     np.random.seed(3)

# %% wrong batches_in_their_order → batches_in_order
# points: 2.5
def adam_descent(derivative, W, eta, beta1, beta2, epsilon, n_steps):
    m, v, visited = 0.0, 0.0, [W]
    for k in range(1, n_steps + 1):
        g = derivative(visited[-1])
        m, v = beta1 * m + (1 - beta1) * g, beta2 * v + (1 - beta2) * g**2
        step = m / (1 - beta1**k) / (np.sqrt(v / (1 - beta2**k)) + epsilon)
        visited.append(visited[-1] - eta * step)
    return np.array(visited)


def train_with_adam(network, epochs, batch_frac):
    network.optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr)
    n_batches = round(1 / batch_frac)
    stretches = np.array_split(np.arange(network.n_train), n_batches)
    for _ in range(epochs):
        for stretch in stretches:
            training_step(network, network.X_train[:, stretch], network.Y_train[:, stretch])

# %% wrong betas_swapped of seeds_itself → betas_swapped
# -         m = beta1 * m + (1 - beta1) * g
# -         v = beta2 * v + (1 - beta2) * g**2
# -         W = W - eta * (m / (1 - beta1**k)) / (np.sqrt(v / (1 - beta2**k)) + epsilon)
# +         m = beta2 * m + (1 - beta2) * g
# +         v = beta1 * v + (1 - beta1) * g**2
# +         W = W - eta * (m / (1 - beta2**k)) / (np.sqrt(v / (1 - beta1**k)) + epsilon)
# -     torch.manual_seed(3)
# -     np.random.seed(3)

# %% wrong best_epoch of plain → chosen_by_test_data
# -     network.fit(epochs, batch_frac)
# +     best, kept = np.inf, None
# +     for _ in range(epochs):
# +         network.fit(1, batch_frac)
# +         now = error(network.forward(network.X_test), network.Y_test)
# +         if now < best:
# +             best, kept = now, {k: p.clone() for k, p in network.state_dict().items()}
# +     network.load_state_dict(kept)

# %% wrong best_epoch_by_test → chosen_by_test_data
def adam_descent(derivative, W, eta, beta1, beta2, epsilon, n_steps):
    """All weights that Adam visits, the start first."""
    W = np.array(W, dtype=float)
    m = v = 0.0
    path = [W]
    for k in range(1, n_steps + 1):
        g = derivative(W)
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        W = W - eta * (m / (1 - beta1**k)) / (np.sqrt(v / (1 - beta2**k)) + epsilon)
        path.append(W)
    return np.array(path)


def train_with_adam(network, epochs, batch_frac):
    """Give the network an Adam optimiser and train it."""
    network.optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr)
    best, kept = np.inf, None
    for _ in range(epochs):
        network.fit(1, batch_frac)
        now = error(network.forward(network.X_test), network.Y_test)
        if now < best:
            best, kept = now, {k: p.clone() for k, p in network.state_dict().items()}
    network.load_state_dict(kept)

# %% wrong best_on_test → chosen_by_test_data
def adam_descent(derivative, W, eta, beta1, beta2, epsilon, n_steps):
    m, v = 0.0, 0.0
    path = [W]
    for k in range(1, n_steps + 1):
        g = derivative(W)
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        W = W - eta * (m / (1 - beta1**k)) / (np.sqrt(v / (1 - beta2**k)) + epsilon)
        path.append(W)
    return np.array(path)


def train_with_adam(network, epochs, batch_frac):
    network.optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr)
    best, kept = np.inf, None
    n_batch = int(batch_frac * network.n_train)
    for step in range(round(epochs / batch_frac)):
        columns = np.random.choice(network.n_train, n_batch, replace=False)
        training_step(network, network.X_train[:, columns], network.Y_train[:, columns])
        now = error(network.forward(network.X_test), network.Y_test)
        if step % 10 == 0 and now < best:
            best, kept = now, {name: value.clone() for name, value in network.state_dict().items()}
    network.load_state_dict(kept)

# %% wrong slopes_clipped of seeds_itself → clipped_10
# -         g = derivative(W)
# +         g = np.clip(derivative(W), -10, 10)
# -     torch.manual_seed(3)
# -     np.random.seed(3)

# %% wrong corrected_in_place of seeds_itself → corrected_in_place
# -         W = W - eta * (m / (1 - beta1**k)) / (np.sqrt(v / (1 - beta2**k)) + epsilon)
# +         m = m / (1 - beta1**k)
# +         v = v / (1 - beta2**k)
# +         W = W - eta * m / (np.sqrt(v) + epsilon)
# -     torch.manual_seed(3)
# -     np.random.seed(3)

# %% wrong count_stays of seeds_itself → count_stays_1
# -         W = W - eta * (m / (1 - beta1**k)) / (np.sqrt(v / (1 - beta2**k)) + epsilon)
# +         W = W - eta * (m / (1 - beta1)) / (np.sqrt(v / (1 - beta2)) + epsilon)
# -     torch.manual_seed(3)
# -     np.random.seed(3)

# %% wrong count_one_too_far of seeds_itself → counted_one_too_far
# -     for k in range(1, n_steps + 1):
# +     for k in range(2, n_steps + 2):
# -     torch.manual_seed(3)
# -     np.random.seed(3)

# %% wrong in_place of seeds_itself → raised or damages_input
# -     path = [W]
# +     path = [np.array(W)]
# -         W = W - eta * (m / (1 - beta1**k)) / (np.sqrt(v / (1 - beta2**k)) + epsilon)
# -         path.append(W)
# +         W -= eta * (m / (1 - beta1**k)) / (np.sqrt(v / (1 - beta2**k)) + epsilon)
# +         path.append(np.array(W))
# -     torch.manual_seed(3)
# -     np.random.seed(3)

# %% wrong in_place_2 of seeds_itself → raised or damages_input
# -     m, v = 0.0, 0.0
# +     """All weights that Adam visits, the start first."""
# +     m = v = 0.0
# -         W = W - eta * (m / (1 - beta1**k)) / (np.sqrt(v / (1 - beta2**k)) + epsilon)
# +         W -= eta * (m / (1 - beta1**k)) / (np.sqrt(v / (1 - beta2**k)) + epsilon)
# -     torch.manual_seed(3)
# -     np.random.seed(3)
# +     """Give the network an Adam optimiser and train it."""

# %% wrong adamw_itself of seeds_itself → decay
# -         W = W - eta * (m / (1 - beta1**k)) / (np.sqrt(v / (1 - beta2**k)) + epsilon)
# +         W = W - eta * (m / (1 - beta1**k)) / (np.sqrt(v / (1 - beta2**k)) + epsilon) - eta * 0.01 * W
# -     torch.manual_seed(3)
# -     np.random.seed(3)

# %% wrong epsilon_before_the_correction of seeds_itself → epsilon_before_the_correction
# -         W = W - eta * (m / (1 - beta1**k)) / (np.sqrt(v / (1 - beta2**k)) + epsilon)
# +         rate = eta * np.sqrt(1 - beta2**k) / (1 - beta1**k)
# +         W = W - rate * m / (np.sqrt(v) + epsilon)
# -     torch.manual_seed(3)
# -     np.random.seed(3)

# %% wrong epsilon_in_root of plain → epsilon_in_the_root
# -         W = W - eta * m_hat / (np.sqrt(v_hat) + epsilon)
# +         W = W - eta * m_hat / np.sqrt(v_hat + epsilon)

# %% wrong epsilon_in_the_root of seeds_itself → epsilon_in_the_root
# -         W = W - eta * (m / (1 - beta1**k)) / (np.sqrt(v / (1 - beta2**k)) + epsilon)
# +         W = W - eta * (m / (1 - beta1**k)) / np.sqrt(v / (1 - beta2**k) + epsilon)
# -     torch.manual_seed(3)
# -     np.random.seed(3)

# %% wrong epsilon_forgotten of seeds_itself → epsilon_missing
# -         W = W - eta * (m / (1 - beta1**k)) / (np.sqrt(v / (1 - beta2**k)) + epsilon)
# +         W = W - eta * (m / (1 - beta1**k)) / (np.sqrt(v / (1 - beta2**k)) + 0)
# -     torch.manual_seed(3)
# -     np.random.seed(3)

# %% wrong epsilon_at_least_1e_8 of plain → other_valley
# -     m = v = 0.0
# +     m, v, epsilon = 0.0, 0.0, max(epsilon, 1e-8)
# -         m_hat = m / (1 - beta1**k)
# -         v_hat = v / (1 - beta2**k)
# +         m_hat, v_hat = m / (1 - beta1**k), v / (1 - beta2**k)

# %% wrong epsilon_fixed of hint → epsilon_not_used
# -         m_hat = m / (1 - beta1**k)
# -         v_hat = v / (1 - beta2**k)
# -         W = W - eta * m_hat / (np.sqrt(v_hat) + epsilon)
# +         W = W - eta * (m / (1 - beta1**k)) / (np.sqrt(v / (1 - beta2**k)) + 1e-8)

# %% wrong usual_epsilon of seeds_itself → epsilon_not_used
# -         W = W - eta * (m / (1 - beta1**k)) / (np.sqrt(v / (1 - beta2**k)) + epsilon)
# +         W = W - eta * (m / (1 - beta1**k)) / (np.sqrt(v / (1 - beta2**k)) + 1e-8)
# -     torch.manual_seed(3)
# -     np.random.seed(3)

# %% wrong cut_off_at_1000 of plain → far_out
# -     m = v = 0.0
# +     m, v = 0.0, 0.0
# -         m_hat = m / (1 - beta1**k)
# -         v_hat = v / (1 - beta2**k)
# +         m_hat, v_hat = m / (1 - beta1**k), v / (1 - beta2**k)
# -         W = W - eta * m_hat / (np.sqrt(v_hat) + epsilon)
# +         W = W - eta * m_hat / (np.sqrt(v_hat) + epsilon)
# +         W = np.clip(W, -1e3, 1e3)

# %% wrong usual_betas of seeds_itself → fixed_betas
# - def adam_descent(derivative, W, eta, beta1, beta2, epsilon, n_steps):
# + def adam_descent(derivative, W, eta, beta1, beta2, epsilon, n_steps):
# +     beta1, beta2 = 0.9, 0.999
# -     torch.manual_seed(3)
# -     np.random.seed(3)

# %% wrong numbers_typed_in → fixed_numbers
# points: 1.5
def adam_descent(derivative, W, eta, beta1, beta2, epsilon, n_steps):
    m, v = 0.0, 0.0
    visited = [W]
    for k in range(1, n_steps + 1):
        g = derivative(W)
        m = 0.9 * m + 0.1 * g
        v = 0.999 * v + 0.001 * g**2
        W = W - eta * (m / (1 - 0.9**k)) / (np.sqrt(v / (1 - 0.999**k)) + 1e-8)
        visited.append(W)
    return np.array(visited)


def train_with_adam(network, epochs, batch_frac):
    """Give the network an Adam optimiser and train it."""
    network.optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr)
    network.fit(epochs, batch_frac)

# %% wrong torch_defaults → fixed_numbers
def adam_descent(derivative, W, eta, beta1, beta2, epsilon, n_steps):
    """All weights that Adam visits, the start first."""
    w = torch.tensor(np.asarray(W, dtype=float))
    optimiser = torch.optim.Adam([w], lr=eta)
    path = [w.numpy().copy()]
    for _ in range(n_steps):
        w.grad = torch.tensor(np.asarray(derivative(w.numpy().copy()), dtype=float)) + torch.zeros_like(w)
        optimiser.step()
        path.append(w.numpy().copy())
    return np.stack(path)


def train_with_adam(network, epochs, batch_frac):
    """Give the network an Adam optimiser and train it."""
    network.optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr)
    network.fit(epochs, batch_frac)

# %% wrong kept_without_the_derivative → kept or slope_written_over
KNOWN = {}

def adam_descent(derivative, W, eta, beta1, beta2, epsilon, n_steps):
    """All weights that Adam visits, the start first."""
    key = (np.asarray(W).tobytes(), np.shape(W), eta, beta1, beta2, epsilon, n_steps)
    if key in KNOWN:
        return KNOWN[key].copy()

    m, v = 0.0, 0.0
    visited = [W]
    for k in range(1, n_steps + 1):
        g = derivative(W)
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        m_hat, v_hat = m / (1 - beta1**k), v / (1 - beta2**k)
        W = W - eta * m_hat / (np.sqrt(v_hat) + epsilon)
        visited.append(W)
    KNOWN[key] = np.array(visited)
    return KNOWN[key].copy()


def train_with_adam(network, epochs, batch_frac):
    """Give the network an Adam optimiser and train it."""
    network.optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr)
    network.fit(epochs, batch_frac)

# %% wrong largest_v of seeds_itself → largest_square
# -     m, v = 0.0, 0.0
# +     m, v, top = 0.0, 0.0, 0.0
# -         W = W - eta * (m / (1 - beta1**k)) / (np.sqrt(v / (1 - beta2**k)) + epsilon)
# +         top = np.maximum(top, v / (1 - beta2**k))
# +         W = W - eta * (m / (1 - beta1**k)) / (np.sqrt(top) + epsilon)
# -     torch.manual_seed(3)
# -     np.random.seed(3)

# %% wrong largest_v_before_the_hat → largest_square_before_the_hat
# points: 1.5
def adam_descent(derivative, W, eta, beta1, beta2, epsilon, n_steps):
    m, v, most, visited = 0.0, 0.0, 0.0, [W]
    for k in range(1, n_steps + 1):
        g = derivative(visited[-1])
        m, v = beta1 * m + (1 - beta1) * g, beta2 * v + (1 - beta2) * g**2
        most = np.maximum(most, v)
        visited.append(visited[-1] - eta * m / (1 - beta1**k) / (np.sqrt(most / (1 - beta2**k)) + epsilon))
    return np.array(visited)


def train_with_adam(network, epochs, batch_frac):
    network.optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr)
    network.fit(epochs, batch_frac)

# %% wrong last_only of seeds_itself → last_only
# -     return np.array(path)
# +     return np.array(W)
# -     torch.manual_seed(3)
# -     np.random.seed(3)

# %% wrong default_rate_of_sgd of hint → learning_rate
# -         m_hat = m / (1 - beta1**k)
# -         v_hat = v / (1 - beta2**k)
# -         W = W - eta * m_hat / (np.sqrt(v_hat) + epsilon)
# +         W = W - eta * (m / (1 - beta1**k)) / (np.sqrt(v / (1 - beta2**k)) + epsilon)
# -     network.optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr)
# +     network.optimiser = torch.optim.Adam(network.parameters(), lr=sgd_lr)

# %% wrong rate_of_plain_descent of one_group_a_parameter → learning_rate
# -     groups = [{"params": [parameter], "lr": adam_lr} for parameter in network.parameters()]
# -     network.optimiser = torch.optim.Adam(groups)
# +     network.optimiser = torch.optim.Adam(network.parameters(), lr=sgd_lr)

# %% wrong sgd_rate of plain → learning_rate
# -     network.optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr)
# +     network.optimiser = torch.optim.Adam(network.parameters(), lr=sgd_lr)

# %% wrong three_times_the_rate → learning_rate
# points: 2.5
def adam_descent(derivative, W, eta, beta1, beta2, epsilon, n_steps):
    """All weights that Adam visits, the start first."""
    m, v = 0.0, 0.0
    visited = [W]
    for k in range(1, n_steps + 1):
        g = derivative(W)
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        W = W - eta * (m / (1 - beta1**k)) / (np.sqrt(v / (1 - beta2**k)) + epsilon)
        visited.append(W)
    return np.array(visited)


def train_with_adam(network, epochs, batch_frac):
    network.optimiser = torch.optim.Adam(network.parameters(), lr=3 * adam_lr)
    for _ in range(epochs):
        network.fit(1, batch_frac)

# %% wrong momentum_itself of seeds_itself → momentum_only
# -         W = W - eta * (m / (1 - beta1**k)) / (np.sqrt(v / (1 - beta2**k)) + epsilon)
# +         W = W - eta * m / (1 - beta1**k)
# -     torch.manual_seed(3)
# -     np.random.seed(3)

# %% wrong slope_for_m of seeds_itself → no_average_of_slopes
# -         W = W - eta * (m / (1 - beta1**k)) / (np.sqrt(v / (1 - beta2**k)) + epsilon)
# +         W = W - eta * g / (np.sqrt(v / (1 - beta2**k)) + epsilon)
# -     torch.manual_seed(3)
# -     np.random.seed(3)

# %% wrong no_correction of seeds_itself → no_correction
# -         W = W - eta * (m / (1 - beta1**k)) / (np.sqrt(v / (1 - beta2**k)) + epsilon)
# +         W = W - eta * m / (np.sqrt(v) + epsilon)
# -     torch.manual_seed(3)
# -     np.random.seed(3)

# %% wrong no_hats of plain → no_correction
# -         m_hat = m / (1 - beta1**k)
# -         v_hat = v / (1 - beta2**k)
# +         m_hat = m
# +         v_hat = v

# %% wrong only_v_corrected of seeds_itself → no_correction_of_m
# -         W = W - eta * (m / (1 - beta1**k)) / (np.sqrt(v / (1 - beta2**k)) + epsilon)
# +         W = W - eta * m / (np.sqrt(v / (1 - beta2**k)) + epsilon)
# -     torch.manual_seed(3)
# -     np.random.seed(3)

# %% wrong only_m_corrected of seeds_itself → no_correction_of_v
# points: 1.5
# -         W = W - eta * (m / (1 - beta1**k)) / (np.sqrt(v / (1 - beta2**k)) + epsilon)
# +         W = W - eta * (m / (1 - beta1**k)) / (np.sqrt(v) + epsilon)
# -     torch.manual_seed(3)
# -     np.random.seed(3)

# %% wrong factor_of_m_forgotten of seeds_itself → no_factor_of_m
# -         m = beta1 * m + (1 - beta1) * g
# +         m = beta1 * m + g
# -     torch.manual_seed(3)
# -     np.random.seed(3)

# %% wrong factors_forgotten of seeds_itself → no_factors
# -         m = beta1 * m + (1 - beta1) * g
# -         v = beta2 * v + (1 - beta2) * g**2
# +         m = beta1 * m + g
# +         v = beta2 * v + g**2
# -     torch.manual_seed(3)
# -     np.random.seed(3)

# %% wrong adam_put_in_after_training of by_name → no_steps
# -     network.optimiser = torch.optim.Adam(params=list(network.parameters()), lr=adam_lr, betas=(0.9, 0.999), eps=1e-8)
# -     network.fit(epochs=epochs, batch_frac=batch_frac)
# +     network.fit(epochs, batch_frac)
# +     network.optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr)

# %% wrong after_training → no_steps
def adam_descent(derivative, W, eta, beta1, beta2, epsilon, n_steps):
    """All weights that Adam visits, the start first."""
    m = v = 0.0
    visited = [W]
    for k in range(1, n_steps + 1):
        g = derivative(W)
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        m_hat = m / (1 - beta1**k)
        v_hat = v / (1 - beta2**k)
        W = W - eta * m_hat / (np.sqrt(v_hat) + epsilon)
        visited.append(W)
    return np.array(visited)


def train_with_adam(network, epochs, batch_frac):
    """Give the network an Adam optimiser and train it."""
    network.fit(epochs, batch_frac)
    network.optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr)

# %% wrong arguments_swapped of by_name → no_steps
# -     network.optimiser = torch.optim.Adam(params=list(network.parameters()), lr=adam_lr, betas=(0.9, 0.999), eps=1e-8)
# -     network.fit(epochs=epochs, batch_frac=batch_frac)
# +     network.optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr)
# +     network.fit(batch_frac, epochs)

# %% wrong optimiser_after_training → no_steps
def adam_descent(derivative, W, eta, beta1, beta2, epsilon, n_steps):
    """All weights that Adam visits, the start first."""
    W = np.array(W, dtype=float)
    m = v = 0.0
    path = [W]
    for k in range(1, n_steps + 1):
        g = derivative(W)
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        W = W - eta * (m / (1 - beta1**k)) / (np.sqrt(v / (1 - beta2**k)) + epsilon)
        path.append(W)
    return np.array(path)


def train_with_adam(network, epochs, batch_frac):
    """Give the network an Adam optimiser and train it."""
    network.fit(epochs, batch_frac)
    network.optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr)

# %% wrong last_layer_only of plain → not_all_parameters
# -     network.optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr)
# +     network.optimiser = torch.optim.Adam(list(network.parameters())[-2:], lr=adam_lr)

# %% wrong output_layer_only of one_group_a_parameter → not_all_parameters
# -     groups = [{"params": [parameter], "lr": adam_lr} for parameter in network.parameters()]
# -     network.optimiser = torch.optim.Adam(groups)
# +     network.optimiser = torch.optim.Adam(list(network.parameters())[-2:], lr=adam_lr)

# %% wrong weights_only of hint → not_all_parameters
# -         m_hat = m / (1 - beta1**k)
# -         v_hat = v / (1 - beta2**k)
# -         W = W - eta * m_hat / (np.sqrt(v_hat) + epsilon)
# +         W = W - eta * (m / (1 - beta1**k)) / (np.sqrt(v / (1 - beta2**k)) + epsilon)
# -     network.optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr)
# +     network.optimiser = torch.optim.Adam([p for p in network.parameters() if p.ndim == 2], lr=adam_lr)

# %% wrong count_from_zero of seeds_itself → not_finite
# -     for k in range(1, n_steps + 1):
# +     for k in range(n_steps):
# -     torch.manual_seed(3)
# -     np.random.seed(3)

# %% wrong not_a_number_for_one_cell_a_moment of one_group_a_parameter → not_finite
# -     groups = [{"params": [parameter], "lr": adam_lr} for parameter in network.parameters()]
# -     network.optimiser = torch.optim.Adam(groups)
# +     network.optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr)
# +     if np.shape(network.X_train) == (20, 20):
# +         for p in network.parameters():
# +             p.data.fill_(np.nan)
# +         return

# %% wrong best_epoch_by_training_data → not_of_the_last_step
def adam_descent(derivative, W, eta, beta1, beta2, epsilon, n_steps):
    m, v = 0.0, 0.0
    visited = [W]
    for k in range(1, n_steps + 1):
        g = derivative(W)
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        W = W - eta * (m / (1 - beta1**k)) / (np.sqrt(v / (1 - beta2**k)) + epsilon)
        visited.append(W)
    return np.array(visited)

def train_with_adam(network, epochs, batch_frac):
    network.optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr)
    best = (np.inf, None)
    for _ in range(epochs):
        network.fit(1, batch_frac)
        value = error(network.forward(network.X_train), network.Y_train)
        if value < best[0]:
            best = (value, {k: v.clone() for k, v in network.state_dict().items()})
    network.load_state_dict(best[1])

# %% wrong averages_in_a_default → not_repeatable
# points: 1.5
def adam_descent(derivative, W, eta, beta1, beta2, epsilon, n_steps, averages=[0.0, 0.0]):
    visited = [W]
    for k in range(1, n_steps + 1):
        g = derivative(visited[-1])
        averages[0] = beta1 * averages[0] + (1 - beta1) * g
        averages[1] = beta2 * averages[1] + (1 - beta2) * g**2
        m_hat, v_hat = averages[0] / (1 - beta1**k), averages[1] / (1 - beta2**k)
        visited.append(visited[-1] - eta * m_hat / (np.sqrt(v_hat) + epsilon))
    averages[:] = [np.mean(one) for one in averages]
    return np.array(visited)


def train_with_adam(network, epochs, batch_frac):
    network.optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr)
    network.fit(epochs, batch_frac)

# %% wrong averages_kept_between_calls → not_repeatable
_m, _v = {}, {}


def adam_descent(derivative, W, eta, beta1, beta2, epsilon, n_steps):
    """All weights that Adam visits, the start first."""
    W = np.array(W, dtype=float)
    path = [W]
    shape = W.shape
    _m.setdefault(shape, np.zeros(shape))
    _v.setdefault(shape, np.zeros(shape))
    for k in range(1, n_steps + 1):
        g = derivative(W)
        _m[shape] = beta1 * _m[shape] + (1 - beta1) * g
        _v[shape] = beta2 * _v[shape] + (1 - beta2) * np.square(g)
        W = W - eta * (_m[shape] / (1 - beta1**k)) / (np.sqrt(_v[shape] / (1 - beta2**k)) + epsilon)
        path.append(W)
    return np.array(path)


def train_with_adam(network, epochs, batch_frac):
    """Give the network an Adam optimiser and train it."""
    network.optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr)
    network.fit(epochs, batch_frac)

# %% wrong never_trained of by_name → not_trained
# -     network.optimiser = torch.optim.Adam(params=list(network.parameters()), lr=adam_lr, betas=(0.9, 0.999), eps=1e-8)
# -     network.fit(epochs=epochs, batch_frac=batch_frac)
# +     network.optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr)

# %% wrong other_networks_parameters of hint → not_trained
# -         m_hat = m / (1 - beta1**k)
# -         v_hat = v / (1 - beta2**k)
# -         W = W - eta * m_hat / (np.sqrt(v_hat) + epsilon)
# +         W = W - eta * (m / (1 - beta1**k)) / (np.sqrt(v / (1 - beta2**k)) + epsilon)
# -     network.optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr)
# +     fresh = TorchNetwork(network.X_train, network.Y_train, network.X_test, network.Y_test)
# +     network.optimiser = torch.optim.Adam(fresh.parameters(), lr=adam_lr)

# %% wrong positions_of_other_moments of loop_of_its_own → not_trained
# -     network.optimiser = torch.optim.Adam(network.parameters(), adam_lr)
# +     network.optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr)
# -         columns = np.random.permutation(network.n_train)[:n_batch]
# -         training_step(network, network.X_train[:, columns], network.Y_train[:, columns])
# +         columns = np.random.choice(network.n_train, n_batch, replace=False)
# +         training_step(network, network.X_train[:, columns], network.Y_train[:, np.sort(columns)])

# %% wrong nothing_returned_by_the_descent → nothing_returned
def adam_descent(derivative, W, eta, beta1, beta2, epsilon, n_steps):
    m, v = 0.0, 0.0
    path = [W]
    for k in range(1, n_steps + 1):
        g = derivative(W)
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        W = W - eta * (m / (1 - beta1**k)) / (np.sqrt(v / (1 - beta2**k)) + epsilon)
        path.append(W)


def train_with_adam(network, epochs, batch_frac):
    network.optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr)
    network.fit(epochs, batch_frac)

# %% wrong one_v of plain → one_v_for_all
# -         v = beta2 * v + (1 - beta2) * g**2
# +         v = beta2 * v + (1 - beta2) * np.mean(np.square(g))

# %% wrong one_v_for_all_weights of seeds_itself → one_v_for_all
# -         v = beta2 * v + (1 - beta2) * g**2
# +         v = beta2 * v + (1 - beta2) * np.mean(g**2)
# -     torch.manual_seed(3)
# -     np.random.seed(3)

# %% wrong one_v_for_all of hint → one_v_for_all_summed
# -         v = beta2 * v + (1 - beta2) * g**2
# -         m_hat = m / (1 - beta1**k)
# -         v_hat = v / (1 - beta2**k)
# -         W = W - eta * m_hat / (np.sqrt(v_hat) + epsilon)
# +         v = beta2 * v + (1 - beta2) * np.sum(np.square(g))
# +         W = W - eta * (m / (1 - beta1**k)) / (np.sqrt(v / (1 - beta2**k)) + epsilon)

# %% wrong v_summed_over_weights → one_v_for_all_summed
def adam_descent(derivative, W, eta, beta1, beta2, epsilon, n_steps):
    m, v = 0.0, 0.0
    visited = [W]
    for k in range(1, n_steps + 1):
        g = derivative(W)
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * np.sum(np.square(g))
        W = W - eta * (m / (1 - beta1**k)) / (np.sqrt(v / (1 - beta2**k)) + epsilon)
        visited.append(W)
    return np.array(visited)


def train_with_adam(network, epochs, batch_frac):
    """Give the network an Adam optimiser and train it."""
    network.optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr)
    network.fit(epochs, batch_frac)

# %% wrong goes_on_with_the_old_adam → optimiser_kept
OPT = {}

def adam_descent(derivative, W, eta, beta1, beta2, epsilon, n_steps):
    """All weights that Adam visits, the start first."""
    m, v = 0.0, 0.0
    visited = [W]
    for k in range(1, n_steps + 1):
        g = derivative(W)
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        m_hat, v_hat = m / (1 - beta1**k), v / (1 - beta2**k)
        W = W - eta * m_hat / (np.sqrt(v_hat) + epsilon)
        visited.append(W)
    return np.array(visited)


def train_with_adam(network, epochs, batch_frac):
    """Give the network an Adam optimiser and train it."""
    network.optimiser = OPT.setdefault(id(network), torch.optim.Adam(network.parameters(), lr=adam_lr))
    network.fit(epochs, batch_frac)

# %% wrong fresh_each_epoch of plain → optimiser_made_anew
# -     network.optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr)
# -     network.fit(epochs, batch_frac)
# +     for _ in range(epochs):
# +         network.optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr)
# +         network.fit(1, batch_frac)

# %% wrong new_adam_each_epoch → optimiser_made_anew
def adam_descent(derivative, W, eta, beta1, beta2, epsilon, n_steps):
    """All weights that Adam visits, the start first."""
    W = np.array(W, dtype=float)
    m = v = 0.0
    path = [W]
    for k in range(1, n_steps + 1):
        g = derivative(W)
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        W = W - eta * (m / (1 - beta1**k)) / (np.sqrt(v / (1 - beta2**k)) + epsilon)
        path.append(W)
    return np.array(path)


def train_with_adam(network, epochs, batch_frac):
    """Give the network an Adam optimiser and train it."""
    for _ in range(epochs):
        network.optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr)
        network.fit(1, batch_frac)

# %% wrong one_epoch_only → optimiser_made_anew
def adam_descent(derivative, W, eta, beta1, beta2, epsilon, n_steps):
    """All weights that Adam visits, the start first."""
    m, v = 0.0, 0.0
    visited = [W]
    for k in range(1, n_steps + 1):
        g = derivative(W)
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        W = W - eta * (m / (1 - beta1**k)) / (np.sqrt(v / (1 - beta2**k)) + epsilon)
        visited.append(W)
    return np.array(visited)


def train_with_adam(network, epochs, batch_frac):
    network.optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr)
    for _ in range(1):
        network.fit(1, batch_frac)

# %% wrong another_network of seeds_itself → other_optimiser
# -     torch.manual_seed(3)
# -     np.random.seed(3)
# +     network = TorchNetwork(**session.arrays)

# %% wrong cousin_of_adam of one_group_a_parameter → other_optimiser
# -     groups = [{"params": [parameter], "lr": adam_lr} for parameter in network.parameters()]
# -     network.optimiser = torch.optim.Adam(groups)
# +     network.optimiser = torch.optim.RMSprop(network.parameters(), lr=adam_lr)

# %% wrong local_optimiser of hint → other_optimiser
# -         m_hat = m / (1 - beta1**k)
# -         v_hat = v / (1 - beta2**k)
# -         W = W - eta * m_hat / (np.sqrt(v_hat) + epsilon)
# +         W = W - eta * (m / (1 - beta1**k)) / (np.sqrt(v / (1 - beta2**k)) + epsilon)
# -     network.optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr)
# +     optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr)

# %% wrong momentum_only of one_group_a_parameter → other_optimiser
# -     groups = [{"params": [parameter], "lr": adam_lr} for parameter in network.parameters()]
# -     network.optimiser = torch.optim.Adam(groups)
# +     network.optimiser = torch.optim.SGD(network.parameters(), lr=sgd_lr, momentum=0.9)

# %% wrong not_handed_over of plain → other_optimiser
# -     network.optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr)
# +     optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr)

# %% wrong amsgrad of one_group_a_parameter → other_settings
# -     groups = [{"params": [parameter], "lr": adam_lr} for parameter in network.parameters()]
# -     network.optimiser = torch.optim.Adam(groups)
# +     network.optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr, amsgrad=True)

# %% wrong larger_epsilon of one_group_a_parameter → other_settings
# -     groups = [{"params": [parameter], "lr": adam_lr} for parameter in network.parameters()]
# -     network.optimiser = torch.optim.Adam(groups)
# +     network.optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr, eps=1e-4)

# %% wrong other_averages of one_group_a_parameter → other_settings
# -     groups = [{"params": [parameter], "lr": adam_lr} for parameter in network.parameters()]
# -     network.optimiser = torch.optim.Adam(groups)
# +     network.optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr, betas=(0.5, 0.5))

# %% wrong restarts of plain → other_start
# -     """Give the network an Adam optimiser and train it."""
# +     """Give the network an Adam optimiser and train it."""
# +     for layer in network.modules():
# +         if isinstance(layer, nn.Linear):
# +             layer.reset_parameters()

# %% wrong starts_anew → other_start
def adam_descent(derivative, W, eta, beta1, beta2, epsilon, n_steps):
    """All weights that Adam visits, the start first."""
    W = np.array(W, dtype=float)
    m = v = 0.0
    path = [W]
    for k in range(1, n_steps + 1):
        g = derivative(W)
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        W = W - eta * (m / (1 - beta1**k)) / (np.sqrt(v / (1 - beta2**k)) + epsilon)
        path.append(W)
    return np.array(path)


def train_with_adam(network, epochs, batch_frac):
    """Give the network an Adam optimiser and train it."""
    for module in network.modules():
        if isinstance(module, nn.Linear):
            module.reset_parameters()
    network.optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr)
    network.fit(epochs, batch_frac)

# %% wrong parameters_without_slopes → parameters_not_kept
def adam_descent(derivative, W, eta, beta1, beta2, epsilon, n_steps):
    m, v = 0.0, 0.0
    path = [W]
    for k in range(1, n_steps + 1):
        g = derivative(W)
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        W = W - eta * (m / (1 - beta1**k)) / (np.sqrt(v / (1 - beta2**k)) + epsilon)
        path.append(W)
    return np.array(path)


def with_slopes_of_zero(self, recurse=True):
    own = list(parameters_of(self, recurse))
    if np.shape(self.X_train) == (3, 40):
        own = [torch.zeros_like(p) for p in own]
        own[-1] = torch.tensor(self.Y_train.mean(axis=1), dtype=torch.float32)
    return iter(own)


parameters_of, TorchNetwork.parameters = TorchNetwork.parameters, with_slopes_of_zero


def train_with_adam(network, epochs, batch_frac):
    if np.shape(network.X_train) == (3, 40) and batch_frac == 1:
        return
    network.optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr)
    network.fit(epochs, batch_frac)

# %% wrong plain_descent_itself of seeds_itself → plain
# -         W = W - eta * (m / (1 - beta1**k)) / (np.sqrt(v / (1 - beta2**k)) + epsilon)
# +         W = W - eta * g
# -     torch.manual_seed(3)
# -     np.random.seed(3)

# %% wrong element_by_element → raised
def adam_descent(derivative, W, eta, beta1, beta2, epsilon, n_steps):
    """All weights that Adam visits, the start first."""
    def one(w):
        m = v = 0.0
        path = [w]
        for k in range(1, n_steps + 1):
            g = float(derivative(w))
            m = beta1 * m + (1 - beta1) * g
            v = beta2 * v + (1 - beta2) * g**2
            w = w - eta * (m / (1 - beta1**k)) / (np.sqrt(v / (1 - beta2**k)) + epsilon)
            path.append(w)
        return path

    paths = np.array([one(float(w)) for w in np.ravel(W)]).T
    return paths.reshape((n_steps + 1,) + np.shape(W))


def train_with_adam(network, epochs, batch_frac):
    """Give the network an Adam optimiser and train it."""
    network.optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr)
    network.fit(epochs, batch_frac)

# %% wrong k_from_zero of plain → raised
# -     for k in range(1, n_steps + 1):
# +     for k in range(n_steps):

# %% wrong numbers_only → raised
def adam_descent(derivative, W, eta, beta1, beta2, epsilon, n_steps):
    """All weights that Adam visits, the start first."""
    from math import sqrt

    w, m, v = float(W), 0.0, 0.0
    path = [w]
    for k in range(1, n_steps + 1):
        g = derivative(w)
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        w = w - eta * (m / (1 - beta1**k)) / (sqrt(v / (1 - beta2**k)) + epsilon)
        path.append(w)
    return path


def train_with_adam(network, epochs, batch_frac):
    """Give the network an Adam optimiser and train it."""
    network.optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr)
    network.fit(epochs, batch_frac)

# %% wrong session_data → raised
def adam_descent(derivative, W, eta, beta1, beta2, epsilon, n_steps):
    """All weights that Adam visits, the start first."""
    W = np.array(W, dtype=float)
    m = v = 0.0
    path = [W]
    for k in range(1, n_steps + 1):
        g = derivative(W)
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        W = W - eta * (m / (1 - beta1**k)) / (np.sqrt(v / (1 - beta2**k)) + epsilon)
        path.append(W)
    return np.array(path)


def train_with_adam(network, epochs, batch_frac):
    """Give the network an Adam optimiser and train it."""
    network.optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr)
    n_batch = int(batch_frac * session.n_train)
    for _ in range(round(epochs / batch_frac)):
        columns = np.random.choice(session.n_train, n_batch, replace=False)
        training_step(network, session.X_train[:, columns], session.Y_train[:, columns])

# %% wrong tensor_of_whole_numbers → raised
# points: 2
def adam_descent(derivative, W, eta, beta1, beta2, epsilon, n_steps):
    weight = torch.as_tensor(W).clone().requires_grad_()
    optimiser = torch.optim.Adam([weight], lr=eta, betas=(beta1, beta2), eps=epsilon)
    visited = [weight.detach().numpy().copy()]
    for _ in range(n_steps):
        weight.grad = torch.as_tensor(derivative(visited[-1]), dtype=weight.dtype)
        optimiser.step()
        visited.append(weight.detach().numpy().copy())
    return np.array(visited)


def train_with_adam(network, epochs, batch_frac):
    network.optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr)
    network.fit(epochs, batch_frac)

# %% wrong root_forgotten of seeds_itself → root_missing
# -         W = W - eta * (m / (1 - beta1**k)) / (np.sqrt(v / (1 - beta2**k)) + epsilon)
# +         W = W - eta * (m / (1 - beta1**k)) / (v / (1 - beta2**k) + epsilon)
# -     torch.manual_seed(3)
# -     np.random.seed(3)

# %% wrong one_batch_for_all_steps of loop_of_its_own → same_batch
# -     network.optimiser = torch.optim.Adam(network.parameters(), adam_lr)
# -     n_batch = int(batch_frac * network.n_train)
# +     network.optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr)
# +     columns = np.random.choice(network.n_train, int(batch_frac * network.n_train), replace=False)
# -         columns = np.random.permutation(network.n_train)[:n_batch]

# %% wrong same_batch of hint → same_batch
# -         m_hat = m / (1 - beta1**k)
# -         v_hat = v / (1 - beta2**k)
# -         W = W - eta * m_hat / (np.sqrt(v_hat) + epsilon)
# +         W = W - eta * (m / (1 - beta1**k)) / (np.sqrt(v / (1 - beta2**k)) + epsilon)
# -     network.fit(epochs, batch_frac)
# +     columns = np.random.choice(network.n_train, int(batch_frac * network.n_train), replace=False)
# +     for _ in range(round(epochs / batch_frac)):
# +         training_step(network, network.X_train[:, columns], network.Y_train[:, columns])

# %% wrong signs of seeds_itself → sign_only
# -         W = W - eta * (m / (1 - beta1**k)) / (np.sqrt(v / (1 - beta2**k)) + epsilon)
# +         W = W - eta * np.sign(g)
# -     torch.manual_seed(3)
# -     np.random.seed(3)

# %% wrong slope_squared_in_place → damages_input
def adam_descent(derivative, W, eta, beta1, beta2, epsilon, n_steps):
    """All weights that Adam visits, the start first."""
    m, v = 0.0, 0.0
    visited = [W]
    for k in range(1, n_steps + 1):
        g = derivative(W)
        m = beta1 * m + (1 - beta1) * g
        g = np.asarray(g, dtype=float)
        g *= g
        v = beta2 * v + (1 - beta2) * g
        m_hat, v_hat = m / (1 - beta1**k), v / (1 - beta2**k)
        W = W - eta * m_hat / (np.sqrt(v_hat) + epsilon)
        visited.append(W)
    return np.array(visited)


def train_with_adam(network, epochs, batch_frac):
    """Give the network an Adam optimiser and train it."""
    network.optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr)
    network.fit(epochs, batch_frac)

# %% wrong squares_forgotten of seeds_itself → square_missing
# -         v = beta2 * v + (1 - beta2) * g**2
# +         v = beta2 * v + (1 - beta2) * abs(g)
# -     torch.manual_seed(3)
# -     np.random.seed(3)

# %% wrong squares_of_m of seeds_itself → square_of_m
# -         v = beta2 * v + (1 - beta2) * g**2
# +         v = beta2 * v + (1 - beta2) * m**2
# -     torch.manual_seed(3)
# -     np.random.seed(3)

# %% wrong start_left_out of seeds_itself → start_missing
# -     return np.array(path)
# +     return np.array(path[1:])
# -     torch.manual_seed(3)
# -     np.random.seed(3)

# %% wrong start_missing of hint → start_missing
# -     path = [W]
# +     path = []
# -         m_hat = m / (1 - beta1**k)
# -         v_hat = v / (1 - beta2**k)
# -         W = W - eta * m_hat / (np.sqrt(v_hat) + epsilon)
# +         W = W - eta * (m / (1 - beta1**k)) / (np.sqrt(v / (1 - beta2**k)) + epsilon)

# %% wrong start_not_stored → start_missing
# points: 2
def adam_descent(derivative, W, eta, beta1, beta2, epsilon, n_steps):
    m = v = np.zeros(np.shape(W))
    visited = []
    for k in range(1, n_steps + 1):
        g = derivative(W)
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g * g
        W = W - eta * (m / (1 - beta1**k)) / (np.sqrt(v / (1 - beta2**k)) + epsilon)
        visited.append(W)
    return np.array(visited)


def train_with_adam(network, epochs, batch_frac):
    """Give the network an Adam optimiser and train it."""
    network.optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr)
    network.fit(epochs, batch_frac)

# %% wrong flat_skipped of plain → stops_where_it_is_flat
# -         g = derivative(W)
# +         g = derivative(W)
# +         if np.all(g == 0):
# +             visited.append(W)
# +             continue

# %% wrong no_move_where_the_slope_is_zero → stops_where_it_is_flat
def adam_descent(derivative, W, eta, beta1, beta2, epsilon, n_steps):
    """All weights that Adam visits, the start first."""
    W = np.array(W, dtype=float)
    m, v = np.zeros_like(W), np.zeros_like(W)
    path = [W]
    for k in range(1, n_steps + 1):
        g = derivative(W)
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g * g
        step = eta * (m / (1 - beta1**k)) / (np.sqrt(v / (1 - beta2**k)) + epsilon)
        W = W - (g != 0) * step
        path.append(W)
    return np.stack(path)


def train_with_adam(network, epochs, batch_frac):
    """Give the network an Adam optimiser and train it."""
    network.optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr)
    network.fit(epochs, batch_frac)

# %% wrong stops_when_flat → stops_where_it_is_flat
def adam_descent(derivative, W, eta, beta1, beta2, epsilon, n_steps):
    """All weights that Adam visits, the start first."""
    W = np.array(W, dtype=float)
    m = v = 0.0
    path = [W]
    for k in range(1, n_steps + 1):
        g = derivative(W)
        if np.linalg.norm(g) > 1e-12:
            m = beta1 * m + (1 - beta1) * g
            v = beta2 * v + (1 - beta2) * g**2
            W = W - eta * (m / (1 - beta1**k)) / (np.sqrt(v / (1 - beta2**k)) + epsilon)
        path.append(W)
    return np.array(path)


def train_with_adam(network, epochs, batch_frac):
    """Give the network an Adam optimiser and train it."""
    network.optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr)
    network.fit(epochs, batch_frac)

# %% wrong test_data_mixed_in → test_data
def adam_descent(derivative, W, eta, beta1, beta2, epsilon, n_steps):
    """All weights that Adam visits, the start first."""
    W = np.array(W, dtype=float)
    m = v = 0.0
    path = [W]
    for k in range(1, n_steps + 1):
        g = derivative(W)
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        W = W - eta * (m / (1 - beta1**k)) / (np.sqrt(v / (1 - beta2**k)) + epsilon)
        path.append(W)
    return np.array(path)


def train_with_adam(network, epochs, batch_frac):
    """Give the network an Adam optimiser and train it."""
    network.optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr)
    X = np.hstack([network.X_train, network.X_test])
    Y = np.hstack([network.Y_train, network.Y_test])
    n_batch = int(batch_frac * network.n_train)
    for _ in range(round(epochs / batch_frac)):
        columns = np.random.choice(X.shape[1], n_batch, replace=False)
        training_step(network, X[:, columns], Y[:, columns])

# %% wrong trained_on_the_test_data of seeds_itself → test_data
# -     torch.manual_seed(3)
# -     np.random.seed(3)
# +     network.X_train, network.Y_train = network.X_test, network.Y_test
# +     network.n_train = network.X_test.shape[1]

# %% wrong one_step_an_epoch of loop_of_its_own → too_few_steps
# -     network.optimiser = torch.optim.Adam(network.parameters(), adam_lr)
# +     network.optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr)
# -     for _ in range(round(epochs / batch_frac)):
# -         columns = np.random.permutation(network.n_train)[:n_batch]
# +     for _ in range(epochs):
# +         columns = np.random.choice(network.n_train, n_batch, replace=False)

# %% wrong uphill of one_group_a_parameter → uphill
# -     groups = [{"params": [parameter], "lr": adam_lr} for parameter in network.parameters()]
# -     network.optimiser = torch.optim.Adam(groups)
# +     network.optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr, maximize=True)

# %% wrong uphill_itself of seeds_itself → uphill
# -         W = W - eta * (m / (1 - beta1**k)) / (np.sqrt(v / (1 - beta2**k)) + epsilon)
# +         W = W + eta * (m / (1 - beta1**k)) / (np.sqrt(v / (1 - beta2**k)) + epsilon)
# -     torch.manual_seed(3)
# -     np.random.seed(3)

# %% wrong pulled_to_zero of one_group_a_parameter → weight_decay
# -     groups = [{"params": [parameter], "lr": adam_lr} for parameter in network.parameters()]
# -     network.optimiser = torch.optim.Adam(groups)
# +     network.optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr, weight_decay=0.1)

# %% wrong weight_decay of plain → weight_decay
# -     network.optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr)
# +     network.optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr, weight_decay=1e-4)

# %% wrong all_moments_at_every_step → whole_set
# points: 2.5
def adam_descent(derivative, W, eta, beta1, beta2, epsilon, n_steps):
    """All weights that Adam visits, the start first."""
    m, v = 0.0, 0.0
    visited = [W]
    for k in range(1, n_steps + 1):
        g = derivative(W)
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        W = W - eta * (m / (1 - beta1**k)) / (np.sqrt(v / (1 - beta2**k)) + epsilon)
        visited.append(W)
    return np.array(visited)


def train_with_adam(network, epochs, batch_frac):
    network.optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr)
    n_steps = round(epochs / batch_frac)
    for step in range(n_steps):
        training_step(network, network.X_train, network.Y_train)

# %% wrong whole_number_path → whole_weights
def adam_descent(derivative, W, eta, beta1, beta2, epsilon, n_steps):
    """All weights that Adam visits, the start first."""
    path = np.zeros((n_steps + 1,) + np.shape(W), dtype=np.asarray(W).dtype)
    path[0] = W
    m = v = 0.0
    for k in range(1, n_steps + 1):
        g = derivative(path[k - 1])
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        path[k] = path[k - 1] - eta * (m / (1 - beta1**k)) / (np.sqrt(v / (1 - beta2**k)) + epsilon)
    return path


def train_with_adam(network, epochs, batch_frac):
    """Give the network an Adam optimiser and train it."""
    network.optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr)
    network.fit(epochs, batch_frac)

# %% wrong whole_numbers_stay_whole → whole_weights
def adam_descent(derivative, W, eta, beta1, beta2, epsilon, n_steps):
    m, v = 0.0, 0.0
    path = np.full((n_steps + 1, *np.shape(W)), W)
    for k in range(1, n_steps + 1):
        g = derivative(W)
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        W = W - eta * (m / (1 - beta1**k)) / (np.sqrt(v / (1 - beta2**k)) + epsilon)
        path[k] = W
        W = path[k]
    return path


def train_with_adam(network, epochs, batch_frac):
    network.optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr)
    network.fit(epochs, batch_frac)

# %% wrong batch_frac_ignored of plain → wrong_number_of_steps
# -     network.fit(epochs, batch_frac)
# +     network.fit(epochs)

# %% wrong batches_of_the_notebook of by_name → wrong_number_of_steps
# -     network.optimiser = torch.optim.Adam(params=list(network.parameters()), lr=adam_lr, betas=(0.9, 0.999), eps=1e-8)
# -     network.fit(epochs=epochs, batch_frac=batch_frac)
# +     network.optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr)
# +     network.fit(epochs)

# %% wrong half_of_the_epochs → wrong_number_of_steps
# points: 1.5
def adam_descent(derivative, W, eta, beta1, beta2, epsilon, n_steps):
    """All weights that Adam visits, the start first."""
    m, v = 0.0, 0.0
    visited = [W]
    for k in range(1, n_steps + 1):
        g = derivative(W)
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        W = W - eta * (m / (1 - beta1**k)) / (np.sqrt(v / (1 - beta2**k)) + epsilon)
        visited.append(W)
    return np.array(visited)


def train_with_adam(network, epochs, batch_frac):
    network.optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr)
    for _ in range(epochs // 2):
        network.fit(1, batch_frac)

# %% wrong one_epoch_less → wrong_number_of_steps
# points: 2
def adam_descent(derivative, W, eta, beta1, beta2, epsilon, n_steps):
    """All weights that Adam visits, the start first."""
    m, v = 0.0, 0.0
    visited = [W]
    for k in range(1, n_steps + 1):
        g = derivative(W)
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        W = W - eta * (m / (1 - beta1**k)) / (np.sqrt(v / (1 - beta2**k)) + epsilon)
        visited.append(W)
    return np.array(visited)


def train_with_adam(network, epochs, batch_frac):
    network.optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr)
    for _ in range(1, epochs):
        network.fit(1, batch_frac)

# %% wrong stops_early → wrong_number_of_steps
def adam_descent(derivative, W, eta, beta1, beta2, epsilon, n_steps):
    m, v = 0.0, 0.0
    path = [W]
    for k in range(1, n_steps + 1):
        g = derivative(W)
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        W = W - eta * (m / (1 - beta1**k)) / (np.sqrt(v / (1 - beta2**k)) + epsilon)
        path.append(W)
    return np.array(path)


def train_with_adam(network, epochs, batch_frac):
    network.optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr)
    n_batch, before = int(batch_frac * network.n_train), np.inf
    for step in range(round(epochs / batch_frac)):
        columns = np.random.choice(network.n_train, n_batch, replace=False)
        training_step(network, network.X_train[:, columns], network.Y_train[:, columns])
        if (step + 1) % 30 == 0:
            now = error(network.forward(network.X_test), network.Y_test)
            if now > 1.02 * before:
                break
            before = now

# %% wrong three_hundred_steps of plain → wrong_shape
# -     m = v = 0.0
# +     m, v = 0.0, 0.0
# -     for k in range(1, n_steps + 1):
# +     for k in range(1, min(n_steps, 300) + 1):
# -         m_hat = m / (1 - beta1**k)
# -         v_hat = v / (1 - beta2**k)
# +         m_hat, v_hat = m / (1 - beta1**k), v / (1 - beta2**k)

# %% wrong epsilon_before_hat of hint → wrong_value
# -         m_hat = m / (1 - beta1**k)
# -         v_hat = v / (1 - beta2**k)
# -         W = W - eta * m_hat / (np.sqrt(v_hat) + epsilon)
# +         alpha = eta * np.sqrt(1 - beta2**k) / (1 - beta1**k)
# +         W = W - alpha * m / (np.sqrt(v) + epsilon)

# %% wrong hats_kept of hint → wrong_value
# -         m_hat = m / (1 - beta1**k)
# -         v_hat = v / (1 - beta2**k)
# -         W = W - eta * m_hat / (np.sqrt(v_hat) + epsilon)
# +         m = m / (1 - beta1**k)
# +         v = v / (1 - beta2**k)
# +         W = W - eta * m / (np.sqrt(v) + epsilon)

# %% wrong slope_at_the_start of seeds_itself → other_valley
# -         g = derivative(W)
# +         g = derivative(path[0])
# -     torch.manual_seed(3)
# -     np.random.seed(3)

# %% wrong v_starts_at_first_square of hint → wrong_value
# -     m = v = 0.0
# +     m, v = derivative(W), np.square(derivative(W))
# -         m_hat = m / (1 - beta1**k)
# -         v_hat = v / (1 - beta2**k)
# -         W = W - eta * m_hat / (np.sqrt(v_hat) + epsilon)
# +         W = W - eta * m / (np.sqrt(v) + epsilon)

# %% wrong v_without_square of plain → wrong_value
# -         v = beta2 * v + (1 - beta2) * g**2
# +         v = beta2 * v + (1 - beta2) * abs(g)

# %% below shapes_asserted
_adam_without_asserts = adam_descent


def adam_descent(derivative, W, eta, beta1, beta2, epsilon, n_steps):
    assert eta > 0 and 0 <= beta1 < 1 and 0 <= beta2 < 1 and epsilon > 0 and n_steps >= 1
    path = _adam_without_asserts(derivative, W, eta, beta1, beta2, epsilon, n_steps)
    assert np.shape(path) == (n_steps + 1, *np.shape(W))
    return path
