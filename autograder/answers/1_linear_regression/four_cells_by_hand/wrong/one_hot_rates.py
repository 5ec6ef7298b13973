# diagnosis: corners
# cohort: 2026
W_by_hand = np.array([[0, 1, 0, 1], [0, 0, 1, 1]])
