# cohort: 2026
factor = 1 - 2 * a * large_eta
path_large_eta = W_0 * factor ** np.arange(n_steps + 1)
eta_limit = 1
