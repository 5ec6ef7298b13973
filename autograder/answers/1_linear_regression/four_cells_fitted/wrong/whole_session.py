# diagnosis: all_data
s = load_session("one_hot")
W_four_cells = s.Y @ np.linalg.pinv(s.X)
