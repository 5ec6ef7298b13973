n_cells, N = session.X_train.shape
n_out, _ = session.Y_train.shape
n_linear_parameters = n_cells * n_out
