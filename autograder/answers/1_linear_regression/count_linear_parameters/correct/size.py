W = np.zeros((2, 25))
n_linear_parameters = W.size
