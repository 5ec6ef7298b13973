# cohort: 2026
factors = np.full(n_steps + 1, 1 - 2 * a * eta)
factors[0] = 1
path_from_right = np.cumprod(factors)
