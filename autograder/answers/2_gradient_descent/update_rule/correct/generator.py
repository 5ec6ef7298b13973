def walk(slope, weight, rate, steps):
    yield weight
    for _ in range(steps):
        weight = weight - rate * slope(weight)
        yield weight


def gradient_descent(derivative, W, eta, n_steps):
    return list(walk(derivative, W, eta, n_steps))
