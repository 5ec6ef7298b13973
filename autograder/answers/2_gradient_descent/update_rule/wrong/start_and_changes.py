# diagnosis: changes_after_the_start
def gradient_descent(derivative, W, eta, n_steps):
    collected = [W]
    for _ in range(n_steps):
        change = -eta * derivative(W)
        W = W + change
        collected.append(change)
    return np.array(collected)
