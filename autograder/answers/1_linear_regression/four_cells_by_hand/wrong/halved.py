# diagnosis: not_the_middle
# cohort: 2026
W_by_hand = np.array([[0.5, 1.0, 0.5, 1.0], [0.5, 0.5, 1.0, 1.0]])
