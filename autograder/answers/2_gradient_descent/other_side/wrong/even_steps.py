# diagnosis: evenly_spaced
path_from_right = np.linspace(1.0, -path_from_left[-1], n_steps + 1)
