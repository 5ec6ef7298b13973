# diagnosis: cells_exchanged
# cohort: 2026
W_by_hand = np.array([[0.25, 0.25, 0.75, 0.75], [0.25, 0.75, 0.75, 0.25]])
