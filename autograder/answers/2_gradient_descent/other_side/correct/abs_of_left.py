path_from_right = np.abs(path_from_left)
