# diagnosis: damages_input
# cohort: 2026
def quartic_derivative(W):
    """The slope of the loss of equation (5)."""
    W = np.asarray(W)
    start = W.copy()
    W *= 4
    W += 3
    W *= start
    W -= 2
    W *= start
    W -= 1
    return W


W_stuck = gradient_descent(quartic_derivative, far_out, small_eta, many_steps)[-1]
W_best = gradient_descent(quartic_derivative, 1.0, small_eta, many_steps)[-1]
