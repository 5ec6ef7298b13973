# diagnosis: not_the_middle
W_by_hand = np.array([[0.15, 0.85, 0.15, 0.85], [0.15, 0.15, 0.85, 0.85]])
