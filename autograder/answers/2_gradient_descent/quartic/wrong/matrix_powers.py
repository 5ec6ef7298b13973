# diagnosis: raised
# cohort: 2026
def quartic_derivative(W):
    if np.ndim(W) == 2:
        return 4 * W @ W @ W + 3 * W @ W - 2 * W - 1
    return 4 * W**3 + 3 * W**2 - 2 * W - 1


W_stuck = gradient_descent(quartic_derivative, far_out, small_eta, many_steps)[-1]
W_best = gradient_descent(quartic_derivative, 1.0, small_eta, many_steps)[-1]
