# diagnosis: not_the_middle
# cohort: 2026
W_by_hand = np.array([[1/3, 2/3, 1/3, 2/3], [1/3, 1/3, 2/3, 2/3]])
