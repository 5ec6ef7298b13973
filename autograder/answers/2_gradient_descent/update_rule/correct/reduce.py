from functools import reduce


def gradient_descent(derivative, W, eta, n_steps):
    return np.array(reduce(lambda path, _: [*path, path[-1] - eta * derivative(path[-1])], range(n_steps), [W]))
