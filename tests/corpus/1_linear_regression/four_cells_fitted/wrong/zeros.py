# diagnosis: not_fitted
W_four_cells = np.zeros((2, 4))
