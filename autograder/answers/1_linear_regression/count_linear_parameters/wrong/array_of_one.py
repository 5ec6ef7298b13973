# diagnosis: wrong_shape
n_linear_parameters = np.array([50])
