# cohort: 2026
n_linear_parameters = 0
for cell in range(25):
    for coordinate in ("x", "y"):
        n_linear_parameters += 1
