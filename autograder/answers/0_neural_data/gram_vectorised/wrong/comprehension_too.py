# diagnosis: has_loop
def gram_vectorised(X):
    return np.array([[row @ other for other in X] for row in X])
