# diagnosis: sign_only
def gradient_descent(derivative, W, eta, n_steps):
    path = [W]
    for _ in range(n_steps):
        slope = derivative(W)
        size = np.linalg.norm(np.ravel(slope))
        W = W - eta * slope / (size if size > 0 else 1)
        path.append(W)
    return np.array(path)
