# diagnosis: all_zero
W_by_hand = np.zeros((2, 4), dtype=int)
W_by_hand[0] = [0.25, 0.75, 0.25, 0.75]
W_by_hand[1] = [0.25, 0.25, 0.75, 0.75]
