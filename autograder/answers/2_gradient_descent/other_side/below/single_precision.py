path_from_right = np.float32(path_from_right)
