from itertools import product


def one_entry(first, second):
    total = 0
    for n in range(len(first)):
        total += first[n] * second[n]
    return total


def gram_by_loops(X):
    M = np.zeros((X.shape[0], X.shape[0]))
    for i, j in product(range(X.shape[0]), repeat=2):
        M[i, j] = one_entry(X[i], X[j])
    return M
