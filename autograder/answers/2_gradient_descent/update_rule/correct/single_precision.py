def gradient_descent(derivative, W, eta, n_steps):
    W = np.asarray(W, dtype=np.float32)
    path = [W]
    for _ in range(n_steps):
        W = np.asarray(W - np.float32(eta) * derivative(W), dtype=np.float32)
        path.append(W)
    return np.array(path)
