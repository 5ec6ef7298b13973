from itertools import accumulate


def momentum_descent(derivative, W, eta, beta, n_steps):
    def step(state, _):
        W, V = state
        V = beta * V - eta * derivative(W)
        return W + V, V

    states = accumulate(range(n_steps), step, initial=(np.array(W, dtype=float), 0.0))
    return np.array([W for W, _ in states])
