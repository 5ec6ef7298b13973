# diagnosis: wrong_order
W_by_hand = np.eye(2, 4)
