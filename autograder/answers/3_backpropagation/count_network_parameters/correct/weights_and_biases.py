# cohort: 2026
weights = 25 * 200 + 200 * 200 + 200 * 2
biases = 200 + 200 + 2
n_network_parameters = float(weights + biases)
