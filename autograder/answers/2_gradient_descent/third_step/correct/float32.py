W_3 = np.float32(W_2 - eta * 2 * a * W_2)
