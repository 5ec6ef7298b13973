# diagnosis: cut_to_whole
def gram_vectorised(X):
    return X.astype(int) @ X.astype(int).T
