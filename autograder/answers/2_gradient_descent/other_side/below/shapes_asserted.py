assert np.shape(path_from_right) == (n_steps + 1,)
