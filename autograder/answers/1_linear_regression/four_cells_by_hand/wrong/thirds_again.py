# diagnosis: scaled
W_by_hand = np.array([[1/3, 2/3, 1/3, 2/3], [1/3, 1/3, 2/3, 2/3]])
