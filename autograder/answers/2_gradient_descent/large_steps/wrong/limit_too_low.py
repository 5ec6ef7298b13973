# diagnosis: too_small
path_large_eta = gradient_descent(derivative_of_loss, W_0, large_eta, n_steps)
eta_limit = 0.0
for rate in np.arange(0.01, 1.5, 0.01):
    if abs(gradient_descent(derivative_of_loss, W_0, rate, n_steps)[-1]) < 0.01:
        eta_limit = rate
