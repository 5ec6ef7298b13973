# diagnosis: wrong_shape
def gram_vectorised(x):
    return session.X @ session.X.T
