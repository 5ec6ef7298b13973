# diagnosis: nearly_fitted
# cohort: 2026
W_four_cells = np.array([[0.22, 0.73, 0.26, 0.78], [0.26, 0.25, 0.73, 0.79]])
