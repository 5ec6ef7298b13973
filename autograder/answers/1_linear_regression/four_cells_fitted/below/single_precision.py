W_four_cells = np.float32(W_four_cells)
