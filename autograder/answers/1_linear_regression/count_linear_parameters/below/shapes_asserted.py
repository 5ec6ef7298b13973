assert np.shape(n_linear_parameters) == ()
