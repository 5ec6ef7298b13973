# diagnosis: all_zero
W_four_cells = np.zeros((2, 4))
