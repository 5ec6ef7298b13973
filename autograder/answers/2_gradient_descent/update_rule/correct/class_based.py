class GradientDescent:
    def __init__(self, derivative, eta):
        self.derivative, self.eta = derivative, eta

    def step(self, W):
        return np.subtract(W, np.multiply(self.eta, self.derivative(W)))


def gradient_descent(derivative, W, eta, n_steps):
    walker = GradientDescent(derivative, eta)
    path = [W]
    while len(path) <= n_steps:
        path.append(walker.step(path[-1]))
    return np.stack(path)
