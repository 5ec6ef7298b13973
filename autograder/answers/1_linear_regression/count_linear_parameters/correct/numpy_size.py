W_shape = (len(session.Y), len(session.X))
n_linear_parameters = np.zeros(W_shape).size
