# diagnosis: overshooting
def gradient_descent(derivative, W, eta, n_steps):
    path = [W]
    for _ in range(n_steps):
        step = eta
        slope = derivative(W)
        while step > eta / 64 and np.sum(np.abs(derivative(W - step * slope))) > np.sum(np.abs(slope)):
            step = step / 2
        W = W - step * slope
        path.append(W)
    return np.array(path)
