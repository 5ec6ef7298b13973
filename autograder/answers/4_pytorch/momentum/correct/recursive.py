def momentum_descent(derivative, W, eta, beta, n_steps):
    def walk(W, V, left):
        if left == 0:
            return [W]
        V_new = beta * V - eta * derivative(W)
        return [W, *walk(W + V_new, V_new, left - 1)]

    return np.array(walk(W, 0.0, n_steps))
