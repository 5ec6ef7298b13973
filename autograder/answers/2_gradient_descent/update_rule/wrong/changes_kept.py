# diagnosis: changes_only
def gradient_descent(derivative, W, eta, n_steps):
    changes = []
    for _ in range(n_steps):
        delta = -eta * derivative(W)
        W = W + delta
        changes.append(delta)
    return np.array(changes)
