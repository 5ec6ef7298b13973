# diagnosis: three_hidden_layers
# cohort: 2026
n_network_parameters = 200*26 + 200*201 + 200*201 + 2*201
