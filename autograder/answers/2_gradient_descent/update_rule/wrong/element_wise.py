# diagnosis: raised
def gradient_descent(derivative, W, eta, n_steps):
    path = [np.array(W, dtype=float)]
    for _ in range(n_steps):
        new = path[-1].copy()
        for index, w in np.ndenumerate(path[-1]):
            new[index] = w - eta * derivative(w)
        path.append(new)
    return np.array(path)
