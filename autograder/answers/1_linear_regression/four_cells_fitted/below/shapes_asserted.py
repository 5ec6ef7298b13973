assert np.shape(W_four_cells) == (2, 4)
