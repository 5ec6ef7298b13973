def gradient_descent(derivative, W, eta, n_steps):
    w = np.array(W, dtype=np.float64)
    is_number = w.ndim == 0
    visited = []
    k = 0
    while True:
        visited.append(w.copy())
        if k == n_steps:
            break
        slope = derivative(w[()] if is_number else w.copy())
        w = w - eta * np.array(slope, dtype=np.float64)
        k += 1
    return np.array(visited)
