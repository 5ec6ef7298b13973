# diagnosis: evenly_spaced
path_from_right = np.linspace(1, 0, n_steps + 1)
