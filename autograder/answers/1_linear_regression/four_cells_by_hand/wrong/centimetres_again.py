# diagnosis: not_metres
W_by_hand = np.array([[25, 75, 25, 75], [25, 25, 75, 75]])
