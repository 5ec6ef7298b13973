# cohort: 2026
x_weights = [0.25, 0.75, 0.25, 0.75]
y_weights = [0.25, 0.25, 0.75, 0.75]
W_by_hand = np.asarray([x_weights, y_weights])
