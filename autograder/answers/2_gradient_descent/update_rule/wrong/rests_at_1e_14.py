# diagnosis: small_weights
def gradient_descent(derivative, W, eta, n_steps):
    visited = [W]
    for _ in range(n_steps):
        new = W - eta * derivative(W)
        visited.append(new)
        if np.allclose(new, W, atol=1e-14, rtol=0):
            visited += [new] * (n_steps + 1 - len(visited))
            break
        W = new
    return np.array(visited)
