# diagnosis: all_the_same
W_by_hand = np.zeros((2, 4))
