class Walker:
    def __init__(self, derivative, eta):
        self.derivative, self.eta = derivative, eta

    def step(self, W):
        return W - self.eta * self.derivative(W)

def gradient_descent(derivative, W, eta, n_steps):
    walker = Walker(derivative, eta)
    path = [W]
    while len(path) < n_steps + 1:
        path.append(walker.step(path[-1]))
    return np.array(path)
