# diagnosis: rounded_steps
def gradient_descent(derivative, W, eta, n_steps):
    path = [W]
    for _ in range(n_steps):
        W = np.round(W - eta * derivative(W), 3)
        path.append(W)
    return np.array(path)
