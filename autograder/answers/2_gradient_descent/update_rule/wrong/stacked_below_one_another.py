# diagnosis: wrong_shape
# points: 1.5
def gradient_descent(derivative, W, eta, n_steps):
    rows = [W]
    while len(rows) <= n_steps:
        rows.append(rows[-1] - eta * derivative(rows[-1]))
    return np.vstack(rows)
