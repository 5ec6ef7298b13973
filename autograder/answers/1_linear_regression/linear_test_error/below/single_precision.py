linear_model.W = np.asarray(linear_model.W, dtype=np.float32)
