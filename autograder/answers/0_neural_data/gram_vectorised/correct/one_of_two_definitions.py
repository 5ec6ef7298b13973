try:
    from scipy.linalg.blas import dgemm

    def gram_vectorised(X):
        return dgemm(1.0, X, X, trans_b=True)
except ImportError:

    def gram_vectorised(X):
        products = np.zeros((len(X), len(X)))
        for moment in X.T:
            products += np.outer(moment, moment)
        return products
