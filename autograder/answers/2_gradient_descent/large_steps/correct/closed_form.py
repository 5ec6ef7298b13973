factor = 1 - 2 * a * large_eta
path_large_eta = np.array([W_0 * factor**k for k in range(n_steps + 1)])
eta_limit = np.float64(1) / a
