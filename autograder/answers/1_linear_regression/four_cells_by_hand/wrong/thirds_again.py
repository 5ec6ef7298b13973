# diagnosis: not_the_middle
W_by_hand = np.array([[1/3, 2/3, 1/3, 2/3], [1/3, 1/3, 2/3, 2/3]])
