# diagnosis: has_loop
def pairs(X):
    for row in X:
        yield X @ row


def gram_vectorised(X):
    return np.stack(list(pairs(X)))
