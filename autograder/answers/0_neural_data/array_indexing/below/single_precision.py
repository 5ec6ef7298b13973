y_0_5, x_all_6, y_1_all = np.float32(y_0_5), np.float32(x_all_6), np.float32(y_1_all)
