# diagnosis: not_one_number
n_network_parameters = np.array([45802])
