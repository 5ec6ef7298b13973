assert np.shape(W_by_hand) == (2, 4)
