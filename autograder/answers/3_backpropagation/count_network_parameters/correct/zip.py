# cohort: 2026
sizes = [25, 200, 200, 2]
n_network_parameters = sum((a + 1) * b for a, b in zip(sizes[:-1], sizes[1:]))
