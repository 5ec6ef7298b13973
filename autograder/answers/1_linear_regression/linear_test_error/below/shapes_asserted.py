assert np.shape(linear_model.W) == (2, session.n_cells)
assert np.shape(linear_model.forward(session.X_test)) == session.Y_test.shape
