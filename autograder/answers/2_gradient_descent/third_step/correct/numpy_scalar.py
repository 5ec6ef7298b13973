W_3 = np.float64(W_2) * (1.0 - np.float64(2 * a * eta))
