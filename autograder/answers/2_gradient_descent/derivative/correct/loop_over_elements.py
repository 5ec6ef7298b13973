def derivative_of_loss(W):
    flat = [2 * a * float(w) for w in np.ravel(W)]
    return np.array(flat).reshape(np.shape(W))
