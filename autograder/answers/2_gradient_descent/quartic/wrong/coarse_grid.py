# diagnosis: not_at_rest
# cohort: 2026
def quartic_derivative(W):
    return 4 * W**3 + 3 * W**2 - 2 * W - 1


W_stuck = gradient_descent(quartic_derivative, far_out, small_eta, many_steps)[-1]
_grid = np.arange(-1.8, 1.4, 0.1)
W_best = _grid[np.argmin(quartic(_grid))]
