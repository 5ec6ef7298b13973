# diagnosis: raised
# points: 2.5
def gradient_descent(derivative, W, eta, n_steps):
    path = np.zeros(n_steps + 1)
    path[0] = W
    for step in range(n_steps):
        path[step + 1] = path[step] - eta * derivative(path[step])
    return path
