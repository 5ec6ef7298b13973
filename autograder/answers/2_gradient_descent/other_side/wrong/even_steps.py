# diagnosis: evenly_spaced
# cohort: 2026
path_from_right = np.linspace(1.0, -path_from_left[-1], n_steps + 1)
