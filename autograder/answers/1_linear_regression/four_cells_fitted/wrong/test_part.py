# diagnosis: test_data
s = load_session("one_hot")
W_four_cells = s.Y_test @ np.linalg.pinv(s.X_test)
