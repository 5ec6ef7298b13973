# diagnosis: wrong_shape
rates = X[:, :50]


def gram_by_loops(X):
    M = np.zeros((len(rates), len(rates)))
    for i in range(len(rates)):
        for j in range(len(rates)):
            for n in range(rates.shape[1]):
                M[i, j] += rates[i, n] * rates[j, n]
    return M
