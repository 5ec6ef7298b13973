# diagnosis: all_the_same
W_by_hand = 0.5 * np.ones((2, 4))
