class Ball:
    def __init__(self, W):
        self.W, self.V = np.array(W, dtype=float), np.zeros(np.shape(W))

    def roll(self, slope, eta, beta):
        self.V *= beta
        self.V -= eta * slope
        self.W = self.W + self.V
        return self.W


def momentum_descent(derivative, W, eta, beta, n_steps):
    """All weights that gradient descent with momentum visits, the start first."""
    ball = Ball(W)
    return np.array([ball.W] + [ball.roll(derivative(ball.W), eta, beta) for _ in range(n_steps)])
