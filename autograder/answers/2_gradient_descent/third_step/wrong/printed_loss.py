# diagnosis: wrong_shape
W_3 = np.array([-0.512])
