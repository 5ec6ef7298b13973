# cohort: 2026
path_from_right = [0.8**k for k in range(n_steps + 1)]
