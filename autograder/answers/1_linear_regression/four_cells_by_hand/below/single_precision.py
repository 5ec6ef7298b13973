W_by_hand = np.float32(W_by_hand)
