n_linear_parameters = 0
for cell in range(session.n_cells):
    for coordinate in ("x", "y"):
        n_linear_parameters += 1
