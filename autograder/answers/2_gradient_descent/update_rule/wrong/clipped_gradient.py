# diagnosis: clipped
def gradient_descent(derivative, W, eta, n_steps):
    path = [W]
    for _ in range(n_steps):
        W = W - eta * np.clip(derivative(W), -10, 10)
        path.append(W)
    return np.array(path)
