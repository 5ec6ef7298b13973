# cohort: 2026
n_linear_parameters = np.int8(50)
