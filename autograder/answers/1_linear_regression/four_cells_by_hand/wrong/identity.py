# diagnosis: rates_for_weights
W_by_hand = np.eye(2, 4)
