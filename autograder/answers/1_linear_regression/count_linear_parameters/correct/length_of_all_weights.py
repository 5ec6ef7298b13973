weights = [(coordinate, cell) for coordinate in range(2) for cell in range(len(session.X))]
n_linear_parameters = len(weights)
