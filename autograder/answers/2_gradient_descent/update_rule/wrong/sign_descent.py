# diagnosis: sign_only
def gradient_descent(derivative, W, eta, n_steps):
    path = [W]
    for _ in range(n_steps):
        W = W - eta * np.sign(derivative(W))
        path.append(W)
    return np.array(path)
