# diagnosis: one_more_at_the_end
def gradient_descent(derivative, W, eta, n_steps):
    path = [W]
    k = 0
    while True:
        W = W - eta * derivative(W)
        path.append(W)
        k += 1
        if k >= n_steps:
            break
    return np.array(path)
