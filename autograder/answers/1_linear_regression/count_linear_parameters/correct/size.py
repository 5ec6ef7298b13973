# cohort: 2026
W = np.zeros((2, 25))
n_linear_parameters = W.size
