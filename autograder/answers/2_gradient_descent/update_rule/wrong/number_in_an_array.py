# diagnosis: wrong_shape
# points: 2
def gradient_descent(derivative, W, eta, n_steps):
    now = np.array(W, dtype=float, ndmin=1)
    path = [now]
    for _ in range(n_steps):
        now = now - eta * derivative(now)
        path.append(now)
    return np.stack(path)
