def momentum_descent(derivative, W, eta, beta, n_steps):
    from itertools import accumulate

    def move(state, _):
        weight, velocity = state
        velocity = velocity * beta - derivative(weight) * eta
        return weight + velocity, velocity

    states = accumulate(range(n_steps), move, initial=(W, 0.0 * np.asarray(W)))
    return np.array([weight for weight, _ in states])
