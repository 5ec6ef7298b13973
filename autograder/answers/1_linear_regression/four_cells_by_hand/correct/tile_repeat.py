# cohort: 2026
side = np.array([1, 3]) / 4
W_by_hand = np.vstack((np.tile(side, 2), np.repeat(side, 2)))
