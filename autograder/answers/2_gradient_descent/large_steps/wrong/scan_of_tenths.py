# diagnosis: too_large
# cohort: 2026
path_large_eta = gradient_descent(derivative_of_loss, W_0, large_eta, n_steps)
eta_limit = next(r for r in (0.5, 0.7, 0.9, 1.1, 1.3) if abs(1 - 2 * a * r) > 1)
