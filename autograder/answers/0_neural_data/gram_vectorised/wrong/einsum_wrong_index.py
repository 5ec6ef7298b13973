# diagnosis: over_cells
def gram_vectorised(X):
    return np.einsum("ni,nj->ij", X, X)
