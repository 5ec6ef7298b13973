# diagnosis: not_the_middle
W_by_hand = np.array([[0.45, 0.55, 0.45, 0.55], [0.45, 0.45, 0.55, 0.55]])
