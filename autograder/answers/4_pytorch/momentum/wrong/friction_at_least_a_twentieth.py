# diagnosis: beta_cut_off_95
# points: 1.75
def momentum_descent(derivative, W, eta, beta, n_steps):
    kept = beta if beta < 0.95 else 0.95
    V, path = 0.0, [W]
    for _ in range(n_steps):
        V = kept * V - eta * derivative(path[-1])
        path.append(path[-1] + V)
    return np.array(path)
