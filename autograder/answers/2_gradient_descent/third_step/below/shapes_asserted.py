assert np.shape(W_3) == ()
