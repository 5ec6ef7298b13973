# diagnosis: not_the_middle
W_by_hand = np.array([[0.5, 1.0, 0.5, 1.0], [0.5, 0.5, 1.0, 1.0]])
