W_3 = np.array(W_2 - eta * 2 * a * W_2, dtype=np.float32)
