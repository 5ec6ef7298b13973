# cohort: 2026
layer_sizes = (25, 200, 200, 2)
n_network_parameters = 0
i = 0
while i < len(layer_sizes) - 1:
    n_network_parameters += layer_sizes[i] * layer_sizes[i + 1]  # weights
    n_network_parameters += layer_sizes[i + 1]                   # biases
    i += 1
