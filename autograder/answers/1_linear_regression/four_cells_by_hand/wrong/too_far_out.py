# diagnosis: not_the_middle
# cohort: 2026
W_by_hand = np.array([[0.15, 0.85, 0.15, 0.85], [0.15, 0.15, 0.85, 0.85]])
