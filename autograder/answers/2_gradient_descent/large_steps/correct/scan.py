path_large_eta = gradient_descent(derivative_of_loss, W_0, large_eta, n_steps)

eta_limit = 0.0
for candidate in np.arange(0.5, 1.5, 0.001):
    end = gradient_descent(derivative_of_loss, W_0, candidate, 1)[-1]
    if abs(end) <= abs(W_0) + 1e-9:
        eta_limit = candidate
