# diagnosis: has_loop
def gram_vectorised(X):
    return np.array([[a @ b for b in X] for a in X])
