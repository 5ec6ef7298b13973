# cohort: 2026
path_from_right = 1.0 * (1 - 2 * a * eta) ** np.arange(n_steps + 1)
