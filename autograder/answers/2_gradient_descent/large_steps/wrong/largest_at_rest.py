# diagnosis: too_small
path_large_eta = gradient_descent(derivative_of_loss, W_0, large_eta, n_steps)
eta_limit = max(
    r for r in np.arange(0.05, 1.5, 0.05) if abs(gradient_descent(derivative_of_loss, W_0, r, 60)[-1]) < 0.1
)
