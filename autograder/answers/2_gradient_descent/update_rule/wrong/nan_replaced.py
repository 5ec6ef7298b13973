# diagnosis: runaway_hidden
def gradient_descent(derivative, W, eta, n_steps):
    path = [W]
    for _ in range(n_steps):
        W = np.nan_to_num(W - eta * derivative(W), posinf=0.0, neginf=0.0)
        path.append(W)
    return np.array(path)
