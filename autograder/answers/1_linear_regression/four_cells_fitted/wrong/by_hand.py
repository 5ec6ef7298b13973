# diagnosis: by_hand
W_four_cells = np.array(W_by_hand)
