# cohort: 2026
count = lambda s: 0 if len(s) < 2 else (s[0] + 1) * s[1] + count(s[1:])
n_network_parameters = int(count([25, 200, 200, 2]))
