# diagnosis: over_cells
def gram_vectorised(X):
    return X.T @ X
