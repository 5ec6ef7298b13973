# diagnosis: rates_for_weights
W_by_hand = np.array([[1, 0, 0, 0], [0, 1, 0, 0]])
