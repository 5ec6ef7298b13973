# diagnosis: all_zero
W_by_hand = np.zeros((2, 4))
