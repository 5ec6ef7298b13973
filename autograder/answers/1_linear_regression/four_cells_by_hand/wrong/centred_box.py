# diagnosis: origin_in_the_middle
# cohort: 2026
W_by_hand = np.array([[-0.25, 0.25, -0.25, 0.25], [-0.25, -0.25, 0.25, 0.25]])
