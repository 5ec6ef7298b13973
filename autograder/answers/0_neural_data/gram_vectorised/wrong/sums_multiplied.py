# diagnosis: product_of_sums
def gram_vectorised(X):
    totals = X.sum(axis=1)
    return np.outer(totals, totals)
