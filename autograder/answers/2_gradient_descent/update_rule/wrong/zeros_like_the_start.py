# diagnosis: whole_numbers
def gradient_descent(derivative, W, eta, n_steps):
    path = [W]
    for _ in range(n_steps):
        ahead = np.zeros_like(W)
        ahead[...] = path[-1] - eta * derivative(path[-1])
        path.append(ahead if np.ndim(W) else ahead.item())
    return np.array(path)
