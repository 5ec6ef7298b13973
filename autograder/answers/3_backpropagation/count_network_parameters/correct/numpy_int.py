# cohort: 2026
n_in = np.array([25, 200, 200]) + 1
n_out = np.array([200, 200, 2])
n_network_parameters = n_in @ n_out
