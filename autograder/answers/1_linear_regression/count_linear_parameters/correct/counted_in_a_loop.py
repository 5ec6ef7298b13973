n_linear_parameters = 0
for coordinate in ("x", "y"):
    for cell in range(session.n_cells):
        n_linear_parameters += 1
