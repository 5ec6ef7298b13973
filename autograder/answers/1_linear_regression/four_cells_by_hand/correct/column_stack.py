# cohort: 2026
cell_0, cell_1, cell_2, cell_3 = [1/4, 1/4], [3/4, 1/4], [1/4, 3/4], [3/4, 3/4]
W_by_hand = np.column_stack([cell_0, cell_1, cell_2, cell_3])
