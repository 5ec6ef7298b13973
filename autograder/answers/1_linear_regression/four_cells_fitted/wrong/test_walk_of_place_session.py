# diagnosis: nearly_fitted
# cohort: 2026
s = session
quarters = np.array([[0.25, 0.25], [0.75, 0.25], [0.25, 0.75], [0.75, 0.75]])
near = np.argmin(((s.Y_test.T[:, None] - quarters) ** 2).sum(-1), axis=1)
W_four_cells = np.stack([s.Y_test[:, near == i].mean(axis=1) for i in range(4)], axis=1)
