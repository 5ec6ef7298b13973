n_linear_parameters = np.int8(50)
