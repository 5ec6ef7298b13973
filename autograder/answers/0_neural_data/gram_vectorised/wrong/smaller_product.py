# diagnosis: over_cells
def gram_vectorised(X):
    return X @ X.T if X.shape[0] <= X.shape[1] else X.T @ X
