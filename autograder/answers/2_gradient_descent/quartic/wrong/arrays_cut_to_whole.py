# diagnosis: weights_cut_to_whole
# cohort: 2026
def quartic_derivative(W):
    if np.ndim(W) == 0:
        return 4 * W**3 + 3 * W**2 - 2 * W - 1
    W = np.asarray(W).astype(int)
    return 4 * W**3 + 3 * W**2 - 2 * W - 1


W_stuck = gradient_descent(quartic_derivative, far_out, small_eta, many_steps)[-1]
W_best = gradient_descent(quartic_derivative, 1.0, small_eta, many_steps)[-1]
