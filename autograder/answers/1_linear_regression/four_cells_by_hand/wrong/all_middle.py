# diagnosis: all_the_same
W_by_hand = np.full((2, 4), 0.5)
