W_stuck, W_best = np.float32(W_stuck), np.float32(W_best)
