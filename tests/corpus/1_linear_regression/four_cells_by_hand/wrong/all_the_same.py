# diagnosis: x_order
W_by_hand = np.full((2, 4), 0.5)
