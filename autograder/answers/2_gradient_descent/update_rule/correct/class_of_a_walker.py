class Walker:
    def __init__(self, slope, place, rate):
        self.slope, self.place, self.rate = slope, place, rate

    def step(self):
        self.place = self.place - self.rate * self.slope(self.place)
        return self.place


def gradient_descent(derivative, W, eta, n_steps):
    walker = Walker(derivative, W, eta)
    return np.stack([np.asarray(W), *(np.asarray(walker.step()) for _ in range(n_steps))])
