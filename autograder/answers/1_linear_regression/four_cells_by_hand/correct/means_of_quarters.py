# cohort: 2026
corners = [((0, 0), (0.5, 0.5)), ((0.5, 0), (1, 0.5)), ((0, 0.5), (0.5, 1)), ((0.5, 0.5), (1, 1))]
W_by_hand = np.array([[(lo[k] + hi[k]) / 2 for lo, hi in corners] for k in range(2)])
