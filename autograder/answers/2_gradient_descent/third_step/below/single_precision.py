W_3 = np.float32(W_3)
