# cohort: 2026
n_network_parameters = 45_802.0
