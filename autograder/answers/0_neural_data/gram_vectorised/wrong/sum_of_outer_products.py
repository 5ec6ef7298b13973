# diagnosis: has_loop
def gram_vectorised(X):
    return sum(X.T[:, :, np.newaxis] * X.T[:, np.newaxis, :])
