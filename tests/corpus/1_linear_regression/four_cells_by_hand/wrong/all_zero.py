# diagnosis: x_order
W_by_hand = np.zeros((2, 4))
