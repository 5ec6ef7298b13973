# diagnosis: wrong_shape
# points: 1
# cohort: 2027
W_by_hand = np.array([0.75, 0.25, 0.75, 0.25, 0.75, 0.75, 0.25, 0.25])
