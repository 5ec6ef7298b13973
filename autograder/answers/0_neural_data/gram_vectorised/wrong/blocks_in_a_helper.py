# diagnosis: has_loop
def add_up(X, width=100):
    total = np.zeros((len(X), len(X)))
    for start in range(0, X.shape[1], width):
        block = X[:, start : start + width]
        total += np.dot(block, block.T)
    return total


def gram_vectorised(X):
    return add_up(X)
