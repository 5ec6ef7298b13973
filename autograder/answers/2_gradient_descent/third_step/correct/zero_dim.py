W_3 = np.array(W_1) * (1 - 2 * a * eta) ** 2
