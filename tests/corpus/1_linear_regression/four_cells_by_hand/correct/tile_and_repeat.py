W_by_hand = np.stack([np.tile([0.25, 0.75], 2), np.repeat([0.25, 0.75], 2)])
