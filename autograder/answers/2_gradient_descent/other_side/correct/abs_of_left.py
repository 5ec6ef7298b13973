# cohort: 2026
path_from_right = np.abs(path_from_left)
