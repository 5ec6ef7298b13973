path_large_eta = np.array([W_0 * (1 - 2 * a * large_eta) ** k for k in range(n_steps + 1)])
eta_limit = 0.0
for rate in np.arange(0.001, 2, 0.001):
    one_step = abs(W_0 - rate * derivative_of_loss(W_0))
    if one_step <= abs(W_0) + 1e-9:
        eta_limit = rate
